"""When a mention says that something took or takes place, also where it gives no date."""

from __future__ import annotations

from datetime import date, timedelta
from enum import IntEnum
from functools import lru_cache

import msgspec

from servanda.model import edtf

_NEAR = timedelta(days=14)
_SLACK = timedelta(days=2)
_YEAR = timedelta(days=366)
_OF_A_VISIT = timedelta(days=92)
"""Within a quarter of its announcement what is planned in the course of a visit takes place."""
_MOST_YEARS = 11
_RECALL = timedelta(days=548)
"""How far back a report looks that gives no date: "when he visited Manila" is the last visit, or none."""


class Closeness(IntEnum):
    """How two statements of time stand to each other, the closer the higher."""

    APART = 0  # they exclude each other
    FAR = 1  # a report without a date is of another time
    UNKNOWN = 2  # at least one of them is not known
    RECALLED = 3  # a report without a date can look back on it
    LATER = 4  # what was planned can be what was reported within the year
    ABOUT = 5  # reports of about the same time, at least one without a date
    COMPATIBLE = 6  # the dates can be of one time and differ in precision
    SAME = 7  # the same days


class When(msgspec.Struct, frozen=True):
    """The date that a mention gives (EDTF or None), when its document was published (EDTF or None), whether
    it speaks of something to come, whether it stands where a report tells its news, whether it tells that
    something was called off, be that what was to come or what should have been, and whether it is told as
    part of a visit: that is announced weeks ahead."""

    date: str | None
    published: str | None
    planned: bool
    news: bool = False
    off: bool = False
    in_visit: bool = False


def closeness(a: When, b: When, slack: timedelta = _SLACK) -> Closeness:
    """How the two stand to each other. Dates up to `slack` apart are not held to exclude each other when
    they touch a stay of several days: a departure on the eve of a visit belongs to it."""
    if a.date and b.date:
        over = _is_over_before(a, b) or _is_over_before(b, a)
        return Closeness.APART if over else _of_dates(a.date, b.date, slack)
    first, second = _span(a), _span(b)
    if first is None or second is None:
        return Closeness.UNKNOWN
    if _gap(first, second) <= timedelta(0):
        return Closeness.LATER if a.planned != b.planned and _published_gap(a, b) > _NEAR else Closeness.ABOUT
    if bool(a.date) != bool(b.date):
        dated, undated = (first, b) if a.date else (second, a)
        return _looking_back(dated, undated)
    return Closeness.FAR


def as_if_dated(first: When, then: When) -> When:
    """The time of the earlier of two reports: of two without dates that lie far apart the later one looks
    back on something of the days in which the earlier one tells of it."""
    undated = not (first.date or then.date or first.planned or then.planned)
    if undated and closeness(first, then) is Closeness.FAR:
        return msgspec.structs.replace(first, date=first.published)
    return first


def days_apart(a: When, b: When) -> int | None:
    """Days between the two; None where one of them is not known."""
    first, second = _span(a), _span(b)
    return None if first is None or second is None else max(_gap(first, second).days, 0)


def recall(a: When, b: When) -> float:
    """How long ago a recalled engagement was, from 0 (just now) to 1 (as far as a report looks back)."""
    first, second = _span(a), _span(b)
    if first is None or second is None:
        return 1.0
    return min(max(_gap(first, second) / _RECALL, 0.0), 1.0)


def years(when: When) -> frozenset[int] | None:
    """The years in which it can lie, for looking it up; None where nothing fixes them to ten at most."""
    span = _span(when)
    if span is None:
        return None
    slack = _SLACK if when.date and "/" in when.date else timedelta(0)
    return _years(_moved(span[0], -slack), _moved(span[1], slack))


def years_recalled(when: When) -> frozenset[int]:
    """The years on which a report without a date can look back; none for one with a date."""
    published = edtf.bounds(when.published) if when.published and not when.date else None
    if published is None or when.planned:
        return frozenset()
    return _years(_moved(published[0], -_RECALL), published[0]) or frozenset()


def _years(first: date, last: date) -> frozenset[int] | None:
    found = range(first.year, last.year + 1)
    return frozenset(found) if len(found) <= _MOST_YEARS else None


def _moved(day: date, by: timedelta) -> date:
    """`day` moved within the calendar."""
    return date.fromordinal(min(max(day.toordinal() + by.days, 1), date.max.toordinal()))


def _is_over_before(held: When, plan: When) -> bool:
    """Whether what was held was over before that was published which tells of something to come: "will meet
    in Jakarta before the end of 2025", told in August, is no meeting of that May."""
    if held.planned or not plan.planned or plan.off or not (held.date and plan.date and plan.published):
        return False
    done, due, told = (edtf.bounds(value) for value in (held.date, plan.date, plan.published))
    if done is None or due is None or told is None:
        return False
    return due[1] >= told[0] and done[1] < _moved(told[0], -_SLACK)


@lru_cache(maxsize=1 << 16)
def _of_dates(a: str, b: str, slack: timedelta) -> Closeness:
    if not (edtf.has_year(a) and edtf.has_year(b)):
        return Closeness.COMPATIBLE if edtf.compatible(a, b) else Closeness.APART
    one, other = edtf.bounds(a), edtf.bounds(b)
    if one is None or other is None:
        return Closeness.UNKNOWN
    if a == b and edtf.precision(a) == "day":
        return Closeness.SAME
    if edtf.compatible(a, b):
        return Closeness.SAME if {edtf.precision(a), edtf.precision(b)} == {"day"} else Closeness.COMPATIBLE
    spans_days = "/" in a or "/" in b
    return Closeness.COMPATIBLE if spans_days and _gap(one, other) <= slack else Closeness.APART


def _span(when: When) -> edtf.Bounds | None:
    """The days that the mention can mean: without a date, a report is of the days before its publication
    and a plan of the year after it."""
    if when.date:
        return edtf.bounds(when.date)
    published = edtf.bounds(when.published) if when.published else None
    if published is None:
        return None
    if when.off:
        return _moved(published[0], -_RECALL), _moved(published[1], _YEAR)
    if when.planned:
        return published[0], _moved(published[1], _OF_A_VISIT if when.in_visit else _YEAR)
    return _moved(published[0], -_NEAR), published[1]


def _looking_back(dated: edtf.Bounds, undated: When) -> Closeness:
    """What was over before is not what is planned, nor what is told as news; a report can look back on it."""
    published = edtf.bounds(undated.published) if undated.published else None
    if published is None or dated[1] >= published[0]:
        return Closeness.FAR
    if undated.planned:
        return Closeness.APART
    if undated.news:
        return Closeness.FAR
    return Closeness.RECALLED if published[0] - dated[1] <= _RECALL else Closeness.FAR


def _published_gap(a: When, b: When) -> timedelta:
    one = edtf.bounds(a.published) if a.published else None
    other = edtf.bounds(b.published) if b.published else None
    return _gap(one, other) if one and other else timedelta(0)


def _gap(a: tuple[date, date], b: tuple[date, date]) -> timedelta:
    """Days between the two; none or less where they overlap."""
    return max(a[0] - b[1], b[0] - a[1])
