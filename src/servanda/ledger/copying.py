"""Moving a ledger from one database to another, without loss."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import islice
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, Row, Select, Table, func, select

from servanda.errors import LedgerError
from servanda.ledger import fulltext, rows
from servanda.ledger.database import Database
from servanda.ledger.tables import blobs, facts, metadata, readings, texts, versions

_T = TypeVar("_T")
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
        _index(write)
        target.count_on(write)
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


def _index(connection: Connection) -> None:
    """The words of each text and fact; by numbers first, as a database may not write while it reads."""
    for numbers in _batches(connection.execute(select(readings.c.id)).scalars().all(), _LARGE[texts]):
        read = (
            select(readings.c.id, versions.c.title, texts.c.text)
            .join(versions, versions.c.id == readings.c.version_id)
            .join(texts, texts.c.sha256 == readings.c.text_sha256)
            .where(readings.c.id.in_(numbers))
        )
        for row in connection.execute(read).all():
            fulltext.add_text(connection, row.id, row.title, row.text)
    last = connection.execute(select(func.max(facts.c.number))).scalar() or 0
    for first in range(1, last + 1, _BATCH):
        found = select(facts.c.number, facts.c.content).where(
            facts.c.number.between(first, first + _BATCH - 1)
        )
        words = [(row.number, rows.words_of(rows.decode(row.content))) for row in connection.execute(found)]
        if words:
            fulltext.add_facts(connection, words)


def _rows(connection: Connection, query: Select[Any], size: int) -> Iterator[Sequence[Row[Any]]]:
    return connection.execute(query.execution_options(yield_per=size)).partitions()


def _batches(items: Iterable[_T], size: int) -> Iterator[list[_T]]:
    remaining = iter(items)
    while batch := list(islice(remaining, size)):
        yield batch
