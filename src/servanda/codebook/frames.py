"""Words that show that a sentence tells no event of cooperation (data/frames.yaml)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

import msgspec

from servanda.codebook.load import load_data


class FrameWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """See the comments in the data file."""

    fiction: tuple[str, ...]
    sport: tuple[str, ...]
    firms: tuple[str, ...]
    states: tuple[str, ...]


class _Patterns(NamedTuple):
    elsewhere: re.Pattern[str]
    firms: re.Pattern[str]
    states: re.Pattern[str]


def is_out_of_scope(sentence: str) -> bool:
    """Whether a sentence is fiction, sport, or commerce between private firms."""
    patterns, told = _patterns(), sentence.lower()
    if patterns.elsewhere.search(told):
        return True
    firms = {m.group().rstrip("s") for m in patterns.firms.finditer(told)}
    return len(firms) > 1 and not patterns.states.search(told)


@cache
def _patterns() -> _Patterns:
    words = load_data("frames.yaml", FrameWords)
    return _Patterns(_any_of(words.fiction + words.sport), _any_of(words.firms), _any_of(words.states))


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """One of the words, in the singular or with an "s", in lower case: to ignore case takes three times as
    long."""
    return re.compile(r"\b(?:" + "|".join(re.escape(w.lower()) for w in words) + r")s?\b")
