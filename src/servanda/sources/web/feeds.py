"""RSS and Atom: the entries of a feed, with their full text where the feed holds it."""

from __future__ import annotations

import io
import re
import sys
from email.utils import parsedate_to_datetime
from typing import Any

import feedparser
import httpx
import msgspec

from servanda.errors import InputError
from servanda.sources.apart import call_apart
from servanda.sources.limits import Limits
from servanda.sources.metadata import edtf_day

_REFERENCE = re.compile(rb"&#(?:[xX]0*([0-9a-fA-F]+)|0*(\d+));?")
_FULL_TEXT = 600
"""Characters, without markup, from which on an entry's content is taken for all that its page says."""


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One entry.

    key        by which the feed tells it from others
    version    when it was changed last, in the feed's own words; empty where the feed does not say
    link       the address of its page
    content    HTML of its full text; None where only its page has that
    published  EDTF day
    """

    key: str
    version: str = ""
    link: str = ""
    title: str | None = None
    published: str | None = None
    author: str | None = None
    content: str | None = None


class Feed(msgspec.Struct, frozen=True, kw_only=True):
    """A feed's title and its entries, the oldest first, so that what is read comes in order of time."""

    title: str | None
    entries: list[Entry]


def read_feed(data: bytes, url: str, limits: Limits) -> Feed:
    """The feed in `data`, which came from `url`. InputError when there is none; entities that grow or lead
    elsewhere are not followed."""
    return call_apart(parse, data, url, url, limits)


def parse(data: bytes, url: str) -> Feed:
    """The feed in `data`. Runs in a process apart."""
    # As a stream: bytes alone are taken for the name of a file where there is one.
    mended = _REFERENCE.sub(_existing, data)
    found: Any = feedparser.parse(io.BytesIO(mended), sanitize_html=False, resolve_relative_uris=False)
    if not found.get("version"):
        raise InputError(url, "is no feed", "give the address of its RSS or Atom feed")
    entries = [entry for each in found.entries if (entry := _entry(each, url)) is not None]
    return Feed(title=found.feed.get("title") or None, entries=entries[::-1])


def _existing(reference: re.Match[bytes]) -> bytes:
    """A reference to a character; to the replacement character, as HTML has it, where there is none of that
    number: feedparser fails on it."""
    digits, base = (reference[1], 16) if reference[1] else (reference[2], 10)
    number = int(digits, base) if len(digits) < 8 else sys.maxunicode + 1
    exists = number <= sys.maxunicode and not 0xD800 <= number <= 0xDFFF
    return reference[0] if exists else b"&#xFFFD;"


def _entry(found: Any, url: str) -> Entry | None:
    """None where nothing tells the entry from others: it has neither id nor link nor title."""
    link, title = _absolute(found.get("link") or "", url), found.get("title") or None
    key = found.get("id") or link or title
    if not key:
        return None
    content = next((part.value for part in found.get("content", ()) if part.get("value")), None)
    return Entry(
        key=str(key),
        version=_changed(found),
        link=link,
        title=title,
        published=_day(found.get("published") or _changed(found)),
        author=found.get("author") or None,
        content=content if content and (not link or _length(content) >= _FULL_TEXT) else None,
    )


def _changed(found: Any) -> str:
    """When an entry was changed last, or else published, in the feed's words."""
    return str(found["updated"] if "updated" in found else found.get("published") or "")


def _absolute(link: str, url: str) -> str:
    """A link as an address; empty where it is none."""
    try:
        return str(httpx.URL(url).join(link)) if link else ""
    except httpx.InvalidURL:
        return ""


def _length(html: str) -> int:
    return len(re.sub(r"<[^>]*>|\s+", " ", html))


def _day(text: str) -> str | None:
    """The day of a date as RSS or Atom writes it, where the publisher is."""
    try:
        return edtf_day(text)
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(text).date().isoformat()
    except (ValueError, OverflowError):
        return None
