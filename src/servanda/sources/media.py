"""Types of content: by a file's ending, by a declared media type, by the first bytes."""

from __future__ import annotations

import re
from collections.abc import Mapping

from servanda.sources.tables import TABLE_ENDINGS

MEDIA_TYPES = {
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".eml": "message/rfc822",
}
"""What is read as one document, by its ending."""

READABLE = frozenset((*MEDIA_TYPES, *TABLE_ENDINGS, ".parquet", ".warc", ".zip"))
"""The endings of all that documents are read from."""

ENDINGS: Mapping[str, str] = {type_: ending for ending, type_ in reversed(MEDIA_TYPES.items())} | {
    "application/xhtml+xml": ".html",
}
"""The ending of one document, by its media type."""

_MAGIC = (
    (b"\x1f\x8b", ".gz"),
    (b"BZh", ".bz2"),
    (b"\xfd7zXZ\0", ".xz"),
    (b"\x28\xb5\x2f\xfd", ".zst"),
    (b"PK\x03\x04", ".zip"),
    (b"%PDF-", ".pdf"),
    (b"PAR1", ".parquet"),
    (b"WARC/1.", ".warc"),
)
_HTML = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype html|html)\b", re.I | re.S)
_MAIL = re.compile(rb"(?:From|Received|Return-Path|Message-ID|MIME-Version|Delivered-To): ", re.I)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)


def sniff(head: bytes) -> str:
    """The ending that the first bytes of a nameless input deserve."""
    magic = next((ending for start, ending in _MAGIC if head.startswith(start)), None)
    if magic:
        return magic
    head = head.removeprefix(b"\xef\xbb\xbf")
    if _HTML.match(head):
        return ".html"
    if re.match(rb'\s*\{\s*"', head):
        return ".jsonl"
    return ".eml" if _MAIL.match(head) else ".txt"


def bare_type(content_type: str) -> str:
    """A media type in lower case, without its parameters."""
    return content_type.partition(";")[0].strip().lower()


def charset_in(content_type: str) -> str | None:
    """The character set that a media type declares."""
    found = _CHARSET.search(content_type)
    return found[1] if found else None
