"""Ranks and posts: whether two of them can be one person's, as far as the words tell."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

import msgspec

from servanda.codebook.names import name_words
from servanda.codebook.people import key, people_words

Fit = Literal["agree", "apart"]

_CIVIL = frozenset({"company", "faith"})
_LONGEST = 5


class Office(msgspec.Struct, frozen=True):
    """A post by its words: the nouns of office, what they are in charge of, and the worlds of the nouns."""

    nouns: frozenset[str]
    charges: frozenset[str]
    worlds: frozenset[str]


@lru_cache(maxsize=1 << 14)
def office(post: str) -> Office:
    """The post taken apart: "Deputy Minister of National Defense" is a minister in charge of defence."""
    people, words = people_words(), name_words()
    left = key(post).replace(",", " ").split()
    nouns, charges, worlds = set(), set(), set()
    i = 0
    while i < len(left):
        size = next((n for n in range(_LONGEST, 0, -1) if " ".join(left[i : i + n]) in people.heads), 0)
        head = " ".join(left[i : i + size])
        if size:
            noun = people.base.get(head, head)
            worlds.add(people.heads[head])
            # "Defence Secretary" is a secretary, of defence; "Prime Minister" is no minister of something.
            before = noun.split()[:-1]
            if before and all(word in people.portfolio for word in before):
                charges |= {words.portfolio(word) for word in before}
                noun = noun.split()[-1]
            nouns.add(noun)
        elif left[i] in people.portfolio and left[i] not in words.vague:
            charges.add(words.portfolio(left[i]))
        i += max(size, 1)
    return Office(frozenset(nouns), frozenset(charges), frozenset(worlds))


@lru_cache(maxsize=1 << 16)
def posts(a: str | None, b: str | None) -> Fit | None:
    """Whether two posts can be one at one time; None where one is unknown or says too little.

    "Minister" agrees with "Minister of Defence", and that not with "Foreign Minister".
    """
    if not a or not b:
        return None
    x, y = office(a), office(b)
    if x == y and x.nouns:
        return "agree"
    if not x.nouns or not y.nouns:
        return None
    if not x.nouns & y.nouns:
        return "apart"
    return "apart" if x.charges and y.charges and not x.charges & y.charges else "agree"


def same_office(a: str | None, b: str | None) -> bool:
    """Whether two posts are one office: the same nouns in charge of the same, or of some of the same."""
    if not a or not b:
        return False
    x, y = office(a), office(b)
    return bool(x.nouns & y.nouns) and (x == y or bool(x.charges & y.charges))


def same_charge(a: str | None, b: str | None) -> bool:
    """Whether two posts are one office that tells what it is in charge of: no two hold it at a time."""
    return same_office(a, b) and bool(office(a or "").charges & office(b or "").charges)


def ranks(a: str | None, b: str | None) -> Fit | None:
    """Whether two ranks can be one, in full or short: "General" agrees with "Sen. Lt. Gen."."""
    if not a or not b:
        return None
    return "agree" if _level(a) == _level(b) else "apart"


def _level(rank: str) -> str:
    return name_words().full_rank(key(rank).split()[-1])


def other_world(rank: str | None, post: str | None, other_rank: str | None, other_post: str | None) -> bool:
    """Whether one is an officer or of the state and the other of a company or a faith."""
    mine, theirs = _worlds(rank, post), _worlds(other_rank, other_post)
    return bool(mine and theirs) and (mine <= _CIVIL) != (theirs <= _CIVIL)


def _worlds(rank: str | None, post: str | None) -> frozenset[str]:
    worlds = office(post).worlds if post else frozenset()
    return worlds | {"officer"} if rank else worlds
