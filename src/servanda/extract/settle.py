"""Between the kinds: one stretch of text is not a commitment and an assessment at once.

A planned engagement or instrument is coded as that, not again as a commitment (guidelines, "commitment").
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from servanda.extract.facts import Draft
from servanda.model.document import Span
from servanda.model.facts import Activity, Assessment, Commitment, Engagement, Fact, Instrument, Position

F = TypeVar("F", bound=Fact)


def settle(drafts: Sequence[Draft[F]]) -> list[Draft[F]]:
    """The drafts that stand, in order of the text."""
    kept = [d for d in drafts if not any(_yields(d.fact, o.fact) and _say_the_same(d, o) for o in drafts)]
    return sorted(kept, key=lambda d: d.trigger)


def _yields(fact: Fact, other: Fact) -> bool:
    """Whether a fact gives way to the other where both read the same words."""
    match fact:
        case Commitment():  # "agreed to hold talks and open a hotline" is both
            besides = fact.rule.startswith("commitment/besides")
            return fact.act != "invite" and not besides and _is_ahead(other)
        case Position():
            return isinstance(other, Commitment)
        case Assessment():
            return isinstance(other, Commitment | Position)
        case Activity():  # thanks for a named help are an assessment and an activity (borderline case 8)
            thanked = fact.rule.endswith("thanked")
            return not thanked and isinstance(other, Commitment | Position | Assessment)
        case _:
            return False


def _is_ahead(fact: Fact) -> bool:
    """A meeting or text that is planned or proposed."""
    if isinstance(fact, Engagement):
        return fact.status == "planned"
    return isinstance(fact, Instrument) and fact.action in {"planned", "proposed"}


def _say_the_same(a: Draft[Fact], b: Draft[Fact]) -> bool:
    """Whether each covers the word that triggered the other, and half of the shorter one's words."""
    first, second = a.fact.evidence[0], b.fact.evidence[0]
    same_predicate = first.start <= b.trigger < first.end and second.start <= a.trigger < second.end
    return same_predicate and _share(first, second) >= 0.5


def _share(a: Span, b: Span) -> float:
    """How much of the shorter stretch the longer one covers, 0..1."""
    both = min(a.end, b.end) - max(a.start, b.start)
    return max(0, both) / min(a.end - a.start, b.end - b.start)
