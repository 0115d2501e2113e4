"""How a timeline is drawn: lanes of marks over the years.

What has happened is filled, what is planned is hollow and dashed, what is past its day without a report is
hollow with a question mark, what was called off is crossed out: no state is told by colour alone. What is
known by month or year only is a line over the days that it can mean, with its mark in the middle.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Literal

import msgspec

from servanda.publish.charts.plan import LANES, Mark, Plan, description, title
from servanda.publish.charts.scale import MARGIN, WIDTH, Scale
from servanda.publish.charts.svg import (
    BLUE,
    CHARACTER,
    INK,
    ORANGE,
    TEAL,
    element,
    line,
    marked,
    picture,
    short,
    text,
)
from servanda.publish.charts.values import State
from servanda.publish.dates import day_in_words, in_words

_COLOURS = {"engagement": BLUE, "instrument": ORANGE, "commitment": TEAL}

_TOP, _ROW, _GAP, _LABEL = 24.0, 15.5, 7.0, 38
_MARK = 8.0
"""Least width of a mark: a visit of two days would not be seen in ten years."""
_LABELLED_ROWS, _MOST_ROWS, _CLOSE_ROW = 6, 24, 11.0
_LONG, _EMPTY_HEIGHT = 40.0, 60.0
_LEGEND: Final[dict[State, str]] = {
    "done": "held, signed, kept",
    "planned": "planned, open",
    "unknown": "day passed, no report",
    "off": "called off",
}


_Side = Literal["in", "right", "left", "none"]
_Try = tuple[_Side, float, float]
"""Where the label could stand, and from where to where both would reach."""


class _Placed(msgspec.Struct, frozen=True):
    """A mark in its row, and where its label stands."""

    mark: Mark
    row: int
    side: _Side


def draw(drawn: Plan) -> str:
    """The picture, 720 pixels wide and as high as it needs."""
    scale = Scale(drawn.first, drawn.last)
    body: list[str] = []
    y = _TOP
    for kind, marks in drawn.lanes.items():
        placed = _place(marks, scale)
        body.append(text(MARGIN + 3, y + 11, LANES[kind], font_weight="bold"))
        y += _ROW + 2
        body += [_drawn(each, scale, y) for each in placed]
        y += _down(1 + max(each.row for each in placed)) + _GAP
    if not drawn.lanes:
        body.append(text(WIDTH / 2, _TOP + 24, description(drawn), anchor="middle", faint=True))
        y = _EMPTY_HEIGHT
    frame = [*scale.axis(y), *_today(drawn, scale, y)]
    size = (WIDTH, y + 24)
    return picture(size, title(drawn), description(drawn), [*frame, *body, *_legend(drawn, y + 17)])


def _place(marks: Sequence[Mark], scale: Scale) -> list[_Placed]:
    """Bars, then the newest first, since they are what a reader looks for: each with its label into the first
    row that has room for both, else without it, in a row more if need be."""
    taken: list[list[_Try]] = [[] for _ in range(_LABELLED_ROWS)]
    ordered = sorted(marks, key=lambda mark: (mark.first, mark.last, mark.item.label), reverse=True)
    tried = [(mark, _tries(mark, scale)) for mark in ordered]
    tried.sort(key=lambda each: each[1][0][0] != "in")  # what reaches over years finds no room afterwards
    return [_put(mark, tries, taken) for mark, tries in tried]


def _tries(mark: Mark, scale: Scale) -> list[_Try]:
    start, end = _ends(mark, scale)
    wide = len(short(mark.item.label, _LABEL)) * CHARACTER + 8
    tries: list[_Try] = []
    if not mark.loose and end - start >= wide + _MARK:
        tries.append(("in", start, end))
    if end + wide <= WIDTH - MARGIN:
        tries.append(("right", start, end + wide))
    if start - wide >= MARGIN:
        tries.append(("left", start - wide, end))
    return [*tries, ("none", start, end)]


def _put(mark: Mark, tries: Sequence[_Try], taken: list[list[_Try]]) -> _Placed:
    for wanted in tries:
        side, start, end = wanted
        for row, others in enumerate(taken[:_LABELLED_ROWS] if side != "none" else taken):
            if all(end + 2 < left or right + 2 < start for _, left, right in others):
                others.append(wanted)
                return _Placed(mark, row, side)
    if len(taken) < _MOST_ROWS:
        taken.append([tries[-1]])
    return _Placed(mark, len(taken) - 1, "none")  # More in one place than rows: the last one holds them all.


def _ends(mark: Mark, scale: Scale) -> tuple[float, float]:
    """Where the mark begins and ends; never narrower than can be seen."""
    start, end = scale.at(mark.first), scale.at(mark.last, after=True)
    if end - start >= _MARK:
        return start, end
    middle = min(max((start + end) / 2, MARGIN + _MARK / 2), WIDTH - MARGIN - _MARK / 2)
    return round(middle - _MARK / 2, 1), round(middle + _MARK / 2, 1)


def _down(row: int) -> float:
    """How far below the first row it lies; rows of marks without labels are closer together."""
    return min(row, _LABELLED_ROWS) * _ROW + max(row - _LABELLED_ROWS, 0) * _CLOSE_ROW


def _drawn(placed: _Placed, scale: Scale, top: float) -> str:
    mark = placed.mark
    start, end = _ends(mark, scale)
    y = round(top + _down(placed.row), 1)
    label, colour = short(mark.item.label, _LABEL), _COLOURS[mark.item.kind]
    if placed.side == "in":
        inside = [_bar(start, end, y, mark.item.state, colour), text(start + 7, y + 8, label)]
    elif not mark.loose and end - start > _LONG:
        inside = [_bar(start, end, y, mark.item.state, colour)]
    elif mark.loose and end - start > _MARK:
        inside = [_loose(start, end, y, mark.item.state, colour)]
    else:
        inside = [_shape(start, end, y, mark.item.state, colour)]
    if placed.side == "right":
        inside.append(text(end + 4, y + 8, label))
    elif placed.side == "left":
        inside.append(text(start - 4, y + 8, label, anchor="end"))
    when = in_words(mark.item.when) if mark.item.when else ""
    return marked(mark.item.id, f"{mark.item.label}, {when} ({mark.item.status or mark.item.state})", inside)


def _shape(start: float, end: float, y: float, state: State, colour: str) -> str:
    box = {"x": start, "y": y, "width": round(end - start, 1), "height": _MARK, "rx": _MARK / 2}
    if state == "done":
        return element("rect", **box, fill=colour)
    dashes = "3 2" if state == "planned" else None
    drawn = element("rect", **box, fill="none", stroke=colour, stroke_width=1.4, stroke_dasharray=dashes)
    if state == "unknown":
        return drawn + text(round((start + end) / 2, 1), y + 7.2, "?", anchor="middle", font_weight="bold")
    if state == "off":
        return drawn + element("path", d=f"M{start} {y}L{end} {y + _MARK}", stroke=colour, stroke_width=1.6)
    return drawn


def _loose(start: float, end: float, y: float, state: State, colour: str) -> str:
    """A line over all days that it can be, with the mark in the middle."""
    middle = (start + end) / 2
    across = line(
        start, y + _MARK / 2, (end, y + _MARK / 2), stroke=colour, stroke_opacity=0.55, stroke_width=1.2
    )
    ends = "".join(
        line(x, y + 1.5, (x, y + _MARK - 1.5), stroke=colour, stroke_opacity=0.55, stroke_width=1.2)
        for x in (start, end)
    )
    return (
        across + ends + _shape(round(middle - _MARK / 2, 1), round(middle + _MARK / 2, 1), y, state, colour)
    )


def _bar(start: float, end: float, y: float, state: State, colour: str) -> str:
    """Years that a text covers, with room for its name; what stands is tinted."""
    dashes = "3 2" if state == "planned" else None
    fill = {"fill": colour, "fill_opacity": 0.2} if state == "done" else {"fill": "none"}
    size = {"x": start, "y": y - 2, "width": round(end - start, 1), "height": _MARK + 5, "rx": 3}
    drawn = element("rect", **size, **fill, stroke=colour, stroke_width=1.2, stroke_dasharray=dashes)
    if state == "unknown":
        return drawn + text(end - 6, y + 8, "?", anchor="end", font_weight="bold")
    if state == "off":
        return drawn + line(start, y + 4, (end, y + 4), stroke=colour, stroke_opacity=1, stroke_width=1.4)
    return drawn


def _today(drawn: Plan, scale: Scale, bottom: float) -> Iterator[str]:
    if drawn.today and drawn.first <= drawn.today <= drawn.last:
        x = scale.at(drawn.today)
        down = line(x, 15, (x, bottom), stroke_opacity=0.85, stroke_width=1, stroke_dasharray="2 2")
        yield f"<g><title>{day_in_words(drawn.today)}</title>{down}</g>"


def _legend(drawn: Plan, y: float) -> Iterator[str]:
    x = MARGIN + 3
    shown = {mark.item.state for mark in drawn.marks}
    for state, name in _LEGEND.items():
        if state in shown:
            yield _shape(x, x + 16, y - 8, state, INK)
            yield text(x + 20, y, name, faint=True)
            x = round(x + 32 + len(name) * CHARACTER, 1)
    if any(mark.loose for mark in drawn.marks):
        yield _loose(x, x + 28, y - 8, "done", INK)
        yield text(x + 32, y, "day not known", faint=True)
        x = round(x + 44 + 13 * CHARACTER, 1)
    if drawn.today and drawn.first <= drawn.today <= drawn.last:
        yield line(x + 4, y - 9, (x + 4, y + 1), stroke_opacity=0.85, stroke_width=1, stroke_dasharray="2 2")
        yield text(x + 9, y, day_in_words(drawn.today), faint=True)
