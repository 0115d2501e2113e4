"""How long a stay lasts: "a three-day visit" with the day of arrival, of return, or the day it is in."""

from __future__ import annotations

import re
from datetime import date, timedelta

from servanda.extract.engagement.sighting import Sighting
from servanda.extract.numbers import to_int
from servanda.model.edtf import bounds

_LENGTH = re.compile(r"\b(?P<days>[a-z]+|\d{1,2})-day\b", re.IGNORECASE)
_DAY_OF = re.compile(r"\b(?P<day>[a-z]+) day of\b", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|through|till)\b", re.IGNORECASE)
_BEGINS = frozenset({"arrive", "land", "depart", "leave", "embark", "fly", "travel"})
_ENDS = re.compile(r"\b(returned|concluding|concluded|wrapped up|completing|ended)\b", re.IGNORECASE)
_LONGEST = 15
"""Days of the longest stay that is told by its number of days."""


def stay(sighting: Sighting, day: str | None, text: str, published: str | None) -> str | None:
    """The interval of the stay that the sentence `text` fixes; else `day` as it is.

    "returned today (17) after a three-day visit" ends on the 17th, "left today (10) for a three-day visit"
    begins on the 10th, "on the second day of his three-day visit" is told on the second day.
    """
    length = _LENGTH.search(text)
    days = to_int(length["days"]) if length else None
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
        return _interval(today - timedelta(days=days - 1), days)
    return _interval(today, days) if sighting.word in _BEGINS else day


def goes_until(text: str) -> bool:
    """Whether a sentence tells the last day of a stay: "The visit will continue until December 17"."""
    return _UNTIL.search(text) is not None


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
