"""Days as pixels, and where on them a reader looks for a year or a month."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from servanda.publish.charts.svg import CHARACTER, INK, element, line, text

WIDTH: Final = 720.0
MARGIN: Final = 10.0
_DAYS_OF_YEARS, _DAYS_OF_QUARTERS, _DAYS_OF_MONTHS = 900, 420, 70
_LEAST_APART = 48.0
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000)


class Scale:
    """The days from `first` to `last`, from left to right."""

    def __init__(self, first: date, last: date) -> None:
        self.first, self.last = first, last
        self.days = last.toordinal() - first.toordinal() + 1

    def at(self, day: date, *, after: bool = False) -> float:
        """Where the day begins, or ends; at the margin where it lies beyond it."""
        share = (day.toordinal() + after - self.first.toordinal()) / self.days
        return round(MARGIN + min(max(share, 0.0), 1.0) * (WIDTH - 2 * MARGIN), 1)

    def axis(self, bottom: float) -> Iterator[str]:
        """Lines where years or months begin, with their names above, and every other stripe tinted."""
        ticks = list(self._ticks())
        ends = [*(x for x, _ in ticks[1:]), WIDTH - MARGIN]
        for index, ((x, name), end) in enumerate(zip(ticks, ends, strict=True)):
            if index % 2 == 0 and end > x:
                box = {"x": x, "y": 17, "width": round(end - x, 1), "height": round(bottom - 17, 1)}
                yield element("rect", fill=INK, fill_opacity=0.045, **box)
            yield line(x, 17, (x, bottom))
            if name and end - x >= len(name) * CHARACTER:
                yield text(x + 2, 12, name, faint=True)

    def _ticks(self) -> Iterator[tuple[float, str]]:
        if self.days > _DAYS_OF_YEARS:
            yield from self._years()
        elif self.days > _DAYS_OF_MONTHS:
            yield from self._months(3 if self.days > _DAYS_OF_QUARTERS else 1)
        else:
            yield from self._weeks()

    def _years(self) -> Iterator[tuple[float, str]]:
        years = self.last.year - self.first.year + 1
        room = (WIDTH - 2 * MARGIN) / _LEAST_APART
        step = next((step for step in _STEPS if years / step <= room), _STEPS[-1])
        begin = self.first.year - self.first.year % step
        for year in range(begin, self.last.year + 1, step):
            shown = max(year, self.first.year)
            yield self.at(date(shown, 1, 1)), str(shown)

    def _months(self, step: int) -> Iterator[tuple[float, str]]:
        year, month = self.first.year, self.first.month - (self.first.month - 1) % step
        while (year, month) <= (self.last.year, self.last.month):
            day = date(year, month, 1)
            yield self.at(day), f"{day:%b} {year}"
            year, month = (year, month + step) if month + step <= 12 else (year + 1, 1)

    def _weeks(self) -> Iterator[tuple[float, str]]:
        for day in range(self.first.toordinal(), self.last.toordinal() + 1, 7):
            begin = date.fromordinal(day)
            yield self.at(begin), f"{begin.day} {begin:%b}"
