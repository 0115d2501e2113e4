"""Evaluations on their way, and which of those that overlap stay."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from servanda.extract import grammar
from servanda.extract.found import Found
from servanda.model.facts import Polarity

_NEW_STATEMENTS = frozenset({"punct", "conj", "cc", "advcl", "parataxis"})


class Valued(Found, frozen=True):
    """An evaluation before it is checked. `of_another` tells that it is of another by its nature: thanks and
    feelings."""

    polarity: Polarity = "positive"
    of_another: bool = False


def distinct(found: Iterable[Valued]) -> list[Valued]:
    """The evaluations, less those that lie in another's content or go on with it ("thanked and praised")."""
    kept: list[Valued] = []
    for one in sorted(found, key=lambda f: (f.left, -f.right)):
        if not any(_goes_on(one, other) or _lies_in(one, other) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda f: f.trigger.i)


def _goes_on(one: Valued, other: Valued) -> bool:
    """As in "praised *and commended* the result"; but "thanked Japan for its help *and praised* its role"
    are two, as are "praised the reforms *and stressed* the importance of trade"."""
    joined = one.trigger.dep_ == "conj" and one.trigger.head.i == other.trigger.i
    alike = one.of_another == other.of_another and _stresses(one) == _stresses(other)
    return joined and one.speaker == other.speaker and alike


def _stresses(found: Valued) -> bool:
    return found.rule.startswith("assessment/stress:")


def _lies_in(one: Valued, other: Valued) -> bool:
    inside = other.left <= one.left and one.right <= other.right
    return inside or (other.left <= one.trigger.i <= other.right and one.left <= other.right)


def end_of(verb: Token) -> int:
    """Last token of what hangs on the verb to its right, less clauses that begin a new statement."""
    behind = (c for c in verb.children if c.i > verb.i and c.dep_ not in _NEW_STATEMENTS)
    return grammar.trim_right(verb.doc, verb.i, max((c.right_edge.i for c in behind), default=verb.i))
