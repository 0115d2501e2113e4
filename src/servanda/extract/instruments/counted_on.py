"""A day counted from the one told before: "*A month later* the contracts followed" behind "In July 2022 both
signed a framework agreement"."""

from __future__ import annotations

import re
from datetime import timedelta

from servanda.extract.numbers import to_int
from servanda.model import edtf

_LATER = re.compile(
    r"\s*(?:(?:only|just|barely|scarcely) )?(?P<number>an?|[a-z]+(?:-[a-z]+)?|\d{1,3}) "
    r"(?P<unit>day|week|month|year)s? (?:later|afterwards?|after that)\b",
    re.IGNORECASE,
)
_FOLLOWING = re.compile(r"\s*(?:in )?the (?:following|next) (?P<unit>week|month|year)\b", re.IGNORECASE)
_DAYS = {"day": 1, "week": 7}
_MONTHS = 12
_EXACT = frozenset({"day", "month"})


def counted_on(sentence: str, before: str | None) -> str | None:
    """The time with which a sentence opens, counted from the day told `before`; None where it tells none or
    that day is not as fine as what is counted."""
    number, unit = _opening(sentence)
    known = edtf.bounds(before) if before and edtf.has_year(before) else None
    if not number or known is None or before is None or "/" in before:
        return None
    first, fine = known[0], edtf.precision(before)
    if unit == "year":
        return str(first.year + number)
    if unit == "month":
        months = first.year * _MONTHS + first.month - 1 + number
        return f"{months // _MONTHS}-{months % _MONTHS + 1:02}" if fine in _EXACT else None
    return (first + timedelta(days=number * _DAYS[unit])).isoformat() if fine == "day" else None


def _opening(sentence: str) -> tuple[int, str]:
    """15 and "month" of "Fifteen months later"; 0 where it opens with no such time."""
    later = _LATER.match(sentence)
    if later is not None:
        told = later["number"].lower()
        return (1 if told in {"a", "an"} else to_int(told) or 0), later["unit"].lower()
    following = _FOLLOWING.match(sentence)
    return (1, following["unit"].lower()) if following is not None else (0, "")
