"""Activity by year: a bar for each year, filled as far as what it stands for was held, signed or kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from servanda.publish.charts.activity import BAND_STATES, axis, bar, legend, states_in_words
from servanda.publish.charts.items import state_of
from servanda.publish.charts.svg import line, marked, picture, text
from servanda.publish.charts.values import Chart, Row, State
from servanda.query.edition.rows import YearRow

_WIDTH, _LEFT, _TOP, _HIGH = 460.0, 8.0, 34.0, 74.0
_MOST: Final = 20
"""So many years, the last ones, are drawn."""
_TITLE = "Activity by year"


def years(counted: Iterable[YearRow]) -> Chart:
    """How many entries begin in each year, or were first told of where they have no date."""
    of = {row.year: _states(row.standing) for row in counted}
    last = max(of, default=0)
    shown = {year: states for year, states in of.items() if year > last - _MOST}
    earlier = sum(sum(states.values()) for year, states in of.items() if year not in shown)
    described = _description(of)
    return Chart(
        svg=_draw(shown, described),
        title=_TITLE,
        description=described,
        rows=tuple(_rows(of)),
        notes=(f"Before {min(shown)}: {earlier}, not drawn.",) if earlier else (),
    )


def _states(standing: Mapping[str, int]) -> Counter[State]:
    found: Counter[State] = Counter()
    for told, number in standing.items():
        found[state_of(told)] += number
    return found


def _description(of: Mapping[int, Counter[State]]) -> str:
    if not of:
        return "No entry has a date."
    total = sum(sum(states.values()) for states in of.values())
    most = max(of, key=lambda year: (sum(of[year].values()), year))
    return f"{total:,} entries from {min(of)} to {max(of)}; most in {most}: {sum(of[most].values()):,}."


def _rows(of: Mapping[int, Counter[State]]) -> Iterator[Row]:
    for year, states in sorted(of.items()):
        row: Row = {"year": year, "entries": sum(states.values())}
        yield row | {name: states[name] for name in BAND_STATES}


def _draw(of: Mapping[int, Counter[State]], described: str) -> str:
    if not of:
        return picture((_WIDTH, 40.0), _TITLE, described, [text(_LEFT, 24, described, faint=True)])
    span = range(min(of), max(of) + 1)
    step = (_WIDTH - 2 * _LEFT) / len(span)
    base, most = _TOP + _HIGH, max(sum(states.values()) for states in of.values())
    body = [*axis(span, (_LEFT, step), base), line(_LEFT, base, (_WIDTH - _LEFT, base), stroke_opacity=0.35)]
    wide = min(max(step * 0.7, 1.5), 26.0)
    for number, year in enumerate(span):
        states = of.get(year)
        if states:
            x, total = _LEFT + number * step, sum(states.values())
            drawn = [*bar(states, (x + (step - wide) / 2, base, wide), (_HIGH - 14) / most)]
            if total == most:
                top = base - (_HIGH - 14) - 4
                drawn.append(text(x + step / 2, top, f"{total:,}", anchor="middle", faint=True))
            body.append(marked(str(year), f"{year}: {states_in_words(states)}", drawn))
    body += legend(_LEFT, base + 18)
    return picture((_WIDTH, base + 26), _TITLE, described, body)
