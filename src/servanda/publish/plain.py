"""Text of documents as plain characters, for every format alike."""

from __future__ import annotations

import re

_NONE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
"""Control characters, separators of lines and paragraphs, halves of characters (Cc, Zl, Zp, Cs of Unicode),
and what XML, and so Word, has no place for."""
_DIRECTION_MARKS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def plain(text: str) -> str:
    """On one line, without control characters and marks that reorder what stands beside them: a document
    must not be able to write into lines of its own in a calendar or a briefing, nor disguise what it says."""
    if text.isprintable():  # neither control characters nor marks, which nearly all text has none of
        return " ".join(text.split())
    kept = _DIRECTION_MARKS.sub("", text)
    return " ".join(_NONE.sub(" ", kept).split())


def undirected(text: str) -> str:
    """The text without marks that reorder what stands beside it."""
    return text if text.isprintable() else _DIRECTION_MARKS.sub("", text)


def tame(text: str) -> str:
    """The text as it stands, with a mark in the place of each character that would act and not show. It has
    the same length, so that places in it stay what they are; line ends and tabs stay too."""
    if text.isprintable():
        return text
    kept = _DIRECTION_MARKS.sub("\N{REPLACEMENT CHARACTER}", text)
    return _NONE.sub(lambda none: none[0] if none[0] in "\n\t" else "\N{REPLACEMENT CHARACTER}", kept)
