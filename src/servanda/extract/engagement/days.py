"""How the dates of two tellings lie to each other."""

from __future__ import annotations

from servanda.model.edtf import bounds, compatible

_FRESH = 10
"""Days in which an engagement is news; what a report tells without a date happened on that day."""
_NEWS = 3
"""Days in which an agency or a daily reports."""
_ONE_VISIT = 21
"""Days between the first and the last stage of a visit; longer ones are hardly reported as one."""
_LONG_OVER = 45
"""Days after which nothing that was held is the news of a report."""


def can_be_same_time(one: str | None, other: str | None) -> bool:
    """Whether two dates can be of one engagement: unknown, compatible, or one in the course of the other."""
    if not one or not other:
        return True
    return compatible(one, other) or _lies_in(one, other) or _lies_in(other, one)


def can_be_one_visit(one: str | None, other: str | None) -> bool:
    """Whether two dates lie at most three weeks apart, as the stages of one visit do."""
    if one is None or other is None:
        return True
    first, second = bounds(one), bounds(other)
    if first is None or second is None:
        return False
    return abs((first[0] - second[0]).days) <= _ONE_VISIT


def is_fresh(date: str | None, published: str | None) -> bool:
    """Whether a date lies within the days before the publication: what is told beside it happened then.
    Any date will do when the publication date is unknown."""
    if date is None or published is None:
        return date is not None
    then, now = bounds(date), bounds(published)
    return then is None or now is None or abs((now[0] - then[1]).days) <= _FRESH


def is_news(date: str, published: str | None) -> bool:
    """Whether a date is a day on which, or shortly before which, the report was published."""
    then, now = bounds(date), bounds(published) if published else None
    if then is None or now is None or then[0] != then[1]:
        return False
    return 0 <= (now[1] - then[0]).days <= _NEWS


def is_long_over(date: str | None, published: str | None) -> bool:
    """Whether a date lies long before the publication; nothing does whose date is unknown."""
    then = bounds(date) if date else None
    now = bounds(published) if published else None
    return then is not None and now is not None and (now[0] - then[1]).days > _LONG_OVER


def is_years(date: str) -> bool:
    """ "2018/2028": years that a plan covers, not days on which people met."""
    return "/" in date and all(len(part) == len("2018") for part in date.split("/"))


def _lies_in(date: str, interval: str) -> bool:
    """Whether a date (or the begin of one) lies in an interval, each as far as it is given."""
    if "/" not in interval:
        return False
    first, last = interval.split("/", 1)
    return first <= date[: len(first)] and date[: len(last)] <= last
