"""Verifying a ledger: does every fact still stand on what was read?"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from hashlib import sha256

import msgspec
from sqlalchemy import Connection, select

from servanda.ledger import rows
from servanda.ledger.database import Database
from servanda.ledger.grounds import is_grounded
from servanda.ledger.tables import blobs, fact_spans, facts, readings, texts, versions
from servanda.model.document import Span


class Problem(msgspec.Struct, frozen=True):
    """Something in the ledger that is not as it was written: `subject` is an id, or the ledger itself."""

    subject: str
    problem: str


def problems(database: Database, connection: Connection) -> Iterator[Problem]:
    """All problems, one document in memory at a time."""
    for problem in database.integrity_problems(connection):
        yield Problem(database.name, problem)
    for sha in connection.execute(select(blobs.c.sha256)).scalars().all():
        yield from _blob_problems(connection, sha)
    for reading in connection.execute(select(readings.c.id).order_by(readings.c.id)).scalars().all():
        yield from _reading_problems(connection, reading)


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
    spans = _spans_of(connection, reading)
    for row in connection.execute(select(facts).where(facts.c.reading_id == reading)):
        for problem in _fact_problems(row.content, row.id, version.text, spans.get(row.number, [])):
            yield Problem(row.id, f"{problem} ({version.name})")


def _spans_of(connection: Connection, reading: int) -> dict[int, list[Span]]:
    query = (
        select(fact_spans)
        .join(facts, facts.c.number == fact_spans.c.fact)
        .where(facts.c.reading_id == reading)
        .order_by(fact_spans.c.fact, fact_spans.c.position)
    )
    spans: dict[int, list[Span]] = {}
    for row in connection.execute(query):
        spans.setdefault(row.fact, []).append(Span(row.start, row.end, row.text))
    return spans


def _fact_problems(content: str, fact_id: str, text: str, spans: list[Span]) -> Iterator[str]:
    try:
        fact = rows.decode(content)
    except msgspec.DecodeError as error:
        yield f"the fact cannot be decoded: {error}"
        return
    if fact.id != fact_id:
        yield "the fact does not say what its id stands for"
    if list(fact.evidence) != spans:
        yield "the quotations differ from those of the fact"
    for span in spans:
        if not is_grounded(span, text):
            yield f"the text does not have {span.text!r} at {span.start}:{span.end}"
