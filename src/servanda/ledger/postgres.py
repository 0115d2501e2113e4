"""A ledger in PostgreSQL: how it is recognised, connected to, and what its errors mean to the user."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, Table, create_engine, event, exists, func, select
from sqlalchemy.dialects.postgresql.base import PGTypeCompiler
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.schema import Column

from servanda.errors import LedgerError
from servanda.ledger.database import BUSY_SECONDS, ConnectionLostError, Database, end_moment, held
from servanda.ledger.tables import metadata

AWAY_SECONDS = 30.0
"""How long a connected ledger waits for a server that has gone away, as while it is started again."""

_MARK = "Servanda ledger"
_LOCK = 0x53525644
"""The advisory lock that writers take, "SRVD"."""

_SETTINGS = {"application_name": "servanda", "connect_timeout": "10", "client_encoding": "utf8"}
_RUN_AGAIN = "check that the server runs, then run the same command again: what was kept is not added twice"
_READ_ONLY = ("25006", "42501")  # read-only transaction, insufficient privilege
_FULL = ("53100", "53200", "53400")  # disk, memory, configured limit
_AWAY = ("57P01", "57P02", "57P03")  # shut down, crashed, not yet up


class Postgres:
    """A connected PostgreSQL database with a ledger in it."""

    def __init__(self, name: str, engine: Engine) -> None:
        self.name = name
        self._engine = engine

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One snapshot for the whole transaction, as on SQLite."""
        known = held(self)
        snapshot = nullcontext(known) if known else self._snapshot()
        with explained(self.name), snapshot as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Takes the lock first: what other writers have committed until then is seen."""
        end_moment(self)
        with explained(self.name), self._connected() as connection:
            connection = connection.execution_options(isolation_level="READ COMMITTED")
            with connection.begin():
                patience = f"{int(BUSY_SECONDS * 1000)}ms"
                connection.exec_driver_sql(
                    "SELECT set_config('lock_timeout', %s, true), pg_advisory_xact_lock(%s)",
                    (patience, _LOCK),
                )
                yield connection

    def mark(self, connection: Connection) -> None:
        """As a comment on the table that says which shape the ledger has."""
        connection.exec_driver_sql(f"COMMENT ON TABLE alembic_version IS '{_MARK}'")

    def integrity_problems(self, connection: Connection) -> list[str]:
        """Rows that refer to missing ones. Broken pages are the server's to find (pg_amcheck)."""
        return [problem for table in metadata.sorted_tables for problem in _dangling(connection, table)]

    def settle(self, connection: Connection) -> None:
        """Sets the sequences from which numbers are drawn, and counts what the planner goes by."""
        for table in metadata.sorted_tables:
            column = table.autoincrement_column
            if column is not None:
                sequence = func.pg_get_serial_sequence(table.name, column.name)
                last = select(func.max(column)).scalar_subquery()
                connection.execute(select(func.setval(sequence, last)))
        connection.exec_driver_sql("ANALYZE")

    def snapshot(self, file: Path) -> bool:
        """Rows have to be copied."""
        return False

    def scrub(self) -> None:
        """Lets the server reuse the room. What its own log and its backups hold is its keeper's to remove."""
        with explained(self.name), self._connected() as connection:
            connection.execution_options(isolation_level="AUTOCOMMIT").exec_driver_sql("VACUUM")

    def close(self) -> None:
        """Ends the connections."""
        self._engine.dispose()

    @contextmanager
    def _snapshot(self) -> Iterator[Connection]:
        options = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        with self._connected() as connection:
            connection = connection.execution_options(**options)
            with connection.begin():
                yield connection

    def _connected(self) -> Connection:
        """A live connection. Waits for a server that is being started again, up to `AWAY_SECONDS`."""
        deadline = time.monotonic() + AWAY_SECONDS
        pause = 0.1
        while True:
            try:
                return self._engine.connect()
            except OperationalError:
                if time.monotonic() + pause > deadline:
                    raise
            time.sleep(pause)
            pause = min(2 * pause, 2.0)


def name_of(url: URL) -> str:
    """The address without password and parameters, among which there can be one."""
    return URL.create(
        "postgresql", username=url.username, host=url.host, port=url.port, database=url.database
    ).render_as_string()


