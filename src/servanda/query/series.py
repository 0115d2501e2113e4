"""Series of dialogues, conferences and exercises: their meetings by number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec

from servanda.follow.series import SERIAL, are_one, name_stems
from servanda.follow.things import Stems
from servanda.model.facts import Engagement
from servanda.query.edition.rows import EntryRow, ImpliedRow


class Series(msgspec.Struct, frozen=True, kw_only=True):
    """Meetings of the same parties under one name.

    id        of its first entry, by whose id, or any other's, it is found
    name      the name that most of its meetings have
    entries   by number, those without one by date
    implied   meetings that have to have been, as a later one was counted
    """

    id: str
    name: str
    type: str
    parties: tuple[str, ...]
    entries: tuple[EntryRow, ...]
    implied: tuple[ImpliedRow, ...] = ()


def all_series(rows: Iterable[EntryRow], implied: Iterable[ImpliedRow] = ()) -> list[Series]:
    """The series of `rows`, those with the most meetings first. One meeting without a number is none."""
    grouped: dict[tuple[str, tuple[str, ...]], list[tuple[Stems, list[EntryRow]]]] = {}
    named = [(name_stems(_fact(row).series or ""), row) for row in rows if _is_serial(row)]
    for stems, row in sorted(named, key=lambda each: (-len(each[0]), each[1].id)):
        fact = _fact(row)
        of_parties = grouped.setdefault((fact.type, tuple(sorted(fact.parties))), [])
        home = next((members for own, members in of_parties if are_one(own, stems)), None)
        if home is None:
            of_parties.append((stems, [row]))
        else:
            home.append(row)
    missing = list(implied)
    found = [
        _series(type_, parties, members, missing)
        for (type_, parties), several in grouped.items()
        for _, members in several
        if len(members) > 1 or _fact(members[0]).ordinal
    ]
    return sorted(found, key=lambda each: (-len(each.entries), each.name, each.id))


def _series(
    type_: str, parties: tuple[str, ...], members: list[EntryRow], implied: Iterable[ImpliedRow]
) -> Series:
    ids = {row.id for row in members}
    names = Counter(name for row in members if (name := _fact(row).series))
    ordered = sorted(members, key=lambda row: (_fact(row).ordinal or 10_000, row.first_day or "9999", row.id))
    return Series(
        id=min(ids),
        name=names.most_common(1)[0][0] if names else type_.capitalize(),
        type=type_,
        parties=parties,
        entries=tuple(ordered),
        implied=tuple(each for each in implied if each.entry in ids),
    )


def _is_serial(row: EntryRow) -> bool:
    fact = row.fact
    if not isinstance(fact, Engagement) or fact.type not in SERIAL or len(fact.parties) < 2:
        return False
    return bool(fact.series or fact.ordinal)


def _fact(row: EntryRow) -> Engagement:
    assert isinstance(row.fact, Engagement)  # noqa: S101  (as `_is_serial` has seen)
    return row.fact
