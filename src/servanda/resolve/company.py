"""Who else than heads and ministers is met or comes: businesspeople, the press, officials on a course."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from servanda.codebook.resolving import resolving_words
from servanda.model.fold import fold


def in_other_company(one: str, other: str) -> bool:
    """Whether one of two quotations tells of such people, and the other of others: talks with "the business
    community" are not those with the Prime Minister."""
    mine, theirs = company(one), company(other)
    return mine != theirs and mine.isdisjoint(theirs)


@lru_cache(maxsize=1 << 14)
def company(quotation: str) -> frozenset[str]:
    """The kinds of such people of whom a quotation tells."""
    folded = fold(quotation)
    return frozenset(kind for kind, pattern in _patterns().items() if pattern.search(folded))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        kind: re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")
        for kind, words in resolving_words().company.items()
    }
