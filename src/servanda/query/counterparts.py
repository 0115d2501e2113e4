"""Talks told with several counterparts in one clause: "will meet the Vice President, the Health Minister and
the National Security Adviser" is one fact and tells of three meetings."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

import msgspec

from servanda.extract.engagement.listed import callers_told
from servanda.follow.plans import is_done, is_plan
from servanda.follow.times import can_answer
from servanda.model.document import Span
from servanda.model.facts import Engagement, Person, parties_in
from servanda.query.book import Book
from servanda.resolve.encounter import may_be_one
from servanda.resolve.engagement_keys import when_told
from servanda.resolve.engagements import compare
from servanda.resolve.entry import Entry
from servanda.resolve.mention import Mention, time_key
from servanda.resolve.times import Closeness, closeness

_TOGETHER = re.compile(
    r"\b(?:accompanied|together with|along with|alongside|joined by|led by|delegation|in the presence|"
    r"co-?chaired|attended by)\b",
    re.IGNORECASE,
)
"""Words by which people of one side come together."""
_A_PAIR = 2
_CALLED = 0.8
"""How sure it is that a caller of a list is the one who is told to be received in those days."""
_SEVERAL, _MANY = 2, 3


class Further(msgspec.Struct, frozen=True, kw_only=True):
    """A counterpart named behind the first one.

    mention  the fact that names several
    name     of the counterpart, as the document has it
    span     where the clause names this one
    listed   how many it names
    parties  of the meeting with this one
    """

    mention: Mention
    name: str
    span: Span
    listed: int
    parties: frozenset[str]


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """A meeting that clauses on several counterparts tell of besides the one with the first of them.

    entry       that of talks with this counterpart alone; else that of the clause
    further     where the clauses name this counterpart
    is_its_own  whether the entry is of this meeting; else nothing but the clauses tells of it
    """

    entry: Entry
    further: tuple[Further, ...]
    is_its_own: bool


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """A planned meeting with a counterpart behind the first, told later as held.

    plan   where the plan names this counterpart, `span`
    later  what tells that they met, with its quotations; the first of them, then what tells the same
    """

    plan: Mention
    span: Span
    later: tuple[tuple[Mention, tuple[Span, ...]], ...]


_Alone = dict[frozenset[str], list[tuple[Entry, Mention]]]
_Beside = dict[frozenset[str], list[tuple[Entry, list[Further]]]]


def further_counterparts(book: Book) -> Iterator[Told]:
    """The meetings with the counterparts behind the first. Those of which nothing else tells only where they
    are planned, or told of three or more ("received A, B and C"): a report that names two can be of one
    meeting."""
    entries = [entry for entry in book.entries if entry.kind == "engagement"]
    alone, beside = _alone(entries), _Beside()
    in_doubt: list[Further] = []
    for entry in entries:
        for further in (each for mention in entry.mentions for each in _further(mention)):
            own = _entry_of(further, alone)
            if own is not None:
                yield Told(entry=own, further=(further,), is_its_own=True)
            elif is_plan(further.mention) or further.listed >= _MANY:
                if not _gathered(beside, further, entry):
                    beside.setdefault(further.parties, []).append((entry, [further]))
            else:
                in_doubt.append(further)
    for further in in_doubt:
        _gathered(beside, further)
    for entry, told in chain.from_iterable(beside.values()):
        yield Told(entry=entry, further=tuple(told), is_its_own=False)


def kept(further: Iterable[Told]) -> Iterator[Kept]:
    """The plans to meet a counterpart behind the first that were kept, each meeting once. One that is also
    planned on its own is told by that plan."""
    of_entry: dict[str, list[Further]] = defaultdict(list)
    entries = {told.entry.id: told.entry for told in further}
    for told in further:
        if told.is_its_own:
            of_entry[told.entry.id] += told.further
        else:
            yield from _kept(told.further, ())
    for id_, several in of_entry.items():
        if not any(map(is_plan, entries[id_].mentions)):
            yield from _kept(several, entries[id_].mentions)


def _kept(told: Iterable[Further], alone: Iterable[Mention]) -> Iterator[Kept]:
    by_time = sorted(told, key=lambda each: time_key(each.mention))
    plan = next((each for each in by_time if is_plan(each.mention)), None)
    if plan is None:
        return
    # A report that lists them all as the plan does keeps the plan, which is told once.
    reports: list[tuple[Mention, tuple[Span, ...]]] = [
        (each.mention, (each.span,))
        for each in by_time
        if is_done(each.mention) and not _can_be_one(plan, each)
    ]
    reports += [(mention, mention.fact.evidence) for mention in alone if is_done(mention)]
    later = [
        r for r in reports if r[0].source.id != plan.mention.source.id and can_answer(plan.mention, r[0])
    ]
    if later:
        ordered = sorted(later, key=lambda each: time_key(each[0]))
        yield Kept(plan=plan.mention, span=plan.span, later=tuple(ordered))


def _gathered(beside: _Beside, further: Further, entry: Entry | None = None) -> bool:
    """Puts what several documents tell of one counterpart together: of one entry, or of two whose clauses can
    be of one occasion. Whether there was something to put it to."""
    for of, told in beside.get(further.parties, ()):
        if may_be_one(told[0].name, further.name) and (of is entry or _can_be_one(told[0], further)):
            told.append(further)
            return True
    return False


def _can_be_one(one: Further, other: Further) -> bool:
    decision = compare(one.mention, other.mention)
    return decision is not None and decision.verdict == "same"


def _further(mention: Mention) -> Iterator[Further]:
    """The counterparts behind the first, where the clause lists several of one side; all where it lists
    callers of several."""
    fact = mention.fact
    if not isinstance(fact, Engagement) or fact.type != "meeting":
        return
    if len(fact.parties) > _A_PAIR:
        yield from _callers(mention, fact)
    elif not _TOGETHER.search(mention.quotation):
        yield from _of_one_side(mention, fact)


def _callers(mention: Mention, fact: Engagement) -> Iterator[Further]:
    """ "Among those meeting the President are |A, Ambassador of Peru|; |B, Ambassador of Chile|": the first
    of each side but that of the host, who is named first."""
    listing = next((span for span in fact.evidence if callers_told(span.text)), None)
    party_of = {person.name: person.party for person in mention.source.people}
    host = party_of.get(next(iter(fact.participants), ""))
    if listing is None or host is None:
        return
    named = ((p, at) for p in mention.source.people for at in _named_in(fact, p, listing))
    sides: dict[str, tuple[Person, Span]] = {}
    for person, at in sorted(named, key=lambda each: each[1].start):
        if person.party not in (None, host):
            sides.setdefault(person.party or "", (person, at))
    for party, (person, at) in sides.items():
        both = frozenset({host, party})
        yield Further(mention=mention, name=person.name, span=at, listed=len(sides), parties=both)


def _of_one_side(mention: Mention, fact: Engagement) -> Iterator[Further]:
    clause = fact.evidence[0]
    told = [(person, span) for person in mention.source.people for span in _named_in(fact, person, clause)]
    told.sort(key=lambda each: each[1].start)
    sides = list(dict.fromkeys(person.party for person, _ in told if person.party is not None))
    met = sides[1:] if len(sides) > 1 else sides  # "He will meet A and B" names only those whom he meets
    listed = [(person, span) for person, span in told if person.party in met]
    if len(met) == 1 and len(listed) >= _SEVERAL:
        for person, span in listed[1:]:
            both = frozenset(fact.parties)
            yield Further(mention=mention, name=person.name, span=span, listed=len(listed), parties=both)


def _named_in(fact: Engagement, person: Person, clause: Span) -> Iterator[Span]:
    """Where the clause names one who takes part: with the post, where the document introduces him there."""
    if person.name not in fact.participants:
        return
    introduced = person.evidence[0]
    at = clause.text.find(person.name)
    if clause.start <= introduced.start and introduced.end <= clause.end:
        yield introduced
    elif at >= 0:
        start = clause.start + at
        yield Span(start=start, end=start + len(person.name), text=person.name)


def _alone(entries: Iterable[Entry]) -> _Alone:
    """Mentions of meetings with one counterpart, by their parties."""
    found: _Alone = defaultdict(list)
    for entry in entries:
        for mention in entry.mentions:
            fact = mention.fact
            if isinstance(fact, Engagement) and fact.type == "meeting" and not any(_further(mention)):
                found[frozenset(fact.parties)].append((entry, mention))
    return found


def _entry_of(further: Further, alone: _Alone) -> Entry | None:
    """The entry of talks with this counterpart alone, the surest."""
    found = []
    for entry, mention in alone.get(further.parties, ()):
        score = _is_told_in(further, mention) if _names(mention, further.name) else None
        if score is not None:
            found.append((-score, entry.id, entry))
    return min(found, key=lambda each: each[:2])[2] if found else None


def _is_told_in(further: Further, alone: Mention) -> float | None:
    """How sure it is that talks with the counterpart alone are those of the list."""
    if further.parties != frozenset(parties_in(further.mention.fact)):
        return _CALLED if closeness(when_told(further.mention), when_told(alone)) >= Closeness.ABOUT else None
    decision = compare(further.mention, alone)
    return decision.score if decision is not None and decision.verdict == "same" else None


def _names(mention: Mention, name: str) -> bool:
    return any(may_be_one(name, each) for each in getattr(mention.fact, "participants", ()))
