"""Datelines: where and when a report was filed, before its first sentence or on a line of its own."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

import msgspec

from servanda.codebook.dates import date_words
from servanda.codebook.places import country_of_place, party_code
from servanda.text.furniture import any_of, furniture

_DAY = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th)?"
_PLACE_WORD = r"[^\W\d_][\w.'’]*(?:[-–/][^\W\d_][\w.'’]*)*"
_PLACE = rf"(?P<place>{_PLACE_WORD}(?:,?[ ]{_PLACE_WORD}){{0,4}}?)"
_STATE = r"(?:\s*\[[^\W\d_][^\]\n]{1,30}\])?"
_AGENCY_AGAIN = r"(?:\s*\([A-Z][A-Za-z]{1,14}\))?"
_DASHES = frozenset({"-", "–", "—"})
_SMALL_WORDS = frozenset(("de", "la", "del", "of", "and", "do", "da", "al", "el", "y"))


class Dateline(msgspec.Struct, frozen=True):
    """How far it reaches from where the text begins, and the day that it names in full (EDTF), if any."""

    length: int
    day: str | None


def full_line(text: str) -> Dateline | None:
    """`text` as a line that holds a place and date, a date, or "Published on" with a date, and no more."""
    found = _patterns().line.fullmatch(text)
    if not found or (found["place"] and not _is_place(found["place"])):
        return None
    return Dateline(len(text), _day(found))


def prefix(text: str) -> Dateline | None:
    """The dateline with which a paragraph begins ("PARIS, Dec. 20 - The"), if it does.

    Without a date, the place has to be a known city before a dash, in capitals ("PARIS", "LYON, France") or
    followed by an agency in parentheses. An agency or date in parentheses needs no dash behind it.
    """
    found = _patterns().prefix.match(text) or _patterns().bracketed.match(text)
    if not found or not found["place"] or not _is_place(found["place"]):
        return None
    rest = text[found.end() :].lstrip("\"'“‘(")
    if not rest or not (rest[0].isupper() or rest[0].isdigit()):
        return None
    place = found["place"]
    city = place.partition(",")[0]
    dash = found.group().rstrip()[-1:] in _DASHES
    known = dash and country_of_place(city) is not None and party_code(city) is None
    if known or found["date"] or found["agency"] or (city.isupper() and len(city) > 2):
        return Dateline(len(found.group().rstrip()), _day(found))
    return None


class _Patterns(msgspec.Struct, frozen=True):
    line: re.Pattern[str]
    prefix: re.Pattern[str]
    bracketed: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words = date_words()
    month = f"(?i:{any_of(name for names in words.months for name in names)})\\.?"
    weekday = f"(?i:{any_of(name for names in words.weekdays for name in names)})\\.?,?\\s+"
    when = (
        rf"(?P<date>(?:{weekday})?(?:"
        rf"{_DAY.format('d1')}\s+(?:of\s+)?(?P<m1>{month})(?:,?\s+(?P<y1>\d{{4}}))?"
        rf"|(?P<m2>{month})\s+{_DAY.format('d2')}(?:(?:,?\s+|/)(?P<y2>\d{{4}}))?"
        rf"|(?P<y3>\d{{4}})-(?P<m3>\d\d)-(?P<d3>\d\d)))"
    )
    clock = r"(?:,?\s+(?:at\s+)?\d{1,2}[:.]\d\d(?:\s*[ap]\.?m\.?)?(?:\s+\(?[A-Z]{2,4}\)?)?)?"
    published = rf"(?:{any_of(furniture().published)}|date)\s*:?\s+"
    agencies = any_of(furniture().agencies)
    agency = rf"(?:\s*[(/]\s*(?P<agency>{agencies})\s*[)/]?)?"
    house = rf"(?:{agencies}|[A-Z]{{2,6}})"
    return _Patterns(
        line=re.compile(rf"\(?(?:(?i:{published})|{_PLACE},\s+)?(?:on\s+)?{when}{clock}\)?\.?"),
        prefix=re.compile(
            rf"\(?{_PLACE}{_STATE}{agency}(?:,?\s+\(?{when}\)?)?{_AGENCY_AGAIN}\)?"
            rf"(?:\s*(?:--|[–—])\s*|\s+-\s+|:\s+|(?(date)(?<=[A-Za-z]\))\s+|(?!)))"
        ),
        bracketed=re.compile(
            rf"{_PLACE},?(?:\s+{when}\s*\({house}\)"
            rf"|\s*\((?P<agency>{agencies})(?:\s*[/,–—-]\s*[A-Z][^()]{{1,40}})?\))\s+"
        ),
    )


def _is_place(words: str) -> bool:
    return all(word[0].isupper() or word in _SMALL_WORDS for word in words.replace(",", " ").split())


def _day(found: re.Match[str]) -> str | None:
    """The full day that a match names; None when its year is missing or it is no day of the calendar."""
    for n in "123":
        if found[f"y{n}"]:
            month = found[f"m{n}"].rstrip(".")
            number = int(month) if month.isdigit() else _month_number(month)
            try:
                return date(int(found[f"y{n}"]), number, int(found[f"d{n}"])).isoformat()
            except ValueError:
                return None
    return None


def _month_number(name: str) -> int:
    months = enumerate(date_words().months, start=1)
    return next(number for number, names in months if name.casefold() in map(str.casefold, names))
