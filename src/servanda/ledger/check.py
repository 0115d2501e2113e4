"""Verifying a ledger: does every fact still stand on what was read?"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, select

from servanda.ledger import chain, rows
from servanda.ledger.database import Database
from servanda.ledger.grounds import is_grounded
from servanda.ledger.problem import Problem
from servanda.ledger.rows import CHILDREN
from servanda.ledger.tables import blobs, fact_spans, facts, readings, texts, versions
from servanda.model.document import Span


def problems(database: Database, connection: Connection) -> Iterator[Problem]:
    """All problems, one document in memory at a time."""
    for problem in database.integrity_problems(connection):
        yield Problem(database.name, problem)
    for sha in connection.execute(select(blobs.c.sha256)).scalars().all():
        yield from _blob_problems(connection, sha)
    for reading in connection.execute(select(readings.c.id).order_by(readings.c.id)).scalars().all():
        yield from _reading_problems(connection, reading)
    yield from chain.problems(connection)


def _blob_problems(connection: Connection, sha: str) -> Iterator[Problem]:
    blob = connection.execute(select(blobs).where(blobs.c.sha256 == sha)).one()
    try:
        data = zlib.decompress(blob.compressed)
    except zlib.error as error:
        yield Problem(sha, f"the bytes cannot be unpacked: {error}")
        return
    if sha256(data).hexdigest() != sha or len(data) != blob.size:
        yield Problem(sha, "the bytes are not those that were read: their hash differs")


def _reading_problems(connection: Connection, reading: int) -> Iterator[Problem]:
    query = (
        select(versions.c.id, versions.c.name, texts.c.sha256, texts.c.text)
        .join(readings, readings.c.version_id == versions.c.id)
        .join(texts, texts.c.sha256 == readings.c.text_sha256)
        .where(readings.c.id == reading)
    )
    version = connection.execute(query).first()
    if version is None:
        yield Problem(f"reading {reading}", "its document or text is missing")
        return
    if sha256(version.text.encode()).hexdigest() != version.sha256:
        yield Problem(
            version.id, f"the text of {version.name} is not the one that was read: its hash differs"
        )
    children = _children(connection, reading)
    for row in connection.execute(select(facts).where(facts.c.reading_id == reading)):
        for problem in _fact_problems(row, version.text, children[row.number]):
            yield Problem(row.id, f"{problem} ({version.name})")


_Children = dict[str, list[rows.Row]]


def _children(connection: Connection, reading: int) -> dict[int, _Children]:
    """The rows that hang on the facts of the reading: by number of the fact, and by table."""
    found: dict[int, _Children] = defaultdict(lambda: defaultdict(list))
    for table, _ in CHILDREN:
        query = (
            select(table)
            .join(facts, facts.c.number == table.c.fact)
            .where(facts.c.reading_id == reading)
            .order_by(*table.primary_key)
        )
        for row in connection.execute(query).mappings():
            found[row["fact"]][table.name].append(dict(row))
    return found


def _fact_problems(row: Row[Any], text: str, children: _Children) -> Iterator[str]:
    try:
        fact = rows.decode(row.content)
    except msgspec.DecodeError as error:
        yield f"the fact cannot be decoded: {error}"
        return
    if fact.id != row.id:
        yield "the fact does not say what its id stands for"
    if rows.fact_row(fact, row.reading_id).items() - row._mapping.items():
        yield "what it is filtered by differs from the fact"
    for table, rows_of in CHILDREN:
        if _sorted(children[table.name]) != _sorted(rows_of(fact, row.number)):
            yield f"the {_NAMES[table.name]} differ from those of the fact"
    for span in children[fact_spans.name]:
        if not is_grounded(Span(span["start"], span["end"], span["text"]), text):  # type: ignore[arg-type]
            yield f"the text does not have {span['text']!r} at {span['start']}:{span['end']}"


_NAMES = {
    "fact_parties": "parties",
    "fact_people": "people",
    "fact_fields": "fields",
    "fact_spans": "quotations",
}


def _sorted(found: list[rows.Row]) -> list[list[str]]:
    return sorted([str(row[name]) for name in sorted(row)] for row in found)
