"""Charts of the entries of an edition, as pages and downloads ask for them."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from servanda.publish.charts.gallery import ChartName, chart
from servanda.publish.charts.items import items_of_rows
from servanda.publish.charts.values import Chart, Period
from servanda.query.edition.edition import Edition
from servanda.query.edition.wanted import Wanted
from servanda.web.asking import day_of, party
from servanda.web.desk import Desk

_MOST: dict[ChartName, int] = {"timeline": 1500, "activity": 5000, "network": 2000, "map": 2000}
"""So many entries, the latest, are drawn."""
_KINDS: dict[ChartName, tuple[str, ...]] = {
    "timeline": ("engagement", "instrument", "commitment"),
    "map": ("engagement",),
}
_MOST_PEOPLE = 2000
NAMES: dict[ChartName, str] = {
    "timeline": "Timeline",
    "activity": "Activity by field and year",
    "network": "Network of parties and people",
    "map": "Map of engagements",
}


class Drawn(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked to be drawn; empty where nothing is."""

    party: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    as_of: str = ""

    @property
    def parties(self) -> tuple[str, ...]:
        """The codes of the parties, each once."""
        return tuple(dict.fromkeys(party(each) for each in self.party if each))

    @property
    def pair(self) -> tuple[str, str] | None:
        """The two parties, where just two are named."""
        codes = self.parties
        return (min(codes), max(codes)) if len(codes) == 2 else None


def edition_of(desk: Desk, asks: Drawn) -> Edition:
    """The edition of which is asked."""
    return desk.edition(day_of(asks.as_of), asks.pair)


def draw(desk: Desk, name: ChartName, asks: Drawn) -> tuple[Chart, int]:
    """The chart, and how many earlier entries it has no room for."""
    edition, period = edition_of(desk, asks), Period.of(asks.since or None, asks.until or None)
    wanted = replace(
        Wanted(pair=asks.pair) if asks.pair else Wanted(parties=asks.parties), kinds=_KINDS.get(name, ())
    )
    if name in ("timeline", "map"):
        wanted = replace(wanted, since=asks.since or None, until=asks.until or None)
    found = edition.entries(wanted, "newest", limit=_MOST[name])
    people = edition.people_of(wanted, limit=_MOST_PEOPLE) if name == "network" else ()
    items = items_of_rows(found.items, (row.person for row in people))
    made = chart(name, items, period, day_of(asks.as_of) or desk.today())
    return made, max(0, found.total - _MOST[name])
