"""What ceremonies are held for: a welcome, a signing, an opening, an homage. One day can have several."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from servanda.codebook.resolving import resolving_words
from servanda.model.facts import Engagement
from servanda.model.fold import fold
from servanda.resolve.wording import any_of

_BY_READER = {
    "receive": "welcome",
    "honours": "welcome",
    "signing": "signing",
    "witness": "signing",
    "opening": "opening",
}
"""Kinds of ceremonies by the reader that finds them, whatever their words."""


def are_two_ceremonies(one: Engagement, other: Engagement) -> bool:
    """Whether it is known what each of two is held for, and nothing is common to both: "welcomed with a guard
    of honour", "the memoranda were exchanged"; or what one is held for, and the talks or the forum that are
    the other do not tell of it. A forum can be what is opened."""
    if "ceremony" not in (one.type, other.type):
        return False
    mine, theirs = _held_for(one), _held_for(other)
    if not mine.isdisjoint(theirs):
        return False
    if one.type == other.type:
        return bool(mine and theirs)
    known = mine if one.type == "ceremony" else theirs  # one of which nothing is known can be any
    return bool(known) and not ("conference" in (one.type, other.type) and "opening" in mine | theirs)


def is_signing_watched(one: Engagement, other: Engagement) -> bool:
    """Whether both tell of a signing, one by those who watch it, the other by those who sign: "they will
    witness the signing", "the ministers signed it in their presence"."""
    readers = {_reader(one), _reader(other)}
    return one.type == other.type == "ceremony" and readers == {"signing", "witness"}


def _reader(fact: Engagement) -> str:
    return fact.rule.removeprefix("engagement/").split(":")[0]


def _held_for(fact: Engagement) -> frozenset[str]:
    reader = _reader(fact) if fact.type == "ceremony" else ""
    kind = _BY_READER.get(reader)
    return kinds_of(fact.evidence[0].text) | ({kind} if kind else frozenset())


@lru_cache(maxsize=1 << 14)
def kinds_of(quotation: str) -> frozenset[str]:
    """What the ceremonies are held for of which a quotation tells."""
    folded = fold(quotation)
    return frozenset(kind for kind, pattern in _patterns().items() if pattern.search(folded))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        kind: re.compile(rf"\b(?:{any_of(words)})") for kind, words in resolving_words().ceremonies.items()
    }
