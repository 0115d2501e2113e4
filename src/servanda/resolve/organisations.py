"""Organisations: which of them a post or a quotation names, and when two names are of one.

Whose an organisation is its name tells ("the French Navy"), or its officer's party, or the same document
elsewhere; what nobody tells is left unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

import msgspec

from servanda.codebook.names import name_words
from servanda.codebook.organisations import organisation_words
from servanda.codebook.places import party_code
from servanda.model.document import content_id
from servanda.model.fold import fold, fold_words
from servanda.resolve.organisation_names import begin, end, is_portfolio, led, names, party_at
from servanda.resolve.stems import stem


class Named(msgspec.Struct, frozen=True):
    """An organisation as some words name it.

    name   the words; of a portfolio what the minister is in charge of
    party  whose it is, as far as the name itself tells
    words  what tells it from others of the party; the same for all names of one
    named  whether the words are its name; else they are a minister's portfolio
    """

    name: str
    party: str | None
    words: frozenset[str]
    named: bool = True


def organisation_id(party: str, words: frozenset[str]) -> str:
    """The id of the organisation of `party` that is told from others by these words."""
    return content_id("organisation", [party, *sorted(words)])


@lru_cache(maxsize=1 << 14)
def in_post(post: str) -> tuple[Named, ...]:
    """The organisations in which somebody of this post serves: "Commander of the Army" in that, "Minister of
    Defence" in the ministry in charge of defence."""
    text = _plain(post)
    led_by: list[Named] = []
    for start, stop, named in _portfolios(text):
        text = text[:start] + "_" * (stop - start) + text[stop:]  # "Armed Forces" are a portfolio here
        if named is not None:
            led_by.append(named)
    found = (_named(name, noun, alone=True) for name, noun in names(text))
    return _each_once([*led_by, *(each for each in found if each is not None)])


@lru_cache(maxsize=1 << 14)
def in_words(text: str) -> tuple[Named, ...]:
    """The organisations that a quotation names."""
    found = (_named(name, noun, alone=False) for name, noun in names(_plain(text)))
    return _each_once([each for each in found if each is not None])


def _each_once(found: list[Named]) -> tuple[Named, ...]:
    return tuple({(each.party, each.words): each for each in found}.values())


def _named(name: str, noun: str, *, alone: bool) -> Named | None:
    """What a name tells; None where it tells too little to know the organisation by, or names several parties
    or one that is a party itself. `alone`: whether the name of a service is enough."""
    parties, rest = _taken_apart(name)
    if len(parties) > 1 or party_code(name) is not None or noun not in rest:
        return None
    party = next(iter(parties), None)
    lists = organisation_words()
    if rest == noun and not (noun in lists.services | lists.missions and (party or alone)):
        return None
    words = _words(rest)
    if lists.ministry in words:
        words = (_charges(words - {lists.ministry}) or words) | {lists.ministry}
    return Named(name, party, frozenset(map(stem, words)))


def _portfolios(post: str) -> Iterator[tuple[int, int, Named | None]]:
    """Where a post names a minister, with the ministry where it tells of what."""
    lists = organisation_words()
    for found in led(lists.leader).finditer(post):
        start, stop = (
            found.start(),
            end(post, found.start("of"), in_charge=True) if found["of"] else found.end(),
        )
        if stop > found.end():
            name = post[found.end() : stop]
        else:
            start = begin(post, found.start(), 0, among=True)
            name = post[start : found.start()].strip()
        parties, rest = _taken_apart(name)
        words = _charges(_words(rest))
        told = all(is_portfolio(word) for word in name.replace(",", " ").split() if word[0].isupper())
        known = words and len(parties) < 2 and (told or stop > found.end())
        words = frozenset(map(stem, words | {lists.ministry}))
        party = next(iter(parties), None)
        yield start, stop, Named(name, party, words, named=False) if known else None


def _words(name: str) -> frozenset[str]:
    lists = organisation_words()
    spelled = _spelling().sub(lambda found: lists.spellings[found[0]], fold(name))
    return frozenset(fold_words(spelled)) - lists.idle


@cache
def _spelling() -> re.Pattern[str]:
    """A word that has another spelling, in a folded name."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, organisation_words().spellings))})\b")


def _charges(words: frozenset[str]) -> frozenset[str]:
    """What a ministry is in charge of, in one word for each: a ministry of armed forces is one of defence."""
    told = name_words()
    return frozenset(told.portfolio(word) for word in words if word not in told.vague)


def _taken_apart(name: str) -> tuple[set[str], str]:
    """The parties whose names stand in a name, and what is left of it."""
    words, left = name.split(), []
    parties: set[str] = set()
    i = 0
    while i < len(words):
        size, code = party_at(words[i:]) if words[i][0].isupper() else (0, None)
        if code is not None:
            parties.add(code)
        else:
            left.append(words[i])
        i += size or 1
    while left and left[-1] in organisation_words().idle:
        left.pop()
    return parties, " ".join(left)


def _plain(text: str) -> str:
    return " ".join(text.replace("’", "'").split())
