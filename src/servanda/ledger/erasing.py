"""Removing documents for good: what was read of them goes, a tombstone stays.

It is the only thing that takes rows out of a ledger. Their entries stay in the chain, which still verifies:
an erasure, which is chained itself, names them. A hash of the bytes is kept, so that they are not read again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Table, select

from servanda.ledger import chain, fulltext, indexing
from servanda.ledger.batches import batches
from servanda.ledger.rows import CHILDREN
from servanda.ledger.tables import (
    additions,
    blobs,
    copies,
    documents,
    erased,
    erased_bytes,
    erasures,
    fact_keys,
    facts,
    linkings,
    links,
    origins,
    readings,
    sightings,
    signatures,
    text_keys,
    texts,
    versions,
)


class Erasure(msgspec.Struct, frozen=True, kw_only=True):
    """What was erased: how many documents with all their versions, and facts; by whom, when and why."""

    number: int
    documents: int
    facts: int
    by: str
    made: str
    why: str


def erase(connection: Connection, wanted: Collection[str], row: dict[str, str]) -> Erasure:
    """Erases the documents to which the versions with these ids belong.

    row  `by`, `made` and `why` of the tombstone
    """
    numbers = _column(connection, versions.c.document_id, versions.c.id, wanted)
    of_documents = _column(connection, versions.c.id, versions.c.document_id, numbers)
    made = _column(connection, readings.c.id, readings.c.version_id, of_documents)
    seen = _column(connection, sightings.c.id, sightings.c.version_id, of_documents)
    added = _column(connection, additions.c.review, additions.c.reading_id, made)
    bytes_ = _column(connection, versions.c.sha256, versions.c.id, of_documents)
    text_hashes = _column(connection, readings.c.text_sha256, readings.c.id, made)

    number = chain.next_number(connection, erasures)
    connection.execute(erasures.insert().values({"number": number, **row}))
    by_hand = _column(connection, additions.c.reading_id, additions.c.reading_id, made)
    for reading in made - by_hand:  # the words of a text stand in the index once, for the reading of it
        title, text = indexing.title_and_text(connection, reading)
        fulltext.remove_text(connection, reading, title, text)
    gone = sum(_erase_facts(connection, reading) for reading in made)
    for table, keys in ((additions, added), (readings, made), (sightings, seen)):
        _delete(connection, table, next(iter(table.primary_key)), keys)
        _insert(connection, erased, ({"table": table.name, "key": k, "erasure": number} for k in keys))
    for table, column, found in (
        (versions, versions.c.id, of_documents),
        (origins, origins.c.document_id, numbers),
        (documents, documents.c.id, numbers),
    ):
        _delete(connection, table, column, found)
    _erase_texts(connection, text_hashes - _still(connection, readings.c.text_sha256, text_hashes))
    unused = bytes_ - _still(connection, versions.c.sha256, bytes_)
    _delete(connection, blobs, blobs.c.sha256, unused)
    _insert(connection, erased_bytes, ({"sha256": sha, "erasure": number} for sha in unused))
    chain.add(connection, erasures, number)
    return Erasure(number=number, documents=len(numbers), facts=gone, **row)


def why_erased(connection: Connection, sha256: str) -> str | None:
    """When and why these bytes were erased; None where they were not."""
    query = (
        select(erasures)
        .join(erased_bytes, erased_bytes.c.erasure == erasures.c.number)
        .where(erased_bytes.c.sha256 == sha256)
    )
    row = connection.execute(query).first()
    return f"was erased on {row.made[:10]}: {row.why}" if row else None


def _erase_facts(connection: Connection, reading: int) -> int:
    """The facts of a reading, with all that hangs on them, and their words in the index."""
    query = select(facts.c.number, facts.c.id, facts.c.content).where(facts.c.reading_id == reading)
    found = connection.execute(query).all()
    fulltext.remove_facts(connection, [(row.number, indexing.words_of(row.content)) for row in found])
    numbers = {row.number for row in found}
    ids = {row.id for row in found}
    for table, _ in CHILDREN:
        _delete(connection, table, table.c.fact, numbers)
    _delete(connection, fact_keys, fact_keys.c.fact, numbers)
    for column in (links.c.a, links.c.b):
        _delete(connection, links, column, ids)
    _delete(connection, facts, facts.c.number, numbers)
    _delete(connection, linkings, linkings.c.reading_id, {reading})
    return len(found)


def _erase_texts(connection: Connection, unused: set[Any]) -> None:
    for column in (copies.c.a, copies.c.b):
        _delete(connection, copies, column, unused)
    for table in (text_keys, signatures):
        _delete(connection, table, table.c.text_sha256, unused)
    _delete(connection, texts, texts.c.sha256, unused)


def _column(
    connection: Connection, wanted: ColumnElement[Any], column: ColumnElement[Any], values: Collection[Any]
) -> set[Any]:
    """What stands in the column `wanted` of the rows with one of the values in `column`."""
    found: set[Any] = set()
    for batch in batches(values):
        found |= set(connection.execute(select(wanted).where(column.in_(batch))).scalars())
    return found


def _still(connection: Connection, column: ColumnElement[Any], values: Collection[Any]) -> set[Any]:
    """Those of the values that other rows have too."""
    return _column(connection, column, column, values)


def _delete(
    connection: Connection, table: Table, column: ColumnElement[Any], values: Collection[Any]
) -> None:
    for batch in batches(values):
        connection.execute(table.delete().where(column.in_(batch)))


def _insert(connection: Connection, table: Table, rows: Iterable[dict[str, object]]) -> None:
    if listed := list(rows):
        connection.execute(table.insert(), listed)
