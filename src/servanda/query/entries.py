"""Lists of entries: what happened, was signed and promised, each once, with where it stands."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec

from servanda.follow.plans import FollowedBy
from servanda.follow.series import Implied, implied
from servanda.follow.status import Status, compliance, status
from servanda.ledger import Ledger
from servanda.ledger.rows import date_of, day_bounds
from servanda.model.facts import AnyFact
from servanda.query.book import Book
from servanda.query.facts import facts, facts_of
from servanda.query.filters import EVERYTHING, Filters
from servanda.query.relationship import relationship
from servanda.query.views import FactView
from servanda.resolve.entry import Entry
from servanda.resolve.labels import label
from servanda.resolve.merged import merged


class EntryView(msgspec.Struct, frozen=True, kw_only=True):
    """An entry as lists show it.

    fact       what its mentions say together (resolve.merged), no fact of any document
    status     where it stands, None for kinds that do not have any
    score      compliance of a commitment (-1, 0, +1), None without evidence
    sources    how many independent sources tell of it
    conflicts  names of the properties on which they differ
    answers    what later documents show of it
    facts      the facts of the entry, each with its document
    """

    id: str
    kind: str
    label: str
    fact: AnyFact
    date: str | None
    status: Status | None
    score: int | None
    sources: int
    conflicts: tuple[str, ...]
    answers: tuple[FollowedBy, ...]
    facts: tuple[FactView, ...]


class Between(msgspec.Struct, frozen=True, kw_only=True):
    """All entries between two parties, in the order of time.

    implied  meetings of which no document tells, but that have to have been, as a later one of their series
             was counted: no facts
    """

    parties: tuple[str, str]
    entries: tuple[EntryView, ...]
    implied: tuple[Implied, ...] = ()

    def of(self, kind: str) -> tuple[EntryView, ...]:
        """Those of one kind."""
        return tuple(entry for entry in self.entries if entry.kind == kind)


def entries(ledger: Ledger, book: Book, today: date, filters: Filters = EVERYTHING) -> list[EntryView]:
    """The entries of which at least one fact satisfies the filters, in the order of time: by their own
    date, else by that of their first report; those without either come last. Entries of one day stand as
    their first reports tell them.

    today  the day as of which statuses are told, unless the book is of an earlier one
    """
    views = facts_of(ledger, book.by_mention) if book.pair else {view.id: view for view in facts(ledger)}
    chosen = set(views) if filters == EVERYTHING else {view.id for view in facts(ledger, filters)}
    return _views(book, today, chosen, views)


def between(ledger: Ledger, book: Book, today: date, a: str, b: str) -> Between:
    """The entries between two parties, given by code or name. UsageError where a name is unknown."""
    found = relationship(ledger, a, b)
    chosen = {view.id for view in found.facts}
    told = {book.by_mention[id_].id: book.by_mention[id_] for id_ in chosen if id_ in book.by_mention}
    views = facts_of(ledger, (mention.id for entry in told.values() for mention in entry.mentions))
    return Between(
        parties=found.parties,
        entries=tuple(_views(book, today, chosen, views)),
        implied=tuple(each for each in implied(book.entries) if each.by.id in chosen),
    )


def view_of(ledger: Ledger, book: Book, today: date, entry: Entry) -> EntryView:
    """The entry as lists show it."""
    ids = {mention.id for mention in entry.mentions}
    views = {view.id: view for view in facts(ledger, Filters(kinds=(entry.kind,))) if view.id in ids}
    return _view(book, entry, today, views)


def _views(book: Book, today: date, chosen: set[str], views: dict[str, FactView]) -> list[EntryView]:
    wanted = [entry for entry in book.entries if any(m.id in chosen for m in entry.mentions)]
    made = [_view(book, entry, today, views) for entry in wanted]
    return sorted(made, key=_time)


def _view(book: Book, entry: Entry, today: date, views: dict[str, FactView]) -> EntryView:
    answers = book.answers_of(entry)
    found = status(entry, answers, book.as_of or today)
    fact = merged(entry)
    return EntryView(
        id=entry.id,
        kind=entry.kind,
        label=label(entry),
        fact=fact,
        date=date_of(fact),
        status=found,
        score=compliance(found) if found else None,
        sources=book.sources(entry),
        conflicts=tuple(conflict.property.partition(".")[2] for conflict in book.conflicts_of(entry)),
        answers=answers,
        facts=tuple(views[mention.id] for mention in entry.mentions if mention.id in views),
    )


def _time(view: EntryView) -> tuple[bool, str, str, str, int, str]:
    first, _ = day_bounds(view.date)
    when = first or _first_published(view.facts)
    told = view.facts[0]
    return when is None, when or "", view.date or "~", told.document, told.fact.evidence[0].start, view.id


def _first_published(views: Iterable[FactView]) -> str | None:
    days = (day_bounds(view.published)[0] for view in views)
    return min((day for day in days if day is not None), default=None)
