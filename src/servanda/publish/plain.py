"""Text of documents as plain characters, for every format alike."""

from __future__ import annotations

import re
import unicodedata

_UNPRINTABLE = frozenset({"Cc", "Cs", "Zl", "Zp"})
_DIRECTION_MARKS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_NO_CHARACTERS = frozenset("\ufffe\uffff")  # XML, and so Word, has no place for them


def plain(text: str) -> str:
    """On one line, without control characters and marks that reorder what stands beside them: a document
    must not be able to write into lines of its own in a calendar or a briefing, nor disguise what it says."""
    if text.isprintable():  # neither control characters nor marks, which nearly all text has none of
        return " ".join(text.split())
    kept = _DIRECTION_MARKS.sub("", text)
    return " ".join("".join(" " if _is_none(c) else c for c in kept).split())


def _is_none(character: str) -> bool:
    return character in _NO_CHARACTERS or unicodedata.category(character) in _UNPRINTABLE
