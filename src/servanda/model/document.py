"""A document: one text with its origin. A span: a place in it, with the quotation that stands there."""

from __future__ import annotations

import hashlib
from typing import Literal, Self

import msgspec

RegionKind = Literal["title", "heading", "dateline", "byline", "credit", "caption", "boilerplate"]
"""What a stretch of text is when it is not running text. `credit` is "Translated by ...", `byline`
names a reporter or agency, `dateline` is "PARIS, Dec. 20 -", `boilerplate` is navigation and the like."""


class Span(msgspec.Struct, frozen=True, order=True):
    """`document.text[start:end] == text`, in code points. Never constructed from anything but the text."""

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Self:
        """The span of `text` from `start` to `end`; an empty or outside range is a programming error."""
        if not 0 <= start < end <= len(text):
            raise ValueError(f"span {start}:{end} is empty or outside a text of {len(text)} characters")
        return cls(start, end, text[start:end])


class Region(msgspec.Struct, frozen=True, order=True):
    """A stretch of the text that is no running text (see `RegionKind`)."""

    start: int
    end: int
    kind: RegionKind


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """One text with its origin.

    name       the file's name without its ending, or what stands for it (a row's id, a page's last part)
    origin     where it was got: URL if known, else the path or "name#row"; a corrected document is one
               with the same origin and other bytes
    text       stable text, line ends as a single newline; offsets of spans count its code points
    sha256     hash of the bytes that were read
    published  EDTF date of publication, the reference of relative dates, or None when unknown
    regions    titles, captions, credits and the like, in order, not overlapping
    """

    name: str
    origin: str
    text: str
    sha256: str
    media_type: str = "text/plain"
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    author: str | None = None
    translator: str | None = None
    regions: tuple[Region, ...] = ()

    @property
    def id(self) -> str:
        """Content hash of what was read and all that was known of it: one version of one document."""
        return content_id("doc", {k: getattr(self, k) for k in _IDENTITY} | {"origin": self.url or self.name})

    def span(self, start: int, end: int) -> Span:
        """The span from `start` to `end` of this document's text."""
        return Span.of(self.text, start, end)


_IDENTITY = ("name", "sha256", "title", "published", "publisher", "language", "author", "translator")


def content_id(prefix: str, content: object) -> str:
    """`prefix-` and 20 hex digits (80 bits) of the SHA-256 of `content` as sorted, compact JSON."""
    canonical = msgspec.json.encode(content, order="sorted")
    return f"{prefix}-{hashlib.sha256(canonical).hexdigest()[:20]}"
