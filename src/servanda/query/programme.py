"""The programme of a relationship in a year: what is planned, promised and done, with who sees to it.

Built from what documents tell and completed by what people wrote beside it (`ledger.assigning`). What was
done without having been planned stands in it as well, so that plan and deed can be compared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Literal

import msgspec

from servanda.codebook.programme import Part, part_of, parts
from servanda.follow.answer import sides
from servanda.ledger.assigning import Assignment, latest
from servanda.model.facts import Activity, Amount, Commitment, Engagement
from servanda.query.edition.rows import EntryRow

Standing = Literal["done", "partly", "to come", "no report", "called off"]
_STANDINGS: dict[str, Standing] = {
    "held": "done", "signed": "done", "ratified": "done", "existing": "done", "amended": "done",
    "extended": "done", "expired": "done", "terminated": "done", "kept": "done",
    "partly": "partly",
    "no report": "no report", "overdue": "no report", "lapsed": "no report",
    "cancelled": "called off", "withdrawn": "called off", "refused": "called off",
}  # fmt: skip
"""Of the other statuses all are still to come."""
_PLANS = frozenset({"planned", "proposed", "postponed", "cancelled", "no report", "overdue"})
BOTH = "both"


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One thing in the programme.

    part      code of the part to which it belongs
    quarter   1 to 4; None where the date does not tell one
    side      code of the party that is to do it, "both" where both are or no one is told
    planned   whether it was planned or promised before
    amount    what documents tell that it costs, or else what a person wrote
    assigned  what a person wrote beside it
    """

    entry: EntryRow
    part: str
    quarter: int | None
    side: str
    standing: Standing
    planned: bool
    amount: Amount | None = None
    assigned: Assignment | None = None


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """Plan against deed: of the planned those done, in part, to come, without a report and called off; and
    what was done without a plan that is known."""

    name: str
    planned: int = 0
    done: int = 0
    partly: int = 0
    to_come: int = 0
    no_report: int = 0
    called_off: int = 0
    unplanned: int = 0


class Programme(msgspec.Struct, frozen=True, kw_only=True):
    """The programme of one year; `by_part`, `by_field` and `by_side` compare plan and deed."""

    parties: tuple[str, str]
    year: int
    lines: tuple[Line, ...]
    by_part: tuple[Tally, ...]
    by_field: tuple[Tally, ...]
    by_side: tuple[Tally, ...]

    def of(self, part: Part) -> tuple[Line, ...]:
        """The lines of a part."""
        return tuple(line for line in self.lines if line.part == part.code)


def programme(
    rows: Iterable[EntryRow], assigned: Mapping[str, Assignment], pair: tuple[str, str], year: int
) -> Programme:
    """The programme of the year.

    rows      the entries between the two
    assigned  the assignment that holds, by the ids of facts
    """
    every = list(rows)
    found = [line for row in every if (line := _line(row, assigned, pair, year)) is not None]
    shown = _shown_elsewhere(found)
    lines = sorted((line for line in found if line.entry.id not in shown), key=_order)
    return Programme(
        parties=pair,
        year=year,
        lines=tuple(lines),
        by_part=_tallies(lines, lambda line: (line.part,)),
        by_field=_tallies(lines, lambda line: line.entry.fields or ("",)),
        by_side=_tallies(lines, lambda line: (line.side,)),
    )


def years_of(rows: Iterable[EntryRow]) -> list[int]:
    """The years of which there can be a programme, the last one first."""
    days = (day for row in rows for day in (row.first_day, row.last_day) if _is_year(day))
    return sorted({int(day[:4]) for day in days if day}, reverse=True)


