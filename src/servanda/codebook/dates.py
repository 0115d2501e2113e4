"""Words of the calendar and of relative time (data/dates.yaml)."""

from __future__ import annotations

from functools import cache

import msgspec

from servanda.codebook.load import load_data


class DateWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Names of months and weekdays in order, full name first; other words by what they do in an expression
    of time. See the comments in the data file."""

    months: tuple[tuple[str, ...], ...]
    weekdays: tuple[tuple[str, ...], ...]
    seasons: dict[str, int]
    words: dict[str, frozenset[str]]


@cache
def date_words() -> DateWords:
    """The words, read once."""
    return load_data("dates.yaml", DateWords)


@cache
def month_names() -> frozenset[str]:
    """The names of months, in full and cut short, in lower case."""
    return frozenset(month.lower() for spellings in date_words().months for month in spellings)
