"""Pairs that may be one thing: both quotations side by side, decided by editors, undone, then shown again."""

import html
import re

import pytest

from servanda.ledger import Ledger
from servanda.model.facts import Engagement, Person

TALKS = {"type": "meeting", "status": "held", "parties": ("FJ", "NZ"), "date": "2018-03-27"}


@pytest.fixture
def ledger_path(tmp_path, story):
    """Two reports that do not say who met, and a name that fits two people."""
    path = tmp_path / "doubts.db"
    reports = [
        story("one", "2018-03-28").tell("Defence talks were held in Suva.", (Engagement, TALKS)),
        story("two", "2018-03-29").tell("Both sides spoke on Tuesday.", (Engagement, TALKS)),
    ]
    for name in ("Luong Cuong", "Nguyen Tan Cuong", "Cuong"):
        said = {"name": name, "party": "VN", "rank": "General"}
        reports.append(story(name, "2020-01-01").tell(f"General {name} spoke.", (Person, said)))
    with Ledger.open(path, create=True) as ledger:
        run = ledger.begin_read("rules 1")
        for report in reports:
            run.add(*report.made())
        run.finish()
    return path


def waiting(desk):
    return desk.get("/review.json?reason=doubt").json()


def judge(desk, item, ruling):
    """Decides by the form of the item's page."""
    page = desk.get("/review/next", params={"reason": "doubt", "at": item["id"]}).text
    body = re.search(r'<form method="post" action="/judgements"[^>]*>(.*?)</form>', page, re.DOTALL)[1]
    values = dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', body))
    sent = {name: html.unescape(value) for name, value in values.items()} | {"ruling": ruling}
    return desk.post("/judgements", data=sent, follow_redirects=False)


def test_both_quotations_stand_side_by_side(desk):
    item = next(each for each in waiting(desk) if each["kind"] == "engagement")
    page = desk.get("/review/next", params={"at": item["id"]}).text
    assert "<mark>Defence talks were held in Suva.</mark>" in page
    assert "<mark>Both sides spoke on Tuesday.</mark>" in page


def test_the_forms_of_a_name_are_shown_with_what_documents_say(desk):
    items = [each for each in waiting(desk) if each["kind"] == "person"]
    assert len(items) == 2
    page = desk.get("/review/next", params={"at": items[0]["id"]}).text
    assert "<mark>General Cuong spoke.</mark>" in page
    assert re.search(r"<mark>General (Luong|Nguyen Tan) Cuong spoke.</mark>", page)


@pytest.mark.parametrize("ruling", ["same", "not-same"])
def test_what_was_decided_is_passed_over_until_it_is_undone(desk, ledger, ruling):
    for item in waiting(desk)[:1]:
        answer = judge(desk, item, ruling)
        assert answer.status_code == 303, answer.text
        assert item["id"] not in [each["id"] for each in waiting(desk)]
        page = desk.get(answer.headers["location"]).text
        action, token = re.search(
            r'action="(/judgements/1/undo)".*?value="([^"]+)"', page, re.DOTALL
        ).groups()
        desk.post(action, data={"_csrf_token": token}, follow_redirects=False)
        assert item["id"] in [each["id"] for each in waiting(desk)]
    assert [j.ruling for j in ledger.judgements()] == [ruling, ruling]


def test_pairs_are_shown_to_those_who_may_decide_them(log_in):
    assert waiting(log_in("analyst")) == []
    assert len(waiting(log_in("editor"))) == 3
