"""The words by which diplomatic prose names who acts without a name (data/actors.yaml)."""

from __future__ import annotations

from functools import cache

import msgspec

from servanda.codebook.load import load_data


class ActorWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Closed classes of nouns; see the comments in the data file."""

    collective: frozenset[str]
    collective_openers: frozenset[str]
    collective_with_the: frozenset[str]
    roles: dict[str, tuple[str, ...]]
    heads: frozenset[str]
    guests: frozenset[str]
    hosts: frozenset[str]
    counterparts: frozenset[str]
    bodies_of_state: frozenset[str]
    people: frozenset[str]


@cache
def actor_words() -> ActorWords:
    """The word classes, read once."""
    return load_data("actors.yaml", ActorWords)
