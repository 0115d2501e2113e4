"""Where an engagement took place, in the course of which visit, and which parties follow from that."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Token

from servanda.codebook.actors import actor_words
from servanda.codebook.engagements import engagement_words
from servanda.codebook.places import country_of_place, is_state
from servanda.extract import grammar
from servanda.extract.analysis import Analysis, unique
from servanda.extract.engagement.days import can_be_one_visit, can_be_same_time, is_long_over
from servanda.extract.engagement.event import Event
from servanda.extract.engagement.rounds import ordinal_of
from servanda.extract.engagement.tokens import is_of_the_last, stands_behind
from servanda.extract.mentions import PartyMention
from servanda.extract.numbers import to_int
from servanda.model.edtf import bounds
from servanda.model.facts import EngagementType

_LONGEST_FRAME = 12
"""Tokens behind "visit" that still say which visit it is."""
_OF_PLACES = frozenset({"in", "at", "of", "near", "on"})
"""Prepositions by which a place goes on being described."""
_ON_THEIR_OWN = frozenset({"dialogue", "exercise"})
"""Engagements that are held without a visit as often as in its course."""
_A_WEEK = 7
"""Days behind the arrival in which what is planned belongs to the visit."""
_COMPANION = re.compile(r"first (?:lady|gentleman)|spouse|wife|husband", re.IGNORECASE)
_JOINED = frozenset({"of", "the", "and"})
_OF_THE_PROGRAMME = frozenset({"happen", "talks"})
"""Readers of meetings that are told without who holds them."""


def complete(analysis: Analysis, event: Event, events: Sequence[Event]) -> None:
    """Fill in what the sightings leave open: parties of the people, place, country, the host's part."""
    party_of = {person.name: person.party for person in analysis.people}
    envoys = _envoys(analysis) if _is_of_credentials(event) else ()
    if not set(envoys) & set(event.people):
        event.join(people=envoys)
    event.join(unique(party_of.get(name) for name in event.people))
    _bring_the_visitor(analysis, event, events, party_of)
    if event.type != "visit":
        event.place = event.place or _place(analysis, event)
    event.country = event.country or _country(analysis, event, events)
    if len(event.parties) < 2 and event.type in {"conference", "dialogue", "ceremony"}:
        event.join(_parties_named(analysis, event))
    visit = visit_around(event, events)
    if visit is not None and visit.country:
        _set_in_visit(event, visit, visit.country)


def _bring_the_visitor(
    analysis: Analysis, event: Event, events: Sequence[Event], party_of: Mapping[str, str | None]
) -> None:
    """ "A meeting |with Minister Y| is planned as well": of the one whose visit to Y's country was told."""
    if event.type != "meeting" or event.first.reader not in _OF_THE_PROGRAMME or len(event.people) != 1:
        return
    host = party_of.get(event.people[0])
    visits = [v for v in events if v.type == "visit" and v.start < event.start and not _is_over(v)]
    visit = visits[-1] if visits else None
    if visit is None or visit.country is None or visit.country != host:
        return
    visitor = _who_came(analysis, visit)
    if visitor is None:
        return
    elsewhere = any(code != host for code in _countries_said(analysis, event))
    if elsewhere or not can_be_one_visit(event.date, visit.date):
        return  # "A meeting with Minister Y took place |in 2019|", "|in X's capital|"
    if event.people[0] not in visit.people and host not in visit.visitor:
        event.join(visit.visitor, (visitor,))


def _who_came(analysis: Analysis, visit: Event) -> str | None:
    """The one who leads the visit: those who are told later to accompany him, and his wife, do not."""
    told = next((s.people for s in visit.sightings if s.people), visit.people)
    of_side = [p for p in analysis.people if p.name in told and p.party in visit.visitor]
    leading = [p.name for p in of_side if not _COMPANION.search(p.post or "")]
    return leading[0] if len(leading) == 1 else None


