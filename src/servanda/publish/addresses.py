"""Addresses of documents that can stand in a link."""

from __future__ import annotations

import re

_ADDRESS = re.compile(r"https?://[!-~]+", re.ASCII)
_NOT_IN_IRI = frozenset('<>"{}|\\^`')


def web_address(url: str | None) -> str | None:
    """The address if it is one of the web that needs no escaping; no other can stand in a link."""
    if url and _ADDRESS.fullmatch(url) and not _NOT_IN_IRI & set(url):
        return url
    return None
