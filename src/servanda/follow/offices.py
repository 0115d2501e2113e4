"""High offices that a text names, however it spells them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from servanda.codebook.following import following_words, places
from servanda.model.fold import fold_words

Office = frozenset[str]

_PASSED_OVER = frozenset({"of", "for", "national", "affairs"})
_OTHERS = frozenset({"deputy", "vice", "former", "acting", "assistant", "ex"})
_SPELLINGS = {"defence": "defense", "external": "foreign", "war": "defense", "advisor": "adviser"}


@lru_cache(maxsize=1 << 14)
def offices(text: str) -> tuple[Office, ...]:
    """The offices named in `text`, in its order: "Defence Minister" and "Minister of Defense" are one, the
    deputy of one and its former holder another."""
    named = following_words().offices
    return tuple(_office(f"{before} {office}") for before, office in _with_word_before(text, named))


def _with_word_before(text: str, named: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for start, office in places(text, named):
        before = fold_words(text[:start])[-1:]
        yield before[0] if before and before[0] in _OTHERS else "", office


def _office(words: str) -> Office:
    return frozenset(_SPELLINGS.get(word, word) for word in fold_words(words)) - _PASSED_OVER
