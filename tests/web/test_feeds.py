"""Feeds of a relationship: what changed, with ids that stay, and what is due as a calendar."""

import feedparser
import pytest
from icalendar import Calendar
from tests.web.test_webhooks import read_news


@pytest.fixture
def pair(desk):
    return "/".join(desk.get("/relationships.json").json()["relationships"][0]["parties"])


def test_what_was_read_last_comes_first_and_leads_to_its_page(desk, pair):
    answer = desk.get(f"/feeds/{pair}.atom")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    feed = feedparser.parse(answer.content)
    assert not feed.bozo
    assert len(feed.entries) > 10
    updated = [entry.updated for entry in feed.entries]
    assert updated == sorted(updated, reverse=True)
    assert feed.feed.updated == updated[0]
    address = feed.entries[0].link.partition("/entries/")[2]
    assert desk.get(f"/entries/{address}.json").status_code == 200


def test_an_item_keeps_its_id_and_is_changed_when_more_is_read_of_it(desk, ledger, pair):
    before = {e.id: e.updated for e in feedparser.parse(desk.get(f"/feeds/{pair}.atom").content).entries}
    again = {e.id: e.updated for e in feedparser.parse(desk.get(f"/feeds/{pair}.atom").content).entries}
    assert before == again
    assert len(before) == len(feedparser.parse(desk.get(f"/feeds/{pair}.atom").content).entries)
    read_news(ledger)
    after = feedparser.parse(desk.get(f"/feeds/{pair}.atom").content).entries
    new = [e.id for e in after if e.id not in before]
    assert after[0].id in new
    assert [e.id for e in after if e.id in before][:50] == list(before)[:50]


def test_the_calendar_holds_what_is_due(desk, pair):
    answer = desk.get(f"/feeds/{pair}.ics")
    assert answer.headers["content-type"].startswith("text/calendar")
    events = Calendar.from_ical(answer.content).walk("VEVENT")
    a, b = pair.split("/")
    waiting = desk.get(f"/due.json?party={a}&party={b}&size=500").json()["entries"]
    assert {entry["id"] for entry in waiting} <= {str(e["uid"]).removesuffix("@servanda") for e in events}
    assert events


@pytest.mark.parametrize(
    "address", ["/feeds/FR/ZZ.atom", "/feeds/JP/PH", "/feeds/JP/PH.xml", "/feeds/JP/.ics"]
)
def test_there_is_no_feed_of_nothing(desk, address):
    assert desk.get(address).status_code == 404
