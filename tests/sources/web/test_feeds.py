"""RSS and Atom become entries; what is hostile in them does nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from servanda.errors import InputError
from servanda.sources.limits import Limits
from servanda.sources.web.feeds import Entry, parse, read_feed

URL = "https://mod.example/news/feed"
LONG = "<p>" + "The two ministers met in Lisbon. " * 30 + "</p>"


def rss(items: str, title: str = "Ministry of Defence") -> bytes:
    return (
        '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f"<channel><title>{title}</title>{items}</channel></rss>"
    ).encode()


def test_rss_gives_its_entries_the_oldest_first() -> None:
    feed = parse(
        rss(
            "<item><title>New</title><link>https://mod.example/2</link><guid>2</guid>"
            "<pubDate>Tue, 07 May 2024 23:30:00 -0500</pubDate></item>"
            "<item><title>Old</title><link>/1</link></item>"
        ),
        URL,
    )
    assert feed.title == "Ministry of Defence"
    assert feed.entries == [
        Entry(key="https://mod.example/1", link="https://mod.example/1", title="Old"),
        Entry(
            key="2",
            version="Tue, 07 May 2024 23:30:00 -0500",
            link="https://mod.example/2",
            title="New",
            published="2024-05-07",
        ),
    ]


def test_atom_gives_its_entries_too() -> None:
    feed = parse(
        b'<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><entry><id>urn:1</id>'
        b'<link href="https://mod.example/1"/><title>A visit</title><author><name>Ana Reis</name></author>'
        b"<published>2024-05-07T09:00:00Z</published><updated>2024-05-08T10:00:00Z</updated></entry></feed>",
        URL,
    )
    (entry,) = feed.entries
    assert (entry.key, entry.published, entry.version, entry.author) == (
        "urn:1", "2024-05-07", "2024-05-08T10:00:00Z", "Ana Reis",
    )  # fmt: skip


def test_only_a_full_text_is_taken_for_the_page() -> None:
    def content(html: str) -> str | None:
        item = f"<item><link>/1</link><content:encoded><![CDATA[{html}]]></content:encoded></item>"
        return parse(rss(item), URL).entries[0].content

    assert content(LONG) == LONG
    assert content("<p>The two ministers met ...</p>") is None
    assert content("<img src='" + "x" * 2000 + "'/>") is None


def test_an_entry_without_a_page_has_what_text_there_is() -> None:
    item = "<item><guid isPermaLink='false'>7</guid><content:encoded>They met.</content:encoded></item>"
    (entry,) = parse(rss(item), URL).entries
    assert (entry.key, entry.link, entry.content) == ("7", "", "They met.")


def test_an_entry_that_nothing_tells_apart_is_none() -> None:
    assert parse(rss("<item><description>They met.</description></item>"), URL).entries == []


@pytest.mark.parametrize("data", [b"", b"<html><body>They met.</body></html>", b"\x00\xff" * 50, b"{}"])
def test_what_is_no_feed_is_named(data: bytes) -> None:
    with pytest.raises(InputError, match=r"mod\.example/news/feed: is no feed"):
        read_feed(data, URL, Limits())


def test_entities_that_grow_stay_small() -> None:
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a0 "lol">{levels}]>'.encode()
    data = bomb + rss("<item><title>&a11;</title><link>/1</link></item>").partition(b"?>")[2]
    feed = read_feed(data, URL, Limits(max_memory=400 << 20, max_seconds=30))
    assert all(len(entry.title or "") < 1000 for entry in feed.entries)


@pytest.mark.parametrize("target", ["file:///etc/hostname", "http://127.0.0.1:9/x"])
def test_entities_that_lead_elsewhere_are_not_followed(target: str) -> None:
    head = f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "{target}">]>'.encode()
    data = head + rss("<item><title>a&x;b</title><link>/1</link></item>").partition(b"?>")[2]
    (entry,) = read_feed(data, URL, Limits()).entries
    assert entry.title in ("ab", "a&x;b")


def test_a_feed_that_is_the_name_of_a_file_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "inside.xml"
    path.write_bytes(rss("<item><title>Secret</title><link>/1</link></item>"))
    with pytest.raises(InputError, match="is no feed"):
        parse(str(path).encode(), URL)


def test_a_date_that_counts_too_far_is_none() -> None:
    item = "<item><link>/1</link><pubDate>Tue, 04 May 99999999999999999999 09:00:00 GMT</pubDate></item>"
    assert parse(rss(item), URL).entries[0].published is None


@pytest.mark.parametrize("number", ["xD800", "55296", "X0000dfff", "x110000", "9" * 5000, "x" + "f" * 5000])
def test_a_reference_to_no_character_is_the_replacement_character(number: str) -> None:
    """feedparser would fail on the whole feed."""
    item = f"<item><guid>1</guid><title>Talks &#{number}; in Lisbon &#xe9;</title></item>"
    (entry,) = parse(rss(item), URL).entries
    assert entry.title == "Talks \ufffd in Lisbon é"
