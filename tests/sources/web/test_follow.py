"""A feed is asked politely; each entry is read once, and again when it was changed."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest

from servanda.sources.items import RawItem, Skipped
from servanda.sources.limits import Limits
from servanda.sources.web.follow import new_entries
from servanda.sources.web.memory import Known

LONG = "<p>" + "The two ministers met in Lisbon. " * 30 + "</p>"
PAGE = b"<html><body><p>The two ministers met in Lisbon, and talked about rescue at sea.</p></body></html>"


def item(number: int, *, content: str = "", updated: str = "") -> str:
    return (
        f"<item><title>Talks {number}</title><link>/{number}</link><guid>{number}</guid>"
        f"<pubDate>Tue, 07 May 2024 09:00:00 {updated or '+0000'}</pubDate>"
        f"<content:encoded><![CDATA[{content}]]></content:encoded></item>"
    )


class FeedOf:
    """A feed that can change, and knows conditional requests."""

    def __init__(self, reply: Any, *items: str) -> None:
        self.reply, self.items = reply, list(items)

    def __call__(self, handler: BaseHTTPRequestHandler) -> None:
        data = (
            '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
            f"<title>Ministry</title>{''.join(self.items)}</channel></rss>"
        ).encode()
        tag = f'"{hash(data)}"'
        if handler.headers["If-None-Match"] == tag:
            self.reply(304)(handler)
        else:
            self.reply(200, data, ETag=tag, Last_Modified="Tue, 07 May 2024 09:00:00 GMT")(handler)


@pytest.fixture
def rounds(site: Any, fetcher: Any) -> Any:
    """Asks the feed once more; gives what was new in it."""
    known, asking = Known(), fetcher()

    def ask() -> list[RawItem | Skipped]:
        return list(new_entries(f"{site.url}/feed", known, asking, Limits()))

    return ask


def test_an_entry_with_its_full_text_is_a_document_with_what_the_feed_says(
    site: Any, reply: Any, rounds: Any
) -> None:
    site.answers["/feed"] = FeedOf(reply, item(1, content=LONG))
    (found,) = rounds()
    assert (found.name, found.media_type, found.data) == ("1", "text/html", LONG.encode())
    known = found.metadata
    assert (known.title, known.published, known.publisher) == ("Talks 1", "2024-05-07", "Ministry")
    assert known.url == f"{site.url}/1"
    assert site.paths == ["/feed"]


def test_an_entry_without_its_full_text_leads_to_its_page(site: Any, reply: Any, rounds: Any) -> None:
    site.answers |= {
        "/feed": FeedOf(reply, item(1, content="<p>They met ...</p>")),
        "/1": reply(200, PAGE, Content_Type="text/html"),
    }
    (found,) = rounds()
    assert found.data == PAGE
    assert (found.metadata.published, found.metadata.url) == ("2024-05-07", f"{site.url}/1")


def test_a_feed_that_lists_the_pages_of_others_is_not_their_publisher(
    site: Any, reply: Any, rounds: Any
) -> None:
    foreign = item(1, content=LONG).replace("<link>/1", "<link>https://other.example/1")
    site.answers["/feed"] = FeedOf(reply, foreign)
    (found,) = rounds()
    assert found.metadata.publisher is None


def test_what_was_read_is_not_asked_for_again(site: Any, reply: Any, rounds: Any) -> None:
    site.answers["/feed"] = feed = FeedOf(reply, item(1, content=LONG))
    assert len(rounds()) == 1
    assert rounds() == []
    sent = site.asked[-1][1]
    assert sent["If-None-Match"] and sent["If-Modified-Since"] == "Tue, 07 May 2024 09:00:00 GMT"
    feed.items.insert(0, item(2, content=LONG))
    assert [found.name for found in rounds()] == ["2"]


def test_an_entry_that_was_changed_is_read_again(site: Any, reply: Any, rounds: Any) -> None:
    site.answers["/feed"] = feed = FeedOf(reply, item(1, content=LONG))
    rounds()
    feed.items[:] = [item(1, content=LONG + "<p>Corrected.</p>", updated="+0100")]
    (found,) = rounds()
    assert found.data.endswith(b"<p>Corrected.</p>")


def test_a_page_that_cannot_be_fetched_is_tried_in_three_rounds(site: Any, reply: Any, rounds: Any) -> None:
    site.answers |= {"/feed": FeedOf(reply, item(1), item(2, content=LONG)), "/1": reply(503)}
    two, one = rounds()
    assert two.name == "2" and "503" in one.reason
    assert [found.reason for found in rounds()] == [one.reason]
    assert len(rounds()) == 1
    assert not any("If-None-Match" in sent for _, sent in site.asked)
    assert rounds() == []
    assert "If-None-Match" in site.asked[-1][1]


def test_a_page_that_comes_back_is_read(site: Any, reply: Any, rounds: Any) -> None:
    site.answers |= {"/feed": FeedOf(reply, item(1)), "/1": reply(503)}
    rounds()
    site.answers["/1"] = reply(200, PAGE, Content_Type="text/html")
    (found,) = rounds()
    assert isinstance(found, RawItem)
    assert rounds() == []


@pytest.mark.parametrize("status", [404, 410, 500])
def test_a_feed_that_does_not_answer_is_skipped(site: Any, reply: Any, rounds: Any, status: int) -> None:
    site.answers["/feed"] = reply(status)
    (found,) = rounds()
    assert isinstance(found, Skipped) and str(status) in found.reason


def test_a_feed_that_is_closed_to_programs_is_not_read(site: Any, reply: Any, rounds: Any) -> None:
    site.answers |= {
        "/robots.txt": reply(200, b"User-agent: *\nDisallow: /feed\n"),
        "/feed": FeedOf(reply, item(1, content=LONG)),
    }
    (found,) = rounds()
    assert isinstance(found, Skipped) and "robots.txt" in found.reason


def test_an_entry_that_leads_nowhere_is_named(site: Any, reply: Any, rounds: Any) -> None:
    site.answers["/feed"] = FeedOf(reply, "<item><guid isPermaLink='false'>7</guid></item>")
    (found,) = rounds()
    assert found == Skipped("7", "is an entry of a feed without text or link")


@pytest.mark.parametrize("link", ["file:///etc/passwd", "javascript:alert(1)", "http://[::1"])
def test_an_entry_that_leads_to_no_web_page_is_named(site: Any, reply: Any, rounds: Any, link: str) -> None:
    site.answers["/feed"] = FeedOf(reply, item(1).replace("/1<", f"{link}<"))
    (found,) = rounds()
    assert isinstance(found, Skipped)
