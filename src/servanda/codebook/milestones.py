"""Words of anniversaries and ranks of a relationship (data/milestones.yaml)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

import msgspec

from servanda.codebook.load import load_data


class MilestoneWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """See the comments in the data file."""

    of_two: tuple[str, ...]
    of_one: tuple[str, ...]
    not_raised: tuple[str, ...]

    def belongs_to_two(self, what: str) -> bool:
        """Whether two parties have it between them: "the treaty of friendship", but no "independence"."""
        return _any_of(self.of_two).search(what) is not None and _any_of(self.of_one).search(what) is None

    def denies_raising(self, words: str) -> bool:
        """Whether the words before a raised rank deny or only wish it; the month of May does neither."""
        return any(found[0] != "May" for found in _any_of(self.not_raised).finditer(words))


@cache
def milestone_words() -> MilestoneWords:
    """The words of milestones, read once."""
    return load_data("milestones.yaml", MilestoneWords)


@cache
def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(re.escape(w) for w in words) + r")\b", re.IGNORECASE)
