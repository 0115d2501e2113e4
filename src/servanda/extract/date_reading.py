"""What an expression of time says, from the parts of it that a rule of date_rules.py has told apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final, Literal

import msgspec

from servanda.extract.date_reference import Reference
from servanda.extract.date_tokens import Token
from servanda.extract.mentions import DateKind
from servanda.model import edtf

Unit = Literal["day", "month", "year"]

_LEAP_YEAR: Final = 2000
_SHIFT: Final = {"next": 1, "last": -1, "past": -1}
_YEARS_OF_A_PERIOD: Final = 100
_AHEAD_OF_NEWS: Final = 4  # days, a weekend among them, by which what is done may be dated behind the news
_SAME: Final[dict[str, Unit]] = {
    "part_of_day": "day", "day_word": "day", "month_word": "month", "year_word": "year",
}  # fmt: skip


class Reading(msgspec.Struct, frozen=True):
    """EDTF as a report and as a plan has it. `template` is the date without the year, where the words name
    none; `same` is the unit in which they point back to an earlier date ("in the same month", "in May of that
    year"); `written` is the day on which a text that says "tonight (17)" was written."""

    past: str | None = None
    future: str | None = None
    kind: DateKind = "point"
    relative: bool = False
    template: str | None = None
    same: Unit | None = None
    written: str | None = None


class Parts:
    """The tokens on which the named groups of a pattern stand, and the day from which to count."""

    def __init__(self, tokens: Sequence[Token], match: re.Match[str], reference: Reference) -> None:
        self.reference = reference
        self._tokens, self._match = tokens, match

    def __getitem__(self, group: str) -> Token | None:
        """First token of the group; None if the expression lacks it."""
        at = self._match.start(group) if group in self._match.re.groupindex else -1
        return self._tokens[at] if at >= 0 else None

    def value(self, group: str) -> int:
        """The number that the group gives; 0 if the expression lacks it."""
        token = self[group]
        return token.value if token else 0

    def name(self, group: str) -> str:
        """Class of the group's token; "" if the expression lacks it."""
        token = self[group]
        return token.name if token else ""

    def width(self, group: str) -> int:
        """Number of tokens in the group."""
        return len(self._match[group] or "")

    def neighbour(self, step: Literal[-1, 0]) -> str:
        """Class of the token before (-1) or behind (0) the expression."""
        at = self._match.start() - 1 if step else self._match.end()
        return self._tokens[at].name if 0 <= at < len(self._tokens) else ""


def read_numeric(parts: Parts) -> Reading:
    """ "2018-03-26", "26.03.2018"; with slashes only where day and month cannot be taken for each other."""
    token = parts["date"]
    first, second, third = (int(n) for n in re.findall(r"\d+", token.text if token else "0/0/0"))
    if first > 31:
        return _absolute(f"{first:04}-{second:02}-{third:02}") or Reading()
    if token and "/" in token.text and first <= 12 and second <= 12 and first != second:
        return Reading()
    day, month = (second, first) if second > 12 else (first, second)
    return _absolute(f"{third:04}-{month:02}-{day:02}") or Reading()


def read_day(parts: Parts) -> Reading:
    """ "5 May", "May 5, 2025", "30 April this year"; "31 April 2025" is no date, and not April either."""
    reading = _in_its_year(parts, f"XXXX-{parts.value('m'):02}-{parts.value('d'):02}") or Reading()
    if parts["w"] and reading.future in {parts.reference.day(shift) for shift in range(1, _AHEAD_OF_NEWS)}:
        return _of_its_weekday(reading, parts.value("w"))
    return reading


def _of_its_weekday(reading: Reading, weekday: int) -> Reading:
    """Reported of "Saturday, December 9" on Friday, where 9 December was no Saturday a year ago: the next
    day, which has come already where it was done, or for which the text was written."""
    if reading.past is None or reading.future is None:
        return reading
    back, ahead = (date.fromisoformat(day).weekday() == weekday for day in (reading.past, reading.future))
    return msgspec.structs.replace(reading, past=reading.future) if ahead and not back else reading


def read_days(parts: Parts) -> Reading | None:
    """ "March 25-28", "March 26 and 27", "24 October to 7 November 2024". Days that are only listed make an
    interval where they follow each other."""
    month_1, month_2 = parts.value("m1") or parts.value("m2"), parts.value("m2") or parts.value("m1")
    day_1, day_2 = parts.value("d1"), parts.value("d2")
    if month_1 == month_2 and day_2 <= day_1:
        return None
    if _is_list(parts) and (month_1 != month_2 or not _is_run(parts)):
        return None
    start, end = f"XXXX-{month_1:02}-{day_1:02}", f"XXXX-{month_2:02}-{day_2:02}"
    return _from_to(parts, start, end)


def read_month(parts: Parts) -> Reading | None:
    """ "May 2025", "March of this year", "in May"."""
    return _in_its_year(parts, f"XXXX-{parts.value('m'):02}")


def read_months(parts: Parts) -> Reading | None:
    """ "from March to May 2024", "October 2023 - January 2024"."""
    month_1, month_2 = parts.value("m1"), parts.value("m2")
    if (month_1 == month_2 and not parts["year1"]) or (_is_list(parts) and month_2 - month_1 != 1):
        return None
    return _from_to(parts, f"XXXX-{month_1:02}", f"XXXX-{month_2:02}")


def read_named_month(parts: Parts) -> Reading | None:
    """ "last March", "this December", "next May"."""
    month = f"XXXX-{parts.value('m'):02}"
    return _in_its_year(parts, month) if parts.name("which") == "this" else _one_way(parts, month)


def read_part(parts: Parts) -> Reading | None:
    """ "the second quarter of 2025", "Q2 2025", "the first half of next year", "spring 2024"."""
    return _in_its_year(parts, f"XXXX-{_part_code(parts):02}")


def read_named_season(parts: Parts) -> Reading | None:
    """ "this spring", "last autumn", "next winter"."""
    season = f"XXXX-{parts.value('part')}"
    return _in_its_year(parts, season) if parts.name("which") == "this" else _one_way(parts, season)


def read_bare_season(parts: Parts) -> Reading | None:
    """ "in the autumn": of what is to come; one that is over is told by "since the spring" alone."""
    past, future = parts.reference.nearest(f"XXXX-{parts.value('part')}")
    return Reading(past=past if parts["since"] else None, future=future, relative=parts.reference.known)


def read_year(parts: Parts) -> Reading | None:
    """ "2025"; where only a capitalised word stands before it ("Vision 2030"), of our own time."""
    year = parts.value("year")
    if parts["recent"] and not 1950 <= year <= 2075:
        return None
    return _absolute(f"{year:04}")


def read_years(parts: Parts) -> Reading | None:
    """ "2018-2028", "2018-28", "2023/24", "from 2018 to 2028". "2018-05" may be a month and is left alone,
    unless a period is spoken of."""
    first, last, short = parts["year1"], parts["year2"], parts["short"]
    if first is None:
        return None
    end = last.value if last else 0
    if short:
        is_period = parts.neighbour(0) == "dated_thing" or parts.neighbour(-1) in ("for", "from", "year_word")
        if len(short.text) != 2 or (short.value <= 12 and not is_period):
            return None
        end = first.value // 100 * 100 + short.value
    if not first.value < end <= first.value + _YEARS_OF_A_PERIOD:
        return None
    return _absolute(f"{first.value:04}/{end:04}", "interval")


def read_decade(parts: Parts) -> Reading | None:
    """ "the 1990s"."""
    token = parts["decade"]
    return _absolute(token.text[:3] + "X") if token else None


def read_today(parts: Parts) -> Reading:
    """ "today", "this morning (03)", "yesterday (17)", "tomorrow evening", "last night"."""
    shift = {"yesterday": -1, "last": -1, "tomorrow": 1}.get(parts.name("when"), 0) * (
        2 if parts["beyond"] else 1
    )
    day = parts.value("d")
    value = parts.reference.confirmed(shift, day) if day else parts.reference.day(shift)
    reading = _towards(shift, value, value)
    return msgspec.structs.replace(reading, written=parts.reference.written(shift, value)) if day else reading


def read_weekday(parts: Parts) -> Reading:
    """ "on Tuesday" is the last or the next one; "last Friday" and "next Monday" do not mean today."""
    shift = _shift(parts)
    past, future = parts.reference.nearest_day(
        lambda d: d.weekday() == parts.value("w"), now_counts=not shift
    )
    return _towards(shift, past, future)


def read_day_number(parts: Parts) -> Reading:
    """ "on the 24th" is the last or the next 24th."""
    past, future = parts.reference.nearest_day(lambda d: d.day == parts.value("d"))
    return _towards(0, past, future)


def read_days_of_month(parts: Parts) -> Reading | None:
    """ "the 24th of this month", "the 2nd, 3rd and 4th of this month"."""
    month = parts.reference.month()
    if month is None or edtf.precision(month) != "month":
        return Reading()
    first, last = f"{month}-{parts.value('d1'):02}", f"{month}-{parts.value('d2'):02}"
    days = last if not parts["d1"] else f"{first}/{last}"
    if not edtf.is_valid(days) or (_is_list(parts) and not _is_run(parts)):
        return None
    return Reading(days, days, "interval" if parts["d1"] else "point", relative=True)


def read_same(parts: Parts) -> Reading:
    """ "later in the day", "in the same month": find_dates knows what they point back to."""
    return Reading(same=_SAME[parts.name("unit")])


def read_within_month(parts: Parts) -> Reading:
    """ "later in the month": of the month told before, as find_dates knows, or that of publication."""
    month = parts.reference.month()
    return Reading(month, month, relative=month is not None, same="month")


def read_unit(parts: Parts) -> Reading | None:
    """ "this year", "next month", "last week", "the end of the year"."""
    if _is_plural(parts):
        return None
    shift = _shift(parts)
    value = _counted(parts.reference, parts.name("unit"), shift)
    return _towards(shift, value, value, "interval" if parts.name("unit") == "week_word" else "point")


def read_duration(parts: Parts) -> Reading:
    """ "over the next five years" ends in a year that is known; "the past three years" and "the coming
    months" begin or end at no certain time."""
    one = parts.name("n") == "a" or (
        parts.name("unit") == "decade_word" and not parts["n"] and not _is_plural(parts)
    )
    n = parts.value("n") or int(one)
    if not n or parts.name("which") in ("last", "past"):
        return Reading(kind="duration")
    in_weeks = parts.name("unit") == "week_word"
    end = parts.reference.day(7 * n) if in_weeks else _counted(parts.reference, parts.name("unit"), n)
    return _towards(1, None, end, "duration")


def read_ago(parts: Parts) -> Reading:
    """ "two years ago", "a month ago": counted in whole units; "two weeks ago" is no certain day."""
    round_figure = parts.name("unit") in ("week_word", "decade_word")
    value = None if round_figure else _counted(parts.reference, parts.name("unit"), -(parts.value("n") or 1))
    return _towards(-1, value, None)


def read_years_ago_today(parts: Parts) -> Reading:
    """ "one year ago today", "ten years ago tomorrow": the very day."""
    shift = {"yesterday": -1, "tomorrow": 1}.get(parts.name("when"), 0)
    day, years = parts.reference.day(shift), parts.value("n") or 1
    known = day is not None and edtf.precision(day) == "day"
    value = f"{int(day[:4]) - years:04}{day[4:]}" if day is not None and known else None
    return _towards(-1, value if value is not None and edtf.is_valid(value) else None, None)


def _shift(parts: Parts) -> int:
    return _SHIFT.get(parts.name("which"), 0)


def _is_plural(parts: Parts) -> bool:
    unit = parts["unit"]
    return unit is not None and unit.text.lower().endswith("s")


def _is_list(parts: Parts) -> bool:
    return parts.name("joint") == "and" and parts.neighbour(-1) != "between"


def _is_run(parts: Parts) -> bool:
    """Whether the days that are listed follow each other."""
    return parts.value("d2") - parts.value("d1") == 1 + parts.width("more") // 2


def _absolute(value: str, kind: DateKind = "point") -> Reading | None:
    return Reading(value, value, kind) if edtf.is_valid(value) else None


def _towards(shift: int, past: str | None, future: str | None, kind: DateKind = "point") -> Reading:
    """A date counted from the publication: what lies behind is no plan, what lies ahead no report."""
    past, future = past if shift <= 0 else None, future if shift >= 0 else None
    return Reading(past, future, kind, relative=bool(past or future))


def _in_its_year(parts: Parts, template: str, kind: DateKind = "point") -> Reading | None:
    """`template` in the year that the words give, or that they count from the publication ("of last
    year"), or else in the nearest."""
    if edtf.in_year(template, _LEAP_YEAR) is None:
        return None
    if year := parts.value("year"):
        dated = edtf.in_year(template, year)
        return _absolute(dated, kind) if dated else None
    unfixed = template if edtf.is_valid(template) else None
    if parts["same_year"]:
        return Reading(kind=kind, template=unfixed, same="year")
    if parts["which"] or parts["this_year"]:
        counted = parts.reference.year(_shift(parts))
        dated = edtf.in_year(template, counted) if counted else unfixed
        return Reading(dated, dated, kind, relative=counted is not None)
    past, future = parts.reference.nearest(template)
    return Reading(past, future, kind, parts.reference.known, unfixed)


def _from_to(parts: Parts, start: str, end: str) -> Reading | None:
    """From one date to another. A year that is given once is that of both, or of the end over New Year."""
    over_new_year = int(end < start)
    first, last = parts.value("year1"), parts.value("year")
    if not first and not last:
        return _in_its_year(parts, f"{start}/{end}", "interval")
    dated_start = edtf.in_year(start, first or last - over_new_year)
    dated_end = edtf.in_year(end, last or first + over_new_year)
    return _absolute(f"{dated_start}/{dated_end}", "interval") if dated_start and dated_end else None


def _one_way(parts: Parts, template: str) -> Reading:
    """ "last March" and "next March": the nearest that way, and not the time of publication itself."""
    past, future = parts.reference.nearest(template, now_counts=False)
    reading = _towards(_shift(parts), past, future)
    return msgspec.structs.replace(reading, relative=parts.reference.known)


def _part_code(parts: Parts) -> int:
    """The EDTF code of a quarter, half or season of a year, 0 for none ("the seventh quarter")."""
    part = parts["part"]
    if part is None:
        return 0
    if part.name == "season":
        return part.value
    coded = part.name == "quarter_code"
    in_quarters = part.name == "quarter" or (coded and part.text[0] == "Q")
    parts_of_year = 4 if in_quarters else 2
    number = (
        int(part.text[1])
        if coded
        else parts_of_year
        if parts.name("which_part") == "last"
        else parts.value("which_part")
    )
    return (32 if in_quarters else 39) + number if 1 <= number <= parts_of_year else 0


def _counted(reference: Reference, unit: str, shift: int) -> str | None:
    if unit == "day_word":
        return reference.day(shift)
    if unit == "week_word":
        return reference.week(shift)
    if unit == "month_word":
        return reference.month(shift)
    year = reference.year(shift * 10 if unit == "decade_word" else shift)
    return f"{year:04}" if year and 0 < year <= 9999 else None
