"""Where engagements took place or are planned, on a map; what cannot be placed is listed and not guessed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from servanda.publish.charts.atlas import Spot, draw
from servanda.publish.charts.geography import Site, locate
from servanda.publish.charts.values import Chart, Item, Period, Row

TITLE: Final = "Map of engagements"
_SOURCE = "Boundaries: Natural Earth, as controlled in fact, which takes no position; places: GeoNames."


def engagement_map(items: Iterable[Item], names: Mapping[str, str], period: Period | None = None) -> Chart:
    """The places of engagements; other kinds are passed over.

    names   of countries, by code
    period  only what lies in it; without one, also what has no date

    A country is tinted by how many engagements it was host of, wherever in it.
    """
    held = [item for item in items if item.kind == "engagement" and _is_within(item, period)]
    spots = _spots(held)
    hosts = Counter(code for item in held if (code := _country(item)))
    described = _description(held, spots, hosts, names)
    return Chart(
        svg=draw(spots, hosts, TITLE, described),
        title=TITLE,
        description=described,
        rows=tuple(_row(spot, names) for spot in spots),
        notes=(*_not_placed(held, names), _SOURCE),
    )


def _is_within(item: Item, period: Period | None) -> bool:
    if period is None or period == Period():
        return True
    return item.days is not None and period.has(item.days)


def _site(item: Item) -> Site | None:
    return locate(item.place, item.country) if item.place else None


def _country(item: Item) -> str | None:
    site = _site(item)
    return site.country if site else item.country


def _spots(items: Iterable[Item]) -> list[Spot]:
    """One for each place, those with the most engagements first, by the commonest of its names."""
    found: dict[Site, list[Item]] = {}
    for item in items:
        if site := _site(item):
            found.setdefault(site, []).append(item)
    spots = [
        Spot(
            name=Counter(item.place or "" for item in here).most_common(1)[0][0],
            site=site,
            ids=tuple(item.id for item in here),
            done=sum(item.state == "done" for item in here),
        )
        for site, here in found.items()
    ]
    return sorted(spots, key=lambda spot: (-len(spot.ids), spot.name))


def _row(spot: Spot, names: Mapping[str, str]) -> Row:
    return {
        "place": spot.name,
        "country": spot.site.country,
        "country_name": names.get(spot.site.country, spot.site.country),
        "latitude": spot.site.latitude,
        "longitude": spot.site.longitude,
        "engagements": len(spot.ids),
        "held": spot.done,
        "ids": list(spot.ids),
    }


def _description(items: list[Item], spots: list[Spot], hosts: Counter[str], names: Mapping[str, str]) -> str:
    placed = sum(len(spot.ids) for spot in spots)
    told = f"{placed} of {len(items)} engagements in {len(spots)} places"
    most = ", ".join(f"{spot.name} {len(spot.ids)}" for spot in spots[:3])
    host = hosts.most_common(1)
    told += f"; most in {most}" if most else ""
    return told + (f"; most often host: {names.get(host[0][0], host[0][0])} ({host[0][1]})." if host else ".")


def _not_placed(items: Iterable[Item], names: Mapping[str, str]) -> Iterator[str]:
    """By place where one is told, by country where only that is."""
    without = [item for item in items if _site(item) is None]
    places = Counter(item.place for item in without if item.place)
    countries = Counter(item.country for item in without if item.country and not item.place)
    nowhere = sum(item.place is None and item.country is None for item in without)
    if places:
        yield f"Place told but not known to the map: {_listed(places)}."
    if countries:
        yield f"Only the country is told: {_listed({names.get(c, c): n for c, n in countries.items()})}."
    if nowhere:
        yield f"No place told: {nowhere}."


def _listed(counted: Mapping[str, int]) -> str:
    ordered = sorted(counted.items(), key=lambda each: (-each[1], each[0]))
    return ", ".join(f"{name} ({count})" if count > 1 else name for name, count in ordered)
