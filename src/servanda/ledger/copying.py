"""Moving a ledger from one database to another, without loss."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, Select, Table, select

from servanda.errors import LedgerError
from servanda.ledger import fulltext
from servanda.ledger.database import Database
from servanda.ledger.indexing import index_all
from servanda.ledger.tables import blobs, metadata, texts

_BATCH = 500
_LARGE = {blobs: 4, texts: 4}
"""Rows that are held at once: a row of these can be as large as a document may be."""

Tell = Callable[[str, int], None]
"""Is told the name of a table and how many of its rows are done."""


def copy(source: Database, target: Database, tell: Tell, *, replace: bool = False) -> int:
    """Copies all rows of all tables, ids included, and makes the search index anew: wholly or not at all.
    What was copied is read again and compared before it is kept. Gives the number of rows.

    replace  removes what the target holds, in the same transaction; otherwise it has to be empty

    Raises LedgerError where the target is not empty, or does not give back what was written.
    """
    with source.reading() as read, target.writing() as write:
        if replace:
            _clear(write)
        _require_empty(write, target.name)
        copied = sum(_copy_table(read, write, table, tell) for table in metadata.sorted_tables)
        index_all(write)
        target.settle(write)
        for table in metadata.sorted_tables:
            if digest(read, table) != digest(write, table):
                raise LedgerError(
                    target.name, f"does not give back what was written to {table.name}", "report it"
                )
        return copied


def digest(connection: Connection, table: Table) -> str:
    """A hash of all rows of the table in the order of their keys, the same on both databases."""
    hashed = sha256()
    for batch in _rows(connection, select(table).order_by(*table.primary_key), _LARGE.get(table, _BATCH)):
        for row in batch:
            hashed.update(msgspec.msgpack.encode(tuple(row)))
    return hashed.hexdigest()


def _clear(connection: Connection) -> None:
    fulltext.drop(connection)
    fulltext.create(connection)
    for table in reversed(metadata.sorted_tables):
        connection.execute(table.delete())


def _require_empty(connection: Connection, name: str) -> None:
    for table in metadata.sorted_tables:
        if connection.execute(select(*table.primary_key).limit(1)).first() is not None:
            raise LedgerError(name, "is not empty", "name a place where there is no ledger yet")


def _copy_table(read: Connection, write: Connection, table: Table, tell: Tell) -> int:
    done = 0
    for batch in _rows(read, select(table).order_by(*table.primary_key), _LARGE.get(table, _BATCH)):
        write.execute(table.insert(), [dict(row._mapping) for row in batch])
        done += len(batch)
        tell(table.name, done)
    return done


def _rows(connection: Connection, query: Select[Any], size: int) -> Iterator[Sequence[Row[Any]]]:
    return connection.execute(query.execution_options(yield_per=size)).partitions()
