"""How names of people are written (data/names.yaml): order, styles, generations, families, portfolios."""

from __future__ import annotations

from functools import cache

import msgspec

from servanda.codebook.load import load_data
from servanda.codebook.people import people_words


class NameWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The word lists; what each is for is told in the data file."""

    generations: dict[str, frozenset[str]]
    fathers: frozenset[str]
    styles: frozenset[str]
    also_names: frozenset[str]
    no_initials: frozenset[str]
    small_words: frozenset[str]
    either_order: frozenset[str]
    called_by_last: frozenset[str]
    called_by_first: frozenset[str]
    exact: frozenset[str]
    shared_families: dict[str, frozenset[str]]
    rank_words: dict[str, frozenset[str]]
    portfolios: dict[str, frozenset[str]]
    vague: frozenset[str]

    def generation(self, word: str) -> str | None:
        """The generation that an ending tells ("junior": "jr"), else None."""
        return next((which for which, words in self.generations.items() if word in words), None)

    def full_rank(self, word: str) -> str:
        """The last word of a rank, in full."""
        return next((full for full, short in self.rank_words.items() if word in short), word)

    def portfolio(self, word: str) -> str:
        """The portfolio that a word stands for; the word itself where it is no other's."""
        return next((one for one, words in self.portfolios.items() if word in words), word)


@cache
def name_words() -> NameWords:
    """The word lists, read once."""
    return load_data("names.yaml", NameWords)


@cache
def styles() -> frozenset[str]:
    """Single words in a name that another document may leave out: particles, forms of address, styles."""
    words, people = name_words(), people_words()
    address = frozenset(word.replace("'", "") for word in people.honorifics if " " not in word)
    return (address | people.particles | words.styles) - words.also_names
