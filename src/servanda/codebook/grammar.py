"""Words of English grammar that turn what a clause says (data/grammar.yaml)."""

from __future__ import annotations

from functools import cache

import msgspec

from servanda.codebook.load import load_data


class GrammarWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Closed classes of English; see the comments in the data file."""

    negations: frozenset[str]
    denying_verbs: frozenset[str]
    hearsay: frozenset[str]
    denying_prepositions: frozenset[str]
    conditions: frozenset[str]
    conditions_beside: frozenset[str]
    inverted_conditions: frozenset[str]
    times: frozenset[str]
    future_auxiliaries: frozenset[str]
    modal_auxiliaries: frozenset[str]
    scheduling_verbs: frozenset[str]
    scheduling_adjectives: frozenset[str]
    foreseen_verbs: frozenset[str]
    object_control: frozenset[str]
    occasions: frozenset[str]
    said_behind_and: frozenset[str]
    addresses: frozenset[str]
    done_together: frozenset[str]


@cache
def grammar_words() -> GrammarWords:
    """The word classes, read once."""
    return load_data("grammar.yaml", GrammarWords)
