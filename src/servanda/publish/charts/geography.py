"""Where places lie and how countries are drawn, from the data beside this module.

world.json   boundaries of Natural Earth 1:50m (public domain), made coarser; as they are controlled in fact:
             no position on any of them
places.csv   capitals, places of the codebook and cities of at least 50,000 people, from GeoNames (CC BY 4.0)

bin/geography.py tells how both were made.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from math import asin, cos, radians, sin, sqrt

import msgspec

from servanda.codebook.places import country_of_place
from servanda.model.fold import fold_name

Point = tuple[float, float]


class Site(msgspec.Struct, frozen=True):
    """A place that is known."""

    country: str
    latitude: float
    longitude: float


def locate(place: str, country: str | None) -> Site | None:
    """Where `place` lies, in the country where that is told. None where no place of this name is known there,
    or where nothing tells the country: a name alone names many places."""
    for name in (place, place.rpartition(" in ")[2], place.partition(",")[0]):
        code = country or country_of_place(name)
        found = _sites().get((code, fold_name(name))) if code else None
        if found:
            return found
    return None


@cache
def _sites() -> dict[tuple[str, str], Site]:
    text = files("servanda.publish.charts").joinpath("data", "places.csv").read_text(encoding="utf-8")
    return {
        (row["country"], fold_name(row["place"])): Site(
            row["country"], float(row["latitude"]), float(row["longitude"])
        )
        for row in csv.DictReader(text.splitlines())
    }


# -- the projection: Equal Earth (Savric, Patterson, Jenny 2018), which shows areas in their true relation --

_A = (1.340264, -0.081106, 0.000893, 0.003796)
_ROOT = sqrt(3)


def project(longitude: float, latitude: float) -> Point:
    """From the middle of the map to the right and down, in radii of the earth."""
    t = asin(_ROOT / 2 * sin(radians(latitude)))
    squared, sixth = t * t, t**6
    down = t * (_A[0] + _A[1] * squared + sixth * (_A[2] + _A[3] * squared))
    slope = 9 * _A[3] * t**8 + 7 * _A[2] * sixth + 3 * _A[1] * squared + _A[0]
    return 2 * _ROOT * radians(longitude) * cos(t) / (3 * slope), -down


# -- the countries --


class _World(msgspec.Struct):
    step: float
    arcs: list[list[int]]
    countries: dict[str, list[list[int]]]


Ring = tuple[Point, ...]


@cache
def outlines() -> dict[str, tuple[Ring, ...]]:
    """The rings of each country by its code, projected; "" has what has none. Without Antarctica."""
    data = files("servanda.publish.charts").joinpath("data", "world.json").read_bytes()
    world = msgspec.json.decode(data, type=_World)
    arcs = [tuple(_points(arc, world.step)) for arc in world.arcs]
    return {
        code: tuple(piece for numbers in rings for piece in _pieces(_ring(numbers, arcs)))
        for code, rings in world.countries.items()
        if code != "AQ"
    }


def middle(code: str) -> Point | None:
    """The middle of a country's largest piece, projected; None where it is too small to be drawn."""
    rings = outlines().get(code)
    if not rings:
        return None
    xs, ys = zip(*max(rings, key=len), strict=True)
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def _points(arc: list[int], step: float) -> Iterator[Point]:
    x = y = 0
    for dx, dy in zip(arc[::2], arc[1::2], strict=True):
        x, y = x + dx, y + dy
        yield x * step, y * step


def _ring(numbers: list[int], arcs: list[Ring]) -> Ring:
    """A number below nought is an arc that is followed backwards (TopoJSON, 2.1.4)."""
    points: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points.extend(arc if not points else arc[1:])
    return tuple(points)


def _pieces(ring: Ring) -> Iterator[Ring]:
    """The ring projected; in two where it crosses the meridian opposite Greenwich."""
    whole = [ring[0]]
    for x, y in ring[1:]:
        turns = round((x - whole[-1][0]) / 360)
        whole.append((x - 360 * turns, y))
    for shift in (-360, 0, 360):
        moved = [(x + shift, y) for x, y in whole]
        if min(x for x, _ in moved) < 180 and max(x for x, _ in moved) > -180:
            kept = _cut(_cut(moved, 180, 1), -180, -1)
            if len(kept) > 2:
                yield tuple(project(x, y) for x, y in kept)


def _cut(points: list[Point], edge: float, sign: int) -> list[Point]:
    """What lies before the meridian `edge` (Sutherland and Hodgman)."""
    kept: list[Point] = []
    for (ax, ay), (bx, by) in zip([points[-1], *points[:-1]], points, strict=True) if points else ():
        if (sign * ax <= sign * edge) != (sign * bx <= sign * edge):
            kept.append((edge, ay + (by - ay) * (edge - ax) / (bx - ax)))
        if sign * bx <= sign * edge:
            kept.append((bx, by))
    return kept


WORLD: tuple[float, float, float, float] = (
    project(-180, 0)[0], project(0, 84)[1], project(180, 0)[0], project(0, -57)[1],
)  # fmt: skip
"""Left, top, right and bottom of the inhabited earth."""
