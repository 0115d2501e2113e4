"""The charts by their names."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal, get_args

from servanda.codebook.places import party_name
from servanda.errors import UsageError
from servanda.publish.charts.activity import activity
from servanda.publish.charts.map import engagement_map
from servanda.publish.charts.network import network
from servanda.publish.charts.timeline import timeline
from servanda.publish.charts.values import Chart, Item, Period

ChartName = Literal["timeline", "activity", "network", "map"]


def chart(name: str, items: Iterable[Item], period: Period | None = None, today: date | None = None) -> Chart:
    """The chart of this name. UsageError where there is none.

    period  what is shown of the items; None shows all
    today   where the timeline draws the present
    """
    every = list(items)
    names = {code: party_name(code) for item in every for code in _codes(item)}
    match name:
        case "timeline":
            return timeline(every, period, today)
        case "activity":
            return activity(every, period)
        case "network":
            return network(_within(every, period), names)
        case "map":
            return engagement_map(every, names, period)
    raise UsageError(name, "is no chart", f"charts are {', '.join(get_args(ChartName))}")


def _codes(item: Item) -> Iterable[str]:
    return (*item.parties, item.country) if item.country else item.parties


def _within(items: Iterable[Item], period: Period | None) -> list[Item]:
    if period is None or period == Period():
        return list(items)
    return [item for item in items if (days := item.days) and period.has(days)]
