"""From an engagement as it was read to the fact, with the words that prove it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from servanda.extract import grammar
from servanda.extract.analysis import Analysis
from servanda.extract.engagement.event import Event
from servanda.extract.engagement.setting import framework, visit_around
from servanda.extract.engagement.sighting import Sighting, verb_of
from servanda.extract.facts import Draft
from servanda.model.document import Span
from servanda.model.facts import Engagement, EngagementStatus, Modality

_MODALITY: dict[EngagementStatus, Modality] = {"planned": "planned", "cancelled": "negated"}
_SHORT = 6
"""Tokens of "at the meeting" and the like, which prove nothing by themselves."""


def draft(analysis: Analysis, event: Event, events: Sequence[Event]) -> Draft[Engagement]:
    """The fact of an engagement; `events` are all of the document, for the visit around it."""
    others = [other for other in events if other is not event]
    told = [
        analysis.quote_tokens(*_without_talks(analysis, _ends(s, others), s, others)) for s in _telling(event)
    ]
    visit = visit_around(event, events)
    reasons = {"type": event.first.rule}
    if event.date:
        reasons["date"] = "stated, or carried on from the engagement told before"
    fact = Engagement(
        document=analysis.document.name,
        source="",
        evidence=tuple(_apart([*told, *event.extra])),
        modality=_MODALITY.get(event.status, "asserted"),
        rule=event.first.rule,
        reasons=reasons,
        type=event.type,
        status=event.status,
        parties=event.parties,
        participants=event.people,
        date=event.date,
        place=event.place,
        country=event.country,
        series=event.series,
        ordinal=event.ordinal,
        within=framework(analysis, visit) if visit is not None else None,
    )
    return Draft(fact, event.start)


def _telling(event: Event) -> Iterator[Sighting]:
    """Sightings that say something of the engagement that the ones before do not."""
    known: set[str] = set()
    for sighting in event.sightings:
        details = (sighting.place, sighting.ordinal, sighting.series)
        says = {*sighting.people, *sighting.parties, *map(str, details)}
        if not sighting.definite or says - known or sighting.right - sighting.left > _SHORT:
            known |= says
            yield sighting


def _ends(sighting: Sighting, others: Sequence[Event]) -> tuple[int, int]:
    """First and last token of what tells it: of "|visited Peru in May| and |was received by him|" to each
    its own verb, where both tell of something."""
    left, right, verb = sighting.left, sighting.right, verb_of(sighting.trigger)
    if verb is None:
        return left, right
    joined = [t for t in (verb.head, *verb.children) if _is_joined(t, verb)]
    if not joined:
        return left, right
    told = {v.i for other in others for s in other.sightings if (v := verb_of(s.trigger)) is not None}
    for other in (t for t in joined if t.i in told):
        if other.i < verb.i:
            left = max(left, verb.left_edge.i)
        else:
            right = min(right, grammar.trim_right(verb.doc, verb.i, _before(verb, other)))
    ends = (left, right)
    return ends if left <= sighting.trigger.i <= right else (sighting.left, sighting.right)


def _without_talks(
    analysis: Analysis, ends: tuple[int, int], journey: Sighting, others: Sequence[Event]
) -> tuple[int, int]:
    """The ends of "|flew to Oslo today| for talks with Y", where what is told of the talks dates no journey:
    the talks are quoted with what tells them."""
    left, right = ends
    if journey.type != "visit":
        return ends
    nouns = [s.trigger for e in others if e.type == "meeting" for s in e.sightings]
    behind = [t.head.i for t in nouns if t.dep_ == "pobj" and t.head.lower_ == "for" and t.i <= right]
    for cut in (i for i in behind if journey.trigger.i < i):
        if not analysis.dates_in(*grammar.text_between(journey.trigger.doc, cut, right)):
            return left, grammar.trim_right(journey.trigger.doc, left, cut - 1)
    return ends


def _is_joined(token: Token, verb: Token) -> bool:
    """Whether the one of the two verbs that stands behind is joined to the other, and has its subject."""
    first, second = sorted((token, verb), key=lambda t: t.i)
    joined = second.dep_ == "conj" and second.head == first and first.pos_ == second.pos_ == "VERB"
    return joined and not grammar.has_child(second, "nsubj", "nsubjpass")


def _before(verb: Token, other: Token) -> int:
    """The last token before the "and" that joins the other."""
    joining = next(
        (c.i for c in verb.children if c.dep_ == "cc" and verb.i < c.i < other.i), other.left_edge.i
    )
    return joining - 1


def _apart(spans: Sequence[Span]) -> list[Span]:
    """The spans without those that lie in another, in order of appearance."""
    out: list[Span] = []
    for span in spans:
        if not any(_lies_in(span, other) for other in out):
            out = [other for other in out if not _lies_in(other, span)]
            out.append(span)
    return out


def _lies_in(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
