"""How the map is drawn: countries in the projection Equal Earth, a circle for each place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from math import sqrt

import msgspec

from servanda.publish.charts.geography import WORLD, Point, Ring, Site, middle, outlines, project
from servanda.publish.charts.svg import (
    BLUE,
    CHARACTER,
    INK,
    SIZE,
    element,
    marked,
    number,
    picture,
    short,
    text,
)

_WIDTH, _HIGH, _LEGEND = 720.0, 350.0, 26.0
_RATIO = _WIDTH / _HIGH
_NARROWEST, _AROUND = 1.1, 0.16
"""The least width of the map in radii of the earth (a fifth of the world), and how much of its own width lies
around what is shown."""
_FINE = 1.1
"""Points nearer to each other than this, in pixels, are one."""
_SMALLEST, _LARGEST, _MANY, _LABELLED, _LABEL = 3.5, 13.0, 7, 24, 26


class Spot(msgspec.Struct, frozen=True):
    """A place with the ids of its engagements; `done` of these were held."""

    name: str
    site: Site
    ids: tuple[str, ...]
    done: int


class _View(msgspec.Struct, frozen=True):
    """What part of the world is shown: its left and top edge, and pixels a radius of the earth."""

    left: float
    top: float
    scale: float

    def at(self, point: Point) -> Point:
        return (point[0] - self.left) * self.scale, (point[1] - self.top) * self.scale


def draw(spots: list[Spot], hosts: Mapping[str, int], title: str, description: str) -> str:
    """The picture: as much of the world as the places need."""
    shown = [project(spot.site.longitude, spot.site.latitude) for spot in spots]
    view = _view([*shown, *(point for code in hosts if (point := middle(code)))])
    body = [*_land(view, hosts), *_spots(spots, view)]
    inside = element(
        "svg", "".join(body), x=0, y=0, width=_WIDTH, height=_HIGH, overflow="hidden",
        viewBox=f"0 0 {number(_WIDTH)} {number(_HIGH)}",
    )  # fmt: skip
    frame = element(
        "rect", x=0.5, y=0.5, width=_WIDTH - 1, height=_HIGH - 1, fill="none", stroke=INK, stroke_opacity=0.25
    )
    legend = _legend(spots, bool(hosts))
    return picture((_WIDTH, _HIGH + _LEGEND), title, description, [inside, frame, *legend])


def _view(points: list[Point]) -> _View:
    """Around the points, in the shape of the picture; the whole world where there are none."""
    left, top, right, bottom = WORLD
    if points:
        xs, ys = [x for x, _ in points], [y for _, y in points]
        wide = max((max(xs) - min(xs)) * (1 + 2 * _AROUND), (max(ys) - min(ys)) * (1 + 2 * _AROUND) * _RATIO)
        wide = min(max(wide, _NARROWEST), right - left)
        middle = ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
    else:
        wide, middle = right - left, ((left + right) / 2, (top + bottom) / 2)
    high = wide / _RATIO
    x = min(max(middle[0] - wide / 2, left), right - wide)
    y = middle[1] - high / 2 if high >= bottom - top else min(max(middle[1] - high / 2, top), bottom - high)
    return _View(round(x, 3), round(y, 3), round(_WIDTH / wide, 2))


def _land(view: _View, hosts: Mapping[str, int]) -> Iterator[str]:
    most = max(hosts.values(), default=1)
    for code, path in _paths(view).items():
        share = hosts.get(code, 0) / most
        colour, opacity = (BLUE, round(0.22 + 0.3 * share, 2)) if share else (INK, 0.09)
        line = {"stroke": INK, "stroke_opacity": 0.28, "stroke_width": 0.5}
        yield element("path", d=path, fill=colour, fill_opacity=opacity, **line)


@lru_cache(maxsize=64)
def _paths(view: _View) -> dict[str, str]:
    """The countries that lie in the view, as paths."""
    drawn = {code: "".join(_path(ring, view) for ring in rings) for code, rings in outlines().items()}
    return {code: path for code, path in drawn.items() if path}


def _path(ring: Ring, view: _View) -> str:
    """Nothing where the ring lies outside or would not be seen."""
    points = [view.at(point) for point in ring]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    if max(xs) < 0 or min(xs) > _WIDTH or max(ys) < 0 or min(ys) > _HIGH:
        return ""
    x, y = (round(points[0][0], 1), round(points[0][1], 1))
    steps = [f"M{number(x)} {number(y)}l"]
    for right, down in points[1:]:
        dx, dy = round(right - x, 1), round(down - y, 1)
        if abs(dx) + abs(dy) >= _FINE:
            steps.append(f"{number(dx)} {number(dy)}")
            x, y = x + dx, y + dy
    return f"{' '.join(steps)}z" if len(steps) > 2 else ""


# -- places --


def _radius(count: int, most: int) -> float:
    return round(_SMALLEST + (_LARGEST - _SMALLEST) * sqrt((count - 1) / max(most - 1, _MANY)), 1)


def _spots(spots: list[Spot], view: _View) -> Iterator[str]:
    """The largest first, so that a small one lies above it; labels last."""
    most = max((len(spot.ids) for spot in spots), default=1)
    placed = []
    for spot in spots:
        x, y = view.at(project(spot.site.longitude, spot.site.latitude))
        placed.append((spot, round(x, 1), round(y, 1), _radius(len(spot.ids), most)))
    for spot, x, y, radius in placed:
        count = len(spot.ids)
        tip = f"{spot.name}: {count} engagement{'s' if count > 1 else ''}, {spot.done} held"
        yield marked(" ".join(spot.ids), tip, [_circle(x, y, radius, held=spot.done > 0)])
    yield from _labels([(spot.name, x, y, radius) for spot, x, y, radius in placed])


def _circle(x: float, y: float, radius: float, *, held: bool) -> str:
    if held:
        return element(
            "circle", cx=x, cy=y, r=radius, fill=BLUE, fill_opacity=0.85, stroke=INK, stroke_width=0.8
        )
    return element(
        "circle", cx=x, cy=y, r=radius, fill="none", stroke=BLUE, stroke_width=1.8, stroke_dasharray="3 2"
    )


_Box = tuple[float, float, float, float]


def _labels(placed: list[tuple[str, float, float, float]]) -> Iterator[str]:
    """Those of the places with the most engagements, each where it lies on nothing else."""
    taken: list[_Box] = [(x - r, y - r, x + r, y + r) for _, x, y, r in placed]
    for own, (name, x, y, radius) in enumerate(placed[:_LABELLED]):
        said = short(name, _LABEL)
        wide = len(said) * CHARACTER
        others = [box for number_, box in enumerate(taken) if number_ != own]
        for left, anchor, base in _sides(x, y, radius, wide):
            box = (left, base - SIZE, left + wide, base + 2)
            inside = box[0] >= 2 and box[2] <= _WIDTH - 2 and box[1] >= 2 and box[3] <= _HIGH - 2
            if inside and not any(_overlap(box, other) for other in others):
                taken.append(box)
                at = {"start": left, "middle": x, "end": left + wide}[anchor]
                yield text(at, base, said, anchor=anchor)
                break


def _sides(x: float, y: float, radius: float, wide: float) -> Iterable[tuple[float, str, float]]:
    """Left edge, anchor and base line of a label to the right, left, above and below."""
    away = radius + 3
    yield x + away, "start", y + 3.4
    yield x - away - wide, "end", y + 3.4
    yield x - wide / 2, "middle", y - away
    yield x - wide / 2, "middle", y + away + SIZE - 2


def _overlap(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _legend(spots: list[Spot], hosts: bool) -> Iterator[str]:
    x, y = 8.0, _HIGH + 17
    most = max((len(spot.ids) for spot in spots), default=0)
    signs: list[tuple[str, float, str]] = []
    if any(spot.done for spot in spots):
        signs.append((_circle(0, 0, _SMALLEST, held=True), _SMALLEST, "1 engagement held"))
    if most > 1:
        signs.append((_circle(0, 0, _radius(most, most), held=True), _radius(most, most), f"{most} of them"))
    if any(not spot.done for spot in spots):
        signs.append((_circle(0, 0, _SMALLEST + 1, held=False), _SMALLEST + 1, "none of them held yet"))
    if hosts:
        tint = element("rect", x=-8, y=-5, width=16, height=9, fill=BLUE, fill_opacity=0.4)
        signs.append((tint, 8, "country that was host (darker: more often)"))
    for sign, radius, said in signs:
        yield element("g", sign, transform=f"translate({number(x + radius)} {number(y - 3)})")
        x += 2 * radius + 5
        yield text(x, y, said, faint=True)
        x = round(x + len(said) * CHARACTER + 10, 1)
