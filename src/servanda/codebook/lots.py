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
    resuming: frozenset[str]
    people_do: frozenset[str]
    people_done: frozenset[str]
    posted: frozenset[str]
    given: frozenset[str]
    when_counted: frozenset[str]
    given_do: frozenset[str]
    given_done: frozenset[str]
    states: frozenset[str]
    come: frozenset[str]
    awaited: frozenset[str]
    where: frozenset[str]
    arms: frozenset[str]
    taken: frozenset[str]
    marching: frozenset[str]
    promised: frozenset[str]
    wanted: frozenset[str]
    bought: frozenset[str]
    ships: frozenset[str]
    timetabled: frozenset[str]
    set_aside: frozenset[str]
    owned: frozenset[str]
    word_given: frozenset[str]
    word_kept: frozenset[str]
    supplies: frozenset[str]
    used_places: frozenset[str]
    allowed: frozenset[str]
    moves: frozenset[str]
    looked_for: frozenset[str]
    mending: frozenset[str]
    left_over: frozenset[str]
    staying: frozenset[str]
    joining: frozenset[str]
    roles: frozenset[str]
    served: frozenset[str]
    learning: frozenset[str]
    taken_by: dict[str, str]
    offered: frozenset[str]
    only_counted: frozenset[str]
    fractions: frozenset[str]
    idle: frozenset[str]


@cache
def lot_words() -> LotWords:
    """The words of lots, read once."""
    return load_data("lots.yaml", LotWords)


@cache
def lot_verbs() -> frozenset[str]:
    """Verbs of which any can tell of a lot; another does only of a share of what was promised. Of "be" and
    "change" the words behind them decide."""
    words = lot_words()
    goods, works = words.goods_do | words.goods_done, words.works_do | words.works_done
    given, people = words.given_do | words.given_done, words.people_do | words.people_done
    return goods | works | given | people | words.looked_for | words.resuming | {"be", "change"}
