"""The day carried on from what was told before: "In the afternoon", "The day before", "On the second day"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from spacy.tokens import Span as Tokens

from servanda.extract import grammar
from servanda.extract.analysis import Analysis
from servanda.extract.engagement.days import is_fresh
from servanda.extract.engagement.event import Event
from servanda.extract.engagement.sighting import verb_of
from servanda.extract.numbers import to_int
from servanda.model.edtf import OPEN, bounds

_HIS = r"(?:his|her|its|their|the)"
_MEAL = r"over (?:lunch|dinner|breakfast)"
_MET_TOO = r"also (?:met|had|held|signed|called|paid|received|saw|spoke|talked|conferred|welcomed|hosted)"
_PART_OF_DAY = r"(?:morning|afternoon|evening|night|day)"
_SEQUEL = re.compile(
    r"^\s*(following|after|thereafter|afterwards|later|during the day|right after|shortly (?:after|before)|"
    r"earlier|on (this|the) occasion|at the end|during a joint|"
    r"in addition to the|on the (?:sidelines|margins) of the|before the|prior to the|"
    r"in (?:the|their) presence|"
    rf"(?:that|this|in the|during the|earlier in the|later in the|on the same) {_PART_OF_DAY}|"
    rf"(?:up)?on (?:{_HIS} )?(?:arrival|landing)|at (?:the airport|noon|lunch|midday)|{_MEAL})\b|"
    rf"\b(then|subsequently|on the same day|(?:that|the) same {_PART_OF_DAY}|"
    rf"(?:later|earlier) (?:in|that) (?:the )?{_PART_OF_DAY}|"
    rf"for the occasion|{_MET_TOO}|preceded|before (?:the|their) signing|{_MEAL})\b",
    re.IGNORECASE,
)
"""Words by which a sentence goes on with the day told before."""
_ARRIVED = re.compile(
    r"\b(arrival|arrived|airport|air ?base|landing|welcome ceremony|welcoming ceremony)\b", re.IGNORECASE
)
"""Words by which it goes on with the day of an arrival."""
_LEFT = re.compile(r"\b(departure|see(?:n|ing)? off|saw (?:him|her|them) off|farewell)\b", re.IGNORECASE)
_DAY_BEFORE = re.compile(
    r"\b(?:(?:the|on the) (?:day|evening|night) before|the previous (?:day|evening)|"
    r"(?:a|one) day (?:earlier|before))\b(?! yesterday)",
    re.IGNORECASE,
)
_DAY_AFTER = re.compile(
    r"\b(?:the (?:next|following) (?:day|morning)|(?:a|one) day later|the day after)\b(?! tomorrow)",
    re.IGNORECASE,
)
_NTH_DAY = re.compile(
    rf"\bon (?:the|{_HIS}) (?P<nth>first|second|third|fourth|fifth|last|final|closing|opening) day\b",
    re.IGNORECASE,
)
_EVE = re.compile(
    r"\bon the eve of (?:the|this) (?:\w+ )?(?:summit|conference|forum|congress)\b", re.IGNORECASE
)
_LAST = frozenset({"last", "final", "closing"})
_SAME_DAY = re.compile(r"\s*(?:(?:later )?(?:up)?on |later )?(?:the|that) same day\b", re.IGNORECASE)


def day_carried_on(sentence: Tokens, events: Sequence[Event], published: str | None) -> str | None:
    """The day of what the sentence tells without a date of its own, where its words count it from the
    engagement told last, or from the stay under way."""
    nth = _NTH_DAY.search(sentence.text)
    if nth is not None:
        return _day_of_stay(nth["nth"].lower(), events)
    if _EVE.search(sentence.text):
        return _day_before_the_gathering(events, published)
    shift = _shift(sentence.text)
    if shift is None and not _goes_on(sentence.text):
        return None
    arrived = _ARRIVED.search(sentence.text) is not None and _LEFT.search(sentence.text) is None
    held = (e for e in reversed(events) if e.status == "held" and not _is_told_as_before(e, sentence))
    told = (day_of(event, arrived=arrived) for event in held)
    day = next((day for day in told if is_fresh(day, published)), None)
    return _shifted(day, shift) if day and shift else day


def _day_before_the_gathering(events: Sequence[Event], published: str | None) -> str | None:
    """ "The summit was held on 28 May. |On the eve of the summit|, X met Y": on the 27th."""
    told = (e.date for e in reversed(events) if e.type == "conference" and e.status == "held")
    day = next((day for day in told if is_fresh(day, published)), None)
    return _shifted(day, -1) if day else None


def is_before_them(sentence: Tokens) -> bool:
    """ "On the 11th the presidents met. |In their presence| the ministers signed": on that day, whatever day
    the report opens with."""
    return sentence.text.lstrip().lower().startswith("in their presence")


def day_of_arrival(sentence: Tokens, events: Sequence[Event], published: str | None) -> str | None:
    """ "held talks on Thursday. X had arrived |the day before|": counted from the day told last."""
    shift = _shift(sentence.text)
    day = day_of_the_last(events, published) if shift is not None else None
    return _shifted(day, shift) if day and shift else None


def same_day(analysis: Analysis, sentence: Tokens, date: str, events: Sequence[Event]) -> str:
    """ "They met on 2 November. He hailed the memorandum |that had been signed on 31 October|. |On the same
    day|, the President received him": the day told last by the way is not meant."""
    if _SAME_DAY.match(sentence.text) is None:
        return date
    before = [m for m in analysis.dates_in(0, sentence.start_char) if m.past == date]
    if not before or not _is_aside(analysis, before[-1].start):
        return date
    return day_of_the_last(events, analysis.document.published) or date


