"""The timeline: engagements, texts and promises by time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from servanda.publish.charts.lanes import draw
from servanda.publish.charts.plan import Mark, description, left_out, plan, title
from servanda.publish.charts.values import Chart, Item, Period, Row


def timeline(items: Iterable[Item], period: Period | None = None, today: date | None = None) -> Chart:
    """Engagements, texts and promises by time; other kinds are passed over.

    period  what is shown of them; where it is open, as much as there is
    today   where the present begins; None draws no line
    """
    drawn = plan(items, period or Period(), today)
    told = title(drawn), description(drawn)
    return Chart(
        svg=draw(drawn),
        title=told[0],
        description=told[1],
        rows=tuple(_row(mark) for mark in drawn.marks),
        notes=left_out(drawn),
    )


def _row(mark: Mark) -> Row:
    item = mark.item
    return {
        "id": item.id,
        "kind": item.kind,
        "label": item.label,
        "status": item.status,
        "shown_as": item.state,
        "date": item.when,
        "first_day": mark.first.isoformat(),
        "last_day": mark.last.isoformat(),
        "parties": list(item.parties),
    }