def _is_of_credentials(event: Event) -> bool:
    """Whether it is the ceremony in which credentials are presented."""
    first, presenting = event.first, engagement_words().ceremonies.presenting
    return first.reader == "witness" and first.word in presenting | {"accredit"}


def _envoys(analysis: Analysis) -> tuple[str, ...]:
    """ "Nine new ambassadors presented their credentials", whom the report names in a list of their own."""
    posts = actor_words().roles["diplomat"]
    foreign = (p for p in analysis.people if p.party not in {None, analysis.home})
    return tuple(p.name for p in foreign if any(post in (p.post or "").lower() for post in posts))


def visit_around(event: Event, events: Sequence[Event]) -> Event | None:
    """The visit in whose course the engagement falls, told nearest to it: its traveller takes part. Of two
    that are told it is the one to a country that takes part. A fair told by the way without its place has
    none: nobody says where it was."""
    elsewhere = event.first.reader == "in-passing" and event.country is None
    if event.type == "visit" or elsewhere:
        return None
    told = [e for e in events if e.type == "visit"]
    planned = event.status == "planned"
    visits = sorted(
        (v for v in told if not (planned and _was_before_another(v, told))),
        key=lambda v: (v.country not in event.parties, _is_over(v), abs(v.start - event.start)),
    )
    return next((visit for visit in visits if _falls_in(event, visit)), None)


def _was_before_another(visit: Event, visits: Sequence[Event]) -> bool:
    """ "It reciprocates |the visit of President X in November 2024|": nothing that is planned falls in it."""
    later = (other.date for other in visits if other is not visit)
    return visit.status == "held" and any(is_long_over(visit.date, date) for date in later)


def _is_over(visit: Event) -> bool:
    """ "arrived in Singapore, |following his working visit to Japan|", "made the invitation |when he visited
    Lima|": told by the way."""
    return all(
        stands_behind(s.trigger, "after", "following", "since") or _is_aside(s.trigger)
        for s in visit.sightings
    )


def _is_aside(verb: Token) -> bool:
    """ "|when| he visited Lima"."""
    return verb.tag_ == "VBD" and verb.dep_ == "advcl" and any(c.lower_ == "when" for c in verb.children)


def framework(analysis: Analysis, visit: Event) -> str | None:
    """ "official visit to France": the words that name the visit."""
    noun = next((s.trigger for s in visit.sightings if s.trigger.pos_ == "NOUN"), None)
    if noun is None:
        return None
    kinds = (
        t.left_edge.i for t in noun.lefts if t.dep_ in {"amod", "compound", "nmod"} and to_int(t.text) is None
    )
    left = next(kinds, noun.i)
    goals = (c.right_edge.i for c in noun.children if c.dep_ == "prep" and c.lower_ == "to")
    right = max(goals, default=noun.i)
    return analysis.quote_tokens(left, min(right, noun.i + _LONGEST_FRAME)).text


def place_in(analysis: Analysis, left: int, right: int, trigger: Token | None = None) -> str | None:
    """The most specific place named between the tokens: "at the X" before "in X"; no place of a clause on
    somebody else than `trigger` tells of."""
    found: dict[str, str] = {}
    for preposition in analysis.doc[left : right + 1]:
        if preposition.dep_ == "prep" and preposition.lower_ in {"at", "in"}:
            if trigger is not None and _is_of_another(preposition, trigger, right):
                continue
            for noun in preposition.children:
                if (place := _named_place(analysis, preposition, noun)) is not None:
                    found.setdefault(preposition.lower_, place)
    return found.get("at") or found.get("in")


def _falls_in(event: Event, visit: Event) -> bool:
    """Of the same parties at the same time and place. With people named, the traveller is one of them; of
    a round or an exercise that names nobody the text has to give both dates."""
    elsewhere = event.country is not None and visit.country is not None and event.country != visit.country
    then = can_be_same_time(event.date, visit.date) or _is_ahead(event, visit)
    elsewhere = elsewhere or (event.status == "held" and _is_yet_to_come(visit))
    if elsewhere or not set(visit.visitor) & set(event.parties) or not then:
        return False
    if event.people and visit.people:
        return bool(set(visit.people) & set(event.people))
    dated = event.date is not None and visit.date is not None
    return dated or event.type not in _ON_THEIR_OWN


