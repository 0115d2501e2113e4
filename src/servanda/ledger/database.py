"""What the ledger asks of a database, whichever it is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection

from servanda.errors import LedgerError

BUSY_SECONDS = 60.0
"""How long a writer waits for another one to end."""


class ConnectionLostError(LedgerError):
    """The server went away in the middle of a transaction, of which nothing was kept. Where it went away
    while it confirmed one, that may have been kept."""


_held: ContextVar[tuple[object, Connection] | None] = ContextVar("held", default=None)


@contextmanager
def moment(database: Database) -> Iterator[None]:
    """Within it all that this context reads of the database is read in one transaction: what belongs together
    is seen as it stood together, and asked without beginning anew each time. What is written within it ends
    the moment: who writes sees what was written."""
    with database.reading() as connection:
        before = _held.set((database, connection))
        try:
            yield
        finally:
            _held.reset(before)


def held(database: Database) -> Connection | None:
    """The transaction of the moment in which this context reads, if there is one."""
    of = _held.get()
    return of[1] if of is not None and of[0] is database else None


def end_moment(database: Database) -> None:
    """From here on the context reads of the database what stands now."""
    if held(database) is not None:
        _held.set(None)


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
