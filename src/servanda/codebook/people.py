"""Ranks, forms of address and the language of offices (data/ranks.yaml, honorifics.yaml, posts.yaml)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Literal

import msgspec

from servanda.codebook.load import load_data

World = Literal["state", "diplomat", "office", "company", "faith"]
"""The world that a post belongs to; see the comment in posts.yaml."""

_EDGE_STOPS = re.compile(r"(?<=[^\W\d_])\.")


@lru_cache(maxsize=1 << 14)
def key(words: str) -> str:
    """The form under which words are looked up: lower case, no full stops, hyphens as spaces."""
    plain = _EDGE_STOPS.sub("", words.replace("’", "'")).replace("-", " ").replace("‑", " ")
    return " ".join(plain.lower().split())


class _Ranks(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    full: tuple[str, ...]
    short: tuple[str, ...]
    retired: tuple[str, ...]


class _Honorifics(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    f: tuple[str, ...]
    m: tuple[str, ...]
    n: tuple[str, ...]
    by_initials: tuple[str, ...]
    after: tuple[str, ...]
    particles: tuple[str, ...]
    suffixes: tuple[str, ...]
    abbreviated: tuple[str, ...]
    no_names: tuple[str, ...]
    calendar: tuple[str, ...]
    initials: tuple[str, ...]


class _Posts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    heads: dict[World, tuple[str, ...]]
    after_head: tuple[str, ...]
    modifiers: tuple[str, ...]
    dropped: tuple[str, ...]
    links: dict[str, tuple[str, ...]]
    portfolio: tuple[str, ...]
    institutions: tuple[str, ...]
    also_names: tuple[str, ...]
    not_names: tuple[str, ...]
    appointed: tuple[str, ...]
    embassy_staff: tuple[str, ...]
    history: tuple[str, ...]
    groups: tuple[str, ...]
    group_links: tuple[str, ...]
    encounters: tuple[str, ...]
    engaging: tuple[str, ...]
    talking: tuple[str, ...]
    leading: tuple[str, ...]
    commanding: tuple[str, ...]
    services: tuple[str, ...]
    given: tuple[str, ...]
    female: tuple[str, ...]
    male: tuple[str, ...]
    paired: tuple[str, ...]
    journeys: tuple[str, ...]
    thanks: tuple[str, ...]
    voicing: tuple[str, ...]
    voiced: tuple[str, ...]
    signed: tuple[str, ...]
    chaired: tuple[str, ...]
    business: tuple[str, ...]
    exclusive: tuple[str, ...]
    heads_of_mission: tuple[str, ...]
    weak: tuple[str, ...]
    abstract_endings: tuple[str, ...]
    borne_abstracts: tuple[str, ...]
    seats: tuple[str, ...]
    political_bodies: tuple[str, ...]
    companies: tuple[str, ...]
    speaks: tuple[str, ...]
    does: tuple[str, ...]
    presenting: tuple[str, ...]
    stays: tuple[str, ...]
    together: tuple[str, ...]
    meets: tuple[str, ...]


class PeopleWords(msgspec.Struct, frozen=True):
    """The word lists by `key`; what each is for is told in the data files.

    openers      first word of ranks, forms of address and post nouns to the most words of one that it opens
    heads        post noun to its world, plurals included
    honorifics   form of address to "f", "m" or "n" (tells no gender)
    by_initials  forms of address by initials, as they stand ("HE", "H.E.")
    base         post noun in the plural, or with "designate" and the like, to the noun alone
    unlike_names  words of the calendar, of grammar and of offices, which are no part of a name
    links        preposition to the heads that it may follow
    """

    openers: dict[str, int]
    ranks: frozenset[str]
    retired: frozenset[str]
    honorifics: dict[str, Literal["f", "m", "n"]]
    by_initials: frozenset[str]
    after_name: frozenset[str]
    particles: frozenset[str]
    suffixes: frozenset[str]
    heads: dict[str, World]
    base: dict[str, str]
    after_head: frozenset[str]
    modifiers: frozenset[str]
    dropped: frozenset[str]
    links: dict[str, frozenset[str]]
    portfolio: frozenset[str]
    institutions: frozenset[str]
    also_names: frozenset[str]
    appointed: frozenset[str]
    embassy_staff: frozenset[str]
    history: frozenset[str]
    groups: frozenset[str]
    group_links: frozenset[str]
    encounters: frozenset[str]
    engaging: frozenset[str]
    talking: frozenset[str]
    leading: frozenset[str]
    commanding: frozenset[str]
    services: frozenset[str]
    given: frozenset[str]
    female: frozenset[str]
    male: frozenset[str]
    paired: frozenset[str]
    journeys: frozenset[str]
    thanks: frozenset[str]
    voicing: frozenset[str]
    voiced: frozenset[str]
    signed: frozenset[str]
    chaired: frozenset[str]
    business: frozenset[str]
    exclusive: frozenset[str]
    abbreviated: frozenset[str]
    calendar: frozenset[str]
    unlike_names: frozenset[str]
    initials: frozenset[str]
    heads_of_mission: frozenset[str]
    weak: frozenset[str]
    abstract_endings: tuple[str, ...]
    borne_abstracts: frozenset[str]
    seats: frozenset[str]
    political_bodies: frozenset[str]
    companies: frozenset[str]
    speaks: frozenset[str]
    does: frozenset[str]
    presenting: frozenset[str]
    stays: frozenset[str]
    together: frozenset[str]
    meets: frozenset[str]


def _keys(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(key(w) or w for w in words)


def plural(words: str) -> str:
    """The plural of a noun phrase by its last word, in the manner of English ("secretary": "secretaries")."""
    if words.endswith("y") and not words.endswith(("ay", "ey", "oy")):
        return words[:-1] + "ies"
    if words.endswith("man"):
        return words[:-3] + "men"
    return words + ("es" if words.endswith(("s", "x", "ch")) else "s")


def _openers(phrases: Iterable[str]) -> dict[str, int]:
    """First words to the number of words in the longest phrase; what owns ("'s") is a word of its own."""
    longest: dict[str, int] = {}
    for phrase in phrases:
        first, *more = re.split(r"[ ']", phrase)
        longest[first] = max(longest.get(first, 0), 1 + len(more))
    return longest


def _with_plurals(words: frozenset[str]) -> frozenset[str]:
    return words | {plural(word) for word in words}


@cache
def people_words() -> PeopleWords:
    """The word lists, read once."""
    ranks = load_data("ranks.yaml", _Ranks)
    honorifics = load_data("honorifics.yaml", _Honorifics)
    posts = load_data("posts.yaml", _Posts)
    heads: dict[str, World] = {key(w): world for world, words in posts.heads.items() for w in words}
    base = {plural(word): word for word in heads if plural(word) not in heads}
    base |= {f"{word} {after}": word for word in heads for after in map(key, posts.after_head)}
    address: dict[str, Literal["f", "m", "n"]] = {key(w): "n" for w in honorifics.n}
    address |= {key(w): "f" for w in honorifics.f}
    address |= {key(w): "m" for w in honorifics.m}
    portfolio = _with_plurals(_keys(posts.portfolio))
    institutions = _with_plurals(_keys(posts.institutions))
    modifiers, calendar = _keys(posts.modifiers), _keys(honorifics.calendar)
    not_names = _keys(posts.not_names) | _keys(honorifics.no_names) | calendar
    all_ranks = _keys(ranks.full) | _keys(ranks.short)
    all_heads = heads | {form: heads[word] for form, word in base.items()}
    return PeopleWords(
        openers=_openers((*all_ranks, *address, *all_heads)),
        ranks=all_ranks,
        retired=_keys(ranks.retired),
        honorifics=address,
        by_initials=frozenset(honorifics.by_initials),
        after_name=_keys(honorifics.after),
        particles=_keys(honorifics.particles),
        suffixes=_keys(honorifics.suffixes),
        heads=all_heads,
        base=base,
        after_head=_keys(posts.after_head),
        modifiers=modifiers,
        dropped=_keys(posts.dropped),
        links={link: _keys(words) for link, words in posts.links.items()},
        portfolio=portfolio,
        institutions=institutions,
        also_names=_keys(posts.also_names),
        appointed=_keys(posts.appointed),
        embassy_staff=_keys(posts.embassy_staff),
        history=_keys(posts.history),
        groups=_keys(posts.groups),
        group_links=_keys(posts.group_links),
        encounters=_keys(posts.encounters),
        engaging=_keys(posts.engaging),
        talking=_keys(posts.talking),
        leading=_keys(posts.leading),
        commanding=_keys(posts.commanding),
        services=_keys(posts.services),
        given=_keys(posts.given),
        female=_keys(posts.female),
        male=_keys(posts.male),
        paired=_keys(posts.paired),
        journeys=_keys(posts.journeys),
        thanks=_keys(posts.thanks),
        voicing=_keys(posts.voicing),
        voiced=_keys(posts.voiced),
        signed=_keys(posts.signed),
        chaired=_keys(posts.chaired),
        business=_keys(posts.business),
        exclusive=_keys(posts.exclusive),
        abbreviated=_keys(honorifics.abbreviated),
        unlike_names=not_names.union(modifiers, portfolio, institutions, all_heads),
        calendar=calendar,
        initials=_keys(honorifics.initials),
        heads_of_mission=_keys(posts.heads_of_mission),
        weak=_keys(posts.weak),
        abstract_endings=posts.abstract_endings,
        borne_abstracts=_keys(posts.borne_abstracts),
        seats=_keys(posts.seats),
        political_bodies=_keys(posts.political_bodies),
        companies=_keys(posts.companies),
        speaks=_keys(posts.speaks),
        does=_keys(posts.does),
        presenting=_keys(posts.presenting),
        stays=_keys(posts.stays),
        together=_keys(posts.together),
        meets=_keys(posts.meets),
    )
