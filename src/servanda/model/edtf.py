"""Dates as EDTF strings (ISO 8601-2): what they mean in days, and whether two of them can agree.

The forms that Servanda writes and accepts (docs/decisions/0005-dates.md says why only these):
`2018-03-26`, `2018-03`, `2018`; seasons `2018-21` to `-24`, quarters `-33` to `-36`, halves `-40` and
`-41`; decades and centuries `199X`, `19XX`; days and months of a year that the text does not give,
`XXXX-03-26`, `XXXX-03`; a marker of doubt `?`, `~` or `%` after any of them; intervals `a/b`, open ones
`a/..` and `../b`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import Final, Literal

Precision = Literal["day", "month", "season", "year", "decade", "century"]
Bounds = tuple[date, date]

OPEN: Final = ".."
_FORM = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d\dXX|XXXX)(?:-(?P<part>\d\d)(?:-(?P<day>\d\d))?)?[?~%]?", re.ASCII
)
_UNFIXED: Final = "XXXX"
_LEAP_YEAR: Final = 2000
_COARSENESS: Final[tuple[Precision, ...]] = ("day", "month", "season", "year", "decade", "century")
# First month and number of months of the parts of a year that are no months. Seasons are those of the
# northern hemisphere and whole months, winter being the one that begins in the year.
_PARTS: Final = {
    21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3),
    33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3),
    40: (1, 6), 41: (7, 6),
}  # fmt: skip


def is_valid(edtf: str) -> bool:
    """Whether `edtf` is a date or interval of the forms above and exists in the calendar."""
    start, slash, end = edtf.partition("/")
    if not slash:
        return _is_point(edtf)
    if OPEN in (start, end):
        return _is_point(end if start == OPEN else start)
    if not (_is_point(start) and _is_point(end)) or has_year(start) != has_year(end):
        return False
    return not has_year(start) or bounds(edtf) is not None


def has_year(edtf: str) -> bool:
    """Whether the year is given: not so in `XXXX-03-26`."""
    return _UNFIXED not in edtf


def in_year(edtf: str, year: int) -> str | None:
    """`XXXX-03-26` in `year`; an interval that ends earlier in the year than it starts ends in the next.
    None where that year has no such day. A date that has a year stays as it is."""
    if has_year(edtf):
        return edtf
    start, slash, end = edtf.partition("/")
    end_year = year + 1 if slash and OPEN not in (start, end) and end < start else year
    dated = start.replace(_UNFIXED, f"{year:04}") + slash + end.replace(_UNFIXED, f"{end_year:04}")
    return dated if is_valid(dated) else None


@lru_cache(maxsize=4096)
def bounds(edtf: str) -> Bounds | None:
    """First and last day that `edtf` can mean; None where its year is not given or it is no valid date.
    An open end reaches to the end of the calendar."""
    start, slash, end = edtf.partition("/")
    if not slash:
        return _point_bounds(edtf)
    first = (date.min, date.min) if start == OPEN else _point_bounds(start)
    last = (date.max, date.max) if end == OPEN else _point_bounds(end)
    if first is None or last is None or first[0] > last[1] or start == end == OPEN:
        return None
    return first[0], last[1]


def precision(edtf: str) -> Precision | None:
    """How finely the date is given, for an interval that of its coarser end; None for no valid date."""
    if not is_valid(edtf):
        return None
    return max((_grain(p) for p in edtf.split("/") if p != OPEN), key=_COARSENESS.index)


def overlaps(a: str, b: str) -> bool:
    """Whether `a` and `b` share a day; a date without a year counts in whichever year the other gives."""
    return any(x[0] <= y[1] and y[0] <= x[1] for x, y in _in_common_years(a, b))


def compatible(a: str, b: str) -> bool:
    """Whether `a` and `b` can be statements about the same time, differing only in precision.

    `2018-03` and `2018-03-26` are, and so are a stay and one day of it. Two intervals are only when both
    their ends are: 2018/2020 and 2018/2028 contradict each other although one lies in the other.
    """
    if "/" in a and "/" in b:
        return _ends_compatible(a, b)
    return any(_holds(x, y) or _holds(y, x) for x, y in _in_common_years(a, b))


def _ends_compatible(a: str, b: str) -> bool:
    for one, other in zip(a.split("/"), b.split("/"), strict=True):
        if OPEN in (one, other):
            if one != other:
                return False
        elif not compatible(one, other):
            return False
    return True


def _holds(outer: Bounds, inner: Bounds) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _in_common_years(a: str, b: str) -> list[tuple[Bounds, Bounds]]:
    """The bounds of both, in each year that a missing year has to be tried with."""
    readings = ((in_year(a, y), in_year(b, y)) for y in _years_to_try(a, b))
    days = ((bounds(x), bounds(y)) for x, y in readings if x and y)
    return [(x, y) for x, y in days if x and y]


def _years_to_try(a: str, b: str) -> set[int]:
    if has_year(a) == has_year(b):
        return {_LEAP_YEAR}
    dated = bounds(a if has_year(a) else b)
    if dated is None:
        return set()
    first, last = dated[0].year, dated[1].year
    # A year before the first, for an interval over New Year; eight more years hold every 29 February.
    return set(range(max(first - 1, 1), min(last, first + 8) + 1))


def _is_point(edtf: str) -> bool:
    if has_year(edtf):
        return _point_bounds(edtf) is not None
    in_leap_year = edtf.replace(_UNFIXED, str(_LEAP_YEAR))
    return _point_bounds(in_leap_year) is not None and _grain(in_leap_year) in ("day", "month")


def _point_bounds(edtf: str) -> Bounds | None:
    form = _FORM.fullmatch(edtf)
    if form is None:
        return None
    year, part, day = form["year"], form["part"], form["day"]
    if "X" in year or year == "0000":
        whole = part is None and year not in (_UNFIXED, "0000", "00XX", "000X")
        return (
            (date(int(year.replace("X", "0")), 1, 1), date(int(year.replace("X", "9")), 12, 31))
            if whole
            else None
        )
    if part is None:
        return date(int(year), 1, 1), date(int(year), 12, 31)
    if day is None:
        return _part_bounds(int(year), int(part))
    try:
        exact = date(int(year), int(part), int(day))
    except ValueError:
        return None
    return exact, exact


def _part_bounds(year: int, part: int) -> Bounds | None:
    first, months = (part, 1) if 1 <= part <= 12 else _PARTS.get(part, (0, 0))
    if not months:
        return None
    last = first + months - 1
    end_year, end_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    if end_year > date.max.year:
        return None
    return date(year, first, 1), date(end_year, end_month, monthrange(end_year, end_month)[1])


def _grain(point: str) -> Precision:
    year, _, rest = point.rstrip("?~%").partition("-")
    if not rest:
        return "century" if year.endswith("XX") else "decade" if year.endswith("X") else "year"
    if "-" in rest:
        return "day"
    return "month" if int(rest) <= 12 else "season"
