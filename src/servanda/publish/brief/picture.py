"""The timeline as SVG: lanes of marks over the years, drawn by hand in a few elements.

What has happened is filled, what is planned is hollow and dashed, what is past its day without a report is
hollow with a question mark, what was called off is crossed out: no state is told by colour alone. Texts take
the colour of their surroundings (`currentColor`), so that the picture suits a light and a dark page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from html import escape
from typing import Literal

import msgspec

from servanda.publish.brief.dates import day_in_words
from servanda.publish.brief.parts import Lane, Mark, Timeline

_WIDTH, _MARGIN = 720, 10
_TOP, _ROW, _GAP = 26, 15, 8
_SIZE = 8
"""Least width of a mark, in pixels: a visit of two days would not be seen in ten years."""
_ROWS, _LABEL, _CHARACTER = 7, 34, 5.0
"""Rows of a lane, the longest label in characters, and how wide one of them is at 9.5 pixels."""
_MOST_TICKS = 14
_COLOURS = ("#2f6fb3", "#a8551c", "#5b7f2b")
_LEGEND = (("done", "held, signed, kept"), ("planned", "planned, open"), ("unknown", "day passed, no report"),
           ("off", "called off"))  # fmt: skip


_Side = Literal["in", "right", "left", "none"]


class _Placed(msgspec.Struct, frozen=True):
    """A mark in its row, and where its label stands."""

    mark: Mark
    row: int
    side: _Side


def to_svg(timeline: Timeline) -> str:
    """The picture, 720 pixels wide and as high as it needs, with a title and a description."""
    scale = _Scale(timeline)
    body: list[str] = []
    y = _TOP
    for colour, lane in zip(_COLOURS, timeline.lanes, strict=False):
        placed = _place(lane, scale)
        body.append(_words(_MARGIN, y + 10, lane.title, bold=True))
        y += _ROW + 2
        body += [_drawn(each, scale, y, colour) for each in placed]
        y += _ROW * (1 + max(each.row for each in placed)) + _GAP
    height = y + _ROW + 6
    frame = [*_axis(timeline, scale, y), *_today(timeline, scale, y), *_legend(timeline, height - 5)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" '
        f'height="{height}" role="img" font-family="system-ui, sans-serif" font-size="9.5">'
        f"<title>{escape(title(timeline))}</title><desc>{escape(description(timeline))}</desc>"
        f"{''.join((*frame, *body))}</svg>"
    )


def title(timeline: Timeline) -> str:
    """What the picture is."""
    return f"Timeline, {timeline.first.year} to {timeline.last.year}"


def description(timeline: Timeline) -> str:
    """What is to be seen in it, for those who cannot see it."""
    lanes = ", ".join(f"{len(lane.marks)} {lane.title.lower()}" for lane in timeline.lanes)
    return f"As of {day_in_words(timeline.day)}: {lanes}; {timeline.caption}"


class _Scale:
    """Days as pixels from the left."""

    def __init__(self, timeline: Timeline) -> None:
        self._first = timeline.first.toordinal()
        self._days = timeline.last.toordinal() - self._first + 1

    def at(self, day: date) -> float:
        share = (day.toordinal() - self._first) / self._days
        return round(_MARGIN + min(max(share, 0.0), 1.0) * (_WIDTH - 2 * _MARGIN), 1)

    def ends(self, mark: Mark) -> tuple[float, float]:
        """Where the mark begins and ends; never narrower than can be seen."""
        start, end = self.at(mark.first), self.at(mark.last)
        if end - start >= _SIZE:
            return start, end
        middle = min(max((start + end) / 2, _MARGIN + _SIZE / 2), _WIDTH - _MARGIN - _SIZE / 2)
        return round(middle - _SIZE / 2, 1), round(middle + _SIZE / 2, 1)


_Try = tuple[_Side, float, float]
"""Where the label could stand, and from where to where both would reach."""


def _place(lane: Lane, scale: _Scale) -> list[_Placed]:
    """The newest first, since they are what a reader looks for: each with its label into the first row that
    has room for both, else without it."""
    taken: list[list[tuple[float, float]]] = [[] for _ in range(_ROWS)]
    placed = []
    for mark in sorted(lane.marks, key=lambda mark: (mark.first, mark.last, mark.label), reverse=True):
        start, end = scale.ends(mark)
        wide = len(_short(mark.label)) * _CHARACTER + 8
        tries: list[_Try] = [("in", start, end)] if end - start >= wide + _SIZE else []
        tries += [("right", start, end + wide)] if end + wide <= _WIDTH - _MARGIN else []
        tries += [("left", start - wide, end)] if start - wide >= _MARGIN else []
        placed.append(_put(mark, [*tries, ("none", start, end)], taken))
    return placed


def _put(mark: Mark, tries: Sequence[_Try], taken: list[list[tuple[float, float]]]) -> _Placed:
    for side, start, end in tries:
        for row, others in enumerate(taken if side == "none" else taken[:-1]):
            if all(end + 3 < left or right + 3 < start for left, right in others):
                others.append((start, end))
                return _Placed(mark, row, side)
    return _Placed(mark, len(taken) - 1, "none")  # More in one place than rows: the last one holds them all.


def _drawn(placed: _Placed, scale: _Scale, top: float, colour: str) -> str:
    mark = placed.mark
    start, end = scale.ends(mark)
    y = top + placed.row * _ROW
    if placed.side == "in":
        drawn = _bar(start, end, y, mark.state, colour) + _words(start + 7, y + 8, _short(mark.label))
    else:
        drawn = _shape(start, end, y, mark.state, colour)
    if placed.side == "right":
        drawn += _words(end + 4, y + 8, _short(mark.label))
    elif placed.side == "left":
        drawn += _words(start - 4, y + 8, _short(mark.label), anchor="end")
    days = day_in_words(mark.first) + (f" to {day_in_words(mark.last)}" if mark.last != mark.first else "")
    return f"<g><title>{escape(f'{mark.label}, {days} ({mark.state})')}</title>{drawn}</g>"


def _shape(start: float, end: float, y: float, state: str, colour: str) -> str:
    box = f'x="{start}" y="{y}" width="{round(end - start, 1)}" height="{_SIZE}" rx="{_SIZE / 2}"'
    if state == "done":
        return f'<rect {box} fill="{colour}"/>'
    dashes = ' stroke-dasharray="3 2"' if state == "planned" else ""
    drawn = f'<rect {box} fill="none" stroke="{colour}" stroke-width="1.4"{dashes}/>'
    middle = round((start + end) / 2, 1)
    if state == "unknown":
        return drawn + _words(middle, y + 7, "?", anchor="middle", bold=True)
    if state == "off":
        return drawn + f'<path d="M{start} {y}L{end} {y + _SIZE}" stroke="{colour}" stroke-width="1.6"/>'
    return drawn


def _bar(start: float, end: float, y: float, state: str, colour: str) -> str:
    """Years that a text covers, with room for its name; what stands is tinted."""
    style = f'fill="{colour}" fill-opacity=".25"' if state == "done" else 'fill="none"'
    dashes = ' stroke-dasharray="3 2"' if state == "planned" else ""
    size = f'x="{start}" y="{y - 2}" width="{round(end - start, 1)}" height="{_SIZE + 5}" rx="3"'
    return f'<rect {size} {style} stroke="{colour}" stroke-width="1.2"{dashes}/>'


def _axis(timeline: Timeline, scale: _Scale, bottom: float) -> Iterator[str]:
    years = range(timeline.first.year, timeline.last.year + 1)
    step = len(years) // _MOST_TICKS + 1
    for year in years[::step]:
        x = scale.at(date(year, 1, 1))
        yield f'<path d="M{x} 16V{bottom}" stroke="currentColor" stroke-opacity=".18" stroke-width=".7"/>'
        yield _words(x + 2, 12, str(year))


def _today(timeline: Timeline, scale: _Scale, bottom: float) -> Iterator[str]:
    if timeline.first <= timeline.day <= timeline.last:
        x = scale.at(timeline.day)
        line = 'stroke="currentColor" stroke-width="1" stroke-dasharray="1 2"'
        yield f'<g><title>{day_in_words(timeline.day)}</title><path d="M{x} 16V{bottom}" {line}/></g>'


def _legend(timeline: Timeline, y: float) -> Iterator[str]:
    x = float(_MARGIN)
    states = {mark.state for lane in timeline.lanes for mark in lane.marks}
    for state, text in _LEGEND:
        if state in states:
            yield _shape(x, x + _SIZE * 2, y - 8, state, "currentColor")
            yield _words(x + _SIZE * 2 + 4, y, text)
            x += _SIZE * 2 + 20 + len(text) * _CHARACTER
    yield f'<path d="M{x + 4} {y - 9}V{y + 1}" stroke="currentColor" stroke-dasharray="1 2"/>'
    yield _words(x + 9, y, day_in_words(timeline.day))


def _words(x: float, y: float, text: str, *, anchor: str = "start", bold: bool = False) -> str:
    weight = ' font-weight="bold"' if bold else ""
    return f'<text x="{x}" y="{y}" fill="currentColor" text-anchor="{anchor}"{weight}>{escape(text)}</text>'


def _short(label: str) -> str:
    return label if len(label) <= _LABEL else label[:_LABEL].rsplit(" ", 1)[0] + "…"
