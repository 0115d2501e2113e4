"""Which entries are asked for, and what that is as a condition of a query."""

from __future__ import annotations

import operator

import msgspec
from sqlalchemy import ColumnElement, select

from servanda.errors import UsageError
from servanda.model import edtf
from servanda.query.edition.schema import (
    entries,
    entry_facts,
    entry_fields,
    entry_pairs,
    entry_parties,
    organisation_entries,
    organisations,
    people,
    person_entries,
)


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """Which entries are asked for; everything that is given has to hold.

    pair      both parties of a relationship, in ascending order
    parties   each takes part in whatever role
    facts     ids of facts, one of which belongs to the entry
    person    id of a person who takes part
    organisation  id of one that is named or whose people take part
    waiting   something is to come of it or should have; overdue: should have; ahead: is to come
    since, until  EDTF, as in query.filters.Filters
    """

    pair: tuple[str, str] | None = None
    parties: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    type: str | None = None
    statuses: tuple[str, ...] = ()
    field: str | None = None
    since: str | None = None
    until: str | None = None
    min_confidence: float | None = None
    facts: tuple[str, ...] | None = None
    person: str | None = None
    organisation: str | None = None
    disputed: bool = False
    overdue: bool = False
    ahead: bool = False
    waiting: bool = False


ALL = Wanted()


def conditions_of(wanted: Wanted) -> list[ColumnElement[bool]]:
    """The conditions on `entries`. UsageError where a date is none."""
    since, until = _day(wanted.since, 0), _day(wanted.until, 1)
    compared = (
        (wanted.type, entries.c.type, operator.eq),
        (since, entries.c.last_day, operator.ge),
        (until, entries.c.first_day, operator.le),
        (wanted.min_confidence, entries.c.confidence, operator.ge),
    )
    conditions = [compare(column, value) for value, column, compare in compared if value is not None]
    conditions += [condition for value, condition in _WHETHER if getattr(wanted, value)]
    if wanted.kinds:
        conditions.append(entries.c.kind.in_(wanted.kinds))
    if wanted.statuses:
        conditions.append(entries.c.status.in_(wanted.statuses))
    place = entries.c.place
    if wanted.pair is not None:
        a, b = sorted(wanted.pair)
        conditions.append(
            place.in_(select(entry_pairs.c.place).where(entry_pairs.c.a == a, entry_pairs.c.b == b))
        )
    conditions += [
        place.in_(select(entry_parties.c.place).where(entry_parties.c.party == party))
        for party in wanted.parties
    ]
    if wanted.field is not None:
        conditions.append(place.in_(select(entry_fields.c.place).where(entry_fields.c.field == wanted.field)))
    if wanted.facts is not None:
        conditions.append(place.in_(select(entry_facts.c.place).where(entry_facts.c.fact.in_(wanted.facts))))
    if wanted.person is not None:
        of = select(person_entries.c.place).join(people, people.c.place == person_entries.c.person)
        conditions.append(place.in_(of.where(people.c.id == wanted.person)))
    if wanted.organisation is not None:
        by = select(organisation_entries.c.place).join(
            organisations, organisations.c.place == organisation_entries.c.organisation
        )
        conditions.append(place.in_(by.where(organisations.c.id == wanted.organisation)))
    return conditions


_WHETHER = (
    ("disputed", entries.c.disputed),
    ("overdue", entries.c.overdue),
    ("ahead", entries.c.overdue.is_(False)),
    ("overdue", entries.c.due_by.is_not(None)),
    ("waiting", entries.c.due_by.is_not(None)),
)


def _day(date: str | None, end: int) -> str | None:
    if not date:
        return None
    bounds = edtf.bounds(date)
    if bounds is None:
        raise UsageError(date, "is no date that can be compared", "write 2018, 2018-03 or 2018-03-26")
    return bounds[end].isoformat()