def _is_yet_to_come(visit: Event) -> bool:
    """ "He met X. |Today he leaves for Tokyo|, where he will be received": no place of what was before."""
    return visit.status == "planned" and visit.first.reader == "travel" and visit.date is not None


def _is_ahead(event: Event, visit: Event) -> bool:
    """ "arrived this morning (08). ... |Tomorrow (09)|, he will attend the forum": what is planned in the
    days behind the arrival."""
    begun = visit.status == "held" and visit.date is not None and "/" not in visit.date
    if not begun or event.status != "planned" or event.date is None:
        return False
    arrival, then = bounds(visit.date or ""), bounds(event.date)
    return arrival is not None and then is not None and 0 < (then[0] - arrival[1]).days <= _A_WEEK


def _set_in_visit(event: Event, visit: Event, host: str) -> None:
    """On a visit, visitor and host meet, when the text does not name two states; a body's session in the
    host's country is of its members."""
    states = [party for party in event.parties if is_state(party)]
    session = event.type == "conference" and len(states) < len(event.parties)
    if len(states) < 2 and not session:
        event.parties = unique([*visit.visitor, *event.parties, host])
    event.country = event.country or host


def _parties_named(analysis: Analysis, event: Event) -> tuple[str, ...]:
    """All parties named where it was first told, cities aside."""
    first = event.first
    stretch = grammar.text_between(analysis.doc, first.left, first.right)
    return unique(m.code for m in analysis.parties_in(*stretch) if m.form != "capital")


def _place(analysis: Analysis, event: Event) -> str | None:
    places = (place_in(analysis, s.left, s.right, s.trigger) for s in event.sightings)
    return next((place for place in places if place), None)


def _country(analysis: Analysis, event: Event, events: Sequence[Event]) -> str | None:
    """From the words, from the place, from the visit around; else a meeting told at home is held there."""
    said = next(_countries_said(analysis, event), None)
    code = said or (country_of_place(event.place) if event.place else None)
    if code:
        return code
    visit = visit_around(event, events)
    if visit is not None:
        return visit.country
    around = _country_of_conference(analysis, event, events) or _country_beside(analysis, event, events)
    if around is not None:
        return around
    here = event.type == "meeting" or _is_of_credentials(event)
    at_home = here and event.status == "held" and analysis.home in event.parties
    return analysis.home if at_home else None


def _country_of_conference(analysis: Analysis, event: Event, events: Sequence[Event]) -> str | None:
    """ "attending the summit in Dubai", "also met X": whom somebody meets who is at a conference abroad."""
    told = (e for e in events if e.type == "conference" and set(e.people) & set(event.people))
    countries = (
        next(_countries_said(analysis, e), None) for e in told if can_be_same_time(event.date, e.date)
    )
    return next((c for c in countries if c not in {None, analysis.home}), None)


def _country_beside(analysis: Analysis, event: Event, events: Sequence[Event]) -> str | None:
    """Of what is told without a place: where the engagement told nearest took place, if at the same time; not
    one told by the way: "the tasks laid down at the 45th meeting in Vientiane"."""
    others = (
        e
        for e in events
        if e is not event and e.type != "visit" and e.status == event.status and not e.is_looked_back_on
    )
    told = [
        (abs(e.start - event.start), c) for e in others if (c := next(_countries_said(analysis, e), None))
    ]
    near = min(told, default=None)
    return near[1] if near is not None and near[1] in event.parties else None


def country_said(analysis: Analysis, event: Event) -> str | None:
    """The country in which its own words say that it takes place."""
    return next(_countries_said(analysis, event), None)


