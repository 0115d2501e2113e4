"""Words that show that a sentence tells no event of cooperation (data/frames.yaml)."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from servanda.codebook.load import load_data


class FrameWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """See the comments in the data file."""

    fiction: tuple[str, ...]
    sport: tuple[str, ...]
    firms: tuple[str, ...]
    states: tuple[str, ...]


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    words = getattr(load_data("frames.yaml", FrameWords), kind)
    return re.compile(r"\b(?:" + "|".join(re.escape(w) for w in words) + r")s?\b", re.IGNORECASE)


def is_out_of_scope(sentence: str) -> bool:
    """Whether a sentence is fiction, sport, or commerce between private firms."""
    if _pattern("fiction").search(sentence) or _pattern("sport").search(sentence):
        return True
    firms = {m.group().lower().rstrip("s") for m in _pattern("firms").finditer(sentence)}
    return len(firms) > 1 and not _pattern("states").search(sentence)
