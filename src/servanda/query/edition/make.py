"""Printing an edition: everything that the book holds, worked out once and written into tables."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from sqlalchemy import Connection, Table, select

from servanda.follow.due import due
from servanda.follow.series import implied
from servanda.ledger import Ledger
from servanda.ledger.rows import day_bounds
from servanda.ledger.tables import facts as fact_table
from servanda.ledger.tables import readings
from servanda.query.book import Book, parties_of
from servanda.query.documents import documents
from servanda.query.doubts import InDoubt, doubts
from servanda.query.edition import schema
from servanda.query.edition.needs import waiting_for_review
from servanda.query.edition.printing import (
    answered,
    as_json,
    conflict_row,
    links,
    organisation_columns,
    person_columns,
    type_of,
)
from servanda.query.edition.rows import (
    ConflictRow,
    EntryRow,
    ImpliedRow,
    RelationshipRow,
    Tied,
    Waiting,
    YearRow,
)
from servanda.query.entries import EntryView, entries
from servanda.query.lately import changes_since, lately
from servanda.query.organisations import organisations
from servanda.query.people import people
from servanda.query.relationship import memberships, relationships
from servanda.query.views import PersonView
from servanda.query.where import current
from servanda.query.wording import what, who
from servanda.resolve.entry import Entry
from servanda.resolve.labels import label

_BATCH = 5000
_SAMPLE = 1000
"""Rows of an index that are looked at."""

_Rows = Iterable[dict[str, object]]


def make(ledger: Ledger, book: Book, today: date, out: Connection) -> None:
    """Writes the edition of `book`, which is one of `ledger`, into the empty tables behind `out`."""
    printing = _Printing(ledger, book, today)
    for table, rows in printing.tables():
        _write(out, table, rows)
    _measure(out)


def _measure(out: Connection) -> None:
    """Lets SQLite look at a sample of each index: without, it takes one condition to be as rare as another,
    and goes through all engagements for those of one party."""
    out.exec_driver_sql(f"PRAGMA analysis_limit = {_SAMPLE}")
    out.exec_driver_sql("ANALYZE")


class _Printing:
    """What several tables need of the book."""

    def __init__(self, ledger: Ledger, book: Book, today: date) -> None:
        self._ledger, self._book, self._today = ledger, book, today
        self._views = entries(ledger, book, today)
        self._entry = {entry.id: entry for entry in book.entries}
        self._place = {view.id: number for number, view in enumerate(self._views, 1)}
        self._place_of_fact = {
            id_: self._place[e.id] for id_, e in book.by_mention.items() if e.id in self._place
        }
        self._pairs: dict[int, set[tuple[str, str]]] = defaultdict(set)
        for pair, fact in memberships(ledger):
            if fact in self._place_of_fact:
                self._pairs[self._place_of_fact[fact]].add(pair)
        waiting = due(book.entries, book.answers, book.as_of or today)
        self._waiting = {
            d.entry.id: Waiting(when=d.when, by=d.by.isoformat(), overdue=d.overdue) for d in waiting
        }
        self._reads = dict(_reads(ledger))

    def tables(self) -> Iterator[tuple[Table, _Rows]]:
        """Each table with its rows."""
        rows = [self._entry_row(view) for view in self._views]
        conflicts = [each for view in self._views for each in self._conflicts(view)]
        doubted = doubts(self._ledger, self._book)
        yield schema.entries, (self._entry_columns(row) for row in rows)
        yield schema.contents, ({"place": self._place[row.id], "content": as_json(row)} for row in rows)
        yield schema.entry_parties, self._many(rows, "party", lambda row: row.parties)
        yield schema.entry_fields, self._many(rows, "field", lambda row: row.fields)
        yield (
            schema.entry_facts,
            ({"fact": fact, "place": self._place[r.id]} for r in rows for fact in r.facts),
        )
        pairs = ((place, pair) for place, found in self._pairs.items() for pair in sorted(found))
        yield schema.entry_pairs, ({"a": a, "b": b, "place": place} for place, (a, b) in pairs)
        yield schema.answering, self._answering(rows)
        read = documents(self._ledger, newest_first=True)
        yield schema.documents, ({"content": as_json(document)} for document in read)
        yield schema.relationships, self._relationships()
        yield schema.conflicts, ({"place": self._place[c.entry], "content": as_json(c)} for c in conflicts)
        yield schema.implied, self._implied()
        yield from self._people()
        yield schema.years, self._years()
        if self._book.as_of is None and self._book.pair is None:
            yield from self._changes()
        yield schema.queue, self._queue(rows, conflicts, doubted)

    def _many(
        self, rows: Iterable[EntryRow], name: str, values: Callable[[EntryRow], Iterable[str]]
    ) -> _Rows:
        return ({name: value, "place": self._place[row.id]} for row in rows for value in values(row))

    def _entry_row(self, view: EntryView) -> EntryRow:
        entry = self._entry[view.id]
        first, last = day_bounds(view.date)
        told = sorted(each.published for each in view.facts if each.published)
        status = view.status
        return EntryRow(
            id=view.id,
            kind=view.kind,
            type=type_of(view),
            label=view.label,
            who=who(view.fact),
            what=what(view.fact),
            date=view.date,
            first_day=first,
            last_day=last,
            fact=view.fact,
            status=status.value if status else None,
            reason=status.reason if status else None,
            status_by=tuple(m.id for m in status.mentions) if status else (),
            score=view.score,
            confidence=max(each.fact.confidence for each in view.facts),
            sources=view.sources,
            conflicts=view.conflicts,
            parties=tuple(sorted(parties_of(entry))),
            fields=tuple(
                sorted({field for each in view.facts for field in getattr(each.fact, "fields", ())})
            ),
            facts=tuple(mention.id for mention in entry.mentions),
            told=(told[0], told[-1]) if told else (None, None),
            answers=tuple(answered(view)),
            ties=tuple(self._ties(entry)),
            links=tuple(links(entry)),
            waiting=self._waiting.get(view.id),
        )

    def _answering(self, rows: Iterable[EntryRow]) -> _Rows:
        shown = {
            (fact, self._place[row.id]): None
            for row in rows
            for answer in row.answers
            for fact in (answer.later, *answer.later_also)
        }
        return ({"fact": fact, "place": place} for fact, place in shown)

    def _entry_columns(self, row: EntryRow) -> dict[str, object]:
        waiting = row.waiting
        return {
            "place": self._place[row.id],
            "id": row.id,
            "kind": row.kind,
            "type": row.type,
            "status": row.status,
            "first_day": row.first_day,
            "last_day": row.last_day,
            "due_by": waiting.by if waiting else None,
            "overdue": bool(waiting and waiting.overdue),
            "disputed": bool(row.conflicts),
            "confidence": row.confidence,
            "sources": row.sources,
            "read": max((self._reads[fact] for fact in row.facts if fact in self._reads), default=0),
        }

    def _ties(self, entry: Entry) -> Iterator[Tied]:
        for tie in self._book.ties_of(entry):
            yield Tied(
                type=tie.type,
                entry=tie.target.id,
                label=label(tie.target),
                fact=tie.mention.id,
                reason=tie.reason,
            )

    def _conflicts(self, view: EntryView) -> Iterator[ConflictRow]:
        if view.conflicts:
            titles = {each.id: each.title for each in view.facts}
            for found in self._book.conflicts_of(self._entry[view.id]):
                yield conflict_row(self._entry[view.id], view, found, titles)

    def _relationships(self) -> Iterator[dict[str, object]]:
        totals: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
        for view in self._views:
            for pair in self._pairs.get(self._place[view.id], ()):
                expected = self._waiting.get(view.id)
                total = totals[pair]
                total[0] += expected is not None and not expected.overdue
                total[1] += expected is not None and expected.overdue
                total[2] += bool(view.conflicts)
        entry_of = {id_: entry.id for id_, entry in self._book.by_mention.items()}
        for counts in relationships(self._ledger, entry_of):
            if counts.facts:
                waiting, overdue, disputed = totals[counts.parties]
                row = RelationshipRow(
                    parties=counts.parties,
                    kinds=counts.kinds,
                    documents=counts.documents,
                    first=counts.first,
                    last=counts.last,
                    waiting=waiting,
                    overdue=overdue,
                    conflicts=disputed,
                )
                yield {"a": counts.parties[0], "b": counts.parties[1], "content": as_json(row)}

    def _implied(self) -> Iterator[dict[str, object]]:
        for each in implied(self._book.entries):
            place = self._place_of_fact.get(each.by.id)
            if place is not None:
                row = ImpliedRow(
                    series=each.series,
                    parties=each.parties,
                    first=each.first,
                    last=each.last,
                    entry=self._book.by_mention[each.by.id].id,
                )
                yield {"place": place, "content": as_json(row)}

    def _years(self) -> Iterator[dict[str, object]]:
        counted: dict[int, Counter[str]] = defaultdict(Counter)
        for view in self._views:
            told = sorted(each.published for each in view.facts if each.published)
            first, _ = day_bounds(view.date or (told[0] if told else None))
            if first is not None:
                counted[int(first[:4])][view.status.value if view.status else view.fact.modality] += 1
        for year, standing in sorted(counted.items()):
            yield {"year": year, "content": as_json(YearRow(year=year, standing=dict(standing)))}

    def _changes(self) -> Iterator[tuple[Table, _Rows]]:
        read = lately(self._ledger, self._today)
        since, found = changes_since(self._ledger, self._book, read, self._today)
        yield schema.about, [{"name": "since", "value": as_json(since).decode()}]
        yield schema.changes, ({"section": each.section, "content": as_json(each)} for each in found)

    def _people(self) -> Iterator[tuple[Table, _Rows]]:
        found = people(self._ledger, self._book)
        known = list(enumerate(found, 1))
        person_of = {form.id: number for number, person in known for form in person.forms}
        takes_part: dict[int, dict[str, None]] = defaultdict(dict)
        named = {
            (mention.source.id, getattr(mention.fact, "name", "")): person_of[individual.forms[0].id]
            for individual in self._book.people
            if individual.forms[0].id in person_of
            for mention in individual.mentions
        }
        for view in self._views:
            for each in view.facts:
                for name in (*getattr(each.fact, "participants", ()), getattr(each.fact, "by", None)):
                    number = named.get((each.fact.source, name or ""))
                    if number is not None:
                        takes_part[number][view.id] = None
        yield (
            schema.people,
            (person_columns(number, person, tuple(takes_part[number])) for number, person in known),
        )
        yield schema.person_forms, ({"form": form, "place": number} for form, number in person_of.items())
        yield (
            schema.person_entries,
            ({"person": n, "place": self._place[id_]} for n, ids in takes_part.items() for id_ in ids),
        )
        yield from self._organisations(found)

    def _organisations(self, of: Iterable[PersonView]) -> Iterator[tuple[Table, _Rows]]:
        known = list(enumerate(organisations(of, self._views), 1))
        yield schema.organisations, (organisation_columns(number, each) for number, each in known)
        yield (
            schema.organisation_entries,
            ({"organisation": n, "place": self._place[id_]} for n, each in known for id_ in each.entries),
        )
        serving = {(holder.id, n): None for n, each in known for holder in each.holders}
        yield schema.organisation_people, ({"person": id_, "organisation": n} for id_, n in serving)

    def _queue(
        self, rows: Iterable[EntryRow], conflicts: Iterable[ConflictRow], doubted: Iterable[InDoubt]
    ) -> Iterator[dict[str, object]]:
        """What needs a person, by one scale: how likely it is that something has to be decided or mended."""
        for each in waiting_for_review(self._views, rows, conflicts, doubted):
            yield {
                "id": each.id,
                "reason": each.reason,
                "place": self._place.get(each.entry or ""),
                "content": as_json(each),
            }


def _reads(ledger: Ledger) -> list[tuple[str, int]]:
    """Each current fact with the number of the read that found it."""
    query = (
        select(fact_table.c.id, readings.c.read_id)
        .join(readings, readings.c.id == fact_table.c.reading_id)
        .where(current())
    )
    with ledger.reading() as connection:
        return [(row.id, row.read_id) for row in connection.execute(query)]


def _write(out: Connection, table: Table, rows: _Rows) -> None:
    batch: list[dict[str, object]] = []
    for row in rows:
        batch.append(row)
        if len(batch) == _BATCH:
            out.execute(table.insert(), batch)
            batch = []
    if batch:
        out.execute(table.insert(), batch)
