"""The log of reads, and which of them is meant by "since"."""

from __future__ import annotations

import re
from collections import defaultdict

import msgspec
from sqlalchemy import ColumnElement, Connection, func, select

from servanda.errors import UsageError
from servanda.ledger import Ledger
from servanda.ledger.tables import finishes, reads, skipped
from servanda.model import edtf

BEGINNING = 0
"""Stands for the time before the first read."""

_MEND = "see: servanda reads"
_ADDING = ("new", "versions", "restored", "reread")
_COUNTS = (*_ADDING, "known", "skipped", "facts")


class LeftOut(msgspec.Struct, frozen=True, kw_only=True):
    """An input that a read could not read, why, and what to do about it."""

    origin: str
    reason: str
    mend: str


class ReadView(msgspec.Struct, frozen=True, kw_only=True):
    """One run of one extractor. Times are UTC.

    finished  None when it was stopped half way or is still going on; it has no counts then, but what it
              added stands
    new, versions, restored, reread, known
              numbers of documents: first seen, seen with other bytes or metadata, seen as they were once
              before, read by an extractor that had not read them, and those for which there was nothing to do
    facts     how many were added
    skipped   how many inputs could not be read
    """

    number: int
    started: str
    finished: str | None
    extractor: str
    new: int | None
    versions: int | None
    restored: int | None
    reread: int | None
    known: int | None
    skipped: int | None
    facts: int | None
    left_out: tuple[LeftOut, ...] = ()


def all_reads(ledger: Ledger) -> list[ReadView]:
    """All reads in their order."""
    query = (
        select(reads.c.id.label("number"), reads.c.started, reads.c.extractor, finishes.c.finished)
        .add_columns(*(finishes.c[name] for name in _COUNTS))
        .outerjoin_from(reads, finishes)
        .order_by(reads.c.id)
    )
    with ledger.reading() as connection:
        left_out = _left_out(connection)
        rows = connection.execute(query).mappings().all()
    return [ReadView(**row, left_out=tuple(left_out[row["number"]])) for row in rows]


def since(ledger: Ledger, given: str | None = None) -> int:
    """The number of the read that `given` names, with which the ledger is to be compared.

    given  the number of a read (0 is the time before the first); or a date with its month (EDTF), for the
           last read that began before it (UTC); None: the read before the last finished one that added
           something

    UsageError where it names no read and no date.
    """
    with ledger.reading() as connection:
        if given is None:
            return _before_the_last(connection)
        if re.fullmatch(r"\d+", given.strip(), re.ASCII):
            return _numbered(connection, given.strip())
        return _before_day(connection, given.strip())


def last_started(ledger: Ledger) -> str | None:
    """When the last read began (UTC, ISO); None before the first."""
    with ledger.reading() as connection:
        return connection.execute(select(func.max(reads.c.started))).scalar()


def _before_the_last(connection: Connection) -> int:
    added = sum((finishes.c[name] for name in _ADDING[1:]), start=finishes.c[_ADDING[0]])
    last = connection.execute(select(func.max(finishes.c.read_id)).where(added > 0)).scalar()
    return _last(connection, reads.c.id < last) if last is not None else BEGINNING


def _numbered(connection: Connection, given: str) -> int:
    last = _last(connection)
    if len(given) > len(str(last)) or int(given) > last:
        mend = f"{_MEND}, or give a date with its month: 2024-05"
        raise UsageError(given, "no read has this number", mend)
    return int(given)


def _before_day(connection: Connection, given: str) -> int:
    days = edtf.bounds(given)
    if days is None:
        raise UsageError(
            given, "is neither the number of a read nor a date", "write 3, 2024-05 or 2024-05-17"
        )
    return _last(connection, reads.c.started < days[0].isoformat())


def _last(connection: Connection, *conditions: ColumnElement[bool]) -> int:
    number = connection.execute(select(func.max(reads.c.id)).where(*conditions)).scalar()
    return BEGINNING if number is None else int(number)


def _left_out(connection: Connection) -> dict[int, list[LeftOut]]:
    found: dict[int, list[LeftOut]] = defaultdict(list)
    for row in connection.execute(select(skipped).order_by(skipped.c.id)):
        found[row.read_id].append(LeftOut(origin=row.origin, reason=row.reason, mend=row.mend))
    return found
