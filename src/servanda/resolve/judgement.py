"""Judgements: what a person has decided of two mentions, and which of these decisions stand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

Ruling = Literal["same", "not-same"]
Verdict = Literal["accepted", "rejected", "corrected", "added"]
"""What a person holds of one fact (ledger.reviewing)."""


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """A person's decision, never edited: it is undone by another that names it.

    number  the order in which they were made
    ruling  what was decided of `a` and `b`, ids of mentions in ascending order
    undoes  number of the judgement that this one takes back; its ruling then says nothing
    """

    number: int
    ruling: Ruling
    a: str
    b: str
    by: str
    made: str
    why: str = ""
    undoes: int | None = None


def standing(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Those that hold now, in the order in which they were made: rulings that are not undone, and of those
    on the same two mentions the last."""
    made = sorted(judgements, key=lambda j: j.number)
    undone = {undoing.undoes for undoing in undoings(made)}
    last = {(j.a, j.b): j for j in made if j.undoes is None and j.number not in undone}
    return sorted(last.values(), key=lambda j: j.number)


def undoings(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Undoings that are not undone themselves, the last first."""
    found: list[Judgement] = []
    undone: set[int] = set()
    for judgement in sorted(judgements, key=lambda j: -j.number):
        if judgement.undoes is not None and judgement.number not in undone:
            undone.add(judgement.undoes)
            found.append(judgement)
    return found
