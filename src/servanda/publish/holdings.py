"""All that an export of linked data holds: entries with their facts, people, documents, judgements."""

from __future__ import annotations

from datetime import date, datetime

import msgspec

from servanda.ledger import Ledger
from servanda.query.book import Book
from servanda.query.documents import documents
from servanda.query.entries import EntryView, entries
from servanda.query.facts import facts
from servanda.query.filters import EVERYTHING, Filters
from servanda.query.people import people
from servanda.query.reads import last_started
from servanda.query.views import DocumentView, FactView, PersonView
from servanda.resolve.judgement import Judgement


class Holdings(msgspec.Struct, frozen=True, kw_only=True):
    """What is exported. Facts are those of the entries and those that name people; documents those that hold
    one of them.

    day    the day as of which statuses are told
    stamp  UTC; when the ledger was last read, so that the same ledger gives the same file
    """

    facts: tuple[FactView, ...]
    entries: tuple[EntryView, ...]
    people: tuple[PersonView, ...]
    documents: tuple[DocumentView, ...]
    judgements: tuple[Judgement, ...]
    day: date
    stamp: datetime


def holdings(ledger: Ledger, book: Book, today: date, filters: Filters = EVERYTHING) -> Holdings:
    """What satisfies the filters: facts that do, entries of which one fact does, people whom such a fact
    names, and all judgements, since they tell why entries are what they are."""
    found = tuple(facts(ledger, filters))
    held = tuple(entries(ledger, book, today, filters))
    known = {each.id for each in found}
    shown = (*found, *(each for view in held for each in view.facts if each.id not in known))
    of_people = msgspec.structs.replace(filters, kinds=(), status=None, act=None)
    about_people = filters.kinds in ((), ("person",)) and filters.status is None and filters.act is None
    sources = {each.fact.source for each in shown}
    return Holdings(
        facts=tuple({each.id: each for each in shown}.values()),
        entries=held,
        people=tuple(people(ledger, book, of_people)) if about_people else (),
        documents=tuple(each for each in documents(ledger) if each.id in sources),
        judgements=tuple(ledger.judgements()),
        day=book.as_of or today,
        stamp=datetime.fromisoformat(last_started(ledger) or f"{today}T00:00:00Z"),
    )
