"""Activity by field and year: a row of bars for each field. All fields have one measure; all entries
together, and those that name no field, have another."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from servanda.model import edtf
from servanda.publish.charts.svg import BLUE, CHARACTER, element, line, marked, picture, short, text
from servanda.publish.charts.values import Chart, Item, Period, Row, State

_WIDTH, _LEFT, _RIGHT, _TOP = 720.0, 188.0, 40.0, 24.0
_HIGH, _ROW, _ALL = 19.0, 27.0, 38.0
_LABEL = 32
_NO_FIELD = "no field named"
BAND_STATES: Final[tuple[State, ...]] = ("done", "planned", "unknown", "off")
_HOLLOW = {"fill": "none", "stroke": BLUE, "stroke_width": 1.1, "stroke_dasharray": "2.5 1.5"}
_TITLE = "Activity by field and year"

_Counted = Mapping[int, Counter[State]]
"""How many entries of each state a year has."""


def activity(items: Iterable[Item], period: Period | None = None) -> Chart:
    """How many entries of each field begin in each year, by their own date, else by that of their first
    report. One of several fields counts in each of them.

    Bars are filled as far as what they stand for was held, signed or kept, and hollow for the rest.
    """
    period = period or Period()
    every = list(items)
    dated = [(item, days) for item in every if (days := item.days or _told_on(item))]
    shown = [(item, days[0].year) for item, days in dated if period.has(days)]
    by_field = _by_field(shown)
    years = _years([year for _, year in shown], period)
    notes = []
    if by_report := sum(item.days is None for item, _ in shown):
        notes.append(f"Without a date of their own, counted by their first report: {by_report}.")
    if len(dated) < len(every):
        notes.append(f"Not counted: {len(every) - len(dated)} without a date.")
    if len(shown) < len(dated):
        notes.append(f"Outside these years: {len(dated) - len(shown)}.")
    described = _description(by_field, shown)
    return Chart(
        svg=_draw(by_field, shown, years, described),
        title=_TITLE,
        description=described,
        rows=tuple(_rows(by_field)),
        notes=tuple(notes),
    )


def _told_on(item: Item) -> edtf.Bounds | None:
    return edtf.bounds(item.told) if item.told else None


def _by_field(shown: Iterable[tuple[Item, int]]) -> dict[str, dict[int, Counter[State]]]:
    """Those with the most first; what names no field last."""
    found: dict[str, dict[int, Counter[State]]] = defaultdict(lambda: defaultdict(Counter))
    for item, year in shown:
        for field in item.fields or (_NO_FIELD,):
            found[field][year][item.state] += 1
    return dict(sorted(found.items(), key=lambda each: (each[0] == _NO_FIELD, -_total(each[1]), each[0])))


def _total(counted: _Counted) -> int:
    return sum(sum(of.values()) for of in counted.values())


def _years(found: Iterable[int], period: Period) -> range:
    known = [*found, *(day.year for day in (period.first, period.last) if day)]
    return range(min(known), max(known) + 1) if known else range(0)


def _description(by_field: Mapping[str, _Counted], shown: list[tuple[Item, int]]) -> str:
    if not shown:
        return "Nothing with a date lies in this time."
    most = [f"{_named(field)} {_total(of)}" for field, of in by_field.items() if field != _NO_FIELD][:3]
    years = sorted({year for _, year in shown})
    told = f"{len(shown)} entries from {years[0]} to {years[-1]}"
    return f"{told}; most in {', '.join(most)}." if most else f"{told}; none names a field."


def _rows(by_field: Mapping[str, _Counted]) -> Iterator[Row]:
    for field, counted in by_field.items():
        for year, of in sorted(counted.items()):
            yield {"field": field, "year": year, "entries": sum(of.values())} | {
                s: of[s] for s in BAND_STATES
            }


# -- as a picture --


def _draw(
    by_field: Mapping[str, _Counted], shown: list[tuple[Item, int]], years: range, described: str
) -> str:
    if not shown:
        size = (_WIDTH, 60.0)
        return picture(
            size, _TITLE, described, [text(_WIDTH / 2, 34, described, anchor="middle", faint=True)]
        )
    every: dict[int, Counter[State]] = defaultdict(Counter)
    for item, year in shown:
        every[year][item.state] += 1
    bottom = _TOP + _ALL + len(by_field) * _ROW
    of_all = _most([every])
    body = [
        *axis(years, (_LEFT, _step(years)), bottom),
        *_band("All entries", every, years, (_TOP, _ALL - 8, of_all)),
    ]
    measure = _most([of for field, of in by_field.items() if field != _NO_FIELD] or [every])
    for number, (field, counted) in enumerate(by_field.items()):
        top = _TOP + _ALL + number * _ROW
        most = of_all if field == _NO_FIELD else measure
        body += _band(_named(field), counted, years, (top, _HIGH, most))
    body += legend(_LEFT, bottom + 18)
    return picture((_WIDTH, bottom + 26), _TITLE, described, body)


def _most(bands: Iterable[_Counted]) -> int:
    return max(sum(of.values()) for counted in bands for of in counted.values())


def _step(years: range) -> float:
    return (_WIDTH - _LEFT - _RIGHT) / len(years)


def axis(years: range, place: tuple[float, float], bottom: float) -> Iterator[str]:
    """The years above their bars; `place` is where the first begins and how wide each is."""
    left, step = place
    every = next(n for n in (1, 2, 5, 10, 20, 50, 100, 1000) if n * step >= 4 * CHARACTER + 6)
    for number, year in enumerate(years):
        if year % every == 0 or len(years) == 1:
            x = left + number * step
            yield text(x + step / 2, 12, str(year), anchor="middle", faint=True)
            yield line(x, 17, (x, bottom))


def _band(name: str, counted: _Counted, years: range, place: tuple[float, float, int]) -> Iterator[str]:
    """One row: its name, a bar for each year, how many there are. `place` is where it begins, how high the
    highest bar of all can be, and for how many entries that stands."""
    top, high, most = place
    base, step = top + high, _step(years)
    bold = "bold" if name == "All entries" else None
    yield text(_LEFT - 10, base - 2, short(name, _LABEL), anchor="end", font_weight=bold)
    yield line(_LEFT, base, (_WIDTH - _RIGHT, base), stroke_opacity=0.35)
    yield text(_WIDTH - _RIGHT + 8, base - 2, str(_total(counted)), faint=True)
    wide = min(max(step * 0.7, 1.5), 26.0)
    for number, year in enumerate(years):
        of = counted.get(year)
        if of:
            x = _LEFT + number * step + (step - wide) / 2
            yield marked(
                f"{name} {year}",
                f"{name}, {year}: {states_in_words(of)}",
                bar(of, (x, base, wide), high / most),
            )


def bar(of: Counter[State], place: tuple[float, float, float], unit: float) -> Iterator[str]:
    """Filled from the ground, hollow above; as high as can be seen, were it only one of a hundred."""
    x, base, wide = place
    done, rest = of["done"], sum(of.values()) - of["done"]
    filled = max(done * unit, 2.5) if done else 0.0
    if done:
        box = {"x": x, "y": base - filled, "width": wide, "height": filled}
        yield element("rect", **box, fill=BLUE)
    if rest:
        hollow = max(rest * unit, 3.0)
        box = {"x": x + 0.5, "y": base - filled - hollow, "width": max(wide - 1, 0.5), "height": hollow}
        yield element("rect", **box, **_HOLLOW)


def states_in_words(of: Counter[State]) -> str:
    """ "3 held, signed or kept, 1 planned or open"."""
    names = {
        "done": "held, signed or kept",
        "planned": "planned or open",
        "unknown": "without a report",
        "off": "called off",
    }
    return ", ".join(f"{of[state]} {names[state]}" for state in BAND_STATES if of[state])


def legend(left: float, y: float) -> Iterator[str]:
    """What filled and hollow mean."""
    yield element("rect", x=left, y=y - 8, width=12, height=8, fill=BLUE)
    yield text(left + 17, y, "held, signed, kept, done", faint=True)
    x = left + 30 + 24 * CHARACTER
    yield element("rect", x=x, y=y - 8, width=12, height=8, **_HOLLOW)
    yield text(x + 17, y, "planned, open, without a report, called off", faint=True)


def _named(field: str) -> str:
    return field.replace("-", " ")
