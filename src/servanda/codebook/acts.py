"""How English commits a side: verbs, nouns and adjectives of commitment (data/acts.yaml)."""

from __future__ import annotations

from functools import cache

import msgspec

from servanda.codebook.load import load_data


class ActWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Lemmas by act; `wish` stands for no act by itself. See the comments in the data file."""

    verbs: dict[str, frozenset[str]]
    nouns: dict[str, frozenset[str]]
    adjectives: dict[str, frozenset[str]]
    voice: frozenset[str]
    report: frozenset[str]
    no_undertaking: frozenset[str]
    coming: frozenset[str]
    together: frozenset[str]

    def verb_act(self, lemma: str) -> str | None:
        """The act of a verb's lemma."""
        return _find(self.verbs, lemma)

    def noun_act(self, lemma: str) -> str | None:
        """The act of a noun's lemma."""
        return _find(self.nouns, lemma)

    def adjective_act(self, lemma: str) -> str | None:
        """The act of an adjective's lemma."""
        return _find(self.adjectives, lemma)


def _find(table: dict[str, frozenset[str]], lemma: str) -> str | None:
    return next((act for act, words in table.items() if lemma in words), None)


@cache
def act_words() -> ActWords:
    """The words of commitment, read once."""
    return load_data("acts.yaml", ActWords)
