"""Servanda reads the public record of cooperation between states into a ledger of what was agreed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from servanda.client import Client

__version__ = "0.1.0"


def open(address: str | Path, *, as_of: str | date | None = None) -> Client:
    """The ledger at `address` (a file, or postgresql://...) for notebooks: its queries as pandas data frames.

    as_of  as it was known on that day (EDTF; its last day counts): later reports are left out

    LedgerError where there is no ledger; ServandaError where pandas is missing. Close it, or use it in a
    `with`.
    """
    from servanda.client import Client

    return Client.open(address, as_of=as_of)
