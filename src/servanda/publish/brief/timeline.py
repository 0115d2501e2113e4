"""The years that the timeline of a briefing shows, and what stands below it."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from servanda.publish.charts.items import items_of
from servanda.publish.charts.plan import Plan, counted, left_out, plan
from servanda.publish.charts.values import Period
from servanda.query.entries import Between

_YEARS_BACK, _YEARS_AHEAD = 12, 10


def timeline(found: Between, day: date) -> Plan | None:
    """The dated entries of twelve years before `day` and ten after it, no longer than they reach; None where
    there are none."""
    period = Period(_years_from(day, -_YEARS_BACK), _years_from(day, _YEARS_AHEAD))
    drawn = plan(items_of(found.entries), period, day)
    if not drawn.marks:
        return None
    first = max(drawn.first, min(mark.first for mark in drawn.marks))
    last = min(drawn.last, max(day, *(mark.last for mark in drawn.marks)))
    return replace(drawn, first=date(first.year, 1, 1), last=date(last.year, 12, 31))


def caption(drawn: Plan) -> str:
    """What is drawn and what is left out."""
    return " ".join((f"{counted(drawn)}.", *left_out(drawn)))


def _years_from(day: date, years: int) -> date:
    return date(min(max(day.year + years, date.min.year), date.max.year), 1, 1)
