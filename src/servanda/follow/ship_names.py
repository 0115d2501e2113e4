"""The names of ships by which it is told which one is meant: "HMCS *Vancouver*", "the frigate *Surcouf*"."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from servanda.codebook.engagements import engagement_words
from servanda.model.fold import fold

_KINDS = ("frigate", "destroyer", "corvette", "submarine", "carrier", "cutter", "minehunter", "icebreaker")


def are_other_ships(promised: str, told: str) -> bool:
    """Whether both call ships by name, and none by the same: the one that came is not the one that was to."""
    wanted, came = ships_named(promised), ships_named(told)
    return bool(wanted and came) and not wanted & _words(told) and not came & _words(promised)


@lru_cache(maxsize=1 << 14)
def ships_named(text: str) -> frozenset[str]:
    """The first word of each name of a ship, folded."""
    return frozenset(fold(found[1]) for found in _named().finditer(text))


@lru_cache(maxsize=1 << 14)
def _words(text: str) -> frozenset[str]:
    return frozenset(fold(word) for word in re.findall(r"[\w'’-]+", text))


@cache
def _named() -> re.Pattern[str]:
    prefixes = "|".join(map(re.escape, engagement_words().exercises.ship_prefixes))
    letters = rf"\(?\b(?:{prefixes})\b\)?"
    return re.compile(rf"(?:{letters}|\b(?:{'|'.join(_KINDS)})) (?!{letters})[\"“]?([A-Z][\w'’-]+)")
