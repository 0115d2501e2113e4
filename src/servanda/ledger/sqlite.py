"""A ledger in a SQLite file: how it is recognised, connected to, and what its errors mean to the user."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext
from pathlib import Path
from urllib.parse import urlencode

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError

from servanda.errors import LedgerError
from servanda.ledger import fulltext_sqlite
from servanda.ledger.database import BUSY_SECONDS, Database, end_moment, held

APPLICATION_ID = 0x53525644  # "SRVD", in the header of each ledger file
_MAGIC = b"SQLite format 3\x00"
_WRITES = "servanda_writes"


class File:
    """A connected ledger file."""

    def __init__(self, path: Path, engine: Engine, *, writable: bool) -> None:
        self.path, self.writable = path, writable
        self._engine = engine

    @property
    def name(self) -> str:
        """The path."""
        return str(self.path)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Sees the file as it stands now: the log keeps what others write meanwhile apart."""
        known = held(self)
        transaction = nullcontext(known) if known else self._transaction(write=False)
        with explained(self.path), transaction as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Takes the write lock of the file. LedgerError when the file is read-only."""
        if not self.writable:
            raise LedgerError(
                str(self.path),
                "is read-only",
                "copy it to a place where you may write, or change its permissions",
            )
        end_moment(self)
        with self._transaction(write=True) as connection:
            yield connection

    def mark(self, connection: Connection) -> None:
        """Into the file's header."""
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")

    def integrity_problems(self, connection: Connection) -> list[str]:
        """What SQLite itself finds wrong with the file: broken pages, indexes and references."""
        pages = [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check") if row[0] != "ok"]
        references = connection.exec_driver_sql("PRAGMA foreign_key_check")
        return pages + [f"row {row[1]} of {row[0]} refers to a missing row of {row[2]}" for row in references]

    def settle(self, connection: Connection) -> None:
        """Numbers always go on after the last row; queries are planned without statistics."""

    def snapshot(self, file: Path) -> bool:
        """Page by page, by SQLite's own means, while others read and write."""
        with (
            explained(self.path),
            closing(sqlite3.connect(self.path, timeout=BUSY_SECONDS)) as own,
            closing(sqlite3.connect(file)) as copy,
        ):
            own.backup(copy)
        return True

    def scrub(self) -> None:
        """Writes the file anew without what was deleted, the search index and the log among it."""
        with explained(self.path), closing(sqlite3.connect(self.path, timeout=BUSY_SECONDS)) as connection:
            fulltext_sqlite.merge(connection)
            connection.commit()
            connection.execute("VACUUM")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Gives the file back; the last process that does so leaves it in one piece."""
        self._engine.dispose()

    @contextmanager
    def _transaction(self, *, write: bool) -> Iterator[Connection]:
        with explained(self.path), self._engine.connect() as connection:
            connection = connection.execution_options(**{_WRITES: write})
            with connection.begin():
                yield connection


def connect(path: Path, *, create: bool) -> Database:
    """The ledger file at `path`, which is made when `create` says so and it is not there.

    Raises LedgerError where there is no such file, or what is there is no ledger.
    """
    _require_ledger(path, create=create)
    writable = is_writable(path)
    if writable:
        with explained(path):
            _use_write_ahead_log(path)
    engine = create_engine(_url(path, writable=writable), connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    return File(path, engine, writable=writable)


def seal(path: Path) -> None:
    """Makes a file that nobody uses one that is whole without its log beside it."""
    with explained(path), closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")


def is_writable(path: Path) -> bool:
    """Whether the file, or the folder where it is to be made, and its companions can be written."""
    places = [path.parent, path] if path.exists() else [path.parent]
    return all(_may(place, os.W_OK) for place in places)


def _may(place: Path, mode: int) -> bool:
    return os.access(place, mode, effective_ids=os.access in os.supports_effective_ids)


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turns the database's errors into LedgerError with what to do."""
    try:
        yield
    except DatabaseError as error:
        raise _explain(path, error.orig) from error
    except sqlite3.DatabaseError as error:
        raise _explain(path, error) from error


def _url(path: Path, *, writable: bool) -> URL:
    if writable:
        return URL.create("sqlite", database=str(path))
    query = _read_only(path) | {"uri": "true"}
    return URL.create("sqlite", database=path.absolute().as_uri(), query=query)


def _read_only(path: Path) -> dict[str, str]:
    """Without leave to write beside the file SQLite cannot share a log; nobody who can is expected to."""
    return {"mode": "ro"} if _has_log(path) else {"immutable": "1"}


def _has_log(path: Path) -> bool:
    return path.with_name(path.name + "-wal").exists()


def _require_ledger(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise LedgerError(str(path), "is a folder", "name a file, for example ledger.db in it")
    if not path.exists():
        if not create:
            raise LedgerError(
                str(path), "no ledger here", "make one with: servanda read PATH... --ledger FILE"
            )
        if not path.parent.is_dir():
            raise LedgerError(str(path), "its folder does not exist", f"make the folder {path.parent} first")
        if not is_writable(path):
            raise LedgerError(str(path), "cannot be made here", "choose a folder that you may write to")
        return
    if not _may(path, os.R_OK):
        raise LedgerError(str(path), "cannot be read", "check its permissions")
    if path.stat().st_size:
        _require_mark(path)
    elif not create:
        raise LedgerError(str(path), "is empty", "read documents into it with: servanda read")


def _require_mark(path: Path) -> None:
    """A ledger has its mark; or its making was cut short, and it has no tables.

    The file is looked at through SQLite alone: where a process opens it by itself and closes it again, the
    system takes away the locks by which other processes know that this one uses it.
    """
    try:
        with closing(_look_into(path)) as connection:
            (mark,) = connection.execute("PRAGMA application_id").fetchone()
            (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_NOTADB and not _begins_as_database(path):
            raise LedgerError(
                str(path), "is not a ledger", "name a file that servanda read has made"
            ) from error
        raise _explain(path, error) from error
    if mark != APPLICATION_ID and tables:
        raise LedgerError(
            str(path), "is a database of another program", "name a file that servanda read has made"
        )


def _look_into(path: Path) -> sqlite3.Connection:
    if is_writable(path):
        return sqlite3.connect(path, timeout=BUSY_SECONDS)
    uri = f"{path.absolute().as_uri()}?{urlencode(_read_only(path))}"
    return sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS)


def _begins_as_database(path: Path) -> bool:
    """Asked only of a file that SQLite does not take for a database, which nobody uses as one."""
    with path.open("rb") as file:
        return file.read(len(_MAGIC)) == _MAGIC


def _use_write_ahead_log(path: Path) -> None:
    """Lets readers go on while one process writes. Two processes that make a ledger at once can meet in
    this switch, where SQLite does not wait by itself."""
    deadline = time.monotonic() + BUSY_SECONDS
    with closing(sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)) as connection:
        while connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            try:
                connection.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.02)


def _on_connect(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # the driver's own, late BEGIN would not take the write lock
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = NORMAL")


def _on_begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _explain(path: Path, error: BaseException | None) -> LedgerError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return LedgerError(
            str(path),
            f"is damaged ({error})",
            "restore a copy, or read the documents again into a new ledger",
        )
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return LedgerError(
            str(path), "is held by another process", "wait until its read has ended, then repeat"
        )
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return LedgerError(str(path), "cannot be written", "check the permissions of the file and its folder")
    if code == sqlite3.SQLITE_FULL:
        return LedgerError(str(path), "the disk is full", "make room; what was read before is kept")
    if code == sqlite3.SQLITE_IOERR:
        return LedgerError(
            str(path),
            f"cannot be written or read ({error})",
            "check the disk and its quota; what was read before is kept",
        )
    return LedgerError(str(path), f"the database refused: {error}", "run it again; if it stays, report it")
