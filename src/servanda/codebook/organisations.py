"""The words by which names of organisations are known (data/organisations.yaml)."""

from __future__ import annotations

from functools import cache

import msgspec

from servanda.codebook.load import load_data


class OrganisationWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The word lists; what each is for is told in the data file."""

    nouns: frozenset[str]
    services: frozenset[str]
    missions: frozenset[str]
    in_charge: frozenset[str]
    leader: str
    ministry: str
    spellings: dict[str, str]
    idle: frozenset[str]
    before: frozenset[str]


@cache
def organisation_words() -> OrganisationWords:
    """The word lists, read once."""
    return load_data("organisations.yaml", OrganisationWords)
