"""The briefing on a relationship: what of the ledger goes into it, in what order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from msgspec.structs import replace

from servanda.codebook.places import party_code, party_name
from servanda.errors import LedgerError, UsageError
from servanda.ledger import Ledger
from servanda.publish.brief.caveats import caveats
from servanda.publish.brief.citations import Citations
from servanda.publish.brief.dealings import instruments, last_engagements, to_come
from servanda.publish.brief.fields import fields
from servanda.publish.brief.material import Material
from servanda.publish.brief.parts import Brief, Reference, Section, Statement, Table
from servanda.publish.brief.people import people
from servanda.publish.brief.promises import asked, owed
from servanda.publish.brief.timeline import timeline
from servanda.publish.brief.views import positions, state
from servanda.publish.dates import day_in_words
from servanda.query import people as query_people
from servanda.query.book import Book
from servanda.query.documents import documents
from servanda.query.entries import Between, between
from servanda.query.reads import last_started
from servanda.query.views import DocumentView, PersonView

_ROOMS = (1.0, 0.8, 0.6, 0.4, 0.25)
"""Shares of the usual numbers of statements, tried in turn."""
_LONGEST = 17_500
"""Characters that fill four pages of A4 with the timeline, measured on briefings set by `pdf.to_pdf`."""
_LINE, _SMALL = 60, 0.45
"""Half a line, which each statement loses at its end; the room that small print needs of that of large."""


def briefing(
    ledger: Ledger, book: Book, today: date, parties: tuple[str, str], ours: str | None = None
) -> Brief:
    """The briefing on the relationship of `parties`, given by code or name.

    today  the day as of which statuses are told, unless the book is of an earlier one
    ours   the one of the two for whom it is, by code or name; None: the first

    UsageError where a party is not known or `ours` is neither of the two, LedgerError where the ledger holds
    nothing between them.
    """
    found = between(ledger, book, today, *parties)
    us, them = _sides(found, ours)
    title = " – ".join(party_name(code) for code in (us, them))
    day = book.as_of or today
    if not found.entries:
        when = f" as it was known on {day_in_words(day)}" if book.as_of else ""
        raise LedgerError(title, f"nothing between them stands in this ledger{when}", "see: servanda show")
    material = Material(
        book=book,
        found=found,
        people=tuple(_people(ledger, book, found)),
        ours=us,
        theirs=them,
        day=day,
        cite=Citations({}),
    )
    sections, references = _fitting(material, {document.id: document for document in documents(ledger)})
    return Brief(
        title=title,
        subtitle=f"Briefing for {party_name(us)}, as known on {day_in_words(day)}",
        day=day,
        stamp=datetime.fromisoformat(last_started(ledger) or f"{day}T00:00:00Z"),
        sections=sections,
        references=references,
        timeline=timeline(found, day),
    )


def _fitting(
    material: Material, documents: Mapping[str, DocumentView]
) -> tuple[tuple[Section, ...], tuple[Reference, ...]]:
    """As many statements as there is room for on four pages, and their references."""
    for room in _ROOMS:
        cite = Citations(documents)
        sections = _sections(replace(material, cite=cite, room=room))
        if _length(sections, cite.references) <= _LONGEST:
            break
    return sections, cite.references


def _length(sections: Iterable[Section], references: Iterable[Reference]) -> float:
    """In characters of running text; references are set smaller, in two columns."""
    blocks = [block for section in sections for block in section.blocks]
    statements = [
        sum(len(p.text) for p in block.pieces) + _LINE for block in blocks if isinstance(block, Statement)
    ]
    rows = [len(block.rows) * _LINE for block in blocks if isinstance(block, Table)]
    small = [
        len(each.quotation) + sum(len(part or "") for part in (each.title, each.publisher)) + _LINE / 2
        for each in references
    ]
    return sum(statements) + sum(rows) + _SMALL * sum(small)


def _sections(material: Material) -> tuple[Section, ...]:
    """In the order in which they are read: references are numbered on the way."""
    made = (
        state(material),
        last_engagements(material),
        to_come(material),
        instruments(material),
        *owed(material),
        asked(material),
        positions(material),
        people(material),
        fields(material),
        caveats(material),
    )
    return tuple(section for section in made if section.blocks)


def _sides(found: Between, ours: str | None) -> tuple[str, str]:
    """Us and them."""
    one, other = found.parties
    if ours is None:
        return one, other
    wanted = party_code(ours) or ours
    if wanted not in found.parties:
        raise UsageError(ours, "is neither of the two parties", f"write --for {one} or --for {other}")
    return (one, other) if wanted == one else (other, one)


def _people(ledger: Ledger, book: Book, found: Between) -> list[PersonView]:
    """Those whom documents on the relationship name."""
    telling = {view.fact.source for entry in found.entries for view in entry.facts}
    return [p for p in query_people.people(ledger, book) if any(d.id in telling for d in p.documents)]
