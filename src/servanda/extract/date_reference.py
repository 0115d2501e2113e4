"""The day from which relative dates are counted, known as finely as the publication date is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from servanda.model import edtf

Readings = tuple[str | None, str | None]
"""An expression of time read back (as a report has it) and forward (as a plan has it)."""

NOTHING: Readings = (None, None)
_LATEST_PUBLICATION = 7  # days after writing
_LEAP_CYCLE = 8


class Reference:
    """`published` is an EDTF day, month or year; anything else, an interval too, is as good as unknown."""

    def __init__(self, published: str | None) -> None:
        point = published.partition("T")[0].rstrip("?~%") if published else ""
        days = (
            edtf.bounds(point)
            if edtf.precision(point) in ("day", "month", "year") and "/" not in point
            else None
        )
        self.known = days is not None
        self._edtf = point
        self._first, self._last = days or (date.min, date.max)
        self._precision = edtf.precision(point) if days else None

    def day(self, shift: int = 0) -> str | None:
        """The day of publication, or the month or year where only that is known; or so many days after it."""
        if self._precision == "day":
            return _iso(self._first, shift)
        return self._edtf if self.known and shift == 0 else None

    def month(self, shift: int = 0) -> str | None:
        """The month of publication or so many months after it."""
        if self._precision not in ("day", "month"):
            return self._edtf if self.known and shift == 0 else None
        months = self._first.year * 12 + self._first.month - 1 + shift
        return _valid(f"{months // 12:04}-{months % 12 + 1:02}")

    def year(self, shift: int = 0) -> int | None:
        """The year of publication or so many years after it."""
        return self._first.year + shift if self.known else None

    def week(self, shift: int = 0) -> str | None:
        """Monday to Sunday of the week of publication or so many weeks after it."""
        monday = shift * 7 - self._first.weekday()
        start, end = self.day(monday), self.day(monday + 6)
        return f"{start}/{end}" if self._precision == "day" and start and end else None

    def nearest(self, template: str, *, now_counts: bool = True) -> Readings:
        """The latest date like `XXXX-03-26` that is past and the earliest that is to come; the same date
        twice if the publication falls in it and `now_counts`. Without a publication date the template is
        all that is known."""
        if not self.known:
            return (template, template) if edtf.is_valid(template) else NOTHING
        past = future = None
        for year in range(self._first.year - _LEAP_CYCLE, self._first.year + _LEAP_CYCLE + 1):
            dated = edtf.in_year(template, year)
            days = edtf.bounds(dated) if dated else None
            if days is None:
                continue
            if self._is_now(days, year):
                if now_counts:
                    return dated, dated
            elif days[1] < self._first:
                past = dated
            elif days[0] > self._last and future is None:
                future = dated
        return past, future

    def nearest_day(self, is_meant: Callable[[date], bool], *, now_counts: bool = True) -> Readings:
        """The last and the next day of which `is_meant` is true, within two months; the day of publication
        is both if it `now_counts`."""
        if self._precision != "day":
            return NOTHING
        distances = range(0 if now_counts else 1, 63)
        back, ahead = ([_shifted(self._first, sign * d) for d in distances] for sign in (-1, 1))
        past, future = (next((d for d in days if d and is_meant(d)), None) for days in (back, ahead))
        return past.isoformat() if past else None, future.isoformat() if future else None

    def confirmed(self, shift: int, day_of_month: int) -> str | None:
        """The day `shift` days off, which the text confirms by a day of the month ("yesterday (17)").

        "Today" with the number of the day after is a slip of the pen and stays the day of publication: of a
        day that is still to come nothing is reported. Else the text was written on another day than it was
        published on, at most a week before or a day after, and the day that it confirms is meant. Further
        off nothing is certain.
        """
        if self._precision == "month":
            return _valid(f"{self._edtf}-{day_of_month:02}")
        if self._precision != "day":
            return self.day(shift)
        if shift == 0 and any(_day_of_month(self._first, s) == day_of_month for s in (0, 1)):
            return self.day()
        likely_first = (shift, shift + 1, *range(shift - 1, shift - 1 - _LATEST_PUBLICATION, -1))
        return next(
            (self.day(s) for s in likely_first if _day_of_month(self._first, s) == day_of_month), None
        )

    def written(self, shift: int, confirmed: str | None) -> str | None:
        """The day on which a text was written that calls the day `confirmed` so many days off, "yesterday"
        or "tonight"; None where that is not known to the day."""
        if self._precision != "day" or confirmed is None:
            return None
        day = _shifted(date.fromisoformat(confirmed), -shift)
        return min(day, self._first).isoformat() if day else None

    def _is_now(self, days: edtf.Bounds, year: int) -> bool:
        """Whether `days`, which begin in `year`, are those of publication. In a whole year those that begin
        in it are, not those that reach into it."""
        together = days[0] <= self._last and self._first <= days[1]
        return together and (self._precision != "year" or year == self._first.year)


def _shifted(day: date, shift: int) -> date | None:
    try:
        return day + timedelta(days=shift)
    except OverflowError:
        return None


def _iso(day: date, shift: int) -> str | None:
    shifted = _shifted(day, shift)
    return shifted.isoformat() if shifted else None


def _day_of_month(day: date, shift: int) -> int | None:
    shifted = _shifted(day, shift)
    return shifted.day if shifted else None


def _valid(text: str) -> str | None:
    return text if edtf.is_valid(text) else None
