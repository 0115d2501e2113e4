"""Addresses of web pages and of files on the web, as documents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from urllib.parse import unquote

import httpx
import msgspec

from servanda.errors import InputError
from servanda.sources.expand import expand
from servanda.sources.items import RawItem, Skipped
from servanda.sources.limits import Limits
from servanda.sources.media import ENDINGS, READABLE, bare_type, charset_in
from servanda.sources.names import page_name
from servanda.sources.streams import FileName
from servanda.sources.web.fetch import Answer, Fetcher

_ENDINGS: Mapping[str, str] = {
    **ENDINGS,
    "text/csv": ".csv",
    "application/jsonl": ".jsonl",
    "application/x-ndjson": ".jsonl",
    "application/warc": ".warc",
}
# Types that say nothing of the content: the address's own ending counts then, else the first bytes.
_VAGUE = re.compile(
    r"|text/plain|binary/octet-stream|application/(?:octet-stream|x-download|json|vnd\..*parquet"
    r"|(?:x-)?(?:gzip|zip|bzip2?|xz|zstd|zip-compressed))"
)


def is_web_address(path: str) -> bool:
    """Whether an input is an address of the web and no file."""
    return re.match(r"https?://", path, re.IGNORECASE) is not None


def page(url: str, fetcher: Fetcher, limits: Limits) -> Iterator[RawItem | Skipped]:
    """The document at `url`, or the documents in the archive or table there; else the reason why not."""
    try:
        with fetcher.open(url) as answer:
            if answer.status != HTTPStatus.OK:
                raise InputError(answer.url, refusal(answer.status), "check the address")
            file = page_name(answer.url) + _ending(answer)
            for item in expand(answer.body, file, answer.url, limits):
                yield _from_web(item, answer, url) if isinstance(item, RawItem) else item
    except InputError as error:
        yield Skipped(error.subject, error.problem, error.mend)


def _ending(answer: Answer) -> str:
    """The ending that a file with this content would have; empty where its first bytes have to tell."""
    type_ = bare_type(answer.headers.get("Content-Type", ""))
    last = FileName.of(unquote(httpx.URL(answer.url).path))
    own = last.ending + "".join(reversed(last.packed))
    if _VAGUE.fullmatch(type_):
        known = last.packed or last.ending in READABLE
        return own if known else ""
    if type_ not in _ENDINGS:
        mend = f"types that are read: {', '.join(sorted(_ENDINGS))}"
        raise InputError(answer.url, f"is of the unsupported type {type_}", mend)
    return _ENDINGS[type_]


def _from_web(item: RawItem, answer: Answer, asked: str) -> RawItem:
    """What is read of a page itself stands at its address; a row or member has what its table says."""
    if item.origin != answer.url:
        return item
    return msgspec.structs.replace(
        item,
        file=asked,
        charset=charset_in(answer.headers.get("Content-Type", "")),
        metadata=msgspec.structs.replace(item.metadata, url=answer.url),
    )


def refusal(status: int) -> str:
    """What to say of an answer that is no page."""
    try:
        return f"answers {status} {HTTPStatus(status).phrase}"
    except ValueError:
        return f"answers {status}"
