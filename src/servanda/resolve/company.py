"""Who else than heads and ministers is met or comes: businesspeople, the press, officials on a course; and
meals that are not the talks."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from servanda.codebook.places import countries
from servanda.codebook.resolving import resolving_words
from servanda.model.facts import Engagement
from servanda.model.fold import fold
from servanda.resolve.wording import any_of

_ANY, _A_WORD = r"\*", r"[\w-]+"
"""Any one word in a phrase: "members of the * community"."""
_OF_A_STATE = "DEMONYM"
"""What those of any state are called: "the |Sri Lankan| community"."""
_LISTED = re.compile(r",? (?:including|such as|among them)\b")
"""What stands before examples of those who are met: "business groups, |including| Sun Group"."""


_TOLD_TO = re.compile(
    r"\b(?:told|speaking (?:to|with)|spoke to|briefed) (?:the )?(?:reporters|journalists|press|media)"
    r"(?= (?:after|following|at the end of)\b)"
)
"""How a report tells to whom was spoken besides: "told |reporters| after talks with the minister"."""


def in_other_company(one: str, other: str) -> bool:
    """Whether one of two quotations tells of such people, and the other of others: talks with "the business
    community" are not those with the Prime Minister."""
    mine, theirs = company(one), company(other)
    return mine != theirs and mine.isdisjoint(theirs)


def is_meal(fact: Engagement) -> bool:
    """Whether it is a meal as such, "hosted a state banquet": not talks over lunch, nor those of which a
    sentence tells besides the meal."""
    words, verb = resolving_words(), fact.rule.rpartition(":")[2]
    return verb in words.meals or (verb not in words.talks and tells_of_meal(fact.evidence[0].text))


@lru_cache(maxsize=1 << 14)
def company(quotation: str) -> frozenset[str]:
    """The kinds of such people of whom a quotation tells; of firms that it names, which: "the management of
    |Hanwha|", "|Sun Group|"."""
    told = _LISTED.split(quotation, maxsplit=1)[0]
    firms = (found[1] or found[2] for found in _firms().finditer(told))
    others = resolving_words().no_firms
    called = (fold(firm) for firm in firms if others.isdisjoint(firm.split()))
    if named := frozenset(f"firm {firm}" for firm in called if firm not in _demonyms()):
        return named
    folded = _TOLD_TO.sub(" ", fold(quotation))
    return frozenset(kind for kind, pattern in _patterns().items() if pattern.search(folded))


@lru_cache(maxsize=1 << 14)
def tells_of_meal(quotation: str) -> bool:
    """Whether a quotation tells of a meal as such, whatever else it tells; not of talks over lunch."""
    return _meals().search(fold(quotation)) is not None


@cache
def _meals() -> re.Pattern[str]:
    return re.compile(rf"(?<!over )(?<!over a )(?<!working )\b(?:{any_of(resolving_words().meals)})\b")


@cache
def _firms() -> re.Pattern[str]:
    words = resolving_words()
    heads, called = any_of(words.firm_heads), any_of(words.firm_names)
    name = r"[A-Z][\w&’'-]*(?: [A-Z][\w&’'-]*)*"
    return re.compile(rf"\b(?:{heads}) (?:the )?({name})|\b((?:[A-Z][\w&’'-]* )+(?:{called}))\b")


@cache
def _demonyms() -> frozenset[str]:
    """ "executives of |Indian| companies": of a state, no firm of that name."""
    return frozenset(fold(name) for country in countries() for name in country.demonyms)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    demonyms = rf"(?:{any_of(_demonyms())})"
    return {
        kind: re.compile(rf"\b(?:{any_of(words)})\b".replace(_ANY, _A_WORD).replace(_OF_A_STATE, demonyms))
        for kind, words in resolving_words().company.items()
    }
