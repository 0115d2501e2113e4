"""What changed lately, as plain rows: a comparison with the ledger as it was a week or a read ago."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal

import msgspec
from sqlalchemy import select

from servanda.ledger import Ledger
from servanda.ledger.tables import reads as read_table
from servanda.query import reads
from servanda.query.book import Book
from servanda.query.changes import Changes, compare
from servanda.query.wording import who
from servanda.resolve.entry import Entry
from servanda.resolve.labels import label
from servanda.resolve.merged import merged

_LATELY = timedelta(days=7)

Section = Literal["conflict", "status", "new", "told again", "joined", "parted"]
"""A new conflict, a changed status, or as in `changes.How`."""


class ChangeRow(msgspec.Struct, frozen=True, kw_only=True):
    """What changed of an entry.

    before, now, why  of a status: what it was, what it is, and the reason
    property, values  of a conflict: on what sources differ, and what they say
    """

    section: Section
    entry: str
    kind: str
    label: str
    who: str
    before: str | None = None
    now: str | None = None
    why: str | None = None
    property: str | None = None
    values: tuple[str, ...] = ()


class Since(msgspec.Struct, frozen=True, kw_only=True):
    """With what the ledger was compared: the state after the read of this number, which began then (UTC); 0
    is before the first, to which everything is new, and no change is listed."""

    read: int
    started: str | None = None
    counts: dict[str, int] = {}


def lately(ledger: Ledger, today: date) -> int:
    """The read with which to compare: the last one before the last seven days, or where that was before the
    first or nothing was read in them, the one before the last that added something."""
    before_last = reads.since(ledger)
    week = reads.since(ledger, (today - _LATELY).isoformat())
    return week if 0 < week <= before_last else before_last


def changes_since(ledger: Ledger, now: Book, read: int, today: date) -> tuple[Since, tuple[ChangeRow, ...]]:
    """What changed between the read of this number and `now`: conflicts, then statuses, then entries."""
    if read == reads.BEGINNING:
        return Since(read=read), ()
    for _ in ledger.link(read):
        pass  # what was current then and is no more
    found = tuple(_rows(compare(Book(ledger.resolution(read)), now, today)))
    counts: Counter[str] = Counter(row.section for row in found)
    with ledger.reading() as connection:
        query = select(read_table.c.started).where(read_table.c.id == read)
        started = connection.execute(query).scalar()
    return Since(read=read, started=started, counts=dict(counts)), found


def _rows(found: Changes) -> Iterator[ChangeRow]:
    for each in found.conflicts:
        values = dict.fromkeys(value.value for value in each.conflict.values)
        told = each.conflict.property.partition(".")[2]
        yield msgspec.structs.replace(_row("conflict", each.entry), property=told, values=tuple(values))
    for one in found.statuses:
        yield msgspec.structs.replace(
            _row("status", one.entry), before=one.before.value, now=one.now.value, why=one.now.reason
        )
    for how in ("new", "joined", "parted", "told again"):
        yield from (_row(each.how, each.entry) for each in found.entries if each.how == how)


def _row(section: Section, entry: Entry) -> ChangeRow:
    return ChangeRow(
        section=section, entry=entry.id, kind=entry.kind, label=label(entry), who=who(merged(entry))
    )
