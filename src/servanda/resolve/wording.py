"""The words of a quotation that can tell one thing from another."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import pairwise

from servanda.codebook.places import bodies, countries, party_code
from servanda.codebook.resolving import resolving_words
from servanda.model.fold import fold

_WORD = re.compile(r"[^\W\d_]+(?:[-'’.&][^\W\d_]+)*|(?:\d[\d.,]*\d|\d)(?:st|nd|rd|th)?")
_POSSESSIVE = re.compile(r"['’]s?$")


def any_of(words: Iterable[str]) -> str:
    """An alternation for a regular expression that tries longer words first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))


@lru_cache(maxsize=1 << 15)
def words_of(text: str) -> frozenset[str]:
    """The folded words of `text` that are neither generic nor names of parties ("Vietnam-France")."""
    found = (_POSSESSIVE.sub("", word) for word in _WORD.findall(fold(text)))
    return frozenset(
        word for word in found if len(word) > 1 and not _passed_over().issuperset(word.split("-"))
    )


def share(a: frozenset[str], b: frozenset[str]) -> float:
    """Which part of the shorter of two sets of words the other has as well: 0..1, 0 where one is empty."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


@lru_cache(maxsize=1 << 15)
def parties_in(text: str) -> frozenset[str]:
    """The codes of the parties that `text` names, in one word or two."""
    words = [_POSSESSIVE.sub("", word) for word in _WORD.findall(text)]
    names = [*words, *(f"{a} {b}" for a, b in pairwise(words))]
    found = ((name, party_code(name)) for name in names if name[0].isupper())
    return frozenset(code for name, code in found if code and (name.isupper() or name.upper() != code))


@cache
def _passed_over() -> frozenset[str]:
    parties = (
        name
        for country in countries()
        for name in (country.name, *country.names, *country.demonyms, *country.combining)
    )
    # Names of bodies are made of words that tell dialogues apart: "maritime", "trade", "defence".
    acting = (name for body in bodies() for name in (body.code, body.name, *body.names) if " " not in name)
    named = {word for name in (*parties, *acting) for word in fold(name).split() if len(word) > 2}
    return resolving_words().generic() | named
