"""Which document a text belongs to, and which of its versions stands at its origin."""

from __future__ import annotations

from functools import cache
from hashlib import sha256

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, func, or_, select, union_all

from servanda.ledger.tables import additions, documents, origins, readings, reviews, sightings, versions
from servanda.model.document import Document

_LONGEST_KEY = 500


def origin_key(document: Document) -> str:
    """What tells documents apart: the URL, else where the text was got. Of a very long one, as only a hostile
    page has, the beginning and the hash: databases limit what an index can hold."""
    key = document.url or document.origin
    if len(key) <= _LONGEST_KEY:
        return key
    return f"{key[:_LONGEST_KEY]}#{sha256(key.encode()).hexdigest()}"


def document_for(connection: Connection, document: Document, now: str) -> tuple[int, bool]:
    """The number of the document to which this new version belongs, and whether the document is new."""
    key = origin_key(document)
    number = _document_at(connection, key)
    if number is not None:
        return number, False
    number = _same_with_or_without_url(connection, document)
    is_new = number is None
    if number is None:
        inserted = connection.execute(documents.insert().values(first_seen=now).returning(documents.c.id))
        number = inserted.scalar_one()
    connection.execute(origins.insert().values(origin=key, document_id=number))
    return number, is_new


def is_origin_of(connection: Connection, document: Document, number: int) -> bool:
    """Whether the document's origin is one of those of the document with this number."""
    return _document_at(connection, origin_key(document)) == number


def stands(connection: Connection, version_id: str) -> bool:
    """Whether the version stands at its origin: no later read has seen another one there.

    Versions that one read has seen at one origin (a table that names a URL twice) stand side by side, so
    that reading them again adds nothing.
    """
    own = sightings.alias()
    document = select(versions.c.document_id).where(versions.c.id == version_id).scalar_subquery()
    last = select(func.max(sightings.c.id)).where(sightings.c.document_id == document).scalar_subquery()
    last_read = select(sightings.c.read_id).where(sightings.c.id == last).scalar_subquery()
    seen = select(own.c.id).where(own.c.version_id == version_id, own.c.read_id == last_read)
    return connection.execute(seen.limit(1)).first() is not None


def current_versions(until: int | None = None) -> Select[str]:
    """Ids of the version that was seen last of each document. `until` is the number of a read: what was
    current after that read, whatever later ones have seen."""
    last = select(func.max(sightings.c.id)).group_by(sightings.c.document_id)
    if until is not None:
        last = last.where(sightings.c.read_id <= until)
    return select(sightings.c.version_id).where(sightings.c.id.in_(last))


def extracted_readings(until: int | None = None) -> Select[int]:
    """Ids of the last reading that an extractor made of each current version, one a document; with `until`,
    of those that were current after the read of that number."""
    current = readings.c.version_id.in_(current_versions(until))
    last = select(func.max(readings.c.id)).where(
        current, readings.c.id.not_in(select(additions.c.reading_id))
    )
    if until is not None:
        last = last.where(readings.c.read_id <= until)
    return last.group_by(readings.c.version_id)


def current_readings(until: int | None = None) -> Select[int]:
    """Ids of the readings whose facts are current: the extracted ones, and those of facts by hand that stand
    on a current version. Of their facts, those are not current that a person withdrew (`withdrawn`)."""
    by_hand = (
        select(additions.c.reading_id)
        .join(reviews, reviews.c.number == additions.c.review)
        .join(readings, readings.c.id == additions.c.reading_id)
        .where(reviews.c.number.not_in(_undone()), readings.c.version_id.in_(current_versions(until)))
    )
    if until is not None:
        by_hand = by_hand.where(readings.c.read_id <= until)
    found = union_all(extracted_readings(until), by_hand).subquery()
    return select(found.c[0])


@cache
def is_extracted() -> ColumnElement[bool]:
    """The condition of `extracted_readings` on a row of `readings` joined with `versions`: quicker where few
    rows are asked for."""
    later = readings.alias()
    by_hand = select(additions.c.reading_id)
    read_again = exists().where(
        later.c.version_id == readings.c.version_id, later.c.id > readings.c.id, later.c.id.not_in(by_hand)
    )
    return and_(is_seen_last(), readings.c.id.not_in(by_hand), ~read_again)


@cache
def is_current() -> ColumnElement[bool]:
    """The condition of `current_readings`, as `is_extracted`."""
    added = exists().where(additions.c.reading_id == readings.c.id, additions.c.review.not_in(_undone()))
    return or_(is_extracted(), and_(is_seen_last(), added))


@cache
def is_seen_last() -> ColumnElement[bool]:
    """The condition of `current_versions` on a row of `versions`."""
    last = (
        select(sightings.c.version_id)
        .where(sightings.c.document_id == versions.c.document_id)
        .order_by(sightings.c.id.desc())
        .limit(1)
        .correlate(versions)
    )
    return versions.c.id == last.scalar_subquery()


@cache
def withdrawn() -> Select[str]:
    """Ids of the facts that a person has rejected or corrected: by the last review of each that stands."""
    last = (
        select(func.max(reviews.c.number))
        .where(reviews.c.undoes.is_(None), reviews.c.number.not_in(_undone()))
        .group_by(reviews.c.fact)
    )
    return select(reviews.c.fact).where(
        reviews.c.number.in_(last), reviews.c.verdict.in_(("rejected", "corrected"))
    )


def _undone() -> Select[int]:
    return select(reviews.c.undoes).where(reviews.c.undoes.is_not(None))


def _document_at(connection: Connection, key: str) -> int | None:
    return connection.execute(select(origins.c.document_id).where(origins.c.origin == key)).scalar()


def _same_with_or_without_url(connection: Connection, document: Document) -> int | None:
    """The document of the same name and bytes that was read before its URL was known, or is read now
    without it: metadata came or went, the document stayed."""
    other = versions.c.url.is_(None) if document.url else versions.c.url.is_not(None)
    candidates = (
        select(versions.c.document_id)
        .where(versions.c.sha256 == document.sha256, versions.c.name == document.name, other)
        .distinct()
        .limit(2)
    )
    found = connection.execute(candidates).scalars().all()
    return found[0] if len(found) == 1 else None
