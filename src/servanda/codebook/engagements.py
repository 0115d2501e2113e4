"""How English tells that people of two parties meet (data/engagements.yaml)."""

from __future__ import annotations

from functools import cache

import msgspec

from servanda.codebook.load import load_data


class EngagementWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Lemmas by what they tell; see the comments in the data file."""

    nouns: dict[str, frozenset[str]]
    by_wire: frozenset[str]
    holding: frozenset[str]
    happening: frozenset[str]
    meeting: frozenset[str]
    travel: frozenset[str]
    honours: frozenset[str]
    opening: frozenset[str]
    ships: frozenset[str]
    mechanisms: frozenset[str]
    ahead: frozenset[str]
    wished: frozenset[str]
    preparing: frozenset[str]
    postponing: frozenset[str]
    cancelling: frozenset[str]
    attendance: frozenset[str]

    def noun_type(self, lemma: str) -> str | None:
        """The type of engagement that a noun names."""
        return next((kind for kind, nouns in self.nouns.items() if lemma in nouns), None)


@cache
def engagement_words() -> EngagementWords:
    """The words of engagement, read once."""
    return load_data("engagements.yaml", EngagementWords)
