"""Names of instruments and what is done to them (data/instruments.yaml)."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from servanda.codebook.load import load_data


class TypeWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words that show an instrument to be of a type."""

    type: str
    words: tuple[str, ...]


class InstrumentWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """See the comments in the data file."""

    types: tuple[TypeWords, ...]
    heads: frozenset[str]
    actions: dict[str, frozenset[str]]
    applying_prepositions: frozenset[str]
    applying_verbs: frozenset[str]
    not_instruments: tuple[str, ...]

    def type_of(self, title: str) -> str | None:
        """The type that the words of a title show, or None."""
        lower = title.lower()
        for entry in self.types:
            if any(re.search(rf"\b{re.escape(w)}\b", lower) for w in entry.words):
                return entry.type
        return None

    def action_of(self, lemma: str) -> str | None:
        """What a verb does to the instrument that is its object."""
        return next((action for action, verbs in self.actions.items() if lemma in verbs), None)


@cache
def instrument_words() -> InstrumentWords:
    """The words of instruments, read once."""
    return load_data("instruments.yaml", InstrumentWords)
