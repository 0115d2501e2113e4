"""How well two persons agree who have reviewed the same facts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

import msgspec

from servanda.ledger.reviewing import Review

_COMPARED = ("accepted", "rejected", "corrected")
"""Verdicts on what was read. A fact that somebody added was read by nobody else."""


class Agreement(msgspec.Struct, frozen=True, kw_only=True):
    """Two persons, the facts that both have reviewed, and how often they hold the same of them.

    observed  share of the facts on which both gave the same verdict
    kappa     Cohen's: 1 is full agreement, 0 what chance alone would give; None where it is not defined,
              because both gave one and the same verdict every time
    differ    ids of the facts on which they differ
    """

    one: str
    other: str
    facts: int
    observed: float
    kappa: float | None
    differ: tuple[str, ...] = ()


def agreements(made: Iterable[Review]) -> list[Agreement]:
    """Each two persons who have reviewed the same facts, those with the most facts in common first. Of each
    person the last verdict on a fact counts, and none that was taken back."""
    verdicts = _verdicts(made)
    found = (_agreement(one, other, verdicts) for one, other in combinations(sorted(verdicts), 2))
    return sorted((each for each in found if each is not None), key=lambda a: (-a.facts, a.one, a.other))


def kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Cohen's kappa of pairs of verdicts (Cohen 1960, A coefficient of agreement for nominal scales): how
    much of the agreement that chance leaves room for there is. None where chance leaves none."""
    number = len(pairs)
    one, other = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    by_chance = sum(one[verdict] * other[verdict] for verdict in one)
    left = number * number - by_chance
    if not left:
        return None
    return (number * sum(a == b for a, b in pairs) - by_chance) / left


def compared(made: Iterable[Review]) -> list[Review]:
    """The verdicts on what was read that were not taken back, in the order in which they come."""
    reviews = list(made)
    undone = {review.undoes for review in reviews}
    return [r for r in reviews if r.undoes is None and r.number not in undone and r.verdict in _COMPARED]


def _verdicts(made: Iterable[Review]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for review in compared(made):
        found[review.by][review.fact] = review.verdict
    return found


def _agreement(one: str, other: str, verdicts: dict[str, dict[str, str]]) -> Agreement | None:
    a, b = verdicts[one], verdicts[other]
    both = [fact for fact in a if fact in b]
    if not both:
        return None
    differ = tuple(fact for fact in both if a[fact] != b[fact])
    return Agreement(
        one=one,
        other=other,
        facts=len(both),
        observed=1 - len(differ) / len(both),
        kappa=kappa([(a[fact], b[fact]) for fact in both]),
        differ=differ,
    )
