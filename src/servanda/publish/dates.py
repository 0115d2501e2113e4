"""Dates in words, as finely as they are known."""

from __future__ import annotations

from calendar import month_name
from datetime import date

from servanda.model import edtf

_PARTS = {
    "21": "spring", "22": "summer", "23": "autumn", "24": "winter",
    "33": "first quarter of", "34": "second quarter of", "35": "third quarter of", "36": "fourth quarter of",
    "40": "first half of", "41": "second half of",
}  # fmt: skip
_DOUBT = {"?": " (uncertain)", "~": " (about)", "%": " (uncertain, about)"}
_NO_YEAR = ", year not told"


def in_words(when: str) -> str:
    """An EDTF date: "26 to 27 March 2018", "May 2024", "2018 to 2028", "26 March, year not told"."""
    start, slash, end = when.partition("/")
    if not slash:
        return _point(start)
    if edtf.OPEN in (start, end):
        return f"until {_point(end)}" if start == edtf.OPEN else f"from {_point(start)}"
    first, last = _point(start), _point(end)
    return last if first == last else f"{_without_common_end(first, last)} to {last}"


def day_in_words(day: date) -> str:
    """ "6 May 2024"."""
    return f"{day.day} {month_name[day.month]} {day.year}"


def _point(point: str) -> str:
    doubt = _DOUBT.get(point[-1:], "")
    year, *rest = point.rstrip("?~%").split("-")
    told = "" if year == "XXXX" else _decade(year)
    if not rest:
        return told + doubt
    if rest[0] in _PARTS:
        return f"{_PARTS[rest[0]]} {told}{doubt}"
    month = month_name[int(rest[0])]
    day = f"{int(rest[1])} " if len(rest) > 1 else ""
    return f"{day}{month} {told}{doubt}" if told else f"{day}{month}{_NO_YEAR}{doubt}"


def _decade(year: str) -> str:
    if year.endswith("XX"):
        return f"{year[:2]}00 to {year[:2]}99"
    return f"{year[:-1]}0s" if year.endswith("X") else year


def _without_common_end(first: str, last: str) -> str:
    """ "26" of "26 March 2018" where "27 March 2018" follows."""
    if first.endswith(_NO_YEAR) and last.endswith(_NO_YEAR):
        first = first.removesuffix(_NO_YEAR)
        last = last.removesuffix(_NO_YEAR)
    one, other = first.split(), last.split()
    while len(one) > 1 and len(other) > 1 and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    return " ".join(one)
