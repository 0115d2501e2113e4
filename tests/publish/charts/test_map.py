"""The map of engagements."""

from itertools import pairwise

import pytest

from servanda.publish.charts.geography import locate, outlines, project
from servanda.publish.charts.map import engagement_map
from servanda.publish.charts.values import Period

NAMES = {"FR": "France", "VN": "Vietnam", "SG": "Singapore"}


def test_engagements_of_one_place_are_one_circle(item, parsed):
    items = [
        item(place="Paris", country="FR"),
        item(place="Paris", country="FR", state="planned"),
        item(place="Hanoi"),
        item("letter", kind="instrument"),
    ]
    chart = engagement_map(items, NAMES)
    told = [(row["place"], row["country_name"], row["engagements"], row["held"]) for row in chart.rows]
    assert told == [("Paris", "France", 2, 1), ("Hanoi", "Vietnam", 1, 1)]
    assert parsed(chart).group("Paris: 2 engagements, 1 held") is not None
    assert chart.description.startswith("3 of 3 engagements in 2 places; most in Paris 2, Hanoi 1")


def test_what_was_not_held_yet_is_a_hollow_circle(item, parsed):
    picture = parsed(engagement_map([item(place="Paris", country="FR", state="planned")], NAMES))
    assert picture.shape("Paris", "circle").get("fill") == "none"


def test_what_cannot_be_placed_is_listed_and_not_guessed(item):
    items = [
        item(place="Presidential Palace", country="VN"),
        item(place="Springfield"),
        item(country="FR"),
        item(country="FR"),
        item(),
    ]
    chart = engagement_map(items, NAMES)
    assert chart.rows == ()
    assert chart.notes[:3] == (
        "Place told but not known to the map: Presidential Palace, Springfield.",
        "Only the country is told: France (2).",
        "No place told: 1.",
    )


def test_a_host_is_tinted_even_where_the_place_is_not_told(item, parsed):
    paths = parsed(engagement_map([item(country="FR")], NAMES)).all("path")
    assert any(path.get("fill") == "#2b74c4" for path in paths)


def test_with_a_period_only_what_lies_in_it_counts(item):
    items = [item(place="Paris", country="FR"), item(place="Hanoi", country="VN", when=None)]
    chart = engagement_map(items, NAMES, Period.of("2020", "2020"))
    assert [row["place"] for row in chart.rows] == ["Paris"]


@pytest.mark.parametrize(
    ("place", "country", "near"),
    [
        ("Hanoi", "VN", (21.0, 105.8)),
        ("Ha Noi", None, (21.0, 105.8)),
        ("Washington, D.C.", "US", (38.9, -77.0)),
        ("the Ministry of Defence in Paris", "FR", (48.9, 2.4)),
        ("Singapore", "SG", (1.3, 103.8)),
    ],
)
def test_places_lie_where_they_are(place, country, near):
    site = locate(place, country)
    assert (site.latitude, site.longitude) == pytest.approx(near, abs=0.2)


@pytest.mark.parametrize(
    ("place", "country"), [("Paris", "US"), ("Cambridge", None), ("the palace", "FR"), ("", "FR")]
)
def test_a_name_without_its_country_is_no_place(place, country):
    assert locate(place, country) is None


def test_no_country_reaches_across_the_whole_map():
    """Russia and Fiji cross the meridian opposite Greenwich and are cut there."""
    world = project(180, 0)[0] - project(-180, 0)[0]
    for rings in outlines().values():
        for ring in rings:
            steps = [abs(a[0] - b[0]) for a, b in pairwise(ring)]
            assert max(steps) < world / 4


def test_equal_earth_is_as_published():
    """Values of the authors' implementation in d3-geo for 90 E 45 N, and the edge of the world."""
    assert project(180, 0)[0] == pytest.approx(2.7066, abs=1e-3)
    assert project(0, 90)[1] == pytest.approx(-1.3173, abs=1e-3)
