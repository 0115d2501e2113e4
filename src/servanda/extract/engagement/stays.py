"""How long a stay lasts: "a three-day visit" with the day of arrival, of return, or the day it is in."""

from __future__ import annotations

import re
from datetime import date, timedelta

from servanda.extract.engagement.sighting import Sighting
from servanda.extract.numbers import to_int
from servanda.model.edtf import bounds

_LENGTH = re.compile(
    r"\b(?P<days>[a-z]+|\d{1,2})[- ]day\b|\bfor (?P<long>[a-z]+|\d{1,2}) days\b", re.IGNORECASE
)
_DAY_OF = re.compile(r"\b(?P<day>[a-z]+) day of\b", re.IGNORECASE)
_UNTIL = re.compile(
    r"\b(?:until|through|till|(?:end|conclude|close|finish|wrap up)s? on|(?:last|run)s? to)\b",
    re.IGNORECASE,
)
_EXERCISE = re.compile(r"\b(?:exercise|drill|manoeuvre|maneuver|war ?game)s?\b", re.IGNORECASE)
_BEGINS = frozenset({"arrive", "land", "depart", "leave", "embark", "fly", "travel"})
_ENDS = re.compile(
    r"\b(returned|returns|conclud(?:ing|ed|es)|wrap(?:s|ped|ping) up|round(?:s|ed|ing) off|w(?:ou|i)nds? up|"
    r"complet(?:ing|ed|es)|"
    r"end(?:ed|ing|s)|finish(?:ed|ing|es)|clos(?:ed|ing|es)|flew (?:home|back)|"
    r"(?:final|last) day of|(?:at the|the) end of|after a)\b",
    re.IGNORECASE,
)
_STARTS = re.compile(
    r"\b(arriv(?:ed|es|ing)|land(?:ed|s|ing)|touched down|called at|docked|moored|berthed|anchored|put in|"
    r"open(?:ed|s)|beg(?:an|ins|un|inning)|"
    r"start(?:ed|s|ing)|kicked off|embark(?:ed|s)|set off|left for|leaves for|flew to|flies to|"
    r"(?:left|departed) (?:today|yesterday|on \w+))\b",
    re.IGNORECASE,
)
_ONWARD = frozenset({"depart", "leave", "fly", "travel", "proceed", "head"})
"""Verbs of those who go on to a country, whose stay there is another than the one that has ended."""
_LONGEST = 15
"""Days of the longest stay that is told by its number of days."""


def stay(sighting: Sighting, day: str | None, text: str, published: str | None) -> str | None:
    """The interval of the stay that the sentence `text` fixes; else `day` as it is.

    "returned today (17) after a three-day visit" ends on the 17th, "left today (10) for a three-day visit"
    begins on the 10th, "on the second day of his three-day visit" is told on the second day. "Left Oslo for
    Stockholm today after a two-day visit to Norway" tells nothing of how long the stay in Sweden is.
    """
    days = _days_told(text)
    if days is None or not 1 < days <= _LONGEST or (day is not None and "/" in day):
        return day
    which = _DAY_OF.search(text)
    number = to_int(which["day"]) if which else None
    today = _a_day(day) or (_a_day(published) if number else None)
    if today is None:
        return day
    if number is not None and number <= days:
        return _interval(today - timedelta(days=number - 1), days)
    if _ENDS.search(text):
        goes_on = sighting.reader == "travel" and sighting.word in _ONWARD and sighting.status == "held"
        return None if goes_on else _interval(today - timedelta(days=days - 1), days)
    begins = sighting.word in _BEGINS or sighting.status == "planned" or _STARTS.search(text) is not None
    return _interval(today, days) if begins else day


def _days_told(text: str) -> int | None:
    """3 of "a three-day visit", "for three days"."""
    length = _LENGTH.search(text)
    return to_int(length["days"] or length["long"]) if length else None


def end_told(text: str) -> tuple[str, int] | None:
    """Whose last day a sentence tells, and where: "The visit will continue |until December 17", "The drills
    |end on Friday"; None where it tells none."""
    until = _UNTIL.search(text)
    if until is None:
        return None
    if "visit" in text.lower():
        return "visit", until.start()
    return ("exercise", until.start()) if _EXERCISE.search(text) else None


def ended_by(last: str | None, text: str) -> str | None:
    """The stay that ends on a day: "is in Ankara |until 20 January for a four-day visit"."""
    days, day = _days_told(text), _a_day(last)
    if day is None or days is None or not 1 < days <= _LONGEST:
        return None
    return _interval(day - timedelta(days=days - 1), days)


def extended(begin: str | None, end: str | None) -> str | None:
    """The stay from `begin` to `end`; `begin` as it is when the two make none."""
    first, last = _a_day(begin), _a_day(end)
    if first is None or last is None or not first < last <= first + timedelta(days=_LONGEST):
        return begin
    return f"{first.isoformat()}/{last.isoformat()}"


def _a_day(edtf: str | None) -> date | None:
    """The day that an EDTF date is, if it is one day."""
    around = bounds(edtf) if edtf else None
    return around[0] if around and around[0] == around[1] else None


def _interval(first: date, days: int) -> str:
    return f"{first.isoformat()}/{(first + timedelta(days=days - 1)).isoformat()}"
