"""What the ledger asks of a database, whichever it is."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection

from servanda.errors import LedgerError

BUSY_SECONDS = 60.0
"""How long a writer waits for another one to end."""


class ConnectionLostError(LedgerError):
    """The server went away in the middle of a transaction, of which nothing was kept. Where it went away
    while it confirmed one, that may have been kept."""


class Database(Protocol):
    """A connected ledger. Its errors come out as LedgerError with what to do."""

    @property
    def name(self) -> str:
        """The address as messages give it: without a password."""

    def reading(self) -> AbstractContextManager[Connection]:
        """A transaction that sees the ledger as it stands now, and goes on while others write."""

    def writing(self) -> AbstractContextManager[Connection]:
        """A transaction that takes the write lock at its start, so that what it has looked up still holds
        when it inserts. Others who write wait for it, up to `BUSY_SECONDS`."""

    def mark(self, connection: Connection) -> None:
        """Writes down that this is a ledger, and no other program's."""

    def integrity_problems(self, connection: Connection) -> list[str]:
        """What the database itself finds wrong: broken pages, rows that refer to missing ones."""

    def settle(self, connection: Connection) -> None:
        """After many rows were written with their numbers: the next ones are numbered after them, and queries
        are planned for so many."""

    def snapshot(self, file: Path) -> bool:
        """Writes the ledger as it stands to a new file, where it is a file itself; else False."""

    def scrub(self) -> None:
        """Makes the database forget what was deleted, as far as it can."""

    def close(self) -> None:
        """Gives the connections back."""
