"""What verifying finds."""

from __future__ import annotations

import msgspec


class Problem(msgspec.Struct, frozen=True):
    """Something in the ledger that is not as it was written: `subject` is an id, a row, or the ledger."""

    subject: str
    problem: str
