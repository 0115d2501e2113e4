"""Matters that texts are called by in several ways: an acquisition and cross-servicing agreement is one on
logistics."""

from __future__ import annotations

import re
from functools import cache

from servanda.codebook.instrument_titles import title_words
from servanda.resolve.stems import stem

Words = frozenset[str]
"""Words of a name, by stem."""


def matters_of(words: Words) -> Words:
    """The matters that are all that the words say."""
    return frozenset(
        matter
        for matter, called, besides in _matters()
        if words - besides and (words - besides in called or _are_of_ways(words - besides, called))
    )


def matters_told(title: str) -> Words:
    """Those that a name tells word for word: an "*economic partnership* agreement" is one on trade."""
    return frozenset(
        matter
        for matter, words in title_words().matters.items()
        if any(re.search(rf"\b{re.escape(told)} agreement\b", title) for told in words.told)
    )


def _are_of_ways(words: Words, called: frozenset[Words]) -> bool:
    """ "Exchange and protection of classified information": two of the ways at once."""
    ways = [way for way in called if way <= words]
    return bool(ways) and words <= frozenset().union(*ways)


@cache
def _matters() -> tuple[tuple[str, frozenset[Words], Words], ...]:
    """Each by its name, the ways it is called, and what can stand besides."""
    return tuple(
        (
            matter,
            frozenset(frozenset(map(stem, way)) for way in words.called),
            frozenset(map(stem, words.besides)),
        )
        for matter, words in title_words().matters.items()
    )
