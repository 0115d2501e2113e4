"""Where an engagement is looked for: by its parties and the years in which it can be."""

from __future__ import annotations

import re
from itertools import combinations

from servanda.codebook.places import is_state
from servanda.model.facts import Engagement
from servanda.resolve.encounter import engagement_of
from servanda.resolve.mention import Keys, Mention
from servanda.resolve.series import is_description, is_named, series_words
from servanda.resolve.times import When, years, years_recalled

_OPENING = 400
"""Characters in which a report tells its news: who meets there without a date, meets in these days."""
_UNDER_WAY = re.compile(
    r"\b(?:is|are|currently|now) (?!expected|scheduled|due|slated|set|planned)(?:[^.;]{0,11} )?"
    r"(?:on (?:an?|his|her|their|the)|paying|visiting|making)\b"
)
"""A visit that goes on while it is told: "who |is on| a visit to", "|currently on| a visit to"."""
_FEW = 5
"""From more parties on an engagement is looked for by each of them, no longer by each two."""


def keys(mention: Mention) -> Keys:
    """The parties with the years in which it can be; one of a series also by its number."""
    fact, when = engagement_of(mention), when_told(mention)
    fixed, seen, others = years(when), _places(fact), _places_of_many(fact)
    numbered = {f"{place}#{fact.ordinal}" for place in seen | others if fact.ordinal}
    if fixed is None:
        own = {f"{place}@?" for place in seen} | numbered
        sought = {f"{place}@{mark}" for place in seen | others for mark in "?*"}
        return Keys(frozenset(own), frozenset(sought | numbered))
    held = {f"{place}@{mark}" for place in seen for mark in (*fixed, "*")}
    sought = {f"{place}@{mark}" for place in seen | others for mark in (*fixed, *years_recalled(when), "?")}
    return Keys(frozenset(held | numbered), frozenset(sought | numbered))


def _places(fact: Engagement) -> set[str]:
    """Where it stands: under each two of its parties, under each where they are many, and at a conference
    under each body, as states report of their own part in one; an exercise also under the name that it has of
    its own, as reports leave some of those out who take part. A visit never meets what is none."""
    parties, kind = sorted(set(fact.parties)), "v" if fact.type == "visit" else "e"
    if (name := name_without_year(fact)) is not None:
        return {f"x:{name}"} | _places_of(parties, kind, fact)
    return _places_of(parties, kind, fact)


def _places_of(parties: list[str], kind: str, fact: Engagement) -> set[str]:
    if len(parties) > _FEW:
        return _places_of_many(fact)
    places = {f"{kind}:{a}+{b}" for a, b in combinations(parties, 2)}
    alone = parties if len(parties) == 1 else sorted(bodies(fact))
    return places | {f"{kind}:{party}" for party in alone}


def _places_of_many(fact: Engagement) -> set[str]:
    kind = "v" if fact.type == "visit" else "e"
    return {f"{kind}:many:{party}" for party in fact.parties}


def name_without_year(fact: Engagement) -> str | None:
    """The words of the name that an exercise has of its own: "balikatan" of "Balikatan 2025"."""
    if fact.type != "exercise" or not is_named(fact) or is_description(fact):
        return None
    return "+".join(sorted(word for word in series_words(fact) if not word.isdigit())) or None


def bodies(fact: Engagement) -> frozenset[str]:
    """The bodies that meet at a conference."""
    if fact.type != "conference":
        return frozenset()
    return frozenset(party for party in fact.parties if not is_state(party))


def when_told(mention: Mention) -> When:
    """When it was or will be, as far as the mention tells."""
    fact = engagement_of(mention)
    first = fact.evidence[0]
    news = _UNDER_WAY.search(first.text) is not None if fact.type == "visit" else first.start < _OPENING
    off = fact.status in ("cancelled", "postponed")
    in_visit = fact.within is not None and fact.type == "meeting"
    return When(fact.date, mention.source.published, not off and fact.status != "held", news, off, in_visit)