def connect(url: URL, *, create: bool) -> Database:
    """The ledger in the database at `url`, which has to be there; `create` makes the ledger in it.

    Raises LedgerError where the database cannot be reached, holds no ledger or another program's tables.
    """
    name = name_of(url)
    if find_spec("psycopg") is None:
        raise LedgerError(
            name, "PostgreSQL needs psycopg, which is not installed", "pip install 'servanda[postgres]'"
        )
    database = Postgres(name, _engine(url))
    try:
        with explained(name), database._engine.connect() as connection:
            _require_ledger(connection, name, create=create)
    except BaseException:
        database.close()
        raise
    return database


@contextmanager
def explained(name: str) -> Iterator[None]:
    """Turns the database's errors into LedgerError with what to do."""
    try:
        yield
    except DBAPIError as error:
        raise _explain(name, error) from error


def _engine(url: URL) -> Engine:
    from servanda.ledger.postgres_text import keep_null_characters

    given = {key: value for key, value in _SETTINGS.items() if key not in url.query}
    url = url.set(drivername="postgresql+psycopg").update_query_dict(given)
    engine = create_engine(url, pool_pre_ping=True)
    engine.dialect.type_compiler_instance = _Types(engine.dialect)
    event.listen(engine, "connect", keep_null_characters)
    return engine


class _Types(PGTypeCompiler):
    """Columns of text sort by code points, as on SQLite, whatever the language of the database."""

    def visit_VARCHAR(self, type_: Any, **more: Any) -> str:  # noqa: N802
        return _collated(super().visit_VARCHAR(type_, **more), more)

    def visit_TEXT(self, type_: Any, **more: Any) -> str:  # noqa: N802
        return _collated(super().visit_TEXT(type_, **more), more)


def _collated(type_: str, more: dict[str, Any]) -> str:
    """Only where a column is made; a cast cannot have a collation."""
    return f'{type_} COLLATE "C"' if isinstance(more.get("type_expression"), Column) else type_


def _require_ledger(connection: Connection, name: str, *, create: bool) -> None:
    encoding = connection.exec_driver_sql("SHOW server_encoding").scalar_one()
    if encoding != "UTF8":
        raise LedgerError(
            name, f"is encoded in {encoding}, which lacks letters", "make it with: createdb --encoding UTF8"
        )
    query = (
        "SELECT obj_description(to_regclass('alembic_version'), 'pg_class'), "
        "EXISTS (SELECT FROM pg_tables WHERE schemaname = current_schema()), current_schema()"
    )
    mark, occupied, schema = connection.exec_driver_sql(query).one()
    if mark == _MARK:
        return
    if schema is None:
        raise LedgerError(
            name, "has no schema that you may use", "ask its owner for leave to create tables in it"
        )
    if occupied:
        raise LedgerError(name, "holds tables of another program", "make a database of its own: createdb")
    if not create:
        raise LedgerError(name, "no ledger here", "make one with: servanda read PATH... --ledger URL")


def _dangling(connection: Connection, table: Table) -> Iterator[str]:
    for foreign in table.foreign_keys:
        held = foreign.column.table
        parent = held.alias("parent")
        own = foreign.parent
        missing = own.is_not(None) & ~exists().where(parent.c[foreign.column.name] == own)
        for row in connection.execute(select(*table.primary_key).where(missing)):
            key = ", ".join(map(str, row))
            yield f"row {key} of {table.name} refers to a missing row of {held.name}"


def _explain(name: str, error: DBAPIError) -> LedgerError:
    state = getattr(error.orig, "sqlstate", None) or ""
    said = _first_line(error.orig)
    if state == "55P03":
        return LedgerError(name, "is held by another process", "wait until its read has ended, then repeat")
    if state in _READ_ONLY:
        return LedgerError(
            name, f"is read-only for you ({said})", "ask for leave to write, or name another ledger"
        )
    if state in _FULL:
        return LedgerError(name, f"the server is full ({said})", "make room; what was read before is kept")
    if error.connection_invalidated or state in _AWAY or state.startswith("08"):
        return ConnectionLostError(name, f"the connection broke ({said})", _RUN_AGAIN)
    if isinstance(error, OperationalError) and not state:
        return LedgerError(name, f"cannot be reached ({said})", "check the address, and that the server runs")
    return LedgerError(name, f"the database refused: {said}", "run it again; if it stays, report it")


def _first_line(error: BaseException | None) -> str:
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return lines[0] if lines else "no reason given"
