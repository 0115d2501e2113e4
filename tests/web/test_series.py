"""Series of dialogues: meetings by number, the implied ones among them."""

from datetime import date

import pytest

from servanda.ledger import Ledger
from servanda.settings import Settings
from servanda.web.app import make_app
from servanda.web.desk import Desk


@pytest.fixture
def desk(fiji, conftest_browser):
    with Ledger.open(fiji) as ledger:
        list(ledger.link())
        opened = Desk(ledger, Settings(ledger=str(fiji)), local=True, today=lambda: date(2024, 6, 1))
        with conftest_browser(make_app(opened)) as browser:
            yield browser
        opened.close()


def test_a_series_is_listed_with_what_its_numbers_imply(desk):
    (series,) = desk.get("/series.json").json()["series"]
    assert (series["name"], series["parties"]) == ("Defence Dialogue", ["FJ", "NZ"])
    assert len(series["entries"]) == 1
    assert [(gap["first"], gap["last"]) for gap in series["implied"]] == [(1, 2)]
    assert desk.get("/series.json?party=FR").json()["series"] == []


def test_a_series_is_found_by_any_of_its_meetings_and_shows_its_gaps(desk):
    (series,) = desk.get("/series.json").json()["series"]
    entry = series["entries"][0]
    page = desk.get(f"/series/{entry['facts'][0]}").text
    assert page.count("implied") >= 2
    assert f"/entries/{entry['id']}" in page
    rows = desk.get(f"/series/{entry['id']}.csv").text.splitlines()
    assert rows[0].startswith("number,date,place")
    assert rows[1].startswith("3,2024-05-16,Suva")


def test_what_is_of_no_series_is_not_found(desk):
    visit = next(e for e in desk.get("/entries.json").json()["entries"] if e["type"] == "visit")
    assert desk.get(f"/series/{visit['id']}").status_code == 404
    assert desk.get("/series/zzz").status_code == 404
