"""The one before those that a text tells of: "It was the first such meeting |since April 2022|", "their first
|since Copenhagen in October|"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Span as Tokens

from servanda.codebook.places import country_of_place
from servanda.extract.analysis import Analysis
from servanda.extract.engagement.event import Event
from servanda.extract.engagement.sighting import Sighting

_FIRST_SINCE = re.compile(r"\bfirst\b[^.;]{0,30}?\bsince\b", re.IGNORECASE)
_MEETING_SINCE = re.compile(
    r"\bfirst(?: (?:such|formal|official|bilateral|in-person|face-to-face|full))*"
    r"(?: (?:meeting|talks|summit|encounter|one))? since\b",
    re.IGNORECASE,
)
"""As of talks: not "the first visit since", nor "the first minister to come since"."""
_BETWEEN = re.compile(
    r"\s*(?:(?:the one|the talks|those|that) )?(?:in |at )?(?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)?,?\s*"
    r"(?:in|on|of|last)?\s*"
)
"""What may stand between "since" and the date of the one before."""
_DATE_LENGTH = 45
"""Characters behind "since" in which that date stands."""
_A_PAIR = 2


def first_since(analysis: Analysis, sentence: Tokens, events: Sequence[Event]) -> Event | None:
    """The round or meeting before the one told last; None where the sentence tells of none with its date."""
    match = _FIRST_SINCE.search(sentence.text)
    told = _told_last(sentence, events) if match is not None else None
    if match is None or told is None:
        return None
    end = sentence.start_char + match.end()
    found = analysis.date_in(end, min(end + _DATE_LENGTH, sentence.end_char), "past")
    between = _BETWEEN.fullmatch(analysis.text, end, found[1].start) if found else None
    if found is None or between is None or any(e.date == found[0] for e in events if e.type == told.type):
        return None
    place = between["place"]
    sighting = Sighting(
        type=told.type,
        status="held",
        trigger=next(t for t in sentence if t.idx >= sentence.start_char + match.start()),
        left=sentence.start,
        right=sentence.end - 1,
        rule="engagement/first-since",
        parties=told.parties,
        people=told.people if told.type == "meeting" else (),
        country=country_of_place(place) if place else None,
        place=place,
        series=told.series,
        ordinal=told.ordinal - 1 if told.ordinal else None,
    )
    return Event(sighting, found[0])


def _told_last(sentence: Tokens, events: Sequence[Event]) -> Event | None:
    """The dialogue told last; else the meeting of two who are named, where the words can be of a meeting."""
    dialogue = next((e for e in reversed(events) if e.type == "dialogue"), None)
    if dialogue is not None or _MEETING_SINCE.search(sentence.text) is None:
        return dialogue
    held = (e for e in reversed(events) if e.type == "meeting" and e.status == "held")
    return next((e for e in held if len(e.people) == len(e.parties) == _A_PAIR), None)
