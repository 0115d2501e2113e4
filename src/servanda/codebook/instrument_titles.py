"""What in names of instruments tells one text from another (data/instrument_titles.yaml)."""

from __future__ import annotations

from functools import cache

import msgspec

from servanda.codebook.load import load_data
from servanda.model.facts import InstrumentType


class Kind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words for things of a kind: of any of them, and of some only."""

    any: frozenset[str]
    some: frozenset[str]


class Matter(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A matter of texts: the ways in which they are called by it, words that they can have besides, and names
    of texts that are on it, word for word."""

    called: tuple[frozenset[str], ...]
    besides: frozenset[str]
    told: tuple[str, ...] = ()


class TitleWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """See the comments in the data file."""

    spellings: dict[str, str]
    endings: tuple[str, ...]
    generic: str
    clauses: tuple[str, ...]
    subjects: tuple[str, ...]
    derived: frozenset[str]
    in_a_row: frozenset[str]
    again: frozenset[str]
    sorts: frozenset[str]
    fields_at_large: frozenset[str]
    plurals: tuple[str, ...]
    severals: frozenset[str]
    families: dict[str, frozenset[InstrumentType]]
    one_text: tuple[frozenset[InstrumentType], ...]
    rare: frozenset[InstrumentType]
    lasting: frozenset[InstrumentType]
    callings: dict[str, tuple[str, ...]]
    own_names: frozenset[str]
    loose: frozenset[str]
    loose_alike: frozenset[str]
    recurrent: frozenset[InstrumentType]
    also_called: frozenset[InstrumentType]
    told_by_type: frozenset[InstrumentType]
    matters: dict[str, Matter]
    spelled_out: dict[str, str]
    of_things: frozenset[str]
    kinds: dict[str, Kind]

    def can_be_one(self, a: InstrumentType, b: InstrumentType) -> bool:
        """Whether one text can be called by both types."""
        return a == b or any(a in types and b in types for types in self.one_text)

    def callings_in(self, title: str) -> frozenset[str]:
        """What the title calls its text: "action plan" of "the Plan of Action on cyber defence"."""
        called = title.lower()
        return frozenset(c for c, spellings in self.callings.items() if any(s in called for s in spellings))

    def families_of(self, type_: InstrumentType) -> tuple[str, ...]:
        """The families in which texts of a type are looked for, in the order of the file."""
        return tuple(family for family, types in self.families.items() if type_ in types)


@cache
def title_words() -> TitleWords:
    """The words and tables of data/instrument_titles.yaml, read once."""
    return load_data("instrument_titles.yaml", TitleWords)


@cache
def generic_words() -> frozenset[str]:
    """The words that tell no text from another."""
    return frozenset(title_words().generic.split())