def _line(row: EntryRow, assigned: Mapping[str, Assignment], pair: tuple[str, str], year: int) -> Line | None:
    written = latest(assigned, row.facts)
    due = written.details.due if written else ""
    if not (_is_programme(row) and (_lies_in(row, year) or due.startswith(f"{year:04}-"))):
        return None
    standing = _standing(row)
    part = part_of(row.kind, row.type, row.fields, row.what)
    told = row.fact.amount if isinstance(row.fact, Activity) else None
    return Line(
        entry=row,
        part=part.code,
        quarter=_quarter(row, due),
        side=_side(row, pair),
        standing=standing,
        planned=_is_planned(row),
        amount=told or (written.details.amount if written else None),
        assigned=written,
    )


def _is_programme(row: EntryRow) -> bool:
    """What is done or is to be done; a text that merely exists, an opinion and an anniversary are not."""
    return row.kind in ("engagement", "commitment", "activity") or (
        row.kind == "instrument" and row.status != "existing"
    )


def _lies_in(row: EntryRow, year: int) -> bool:
    """Whether it begins or ends in the year; a span of many years is no programme of those between."""
    return any(_is_year(day) and int((day or "")[:4]) == year for day in (row.first_day, row.last_day))


def _is_year(day: str | None) -> bool:
    return bool(day) and (day or "")[:4].isdigit() and "0001" < (day or "")[:4] < "9999"


def _standing(row: EntryRow) -> Standing:
    if row.kind == "activity":
        return "called off" if row.fact.modality == "negated" else "done"
    return _STANDINGS.get(row.status or "", "to come")


def _is_planned(row: EntryRow) -> bool:
    """Whether a document told of it before: promises always; meetings and texts of which a plan is known."""
    if row.kind == "commitment":
        return True
    return row.kind != "activity" and (row.status in _PLANS or bool(row.answers))


def _quarter(row: EntryRow, due: str) -> int | None:
    if row.first_day and row.last_day and row.first_day[:4] == row.last_day[:4]:
        quarters = {(int(day[5:7]) + 2) // 3 for day in (row.first_day, row.last_day)}
        if len(quarters) == 1:
            return quarters.pop()
    if due and not row.last_day:
        return (date.fromisoformat(due).month + 2) // 3
    return None


def _side(row: EntryRow, pair: tuple[str, str]) -> str:
    """Who is to do it: who promised or was asked, who gives, who travels."""
    fact, doers = row.fact, set(pair)
    if isinstance(fact, Commitment):
        doers &= sides(fact).doers
    elif isinstance(fact, Activity) and fact.provider:
        doers &= set(fact.provider)
    elif isinstance(fact, Engagement) and fact.type == "visit" and fact.country in pair:
        doers -= {fact.country}
    return next(iter(doers)) if len(doers) == 1 else BOTH


def _shown_elsewhere(lines: Iterable[Line]) -> set[str]:
    """Entries of activities that show what became of a promise in the programme: one deed counts once."""
    listed = list(lines)
    answers = {fact for line in listed for a in line.entry.answers for fact in (a.later, *a.later_also)}
    return {
        line.entry.id
        for line in listed
        if line.entry.kind == "activity" and not answers.isdisjoint(line.entry.facts)
    }


def _order(line: Line) -> tuple[object, ...]:
    place = {part.code: number for number, part in enumerate(parts())}
    return place[line.part], line.quarter or 5, line.entry.first_day or "9999", line.entry.id


def _tallies(lines: Iterable[Line], names: Callable[[Line], Iterable[str]]) -> tuple[Tally, ...]:
    grouped: dict[str, list[Line]] = {}
    for line in lines:
        for name in names(line):
            grouped.setdefault(name, []).append(line)
    made = [_tally(name, of) for name, of in grouped.items()]
    return tuple(sorted(made, key=lambda tally: (tally.name == "", -tally.planned, tally.name)))


def _tally(name: str, lines: list[Line]) -> Tally:
    planned = [line.standing for line in lines if line.planned]
    return Tally(
        name=name,
        planned=len(planned),
        done=planned.count("done"),
        partly=planned.count("partly"),
        to_come=planned.count("to come"),
        no_report=planned.count("no report"),
        called_off=planned.count("called off"),
        unplanned=sum(not line.planned and line.standing == "done" for line in lines),
    )
