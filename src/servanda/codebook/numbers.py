"""Number words, magnitudes and currencies (data/numbers.yaml)."""

from __future__ import annotations

from functools import cache

import msgspec

from servanda.codebook.load import load_data


class NumberWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words to their values, currencies to their ISO 4217 codes; see the comments in the data file."""

    units: dict[str, int]
    tens: dict[str, int]
    scales: dict[str, int]
    ordinal_units: dict[str, int]
    ordinal_scales: dict[str, int]
    magnitudes: dict[str, int]
    signs: dict[str, str]
    codes: frozenset[str]
    names: dict[str, str]
    with_lakh_or_crore: dict[str, str]


@cache
def number_words() -> NumberWords:
    """The words of number and money, read once."""
    return load_data("numbers.yaml", NumberWords)
