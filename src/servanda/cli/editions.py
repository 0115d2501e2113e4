"""The edition of a ledger for a command that needs what the desk shows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from servanda.cli.linked import link, today
from servanda.cli.output import Output

if TYPE_CHECKING:
    from servanda.ledger import Ledger
    from servanda.query.edition.edition import Edition


@contextmanager
def printed(
    ledger: Ledger, as_of: date | None = None, pair: tuple[str, str] | None = None
) -> Iterator[Edition]:
    """An edition of the ledger, or of what has to do with two parties, given by their codes."""
    from servanda.query.edition.edition import Edition
    from servanda.query.edition.keeper import print_edition

    link(ledger, Output())
    with TemporaryDirectory(prefix="servanda-") as folder:
        path = Path(folder) / "edition.db"
        print_edition(ledger, path, today(), as_of, pair)
        with Edition(path) as edition:
            yield edition