def _is_aside(analysis: Analysis, offset: int) -> bool:
    """Whether a clause on a noun stands at the offset."""
    here = analysis.doc.char_span(offset, offset + 1, alignment_mode="expand")
    return here is not None and any(t.dep_ in {"relcl", "acl"} for t in here.root.ancestors)


def day_of_the_last(events: Sequence[Event], published: str | None) -> str | None:
    """The day of the engagement told last, on which a signing that is told behind it took place."""
    told = (day_of(event) for event in reversed(events) if event.status == "held")
    return next((day for day in told if is_fresh(day, published)), None)


def _is_told_as_before(event: Event, sentence: Tokens) -> bool:
    """ "The President |had met| with Governor X yesterday evening": no later paragraph goes on from it."""
    verb = verb_of(event.first.trigger)
    if verb is None or verb.tag_ != "VBN" or not grammar.has_child(verb, "aux", words={"had"}):
        return False
    return "\n\n" in sentence.doc.text[event.start : sentence.start_char]


def _goes_on(text: str) -> bool:
    return _SEQUEL.search(text) is not None or _ARRIVED.search(text) is not None


def _shift(text: str) -> int | None:
    """-1 for "the day before", 1 for "the next day"."""
    if _DAY_BEFORE.search(text):
        return -1
    return 1 if _DAY_AFTER.search(text) else None


def day_of(event: Event, *, arrived: bool = False) -> str | None:
    """The day of an event; of a visit the one on which it was, or on which it began where an arrival is
    told."""
    if event.is_of_the_day:
        return event.date
    around = bounds(event.date) if event.date and event.type == "visit" else None
    if around is None or around[0] == date.min or not (arrived or around[0] == around[1]):
        return None
    return around[0].isoformat()


def _day_of_stay(nth: str, events: Sequence[Event]) -> str | None:
    """The second day of the stay told last."""
    told = (e.date for e in reversed(events) if e.type == "visit" and e.date and "/" in e.date)
    stays = (bounds(stay) for stay in told if OPEN not in stay.split("/"))
    first, last = next((s for s in stays if s is not None), (None, None))
    if first is None or last is None:
        return None
    if nth in _LAST:
        return last.isoformat()
    number = 1 if nth == "opening" else to_int(nth) or 1
    day = first + timedelta(days=number - 1)
    return day.isoformat() if day <= last else None


def _shifted(day: str, shift: int) -> str | None:
    """A day so many days off; None of what is no single day."""
    around = bounds(day)
    if around is None or around[0] != around[1] or around[0] in {date.min, date.max}:
        return None
    return (around[0] + timedelta(days=shift)).isoformat()
