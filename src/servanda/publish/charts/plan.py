"""What a timeline shows, and how that is told in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final

import msgspec

from servanda.model import edtf
from servanda.publish.charts.values import Item, Period, State
from servanda.publish.dates import day_in_words

LANES: Final = {"engagement": "Engagements", "instrument": "Texts", "commitment": "Promises, when due"}
_COUNTED = {
    "engagement": ("engagement", "engagements"),
    "instrument": ("text", "texts"),
    "commitment": ("promise that is due", "promises that are due"),
}
MOST: Final = 1000
"""So many marks can be told apart, and drawn while somebody waits."""
_NEAR = timedelta(days=3 * 365)
STATES: Final[dict[State, str]] = {
    "done": "held, signed or kept",
    "planned": "planned or open",
    "unknown": "past their day without a report",
    "off": "called off",
}


class Mark(msgspec.Struct, frozen=True):
    """An item with its days; loose where they are only those that its date can mean."""

    item: Item
    first: date
    last: date
    loose: bool


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be drawn: the marks of each lane by kind, from the first to the last day.

    undated, outside, too_many  how many items have no date, or one that lies outside, or are earlier than as
                                many as a picture holds
    """

    first: date
    last: date
    today: date | None
    lanes: dict[str, tuple[Mark, ...]]
    undated: int = 0
    outside: int = 0
    too_many: int = 0

    @property
    def marks(self) -> tuple[Mark, ...]:
        """All of them, lane by lane."""
        return tuple(mark for lane in self.lanes.values() for mark in lane)


def plan(items: Iterable[Item], period: Period, today: date | None) -> Plan:
    """What lies in the period, in whole years where the period does not end it otherwise."""
    of_kinds = [item for item in items if item.kind in LANES]
    dated = [(item, item.days) for item in of_kinds]
    marks = [Mark(item, *days, _is_loose(item)) for item, days in dated if days]
    within = [mark for mark in marks if period.has((mark.first, mark.last))]
    newest = sorted(within, key=lambda mark: (mark.last, mark.first), reverse=True)[:MOST]
    shown = sorted(newest, key=lambda mark: (mark.first, mark.last, mark.item.id))
    lanes = {kind: tuple(mark for mark in shown if mark.item.kind == kind) for kind in LANES}
    first, last = _reach(shown, period, today)
    return Plan(
        first=first,
        last=last,
        today=today,
        lanes={kind: lane for kind, lane in lanes.items() if lane},
        undated=len(of_kinds) - len(marks),
        outside=len(marks) - len(within),
        too_many=len(within) - len(shown),
    )


def _reach(marks: Sequence[Mark], period: Period, today: date | None) -> tuple[date, date]:
    """From the first to the last day that is drawn; as far as the present where it is not far away."""
    days = [day for mark in marks for day in (mark.first, mark.last)]
    default = today or date(2000, 1, 1)
    if today and days and timedelta() < today - max(days) <= _NEAR:
        days.append(today)
    first = period.first or date(min(days, default=default).year, 1, 1)
    last = period.last or date(max(days, default=default).year, 12, 31)
    return (first, last) if first <= last else (min(first, last), max(first, last))


def _is_loose(item: Item) -> bool:
    """Whether the date is coarser than a day and no span of validity."""
    return not item.lasts and item.when is not None and edtf.precision(item.when) != "day"


# -- in words --


def title(drawn: Plan) -> str:
    """What the picture is."""
    years = dict.fromkeys((drawn.first.year, drawn.last.year))
    return f"Timeline, {' to '.join(map(str, years))}"


def description(drawn: Plan) -> str:
    """What is to be seen in it, for those who cannot see it."""
    if not drawn.marks:
        return "Nothing with a date lies in this time."
    lanes = ", ".join(_count(len(marks), *_COUNTED[kind]) for kind, marks in drawn.lanes.items())
    as_of = f"As of {day_in_words(drawn.today)}: " if drawn.today else ""
    return f"{as_of}{lanes}; {counted(drawn)}."


def _count(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}"


def counted(drawn: Plan) -> str:
    """How many marks are in which state."""
    numbers = {name: sum(mark.item.state == state for mark in drawn.marks) for state, name in STATES.items()}
    return ", ".join(f"{number} {name}" for name, number in numbers.items() if number)


def left_out(drawn: Plan) -> tuple[str, ...]:
    """What is not drawn."""
    told = [f"{drawn.undated} without a date"] if drawn.undated else []
    told += [f"{drawn.outside} outside these years"] if drawn.outside else []
    told += [f"{drawn.too_many} earlier ones, as a picture holds {MOST}"] if drawn.too_many else []
    return (f"Not drawn: {', '.join(told)}.",) if told else ()
