"""The stretch of a text that shows best why it was found."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from servanda.model.document import Span
from servanda.model.fold import fold
from servanda.query.views import Snippet

_WORD = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")
_Mark = tuple[int, int, str]


def snippet(text: str, words: Collection[str], width: int = 200) -> Snippet | None:
    """About `width` characters of `text`, whole words, with as many different ones of the folded `words` as
    can be had together; None where none of them stands in it."""
    marks = [
        (match.start(), match.end(), folded)
        for match in _WORD.finditer(text)
        if (folded := fold(match.group())) in words
    ]
    if not marks:
        return None
    shown = max((_within(marks[i:], width) for i in range(len(marks))), key=lambda m: len({w for *_, w in m}))
    first, last = shown[0][0], shown[-1][1]
    margin = max(0, width - (last - first)) // 2
    start, end = _whole_words(text, max(0, first - margin), min(len(text), last + margin), first, last)
    inside = tuple((s, e) for s, e, _ in marks if start <= s and e <= end)
    return Snippet(Span.of(text, start, end), inside)


def _within(marks: Sequence[_Mark], width: int) -> list[_Mark]:
    return [mark for mark in marks if mark[1] - marks[0][0] <= width] or [marks[0]]


def _whole_words(text: str, start: int, end: int, first: int, last: int) -> tuple[int, int]:
    """Draws the ends in to the next space, but never into what was found."""
    if start > 0:
        space = text.find(" ", start, first)
        start = space + 1 if space >= 0 else start
    if end < len(text):
        space = text.rfind(" ", last, end)
        end = space if space >= 0 else end
    return start, end
