"""Who sees to it that a plan or a promise is carried out: office, person, day, budget, as people wrote it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

import msgspec
from sqlalchemy import Row, bindparam, func, select

from servanda.errors import MissingError, StaleError
from servanda.ledger import chain
from servanda.ledger.batches import batches
from servanda.ledger.clock import Clock, stamp
from servanda.ledger.database import Database
from servanda.ledger.tables import assignments, facts
from servanda.model.facts import Amount


class Details(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a person has written beside an entry; empty where nothing was.

    office, person  who is responsible
    due             the day (ISO) on which they want to be reminded
    budget          from which it is paid
    amount          how much it costs
    """

    office: str = ""
    person: str = ""
    due: str = ""
    budget: str = ""
    amount: Amount | None = None
    note: str = ""


class Assignment(msgspec.Struct, frozen=True, kw_only=True):
    """Details with the fact of whose entry they speak, never edited: the last one holds."""

    number: int
    fact: str
    details: Details
    by: str
    made: str


class Assigning:
    """The assignments of a ledger; had from `Ledger.assigning`."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database, self._clock = database, clock

    def assign(self, fact_id: str, details: Details, *, by: str, after: int | None = None) -> Assignment:
        """Records the details. MissingError where no fact has this id, StaleError where somebody has written
        others since the assignment of number `after` (0: none), which the person has seen."""
        with self._database.writing() as connection:
            if connection.execute(select(facts.c.id).where(facts.c.id == fact_id)).first() is None:
                raise MissingError(fact_id, "no fact has this id", "see: servanda search WORDS --json")
            query = select(func.max(assignments.c.number)).where(assignments.c.fact == fact_id)
            last = connection.execute(query).scalar() or 0
            if after is not None and last > after:
                raise StaleError(fact_id, "has been assigned in the meantime", "look at it, then decide")
            made = stamp(self._clock)
            row = {"fact": fact_id, "details": msgspec.json.encode(details).decode(), "by": by, "made": made}
            number = chain.insert(connection, assignments, row)
        return Assignment(number=number, fact=fact_id, details=details, by=by, made=made)

    def standing(self) -> dict[str, Assignment]:
        """By the ids of facts, the last of their assignments, where it says anything."""
        last = {each.fact: each for each in self.all()}
        return {fact: each for fact, each in last.items() if each.details != Details()}

    def last(self, fact_ids: Collection[str]) -> Assignment | None:
        """The last assignment on one of these facts, whether it says anything or not."""
        with self._database.reading() as connection:
            found = (connection.execute(_LAST_OF, {"facts": some}).first() for some in batches(fact_ids))
            made = [_assignment(row) for row in found if row is not None]
        return max(made, key=lambda each: each.number, default=None)

    def all(self) -> list[Assignment]:
        """All that were ever made, in their order."""
        with self._database.reading() as connection:
            found = connection.execute(select(assignments).order_by(assignments.c.number))
            return [_assignment(row) for row in found]


_LAST_OF = (
    select(assignments)
    .where(assignments.c.fact.in_(bindparam("facts", expanding=True)))
    .order_by(assignments.c.number.desc())
    .limit(1)
)


def _assignment(row: Row[Any]) -> Assignment:
    return Assignment(
        number=row.number,
        fact=row.fact,
        details=msgspec.json.decode(row.details, type=Details),
        by=row.by,
        made=row.made,
    )


def latest(assigned: Mapping[str, Assignment], fact_ids: Iterable[str]) -> Assignment | None:
    """Of assignments by the ids of facts, the last one on any of these facts, which are of one entry."""
    found = (assigned[id_] for id_ in fact_ids if id_ in assigned)
    return max(found, key=lambda each: each.number, default=None)
