"""What belongs together across documents, in the form of gold/score_threads.py."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from itertools import combinations

import msgspec

from servanda.codebook.engagements import engagement_words
from servanda.follow.invitations import is_only_to_come, is_told_with_the_visit, names_the_event
from servanda.ledger import Ledger
from servanda.ledger.rows import day_bounds
from servanda.model.document import Span
from servanda.model.facts import Commitment, Engagement
from servanda.query.book import Book
from servanda.query.counterparts import Kept, Told, further_counterparts, kept
from servanda.query.documents import documents
from servanda.resolve.ceremonies import kinds_of
from servanda.resolve.labels import label
from servanda.resolve.mention import Mention
from servanda.resolve.resolution import Individual

Quoted = dict[str, object]
"""A document's name with its evidence, or with the name of a person."""

_OVERLAP = 0.3
_DONE = ("kept", "partly")
_GATHERINGS = frozenset({"conference", "dialogue", "exercise"})


class Threads(msgspec.Struct, frozen=True, kw_only=True):
    """engagements, instruments: label and mentions; people: canonical name and mentions; fulfilments:
    earlier, later and status; conflicts: property and values; duplicates: names of documents."""

    engagements: tuple[dict[str, object], ...] = ()
    instruments: tuple[dict[str, object], ...] = ()
    people: tuple[dict[str, object], ...] = ()
    fulfilments: tuple[dict[str, object], ...] = ()
    conflicts: tuple[dict[str, object], ...] = ()
    duplicates: tuple[tuple[str, ...], ...] = ()


def threads(ledger: Ledger, book: Book) -> Threads:
    """The threads of the book, which is one of `ledger`."""
    further = tuple(further_counterparts(book))
    told_elsewhere = _told_elsewhere(book, further)
    return Threads(
        engagements=(*_entries(book, "engagement", told_elsewhere), *_beside(further)),
        instruments=_entries(book, "instrument", told_elsewhere),
        people=tuple(_person(person) for person in book.people),
        fulfilments=(*_fulfilments(book), *(_met(each) for each in kept(further))),
        conflicts=tuple(
            {
                "property": f"{conflict.property}: {conflict.label}",
                "values": [
                    {**_place(value.mention, (value.span,)), "value": value.value}
                    for value in conflict.values
                ],
            }
            for conflict in book.conflicts
        ),
        duplicates=tuple(_pairs(book, _names(ledger, book.as_of))),
    )


def _fulfilments(book: Book) -> Iterable[dict[str, object]]:
    for answer in book.answers:
        if not answer.hindsight:
            there, elsewhere = _by_document(answer.later, answer.later_also)
            yield {
                "earlier": _quoted(answer.earlier),
                "later": _quoted(*there),
                "status": answer.answer.status,
                "confidence": answer.answer.confidence,
                "reason": answer.answer.reason,
                "later_also": [_quoted(mention) for mention in elsewhere],
            }


def _by_document(later: Mention, also: Iterable[Mention]) -> tuple[list[Mention], list[Mention]]:
    """The reports in the document of the first one, which quotes all of them, and those elsewhere."""
    there, elsewhere = [later], list[Mention]()
    for mention in also:
        (there if mention.source.id == later.source.id else elsewhere).append(mention)
    return there, elsewhere


def _met(plan: Kept) -> dict[str, object]:
    first, *also = (_place(mention, spans) for mention, spans in plan.later)
    return {
        "earlier": _place(plan.plan, (plan.span,)),
        "later": first,
        "status": "kept",
        "confidence": 0.7,
        "reason": "one of several who were to be met is reported as met",
        "later_also": also,
    }


def _entries(
    book: Book, kind: str, told_elsewhere: Mapping[str, list[Quoted]]
) -> tuple[dict[str, object], ...]:
    beside: dict[str, list[Mention]] = defaultdict(list)
    entries = [entry for entry in book.entries if entry.kind == kind]
    for entry in entries:
        for mention in entry.mentions:
            beside[mention.source.id].append(mention)
    return tuple(
        {
            "label": label(entry),
            "mentions": [
                _place(mention, (span,))
                for mention in entry.mentions
                for span in _telling(mention, beside[mention.source.id])
            ]
            + told_elsewhere.get(entry.id, []),
        }
        for entry in entries
    )


def _beside(further: Iterable[Told]) -> Iterable[dict[str, object]]:
    """Meetings of which nothing tells but clauses on several counterparts, each with its own."""
    for told in further:
        if not told.is_its_own:
            mentions = [_place(each.mention, (each.span,)) for each in told.further]
            yield {"label": f"{label(told.entry)}: {told.further[0].name}", "mentions": mentions}


