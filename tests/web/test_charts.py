"""Charts stand in pages as SVG, with the rows behind them one link away."""

import csv
import io
from xml.etree import ElementTree

import pytest

from servanda.web.pages.charts import decades

KINDS = ("timeline", "activity", "network", "map")


@pytest.fixture
def pair(desk):
    (first, *_) = desk.get("/relationships.json").json()["relationships"]
    return first["parties"]


def svg_in(page):
    return page[page.index("<svg") : page.rindex("</svg>") + 6]


@pytest.mark.parametrize("kind", KINDS)
def test_a_chart_has_title_description_and_its_rows(desk, pair, kind):
    of = f"party={pair[0]}&party={pair[1]}"
    page = desk.get(f"/charts/{kind}?{of}").text
    picture = ElementTree.fromstring(svg_in(page))  # noqa: S314  (our own)
    names = [child.tag.rpartition("}")[2] for child in picture][:2]
    assert names == ["title", "desc"]
    assert " style=" not in page
    assert "<style" not in page
    data = desk.get(f"/charts/{kind}.json?{of}").json()
    rows = list(csv.DictReader(io.StringIO(desk.get(f"/charts/{kind}.csv?{of}").text)))
    assert len(rows) == len(data["rows"]) > 0
    assert f"/charts/{kind}.csv?party={pair[0]}&amp;party={pair[1]}" in page
    assert f"/download/charts/{kind}.svg?party={pair[0]}&amp;party={pair[1]}" in page


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_is_a_file_of_its_own_that_may_do_nothing(desk, kind):
    answer = desk.get(f"/download/charts/{kind}.svg")
    assert answer.headers["content-type"].startswith("image/svg+xml")
    assert "sandbox" in answer.headers["content-security-policy"]
    assert ElementTree.fromstring(answer.content).tag.endswith("svg")  # noqa: S314  (our own)


def test_the_page_of_a_relationship_shows_its_timeline_and_zooms(desk, pair):
    address = f"/relationships/{pair[0]}/{pair[1]}"
    page = desk.get(address).text
    assert "Zoom:" in page
    rows = desk.get(f"/charts/timeline.json?party={pair[0]}&party={pair[1]}").json()["rows"]
    year = rows[0]["first_day"][:4]
    assert all(row["id"] in svg_in(page) for row in rows)
    near = desk.get(f"{address}?since={year}&until={year}").text
    shown = desk.get(f"/charts/timeline.json?party={pair[0]}&party={pair[1]}&since={year}&until={year}")
    assert all(row["id"] in svg_in(near) for row in shown.json()["rows"])
    assert f"/charts/timeline.csv?party={pair[0]}&amp;party={pair[1]}&amp;since={year}" in near


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/charts/pie", 404),
        ("/download/charts/timeline.png", 404),
        ("/download/charts/pie.svg", 404),
        ("/charts/timeline?since=soon", 400),
        ("/charts/timeline?since=2020&until=2010", 400),
        ("/charts/map?as_of=soon", 400),
        ("/charts/map?party=Nowhere", 200),
    ],
)
def test_what_makes_no_sense_is_told(desk, address, status):
    assert desk.get(address).status_code == status


def test_the_present_and_an_earlier_day_are_charts_of_their_own(desk, pair):
    of = f"party={pair[0]}&party={pair[1]}"
    now = desk.get(f"/charts/timeline.json?{of}").json()["rows"]
    early = desk.get(f"/charts/timeline.json?{of}&as_of=1950-01-01").json()["rows"]
    assert len(early) < len(now)


def test_periods_are_years_where_there_are_few_and_decades_where_there_are_many():
    assert decades(["2019-01-01", "2021-05-05", ""])[0] == ("2019", "2019", "2019")
    assert decades(["1973-01-01", "2021-05-05"]) == [("1970s", "1970", "1979"), ("2020s", "2020", "2029")]
    assert decades(["", "no day"]) == []
