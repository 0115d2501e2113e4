"""Who else than heads and ministers is met or comes: businesspeople, the press, officials on a course."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from servanda.codebook.resolving import resolving_words
from servanda.model.fold import fold

_ANY, _A_WORD = r"\*", r"[\w-]+"
"""Any one word in a phrase: "members of the * community"."""
_LISTED = re.compile(r",? (?:including|such as|among them)\b")
"""What stands before examples of those who are met: "business groups, |including| Sun Group"."""


def in_other_company(one: str, other: str) -> bool:
    """Whether one of two quotations tells of such people, and the other of others: talks with "the business
    community" are not those with the Prime Minister."""
    mine, theirs = company(one), company(other)
    return mine != theirs and mine.isdisjoint(theirs)


@lru_cache(maxsize=1 << 14)
def is_meal(quotation: str) -> bool:
    """Whether a quotation tells of a meal as such: "hosted a state banquet"; not of talks over lunch."""
    folded = fold(quotation)
    meals = "|".join(resolving_words().meals)
    return re.search(rf"(?<!over )(?<!over a )(?<!working )\b(?:{meals})\b", folded) is not None


@lru_cache(maxsize=1 << 14)
def company(quotation: str) -> frozenset[str]:
    """The kinds of such people of whom a quotation tells; of firms that it names, which: "the management of
    |Hanwha|", "|Sun Group|"."""
    told = _LISTED.split(quotation, maxsplit=1)[0]
    firms = (found[1] or found[2] for found in _firms().finditer(told))
    others = resolving_words().no_firms
    if named := frozenset(f"firm {fold(firm)}" for firm in firms if others.isdisjoint(firm.split())):
        return named
    folded = fold(quotation)
    return frozenset(kind for kind, pattern in _patterns().items() if pattern.search(folded))


@cache
def _firms() -> re.Pattern[str]:
    words = resolving_words()
    heads, called = ("|".join(map(re.escape, each)) for each in (words.firm_heads, words.firm_names))
    name = r"[A-Z][\w&’'-]*(?: [A-Z][\w&’'-]*)*"
    return re.compile(rf"\b(?:{heads}) (?:the )?({name})|\b((?:[A-Z][\w&’'-]* )+(?:{called}))\b")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        kind: re.compile(rf"\b(?:{'|'.join(re.escape(w).replace(_ANY, _A_WORD) for w in words)})\b")
        for kind, words in resolving_words().company.items()
    }