def _told_elsewhere(book: Book, further: Iterable[Told]) -> dict[str, list[Quoted]]:
    """By entry the quotations of other facts that speak of it: of the invitation that a visit kept, of the
    signing by which several planned texts were signed that are listed one by one, of talks with several
    counterparts."""
    found: dict[str, list[Quoted]] = defaultdict(list)
    for told in further:
        if told.is_its_own:
            found[told.entry.id] += [_place(each.mention, (each.span,)) for each in told.further]
    visits = _visits(book)
    for answer in book.answers:
        later = _visit_at(answer.later, visits)
        before, after = book.by_mention.get(answer.earlier.id), book.by_mention.get(later.id)
        if before is None or after is None or answer.hindsight or answer.answer.status not in _DONE:
            continue
        if before.kind == "commitment" and _is_invitation_to(answer.earlier, later):
            found[after.id].append(_place(answer.earlier, answer.earlier.fact.evidence[:1]))
        elif before.kind == "instrument" and after.kind == "engagement":
            found[before.id].append(_place(answer.later, answer.later.fact.evidence[:1]))
    return found


def _visits(book: Book) -> dict[str, list[Mention]]:
    """The visits that each document tells, by its id."""
    found: dict[str, list[Mention]] = defaultdict(list)
    for entry in book.entries:
        for mention in entry.mentions:
            if isinstance(mention.fact, Engagement) and mention.fact.type == "visit":
                found[mention.source.id].append(mention)
    return found


def _visit_at(mention: Mention, visits: Mapping[str, list[Mention]]) -> Mention:
    """The visit that is told with "at the invitation of" it, in its document; any other mention itself."""
    invite = mention.fact
    if not isinstance(invite, Commitment) or not is_told_with_the_visit(mention):
        return mention
    told = (v for v in visits.get(mention.source.id, ()) if _share_words(v.fact.evidence, invite.evidence))
    return next(told, mention)


def _share_words(one: Iterable[Span], other: Iterable[Span]) -> bool:
    return any(a.start < b.end and b.start < a.end for a in one for b in other)


def _is_invitation_to(earlier: Mention, later: Mention) -> bool:
    """Whether it invites to the very visit, and not to a gathering during it; or to the very ceremony or
    gathering."""
    invite, kept = earlier.fact, later.fact
    if not isinstance(invite, Commitment) or invite.act != "invite" or not isinstance(kept, Engagement):
        return False
    if kept.type == "ceremony":
        return not kinds_of(earlier.quotation).isdisjoint(kinds_of(later.quotation))
    if kept.type == "visit":
        return "visit" in earlier.quotation.lower() or is_only_to_come(earlier)
    return kept.type in _GATHERINGS and names_the_event(earlier, later)


def _person(person: Individual) -> dict[str, object]:
    named = {(m.source.name, getattr(m.fact, "name", "")): None for m in person.mentions}
    return {
        "canonical": person.name,
        "mentions": [{"document": document, "name": name} for document, name in named],
    }


def _telling(mention: Mention, beside: Iterable[Mention]) -> list[Span]:
    """The quotations that tell of this engagement or instrument itself: the first one, and others that name
    it and do not tell first of all of another."""
    first, *more = mention.fact.evidence
    others = [other.fact.evidence[0] for other in beside if other.id != mention.id]
    own = [span for span in more if not any(_part_in(other, span) >= _OVERLAP for other in others)]
    if isinstance(mention.fact, Engagement) and mention.fact.type == "visit":
        own = [span for span in own if _of_travel().search(span.text)]
    return [first, *own]


@cache
def _of_travel() -> re.Pattern[str]:
    """Words of travel: a sentence about who else came along does not tell of the visit itself."""
    visits = engagement_words().visits
    stems = {word.removesuffix("e") for word in (*visits.verbs, *visits.travel)} | {"trip", "stay", "journey"}
    return re.compile(rf"\b(?:{'|'.join(sorted(stems))}|left|went|came|flew)", re.IGNORECASE)


def _part_in(other: Span, span: Span) -> float:
    """Which part of `span` lies within the other."""
    return (min(span.end, other.end) - max(span.start, other.start)) / (span.end - span.start)


def _quoted(mention: Mention, *more: Mention) -> Quoted:
    """The document of the mentions, with all that they quote, each once."""
    spans = (span for each in (mention, *more) for span in each.fact.evidence)
    return _place(mention, dict.fromkeys(spans))


def _place(mention: Mention, spans: Iterable[Span]) -> Quoted:
    evidence = [{"start": span.start, "end": span.end, "text": span.text} for span in spans]
    return {"document": mention.source.name, "evidence": evidence}


def _names(ledger: Ledger, as_of: date | None) -> dict[str, str]:
    """Names of the documents that were published by `as_of`, by ids; of those that state no fact as well."""
    last = as_of.isoformat() if as_of else None
    published = ((each, day_bounds(each.published)[1]) for each in documents(ledger))
    return {each.id: each.name for each, day in published if last is None or day is None or day <= last}


def _pairs(book: Book, names: Mapping[str, str]) -> Iterable[tuple[str, ...]]:
    """Copies by the names of their documents, each pair once."""
    for group in book.resolution.copies:
        yield from combinations(sorted(names[id_] for id_ in group if id_ in names), 2)
