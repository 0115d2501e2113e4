"""Engagements of which the text names one side, or none: whether they are of the two at the table."""

from __future__ import annotations

from collections.abc import Sequence

from servanda.codebook.actors import actor_words
from servanda.codebook.places import is_state
from servanda.extract.actors.cast import holds
from servanda.extract.analysis import Analysis
from servanda.extract.engagement.event import Event
from servanda.extract.engagement.merge import OF_SIGNING
from servanda.extract.mentions import PersonInText

_SIGNATORIES = frozenset({"between", "by", "with"})
_TALKS = frozenset({"talk", "consultation", "negotiation", "discussion"})
_PAIR = 2


def is_of_both(analysis: Analysis, event: Event, pair: Sequence[str]) -> bool:
    """Whether the two parties at the table take part, where less than two are known to."""
    if not set(event.parties) < set(pair):
        return False
    if event.type == "ceremony":
        return len(event.parties) == 1 and _signs_for_all(analysis, event, pair)
    unknown = any(p.name in event.people and p.party is None for p in analysis.people)
    sides = [p.party for p in analysis.people if p.name in event.people]
    if len(sides) >= _PAIR and len(set(sides)) == 1 and sides[0] is not None:
        return False  # two of one side
    called_on = event.type == "meeting" and event.first.word == "call" and all(map(is_state, pair))
    if called_on and len(event.parties) + sum(p.name in event.people for p in analysis.people) >= _PAIR:
        return True  # "The ship's captain called on Commander X": a guest and a host
    if event.type not in {"meeting", "call"} or (event.parties and not unknown):
        return False
    if not event.parties and (
        _are_of_no_third(analysis, event, pair) or _are_talks_of_two(analysis, event, pair)
    ):
        return True
    return _are_leaders(analysis, event, pair)


def _signs_for_all(analysis: Analysis, event: Event, pair: Sequence[str]) -> bool:
    """ "The President witnessed the signing of two agreements", where the one named is the guest of the side
    that publishes, or the paragraph tells of the other side; but not of a text "between the ministry and the
    bank", which are at home."""
    first = event.first
    if first.reader not in OF_SIGNING:
        return False
    words = first.trigger.doc[first.left : first.right + 1]
    if any(t.lower_ in _SIGNATORIES and t.dep_ in {"prep", "agent"} for t in words):
        return False
    others = set(pair) - set(event.parties)
    if analysis.home in others:
        return True
    start, end = _paragraph(analysis.text, event.start)
    people = {p.party for _, p in analysis.names_in(start, end)}
    return bool(others & (people | {m.code for m in analysis.parties_in(start, end)}))


def _are_leaders(analysis: Analysis, event: Event, pair: Sequence[str]) -> bool:
    """ "Former president X met Y in Paris", of whom no side is told, in what is told of the two states: no
    publisher's own people, one the leader of a state, the other named without a post or a leader too."""
    people = [person for person in analysis.people if person.name in event.people]
    if analysis.home is not None or len(people) != _PAIR or not all(map(is_state, pair)):
        return False
    posts = tuple(post for post in actor_words().roles["leader"] if post != "leader")
    leaders = [person for person in people if holds(person, posts)]
    others = [person for person in people if person not in leaders]
    return event.country in pair and bool(leaders) and all(_is_bare(analysis, p, event) for p in others)


def _are_of_no_third(analysis: Analysis, event: Event, pair: Sequence[str]) -> bool:
    """ "X met Y in Paris", both told by name alone, where the document names no other state or body."""
    people = [person for person in analysis.people if person.name in event.people]
    told = {mention.code for mention in analysis.parties} | {p.party for p in analysis.people if p.party}
    alone = len(people) == _PAIR and all(person.post is None for person in people)
    return alone and told == set(pair) and analysis.home is None


def _are_talks_of_two(analysis: Analysis, event: Event, pair: Sequence[str]) -> bool:
    """ "Talks on a customs union resumed in May", where the document tells of these two states alone."""
    first = event.first
    told = {mention.code for mention in analysis.parties} | {p.party for p in analysis.people if p.party}
    talks = first.reader == "happen" and first.word in _TALKS
    return (
        talks
        and not event.people
        and analysis.home is None
        and told == set(pair)
        and all(map(is_state, pair))
    )


def _is_bare(analysis: Analysis, person: PersonInText, event: Event) -> bool:
    """ "met |Y|", "held talks with |Y|"; not "met the union's secretary |Y|"."""
    mention = next((m for m in person.mentions if m.start > event.start), None)
    if person.post is not None or mention is None:
        return False
    between = analysis.text[event.start : mention.start].split()
    return between[-1] in {event.first.trigger.text, "with"}


def _paragraph(text: str, offset: int) -> tuple[int, int]:
    """Where the line that holds the offset begins and ends."""
    end = text.find("\n", offset)
    return text.rfind("\n", 0, offset) + 1, len(text) if end < 0 else end
