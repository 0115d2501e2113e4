"""Names of organisations in posts and quotations: where they begin and end.

Only what the words say is taken: a name is a capitalised phrase around a noun for an organisation ("the
French Ministry of the Armed Forces").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from servanda.codebook.organisations import organisation_words
from servanda.codebook.people import key, people_words
from servanda.codebook.places import party_code

_WORD = r"(?:(?:[A-Z]\.){2,}|[^\W\d_a-z][\w'-]*|\d+(?:st|nd|rd|th))"
_AND = r"(?:,? (?:and|&) |, )"
_DASHES = "-–—/"
_LONGEST = 5
"""Words of the longest name of a party that is looked for."""


def names(text: str) -> Iterator[tuple[str, str]]:
    """Each name in `text` with its noun. The noun may be all of it."""
    limit = 0
    for found in _noun().finditer(text):
        if found.start() >= limit:
            start = begin(text, found.start(), limit)
            limit = end(text, found.end(), in_charge=found[0] in organisation_words().in_charge)
            if not _is_of_two(text[:start]):
                yield text[start:limit], found[0]


def _is_of_two(before: str) -> bool:
    """Whether a name is that of two parties, of which the first stands before a dash: "Viet Nam - France"."""
    words = before.rstrip().split()[-_LONGEST:]
    if not words or words[-1][-1] not in _DASHES:
        return False
    words = " ".join(words)[:-1].split()
    return any(party_code(" ".join(words[-size:])) is not None for size in range(1, len(words) + 1))


def begin(text: str, start: int, limit: int, *, among: bool = False) -> int:
    """Where the capitalised words begin that lead to `start`; posts and forms of address are no part.

    among  only words that ministries are named after are
    """
    at = start
    while (before := _before().search(text, limit, at)) is not None:
        word, joined = before.groups()
        if not _in_names(word) or _noun().fullmatch(word):
            break
        if (joined == ", " and not among) or ((joined != " " or among) and not is_portfolio(word)):
            break
        at = before.start(1)
    return _without_post(text, at, start)


def _without_post(text: str, at: int, start: int) -> int:
    """The "General" of a director general is no part of the name behind it."""
    before = _before().search(text, 0, at)
    first = text[at:start].partition(" ")[0]
    return at + len(first) + 1 if before and key(f"{before[1]} {first}") in people_words().heads else at


def end(text: str, at: int, *, in_charge: bool) -> int:
    """Where the name ends whose noun ends at `at`: with what it is of or for, and what else it is in charge
    of. Neither the next organisation nor the next post is a part of it."""
    opened = False
    while (after := _after().match(text, at)) is not None:
        joined, word = after.groups()
        of = joined.startswith((" of", " for"))
        run = _run().match(text, after.start(2))
        if run is None or not _in_names(word) or _is_other(run[0], of=of, in_charge=in_charge):
            break
        words = run[0].split() if of or (opened and joined == " ") else []
        party = len(" ".join(words[: party_at(words)[0]]))
        if not party and not _goes_on(joined, run[0], opened=opened, in_charge=in_charge):
            break
        at = after.start(2) + (party or len(word))
        opened = opened or of
    return at


def _goes_on(joined: str, run: str, *, opened: bool, in_charge: bool) -> bool:
    """Whether the next word is one more of the name, after these words that join it."""
    words = run.split()
    if joined.startswith((" of", " for")):
        return not in_charge or is_portfolio(words[0]) or key(words[0]) in people_words().institutions
    if joined != " ":
        return all(map(is_portfolio, words)) and key(words[0]) not in people_words().ranks
    return is_portfolio(words[0]) or (opened and len(words) == 1 and not in_charge)


def _is_other(run: str, *, of: bool, in_charge: bool) -> bool:
    """Whether a run of capitalised words leads to another organisation or post."""
    if not of and any(key(word) in _posts() for word in run.split()):
        return True
    nouns = organisation_words()
    others = nouns.in_charge if in_charge and of else nouns.in_charge | nouns.services
    every = not in_charge
    return any(every or found[0] in others for found in _noun().finditer(run))


def party_at(words: Sequence[str]) -> tuple[int, str | None]:
    """With how many words the name of a party begins them, and its code; 0 and None where none does."""
    for size in range(min(_LONGEST, len(words)), 0, -1):
        code = party_code(" ".join(words[:size]).removesuffix("'s").strip(","))
        if code is not None:
            return size, code
    return 0, None


def is_portfolio(word: str) -> bool:
    """Whether ministries are named after the word, in one number or the other: "Defence", "Formulation"."""
    plain, people = key(word), people_words()
    return plain in people.portfolio or plain.endswith(people.abstract_endings)


def _in_names(word: str) -> bool:
    return word not in organisation_words().before and key(word) not in _posts()


@cache
def _posts() -> frozenset[str]:
    """Nouns of posts, ranks and forms of address."""
    people = people_words()
    ends = {word.split()[-1] for word in (*people.heads, *people.ranks)} | set(people.honorifics)
    return frozenset(ends | people.modifiers) - people.portfolio - people.institutions


@cache
def _noun() -> re.Pattern[str]:
    words = organisation_words()
    nouns = sorted(words.nouns | words.services | words.missions, key=lambda noun: (-len(noun), noun))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, nouns))})\b(?!-)")


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'.-])({_WORD})( |{_AND})$")


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"( (?:of|for)(?: the)? |{_AND}| )({_WORD})")


@cache
def _run() -> re.Pattern[str]:
    return re.compile(rf"{_WORD}(?: {_WORD})*")


@lru_cache(maxsize=1 << 10)
def led(leader: str) -> re.Pattern[str]:
    """Where somebody leads a ministry: its portfolio stands behind "of" or "for", or before the noun."""
    return re.compile(rf"\b{leader}(?: of State)?\b(?P<of> (?:of|for)(?: the)? (?={_WORD}))?")
