"""Feeds that are asked again and again: each entry is read once, and again when it was changed."""

from __future__ import annotations

from collections.abc import Iterator
from http import HTTPStatus

import httpx
import msgspec

from servanda.errors import InputError
from servanda.sources.items import RawItem, Skipped
from servanda.sources.limits import Limits
from servanda.sources.media import MEDIA_TYPES
from servanda.sources.metadata import Metadata
from servanda.sources.names import page_name
from servanda.sources.web.feeds import Entry, Feed, read_feed
from servanda.sources.web.fetch import Fetcher
from servanda.sources.web.memory import Known
from servanda.sources.web.pages import page, refusal

_MOST_TRIES = 3
"""Rounds in which a page that cannot be fetched is asked for."""


def new_entries(url: str, known: Known, fetcher: Fetcher, limits: Limits) -> Iterator[RawItem | Skipped]:
    """The documents of the entries of the feed at `url` that are not `known` in their present version.

    Once all are taken in, `known` knows them. A page that could not be fetched is asked for again in the
    next rounds, three in all; until then the feed is asked for as a whole.
    """
    try:
        feed, etag, modified = _ask(url, known, fetcher, limits)
    except InputError as error:
        yield Skipped(error.subject, error.problem, error.mend)
        return
    if feed is None:
        return
    seen: dict[str, str] = {}
    tries: dict[str, int] = {}
    for entry in feed.entries:
        if known.seen.get(entry.key) == entry.version:
            seen[entry.key] = entry.version
            continue
        failed = False
        publisher = feed.title if _is_own(entry.link, url) else None
        for item in _documents(entry, publisher, fetcher, limits):
            failed |= isinstance(item, Skipped)
            yield item
        tried = known.tries.get(entry.key, 0) + 1
        if failed and tried < _MOST_TRIES:
            tries[entry.key] = tried
        else:
            seen[entry.key] = entry.version
    known.seen, known.tries = seen, tries
    known.etag, known.modified = ("", "") if tries else (etag, modified)


def _ask(url: str, known: Known, fetcher: Fetcher, limits: Limits) -> tuple[Feed | None, str, str]:
    """The feed, None where it is as it was; and what to ask with the next time."""
    conditions = {"If-None-Match": known.etag, "If-Modified-Since": known.modified}
    answer, data = fetcher.get(url, limits.max_bytes, {name: v for name, v in conditions.items() if v})
    if answer.status == HTTPStatus.NOT_MODIFIED:
        return None, known.etag, known.modified
    if answer.status != HTTPStatus.OK:
        raise InputError(url, refusal(answer.status), "check the address")
    feed = read_feed(data, url, limits)
    return feed, answer.headers.get("ETag", ""), answer.headers.get("Last-Modified", "")


def _documents(
    entry: Entry, publisher: str | None, fetcher: Fetcher, limits: Limits
) -> Iterator[RawItem | Skipped]:
    """The document of an entry: its full text, else its page. What the feed says of it holds."""
    told = Metadata(title=entry.title, published=entry.published, publisher=publisher, author=entry.author)
    if entry.content is not None:
        yield RawItem(
            name=page_name(entry.link) if entry.link else entry.key,
            origin=entry.link or entry.key,
            media_type=MEDIA_TYPES[".html"],
            data=entry.content.encode(),
            file=entry.link,
            metadata=msgspec.structs.replace(told, url=entry.link or None),
            charset="utf-8",
        )
    elif not entry.link:
        yield Skipped(entry.key, "is an entry of a feed without text or link")
    else:
        for item in page(entry.link, fetcher, limits):
            if isinstance(item, RawItem):
                item = msgspec.structs.replace(item, metadata=item.metadata.over(told))
            yield item


def _is_own(link: str, url: str) -> bool:
    """Whether a feed and a page are of one house; a feed can list the pages of others."""
    one, other = (httpx.URL(each).host.removeprefix("www.") for each in (link, url))
    return not one or one == other or one.endswith(f".{other}") or other.endswith(f".{one}")
