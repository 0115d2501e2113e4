"""Who else took part, and where and when all of it was: sentences that add to engagements told before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Span as Tokens

from servanda.extract.analysis import Analysis, unique
from servanda.extract.engagement.days import is_fresh
from servanda.extract.engagement.event import Event
from servanda.extract.engagement.purposes import VISIT_FOR
from servanda.extract.engagement.setting import place_in
from servanda.extract.engagement.sighting import Sighting

_ATTENDANCE = re.compile(
    r"\b(attended by|(was|were) (also )?present|also present|present (at|on|for|during)|"
    r"also attend|attended the|also attended|took part|"
    r"also participated|participated in the|accompan\w+|delegation (also )?(includ|compris|consist)\w+|"
    r"represent(ing|ed)|in attendance|join(ed|ing) (the|by)|also joined|was (also )?joined|led by|headed by|"
    r"chaired by|with the participation of|attendees|those present|comprised|were among|brought together)\b",
)
_SIGNED = re.compile(r"\b(was|were) (also )?signed (by|on behalf of)\b", re.IGNORECASE)
_OF_VISIT = re.compile(r"\b(accompan\w+|delegation|entourage|visit)\b", re.IGNORECASE)
_OF_COMPANY = re.compile(r"accompan|delegation|entourage", re.IGNORECASE)
_OF_MEETINGS = re.compile(r"\b(the meetings|these meetings|these discussions)\b", re.IGNORECASE)
_OF_CEREMONY = re.compile(r"\bceremony\b", re.IGNORECASE)
_OF_EXERCISE = re.compile(r"\b(exercises?|drills?|training|manoeuvres?|maneuvers?|ships?)\b", re.IGNORECASE)
_OF_ALL = re.compile(r"\b(these|the|all) (meetings|discussions held|engagements)\b", re.IGNORECASE)
_NOT_ATTENDING = ("invitation of", "on behalf of", "accompanying")
_BEFORE_NAME = 24
"""Characters before a name in which these words are looked for."""


def speaks_of_all(sentence: Tokens, seen: Sequence[Sighting]) -> bool:
    """ "These meetings, held on 5 May in Paris, ...": of all told before, unless it names who met."""
    if _OF_ALL.search(sentence.text) is None:
        return False
    return not any(sighting.people for sighting in seen if sighting.type != "visit")


def add_to_all(analysis: Analysis, sentence: Tokens, events: Sequence[Event]) -> None:
    """Give the meetings that were held the date and place that the sentence names for all of them."""
    found = analysis.date_in(sentence.start_char, sentence.end_char, "past")
    place = place_in(analysis, sentence.start, sentence.end - 1)
    for event in events:
        if event.type == "meeting" and event.status == "held":
            event.date = event.date or (found[0] if found else None)
            event.place = event.place or place
            event.extra.append(analysis.quote_sentence(sentence))


def add_attendance(
    analysis: Analysis, sentence: Tokens, seen: Sequence[Sighting], events: Sequence[Event]
) -> None:
    """ "The meeting was also attended by ...", "Accompanying the President are ...": unless the sentence
    tells of an engagement of its own."""
    if not events:
        return
    signs = _SIGNED.search(sentence.text) is not None and _signings(events)
    told = signs or _ATTENDANCE.search(sentence.text.lower()) is not None
    if not told or any(_is_own(sighting) for sighting in seen):
        return
    names = _attendees(analysis, sentence)
    span = analysis.quote_sentence(sentence)
    for event in _attended(sentence.text, events, analysis.document.published):
        names = _of_the_visitor(analysis, event, names) if event.type == "visit" else names
        fresh = tuple(name for name in names if name not in event.people)
        event.join(people=fresh)
        if fresh and span not in event.extra:
            event.extra.append(span)


def _of_the_visitor(analysis: Analysis, event: Event, names: tuple[str, ...]) -> tuple[str, ...]:
    """Who came along is of the side that came: whoever led the other delegation did not."""
    hosts = {person.name for person in analysis.people if person.party not in {None, *event.visitor}}
    return tuple(name for name in names if name not in hosts)


def _signings(events: Sequence[Event]) -> list[Event]:
    """ "signed in the presence of the President. The agreement was signed by A and B": A and B took part."""
    return [e for e in events if e.type == "ceremony" and e.first.reader == "signing"]


def _is_own(sighting: Sighting) -> bool:
    return not sighting.definite and sighting.type != "visit"


def _attendees(analysis: Analysis, sentence: Tokens) -> tuple[str, ...]:
    """People named in the sentence, without the one accompanied or in whose name others came."""
    names = []
    for mention, person in analysis.names_in(sentence.start_char, sentence.end_char):
        window = max(0, mention.whole_start - _BEFORE_NAME)
        before = analysis.text[window : mention.whole_start].lower().rstrip()
        if not before.endswith(_NOT_ATTENDING):
            names.append(person.name)
    return unique(names)


def _attended(text: str, events: Sequence[Event], published: str | None) -> Sequence[Event]:
    """The engagements that a sentence of attendance speaks of: "the meetings" all that were held, "the
    ceremony" the last one, a delegation its visit, else what was held last, of the news rather than of
    what the report recalls."""
    visits = [e for e in events if e.type == "visit" and e.first.reader != VISIT_FOR]
    others = [e for e in events if e.type != "visit" and not e.is_looked_back_on]
    trained = _OF_EXERCISE.search(text) is not None
    held = [e for e in others if e.status == "held" and (trained or e.type != "exercise")]
    ceremonies = [e for e in others if e.type == "ceremony"]
    if _SIGNED.search(text) and (signings := _signings(events)):
        return signings[-1:]
    if others and _OF_MEETINGS.search(text):
        return held
    if ceremonies and _OF_CEREMONY.search(text):
        return ceremonies[-1:]
    if visits and _OF_VISIT.search(text) and _OF_COMPANY.search(text):
        return visits[-1:]
    news = [e for e in held if is_fresh(e.date, published)]
    recalled = bool(held) and held[-1].date is not None and not is_fresh(held[-1].date, published)
    return (news if recalled and news else held or others or visits)[-1:]
