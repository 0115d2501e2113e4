"""Words of goods, people and works that go over part by part (data/lots.yaml)."""

from __future__ import annotations

from functools import cache

import msgspec

from servanda.codebook.load import load_data


class LotWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Lemmas; see the comments in the data file."""

    verbs: frozenset[str]
    learners: frozenset[str]
    sent: frozenset[str]
    works: frozenset[str]
    goods_do: frozenset[str]
    goods_done: frozenset[str]
    works_do: frozenset[str]
    works_done: frozenset[str]
    people_do: frozenset[str]
    people_done: frozenset[str]
    states: frozenset[str]
    taken: frozenset[str]


@cache
def lot_words() -> LotWords:
    """The words of lots, read once."""
    return load_data("lots.yaml", LotWords)
