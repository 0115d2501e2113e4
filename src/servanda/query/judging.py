"""Whether a person may hold two things to be one, or two: what every surface asks before it records it."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from servanda.errors import UsageError
from servanda.query.edition.rows import EntryRow, PersonRow
from servanda.resolve.judgement import Judgement, Ruling


class Thing(msgspec.Struct, frozen=True, kw_only=True):
    """An entry or a person: its kind, its id, and the ids of its facts or forms of the name."""

    kind: str
    id: str
    members: tuple[str, ...]

    def anchor(self, given: str) -> str:
        """The id on which a judgement is passed: the one that was named, where it is a member's, else the
        first."""
        digits = given.strip().rpartition("-")[2].lower()
        named = (id_ for id_ in self.members if id_.partition("-")[2].startswith(digits))
        return next(named, self.members[0])


def _require_two(ruling: Ruling, one: Thing, other: Thing) -> None:
    """UsageError where the two are of different kinds, or one already."""
    text = f"{one.id}, {other.id}"
    if one.kind != other.kind:
        raise UsageError(text, f"are of two kinds, {one.kind} and {other.kind}", "name two of one kind")
    if one.id == other.id:
        mend = "to part a fact from it, split it" if ruling == "not-same" else "nothing is to do"
        raise UsageError(text, "are one already", mend)


def thing_of(row: EntryRow | PersonRow) -> Thing:
    """An entry or person of an edition as what a judgement can be passed on."""
    if isinstance(row, PersonRow):
        return Thing(kind="person", id=row.person.id, members=tuple(form.id for form in row.person.forms))
    return Thing(kind=row.kind, id=row.id, members=row.facts)


def anchors(
    ruling: Ruling,
    things: tuple[Thing, Thing],
    given: tuple[str, str],
    rulings: Iterable[Judgement],
    mend: str = "take back first judgement",
) -> tuple[str, str]:
    """The ids on which the ruling is to be passed. UsageError where it cannot be: the two are of different
    kinds, or one already, or facts of them were judged to be two.

    given    the ids by which the person named the two
    rulings  those that stand
    mend     what to do about judgements that stand against it, whose numbers are put behind it
    """
    one, other = things
    _require_two(ruling, one, other)
    found = one.anchor(given[0]), other.anchor(given[1])
    if ruling == "same" and (parted := _parting(rulings, one, other, found)):
        numbers = [str(judgement.number) for judgement in parted]
        problem = f"were judged to be two ({', '.join(numbers)})"
        raise UsageError(", ".join(given), problem, f"{mend} {' '.join(numbers)}")
    return found


def _parting(
    rulings: Iterable[Judgement], one: Thing, other: Thing, passed: tuple[str, str]
) -> list[Judgement]:
    """The rulings that stand by which facts of the two are two, other than on the very ids on which one is
    passed now, which replaces them: they would tear the one that is to be."""
    here, there = set(one.members), set(other.members)
    return [
        j
        for j in rulings
        if j.ruling == "not-same" and {j.a, j.b} != {*passed} and {j.a, j.b} & here and {j.a, j.b} & there
    ]
