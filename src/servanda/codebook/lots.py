"""Words of goods, people and works that go over part by part (data/lots.yaml)."""

from __future__ import annotations

from functools import cache

import msgspec

from servanda.codebook.load import load_data


class LotWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Lemmas; see the comments in the data file."""

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


@cache
def lot_verbs() -> frozenset[str]:
    """Verbs of which any can tell of a lot; nothing else is looked at. Of "be" and "change" the words behind
    them decide."""
    words = lot_words()
    goods, works = words.goods_do | words.goods_done, words.works_do | words.works_done
    return goods | works | words.people_do | words.people_done | {"be", "change"}
