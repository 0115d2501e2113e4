"""What stands on the timeline: engagements, texts with the years that they cover, dated promises."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from servanda.model import edtf
from servanda.model.facts import Instrument
from servanda.publish.brief.parts import Lane, Mark, MarkState, Timeline
from servanda.publish.plain import plain
from servanda.query.entries import Between, EntryView

_YEARS_BACK, _YEARS_AHEAD = 12, 10

_STATES: dict[str, MarkState] = {
    "held": "done", "signed": "done", "ratified": "done", "existing": "done", "amended": "done",
    "extended": "done", "expired": "done", "terminated": "done", "kept": "done", "partly": "done",
    "no report": "unknown", "overdue": "unknown", "lapsed": "unknown",
    "cancelled": "off", "withdrawn": "off", "refused": "off",
}  # fmt: skip
"""Of the other statuses all are still to come."""

_LANES = {"engagement": "Engagements", "instrument": "Texts", "commitment": "Promises, when due"}


def timeline(found: Between, day: date) -> Timeline | None:
    """The dated entries of twelve years before `day` and ten after it; None where there are none."""
    start, end = _years_from(day, -_YEARS_BACK), _years_from(day, _YEARS_AHEAD)
    marks = {kind: list(_marks(found.of(kind))) for kind in _LANES}
    shown = {kind: [m for m in of if m.last >= start and m.first <= end] for kind, of in marks.items()}
    every = [mark for of in shown.values() for mark in of]
    if not every:
        return None
    undated = sum(len(found.of(kind)) - len(of) for kind, of in marks.items())
    outside = sum(map(len, marks.values())) - len(every)
    first = max(start, min(mark.first for mark in every))
    last = min(end, max(day, *(mark.last for mark in every)))
    return Timeline(
        first=date(first.year, 1, 1),
        last=date(last.year, 12, 31),
        day=day,
        lanes=tuple(Lane(title, tuple(shown[kind])) for kind, title in _LANES.items() if shown[kind]),
        caption=_caption(every, undated, outside),
    )


def _marks(views: Iterable[EntryView]) -> Iterable[Mark]:
    for view in views:
        fact = view.fact
        when = fact.period if isinstance(fact, Instrument) and fact.period else view.date
        bounds = edtf.bounds(when) if when else None
        if bounds is not None:
            standing = view.status.value if view.status else ""
            yield Mark(plain(view.label), *bounds, _STATES.get(standing, "planned"))


def _caption(marks: list[Mark], undated: int, outside: int) -> str:
    counted = {
        "held, signed or kept": "done", "planned or open": "planned",
        "past their day without a report": "unknown", "called off": "off",
    }  # fmt: skip
    numbers = {name: sum(mark.state == state for mark in marks) for name, state in counted.items()}
    told = ", ".join(f"{number} {name}" for name, number in numbers.items() if number)
    left = [f"{undated} without a date"] if undated else []
    left += [f"{outside} outside these years"] if outside else []
    return f"{told}." + (f" Not drawn: {', '.join(left)}." if left else "")


def _years_from(day: date, years: int) -> date:
    return date(min(max(day.year + years, date.min.year), date.max.year), 1, 1)
