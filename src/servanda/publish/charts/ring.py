"""How a network is drawn: parties on a ring, each with its people beside it, and bands across."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import cos, degrees, pi, sin, sqrt
from typing import Final

import msgspec

from servanda.codebook.places import is_state
from servanda.publish.charts.svg import (
    BLUE,
    CHARACTER,
    INK,
    ORANGE,
    TEAL,
    element,
    marked,
    number,
    picture,
    short,
    text,
)

_WIDTH, _THICK, _AROUND = 720.0, 9.0, 155.0
_RADIUS, _SMALL_RADIUS, _FEW_SLOTS = 205.0, 130.0, 26
_LABEL, _LEAST_SLOTS, _GAP = 24, 16, 0.7
_THICKEST: Final = 13.0


class Sector(msgspec.Struct, frozen=True):
    """A party and the people who act for it."""

    code: str
    name: str
    people: tuple[str, ...]


class Band(msgspec.Struct, frozen=True):
    """Between two parties, by code, or two people, by party and name; hollow unless something took place."""

    one: str
    other: str
    entries: int
    done: bool


class Ring(msgspec.Struct, frozen=True, kw_only=True):
    """All that is drawn."""

    sectors: tuple[Sector, ...]
    between: tuple[Band, ...]
    met: tuple[Band, ...]


def draw(ring: Ring, title: str, description: str) -> str:
    """The picture: as high as wide."""
    if not ring.sectors:
        said = text(_WIDTH / 2, 34, description, anchor="middle", faint=True)
        return picture((_WIDTH, 60), title, description, [said])
    spread = _Spread(ring.sectors)
    high = 2 * (spread.radius + _AROUND)
    body = [*_bands(ring, spread), *_meetings(ring, spread), *_sectors(ring, spread), *_legend(ring, high)]
    return picture((_WIDTH, high + 24), title, description, body)


class _Spread:
    """Where on the ring each party and person has its place: one for the party, one for each of its people,
    and a gap after them. Angles count clockwise from the top."""

    def __init__(self, sectors: tuple[Sector, ...]) -> None:
        needed = sum(1 + len(sector.people) + _GAP for sector in sectors)
        self.radius = _RADIUS if needed > _FEW_SLOTS else _SMALL_RADIUS
        unit = 2 * pi / max(needed, _LEAST_SLOTS)
        wider = max(_LEAST_SLOTS - needed, 0) / len(sectors) * unit
        self.arcs: dict[str, tuple[float, float]] = {}
        self.party: dict[str, float] = {}
        self.person: dict[str, float] = {}
        at = 0.0
        for sector in sectors:
            end = at + (1 + len(sector.people)) * unit + wider
            slot = (end - at) / (1 + len(sector.people))
            self.arcs[sector.code] = (at, end)
            self.party[sector.code] = at + slot / 2
            for place, name in enumerate(sector.people, 1):
                self.person[f"{sector.code} {name}"] = at + (place + 0.5) * slot
            at = end + _GAP * unit

    def point(self, angle: float, beyond: float, share: float = 1.0) -> tuple[float, float]:
        """The place at an angle, so far beyond the ring's inner edge, or at a share of that radius."""
        radius = (self.radius + beyond) * share
        return round(_WIDTH / 2 + radius * sin(angle), 1), round(
            self.radius + _AROUND - radius * cos(angle), 1
        )

    def middle(self, code: str) -> float:
        """The middle of a party's arc."""
        return sum(self.arcs[code]) / 2


def _sectors(ring: Ring, spread: _Spread) -> Iterator[str]:
    for sector in ring.sectors:
        colour = BLUE if is_state(sector.code) else ORANGE
        arc = element("path", d=_arc(spread, *spread.arcs[sector.code]), fill=colour)
        name = _label(spread, spread.party[sector.code], sector.name, bold=True)
        yield marked(sector.code, sector.name, [arc, name])
        for person in sector.people:
            angle = spread.person[f"{sector.code} {person}"]
            x, y = spread.point(angle, _THICK + 6)
            dot = element("circle", cx=x, cy=y, r=2.6, fill=TEAL)
            yield marked(person, f"{person}, {sector.name}", [dot, _label(spread, angle, person)])


