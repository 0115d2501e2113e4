"""A text in the units that can be a title, a caption or a paragraph: its lines, or its blocks of lines
where lines are broken at a fixed width."""

from __future__ import annotations

import re
from itertools import pairwise

import msgspec

_RUNNING_END = re.compile(r"[.!?…][\"'”’)\]]*\s*$")
_BULLET = re.compile(r"\s*(?:[•▪●◦‣*]|[–—-](?=\s|[A-Z“‘\"]))\s*")
_ITEM = re.compile(r"\s*\(?(?:[ivx]{1,5}|[a-z])[.)]\s")
"""As in "|ii.| Memorandum on health", "|(b)| Agreement on visas": a line of a list, and no broken one."""
_RUNNING_LENGTH = 60


class Unit(msgspec.Struct, frozen=True):
    """text[start:end] is the unit without blanks around it; `gap_before` and `gap_after` tell whether an
    empty line or the edge of the text is there."""

    start: int
    end: int
    text: str
    gap_before: bool
    gap_after: bool

    @property
    def words(self) -> list[str]:
        """The words, split at white space."""
        return self.text.split()

    @property
    def alone(self) -> bool:
        """Whether it is a paragraph of its own."""
        return self.gap_before and self.gap_after

    @property
    def ends_sentence(self) -> bool:
        """Whether it ends as a sentence does."""
        return _RUNNING_END.search(self.text) is not None

    @property
    def is_running(self) -> bool:
        """Whether it is a paragraph of sentences."""
        return len(self.text) >= _RUNNING_LENGTH and self.ends_sentence and not self.bullet

    @property
    def bullet(self) -> str:
        """The bullet or dash that it begins with, with the blanks after it; empty when there is none."""
        found = _BULLET.match(self.text)
        return found.group() if found else ""


def split_units(text: str) -> list[Unit]:
    """The units of `text` in order; white space between them belongs to none."""
    pattern = r"\S(?:.|\n(?!\s*\n))*" if _is_wrapped(text) else r"\S.*"
    spans = []
    for found in re.finditer(pattern, text):
        spans.append((found.start(), found.start() + len(found.group().rstrip())))
    units = []
    for index, (start, end) in enumerate(spans):
        before = text[spans[index - 1][1] : start] if index else "\n\n"
        after = text[end : spans[index + 1][0]] if index + 1 < len(spans) else "\n\n"
        units.append(Unit(start, end, text[start:end], before.count("\n") > 1, after.count("\n") > 1))
    return units


def _is_wrapped(text: str) -> bool:
    """Whether lines are broken within sentences: then lines often begin in lower case."""
    pairs = [(a, b) for a, b in pairwise(text.split("\n")) if a.strip() and b.strip()]
    broken = sum(b.lstrip()[0].islower() and not _ITEM.match(b) for _, b in pairs)
    return broken >= 2 and broken >= 0.2 * len(pairs)
