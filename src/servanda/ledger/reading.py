"""A read: documents and their facts come into the ledger, one transaction a document."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from functools import partial
from hashlib import sha256
from itertools import count

import msgspec
from sqlalchemy import ColumnElement, Connection, Table, func, select

from servanda.errors import LedgerError
from servanda.ledger import chain, fulltext, lineage, rows
from servanda.ledger.again import again, look_again
from servanda.ledger.clock import Clock, stamp
from servanda.ledger.database import Database
from servanda.ledger.erasing import why_erased
from servanda.ledger.grounds import grounded
from servanda.ledger.tables import (
    blobs,
    facts,
    finishes,
    readings,
    sightings,
    skipped,
    texts,
    versions,
)
from servanda.model.document import Document
from servanda.model.facts import AnyFact


class Added(StrEnum):
    """What adding a document changed."""

    NEW = "new"  # the first version of a document
    VERSION = "new version"  # other bytes or metadata at a known origin
    RESTORED = "restored"  # an earlier version stands at its origin again
    REREAD = "re-read"  # a known version, by an extractor that had not read it
    KNOWN = "already known"  # nothing was added


class ReadRun:
    """One run of one extractor over some documents; made by `Ledger.begin_read`.

    `added` counts what became of the documents, `skipped` and `facts` the rest. A run that is never
    finished leaves all that was added.
    """

    def __init__(self, number: int, extractor: str, database: Database, clock: Clock) -> None:
        self.number, self.extractor = number, extractor
        self.added: Counter[Added] = Counter()
        self.skipped = 0
        self.facts = 0
        self._database, self._clock = database, clock

    def knows(self, document_id: str) -> bool:
        """Whether the version stands in the ledger, read by this extractor; then counts it as known."""
        known = look_again(
            self._database, partial(is_known, version_id=document_id, extractor=self.extractor)
        )
        self.added[Added.KNOWN] += known
        return known

    def erased(self, document: Document) -> str | None:
        """When and why the document's bytes were erased, where they were: they are not to be read again."""
        return look_again(self._database, lambda connection: why_erased(connection, document.sha256))

    def add(self, document: Document, data: bytes, facts: Sequence[AnyFact]) -> Added:
        """Stores the document, its bytes and its facts: all or, if anything fails, nothing.

        Facts that a known reading already holds are not stored again. Raises ValueError naming the fact
        that is not grounded in the text, or the document whose hash is not that of `data`; LedgerError for
        bytes that were erased.
        """
        unique = grounded(document, data, facts)
        added, stored = again(self._database, partial(self._add, document=document, data=data, unique=unique))
        self.added[added] += 1
        self.facts += stored
        return added

    def skip(self, origin: str, reason: str, mend: str = "") -> None:
        """Records an input that could not be read, why, and what to do about it."""
        row = {"read_id": self.number, "origin": origin, "reason": reason, "mend": mend}
        self._insert_once(skipped, row, self.skipped)
        self.skipped += 1

    def finish(self) -> None:
        """Records that the run came to its end, with its counts."""
        counts = {
            "new": self.added[Added.NEW],
            "versions": self.added[Added.VERSION],
            "restored": self.added[Added.RESTORED],
            "reread": self.added[Added.REREAD],
            "known": self.added[Added.KNOWN],
            "skipped": self.skipped,
            "facts": self.facts,
        }
        row = {"read_id": self.number, "finished": stamp(self._clock), **counts}
        self._insert_once(finishes, row, 0)

    def _insert_once(self, table: Table, row: dict[str, object], stored: int) -> None:
        """Adds a row of this read, of which the table holds `stored`; one that a connection which broke has
        left there all the same is not added again."""
        of_read = select(func.count()).select_from(table).where(table.c.read_id == self.number)
        tries = count(1)

        def insert(connection: Connection) -> None:
            if next(tries) == 1 or connection.execute(of_read).scalar_one() == stored:
                chain.insert(connection, table, row)

        again(self._database, insert)

    def _add(
        self, connection: Connection, document: Document, data: bytes, unique: Sequence[AnyFact]
    ) -> tuple[Added, int]:
        """What was added, and how many facts."""
        now = stamp(self._clock)
        found = select(versions.c.document_id).where(versions.c.id == document.id)
        number = connection.execute(found).scalar()
        if number is None:
            added = self._add_version(connection, document, data, now)
        elif lineage.stands(connection, document.id) or not lineage.is_origin_of(
            connection, document, number
        ):
            added = Added.KNOWN
        else:
            self._sight(connection, number, document.id, now)
            added = Added.RESTORED
        if _is_read(connection, document.id, self.extractor):
            return added, 0
        self._add_reading(connection, document, unique, now)
        return Added.REREAD if added is Added.KNOWN else added, len(unique)

    def _add_version(self, connection: Connection, document: Document, data: bytes, now: str) -> Added:
        if why := why_erased(connection, document.sha256):
            raise LedgerError(document.name, why, "leave it out")
        number, is_new = lineage.document_for(connection, document, now)
        if not _has(connection, blobs.c.sha256, document.sha256):
            row = {"sha256": document.sha256, "size": len(data), "compressed": zlib.compress(data)}
            connection.execute(blobs.insert().values(row))
        first, last = rows.day_bounds(document.published)
        row = {name: getattr(document, name) for name in _VERSION_PROPERTIES}
        row |= {"id": document.id, "document_id": number, "published_first": first, "published_last": last}
        connection.execute(versions.insert().values(row))
        self._sight(connection, number, document.id, now)
        return Added.NEW if is_new else Added.VERSION

    def _sight(self, connection: Connection, number: int, version_id: str, now: str) -> None:
        row = {"document_id": number, "version_id": version_id, "read_id": self.number, "seen": now}
        chain.insert(connection, sightings, row)

    def _add_reading(
        self, connection: Connection, document: Document, unique: Sequence[AnyFact], now: str
    ) -> None:
        text_hash = sha256(document.text.encode()).hexdigest()
        if not _has(connection, texts.c.sha256, text_hash):
            connection.execute(texts.insert().values(sha256=text_hash, text=document.text))
        reading = chain.next_number(connection, readings)
        row = {
            "id": reading,
            "version_id": document.id,
            "extractor": self.extractor,
            "text_sha256": text_hash,
            "regions": msgspec.json.encode(document.regions).decode(),
            "read_id": self.number,
            "read_at": now,
        }
        connection.execute(readings.insert().values(row))
        fulltext.add_text(connection, reading, document.title, document.text)
        if unique:
            add_facts(connection, reading, unique)
        chain.add(connection, readings, reading)


