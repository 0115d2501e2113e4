"""Who held high office in which state (data/office_holders.yaml): what readers of the news know."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from servanda.codebook.load import load_data
from servanda.codebook.names import name_words
from servanda.codebook.people import people_words
from servanda.model.fold import fold_words

_LEAST = 2
"""Words that two names have to share, small words apart."""


class _Holder(NamedTuple):
    state: str
    words: tuple[str, ...]


def states_of(name: Sequence[str]) -> frozenset[str]:
    """The states (ISO 3166-1 alpha-2) in which somebody of this name held high office.

    `name` is a person's name by words. One is a shorter form of the other when all its words stand in it.
    A single word counts as the family name. Empty for whom the register does not know.
    """
    words = fold_words(" ".join(name))
    if not words:
        return frozenset()
    known = _by_word()
    if len(words) == 1:
        return frozenset(each.state for each in known.get(words[0], ()) if _family(each) == words[0])
    alike = (*known.get(words[0], ()), *known.get(words[-1], ()))
    return frozenset(each.state for each in alike if _is_same(words, each.words))


def is_opening_of_name(words: Sequence[str]) -> bool:
    """Whether the name of somebody in the register opens with these words: "Sheikh Hasina"."""
    folded = tuple(fold_words(" ".join(words)))
    known = _by_word().get(folded[0], ()) if folded else ()
    return any(each.words[: len(folded)] == folded for each in known)


def _is_same(words: Sequence[str], others: Sequence[str]) -> bool:
    one, other = set(words), set(others)
    common = one & other
    return common in (one, other) and len(common - people_words().particles) >= _LEAST


def _family(holder: _Holder) -> str:
    return holder.words[0 if holder.state in name_words().called_by_first else -1]


@cache
def _by_word() -> Mapping[str, list[_Holder]]:
    """The register, read once: by each word of a name who bears it."""
    found: dict[str, list[_Holder]] = defaultdict(list)
    for state, names in load_data("office_holders.yaml", dict[str, tuple[str, ...]]).items():
        for name in names:
            holder = _Holder(state, tuple(fold_words(name)))
            for word in set(holder.words):
                found[word].append(holder)
    return found
