"""Words by which cooperation is reported as done or going on (data/activities.yaml)."""

from __future__ import annotations

from functools import cache

import msgspec

from servanda.codebook.load import load_data


class ActivityWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Lemmas by what they report; see the comments in the data file."""

    giving: frozenset[str]
    mutual: frozenset[str]
    results: frozenset[str]
    obtaining: frozenset[str]
    going_on: frozenset[str]
    ongoing: frozenset[str]
    gifts: frozenset[str]


@cache
def activity_words() -> ActivityWords:
    """The words of activity, read once."""
    return load_data("activities.yaml", ActivityWords)