_VERSION_PROPERTIES = tuple(c.name for c in versions.c if c.name in Document.__struct_fields__)


def is_known(connection: Connection, version_id: str, extractor: str) -> bool:
    """Whether the version stands at its origin and this extractor has read it."""
    return _is_read(connection, version_id, extractor) and lineage.stands(connection, version_id)


def _is_read(connection: Connection, version_id: str, extractor: str) -> bool:
    read = select(readings.c.id).where(readings.c.version_id == version_id, readings.c.extractor == extractor)
    return connection.execute(read).first() is not None


def _has(connection: Connection, key: ColumnElement[str], value: str) -> bool:
    return connection.execute(select(key).where(key == value)).first() is not None


def add_facts(connection: Connection, reading: int, unique: Sequence[AnyFact]) -> None:
    """Stores facts, each once and grounded, as those of the reading, with all by which they are found."""
    insert = facts.insert().returning(facts.c.number, sort_by_parameter_order=True)
    numbers = connection.execute(insert, [rows.fact_row(fact, reading) for fact in unique]).scalars().all()
    numbered = list(zip(unique, numbers, strict=True))
    for table, rows_of in rows.CHILDREN:
        children = [row for fact, number in numbered for row in rows_of(fact, number)]
        if children:
            connection.execute(table.insert(), children)
    fulltext.add_facts(connection, [(number, rows.words_of(fact)) for fact, number in numbered])