def _countries_said(analysis: Analysis, event: Event) -> Iterator[str]:
    """ "in Hanoi", "in Viet Nam", "at the Élysée"."""
    for sighting in event.sightings:
        for preposition in analysis.doc[sighting.left : sighting.right + 1]:
            if preposition.dep_ == "prep" and preposition.lower_ in {"in", "at"}:
                if _is_of_another(preposition, sighting.trigger, sighting.right):
                    continue
                for noun in preposition.subtree:
                    mention = analysis.party_of(noun)
                    named = noun.dep_ in {"pobj", "conj", "appos"} and _tells_where(noun, preposition)
                    if mention is None or not (named and _is_place(mention)):
                        continue
                    if analysis.person_of(noun) is None:
                        yield mention.code


def _is_of_another(preposition: Token, trigger: Token, right: int) -> bool:
    """ "met the executives of X, which builds a hotel |in Accra|": in a clause on somebody else, or on the
    round before."""
    above = {t.i for t in (trigger, *trigger.ancestors)}
    clauses = (t for t in preposition.ancestors if t.dep_ == "relcl")
    aside = (c for c in clauses if c.i not in above)
    return any(clause.head != trigger or is_of_the_last(clause, right) for clause in aside)


def _tells_where(noun: Token, preposition: Token) -> bool:
    """ "in the port of *Haiphong*"; not "in talks with the minister of *Japan*"."""
    above = itertools.takewhile(lambda token: token.i != preposition.i, noun.ancestors)
    return all(token.dep_ != "prep" or token.lower_ in _OF_PLACES for token in above)


def _is_place(mention: PartyMention) -> bool:
    return mention.form in {"capital", "name", "institution"} and is_state(mention.code)


def _named_place(analysis: Analysis, preposition: Token, noun: Token) -> str | None:
    """ "Independence Palace" in "at the Independence Palace in Hanoi"; no person, time ("Africa Day") or
    country."""
    words = engagement_words()
    is_time = noun.lower_ in words.not_places or noun.lower_ in words.stretches
    if noun.dep_ != "pobj" or noun.pos_ != "PROPN" or is_time:
        return None
    kind = kind_named(noun)
    if kind == "conference":
        return None  # "spoke |at the Boao Forum| in Hainan"
    body = kind == "dialogue"
    of_two = len({m.code for m in analysis.parties_in(noun.left_edge.idx, noun.idx)}) > 1
    if body and noun.text in engagement_words().mechanisms and (of_two or ordinal_of(noun) is not None):
        return None  # "agreed |at the fourth Joint Committee| in Oslo"
    end = noun.idx + len(noun)
    if analysis.names_in(noun.idx, end) or analysis.dates_in(noun.left_edge.idx, end):
        return None
    name = _name_of_place(noun)
    mention = analysis.party_of(noun)
    if mention is None:
        known = preposition.lower_ == "at" or country_of_place(name) is not None
        return name if known else None
    is_country = mention.form != "capital" and name == analysis.text[mention.start : mention.end]
    return None if is_country else name


def kind_named(noun: Token) -> EngagementType | None:
    """The kind of engagement in the name, whose plural the parser leaves: "Independence |Celebrations|"."""
    words = engagement_words()
    return words.noun_type(noun.lemma_.lower()) or words.noun_type(noun.lower_.removesuffix("s"))


def _name_of_place(noun: Token) -> str:
    """The name from its first capital letter to its last, with "of" phrases inside."""
    doc = noun.doc
    left = noun.left_edge.i
    while left < noun.i and (doc[left].dep_ == "det" or not _is_capitalised(doc[left])):
        left += 1
    right = noun.i
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ == "of" and all(map(_is_in_name, child.subtree)):
            right = child.right_edge.i
    return doc[left : right + 1].text


def _is_in_name(token: Token) -> bool:
    return _is_capitalised(token) or token.lower_ in _JOINED


def _is_capitalised(token: Token) -> bool:
    return token.text[:1].isupper()