def _bands(ring: Ring, spread: _Spread) -> Iterator[str]:
    """The widest first, so that narrow ones lie above them."""
    names = {sector.code: sector.name for sector in ring.sectors}
    most = max((band.entries for band in ring.between), default=1)
    for band in sorted(ring.between, key=lambda band: -band.entries):
        tip = f"{names[band.one]} and {names[band.other]}: {_entries(band.entries)}"
        curve = _curve(spread, spread.middle(band.one), spread.middle(band.other))
        width = round(max(_THICKEST * sqrt(band.entries / most), 1.2), 1)
        dashes = None if band.done else "4 3"
        drawn = element(
            "path", d=curve, fill="none", stroke=BLUE, stroke_opacity=0.5, stroke_width=width,
            stroke_dasharray=dashes, stroke_linecap="round" if band.done else None,
        )  # fmt: skip
        yield marked(f"{band.one} {band.other}", tip, [drawn])


def _meetings(ring: Ring, spread: _Spread) -> Iterator[str]:
    for band in ring.met:
        tip = f"{_name(band.one)} and {_name(band.other)}: {_entries(band.entries)}"
        curve = _curve(spread, spread.person[band.one], spread.person[band.other])
        width = round(min(0.7 + 0.35 * band.entries, 3.0), 1)
        dashes = None if band.done else "2 2"
        style: Mapping[str, object] = {"stroke": TEAL, "stroke_opacity": 0.75, "stroke_width": width}
        drawn = element("path", d=curve, fill="none", stroke_dasharray=dashes, **style)
        yield marked(f"{band.one} {band.other}", tip, [drawn])


def _name(key: str) -> str:
    return key.partition(" ")[2]


def _entries(count: int) -> str:
    return f"{count} entries" if count != 1 else "1 entry"


def _label(spread: _Spread, angle: float, said: str, *, bold: bool = False) -> str:
    """Text that points outwards and can be read without standing on one's head."""
    x, y = spread.point(angle, _THICK + 13)
    turn = degrees(angle) - 90
    left = angle > pi
    return text(
        x,
        y,
        short(said, _LABEL),
        anchor="end" if left else "start",
        dominant_baseline="central",
        font_weight="bold" if bold else None,
        transform=f"rotate({number(turn + 180 if left else turn)} {number(x)} {number(y)})",
    )


def _arc(spread: _Spread, start: float, end: float) -> str:
    """A piece of the ring."""
    large = int(end - start > pi)
    (a, b), (c, d) = spread.point(start, _THICK), spread.point(end, _THICK)
    (e, f), (g, h) = spread.point(end, 0), spread.point(start, 0)
    outer, inner = number(spread.radius + _THICK), number(spread.radius)
    return f"M{a} {b}A{outer} {outer} 0 {large} 1 {c} {d}L{e} {f}A{inner} {inner} 0 {large} 0 {g} {h}Z"


def _curve(spread: _Spread, one: float, other: float) -> str:
    """From one place inside the ring to another, bent towards the middle; neighbours bend less."""
    apart = abs(one - other)
    apart = min(apart, 2 * pi - apart) / pi
    between = (one + other) / 2 if abs(one - other) <= pi else (one + other) / 2 + pi
    (a, b), (c, d) = spread.point(one, -3), spread.point(other, -3)
    e, f = spread.point(between, -3, (1 - apart) * 0.8)
    return f"M{a} {b}Q{e} {f} {c} {d}"


def _legend(ring: Ring, high: float) -> Iterator[str]:
    x, y = 14.0, high + 12
    for sign, said in _signs(ring, y):
        yield sign.replace("@", number(x))
        yield text(x + 22, y, said, faint=True)
        x += 34 + len(said) * CHARACTER


def _signs(ring: Ring, y: float) -> Iterator[tuple[str, str]]:
    """Signs with their meaning; `@` stands for where the sign begins."""
    states = [is_state(sector.code) for sector in ring.sectors]
    if any(states):
        yield element("rect", x="@", y=y - 7, width=16, height=7, fill=BLUE), "state"
    if not all(states):
        yield element("rect", x="@", y=y - 7, width=16, height=7, fill=ORANGE), "international body"
    if ring.between:
        thick = {"stroke": BLUE, "stroke_opacity": 0.5, "stroke_width": 6}
        yield element("path", d=f"M@ {y - 3.5}h16", **thick), "entries between them (wider: more)"
    if ring.met:
        yield element("path", d=f"M@ {y - 3.5}h16", stroke=TEAL, stroke_width=1.6), "people who met"
    if not all(band.done for band in (*ring.between, *ring.met)):
        yield (
            element("path", d=f"M@ {y - 3.5}h16", stroke=INK, stroke_width=1.4, stroke_dasharray="4 3"),
            "not yet",
        )
