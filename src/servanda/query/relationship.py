"""What lies between two parties.

A fact belongs to a relationship when it names both parties. One that names a single party (a position,
an assessment, a commitment without addressee) belongs to it when the same document tells of something
between just these two: what France says of the talks in a report of its talks with Viet Nam.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations, groupby
from operator import attrgetter
from typing import NamedTuple

from sqlalchemy import Connection, FromClause, and_, exists, or_, select

from servanda.errors import UsageError
from servanda.ledger import Ledger
from servanda.ledger.lineage import current_readings
from servanda.ledger.tables import fact_parties, facts, readings, versions
from servanda.model.facts import KINDS
from servanda.query import parties
from servanda.query.facts import views
from servanda.query.views import Counts, FactView, Relationship
from servanda.query.where import Condition, current

Pair = tuple[str, str]
_ONE_SIDED = ("commitment", "position", "assessment", "activity")


def relationships(ledger: Ledger, entry_of: Mapping[str, str] | None = None) -> list[Counts]:
    """All pairs of parties with something between them, those with the most facts first.

    entry_of  entries by the ids of their facts: what several facts tell is counted once, and others are not
    """
    found: dict[Pair, _Tally] = defaultdict(_Tally)
    with ledger.reading() as connection:
        for pair, fact in _memberships(connection):
            if entry_of is None or fact.id in entry_of:
                found[pair].add(fact, (entry_of or {}).get(fact.id, fact.id))
    counts = [tally.counts(pair) for pair, tally in found.items()]
    return sorted(counts, key=lambda c: (-c.facts, c.parties))


def memberships(ledger: Ledger) -> Iterator[tuple[Pair, str]]:
    """Each relationship with the ids of the current facts that belong to it."""
    with ledger.reading() as connection:
        yield from ((pair, fact.id) for pair, fact in _memberships(connection))


def relationship(ledger: Ledger, a: str, b: str) -> Relationship:
    """Everything between two parties, given by code or name, in the order of time; empty lists where there
    is nothing. UsageError where a name is unknown, or both are the same party."""
    with ledger.reading() as connection:
        codes = parties.resolve(connection, a), parties.resolve(connection, b)
        if codes[0] == codes[1]:
            raise UsageError(f"{a}, {b}", "are one party", "name two")
        found = views(connection, current() & _between(*codes))
    lists: dict[str, list[FactView]] = {kind: [] for kind in KINDS}
    for each in found:
        lists[each.kind].append(each)
    return Relationship(
        parties=codes,
        engagements=tuple(lists["engagement"]),
        instruments=tuple(lists["instrument"]),
        commitments=tuple(lists["commitment"]),
        positions=tuple(lists["position"]),
        assessments=tuple(lists["assessment"]),
        milestones=tuple(lists["milestone"]),
        activities=tuple(lists["activity"]),
    )


class _Named(NamedTuple):
    """A current fact with all its parties."""

    version_id: str
    number: int
    id: str
    kind: str
    first_day: str | None
    last_day: str | None
    parties: tuple[str, ...]


@dataclass
class _Tally:
    things: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    versions: set[str] = field(default_factory=set)
    first: str | None = None
    last: str | None = None

    def add(self, fact: _Named, thing: str) -> None:
        self.things[fact.kind].add(thing)
        self.versions.add(fact.version_id)
        self.first = min(filter(None, (self.first, fact.first_day)), default=None)
        self.last = max(filter(None, (self.last, fact.last_day)), default=None)

    def counts(self, pair: Pair) -> Counts:
        return Counts(
            parties=pair,
            kinds={kind: len(self.things[kind]) for kind in KINDS},
            documents=len(self.versions),
            first=self.first,
            last=self.last,
        )


def _named(connection: Connection) -> Iterator[_Named]:
    """The current facts that name a party, document by document."""
    query = (
        select(
            readings.c.version_id,
            facts.c.number,
            facts.c.id,
            facts.c.kind,
            facts.c.first_day,
            facts.c.last_day,
            fact_parties.c.party,
        )
        .join(fact_parties, fact_parties.c.fact == facts.c.number)
        .join(readings, readings.c.id == facts.c.reading_id)
        .where(current(), facts.c.kind != "person")
        .order_by(readings.c.version_id, facts.c.number)
    )
    for _, rows in groupby(connection.execute(query), key=attrgetter("number")):
        same = list(rows)
        named = tuple(sorted({row.party for row in same}))
        yield _Named(*same[0][:-1], named)


def _memberships(connection: Connection) -> Iterator[tuple[Pair, _Named]]:
    for _, in_document in groupby(_named(connection), key=attrgetter("version_id")):
        named = list(in_document)
        told_of = {(fact.parties[0], fact.parties[1]) for fact in named if len(fact.parties) == 2}
        for fact in named:
            pairs: set[Pair] = set(combinations(fact.parties, 2))
            if len(fact.parties) == 1 and fact.kind in _ONE_SIDED:
                pairs = {pair for pair in told_of if fact.parties[0] in pair}
            for pair in sorted(pairs):
                yield pair, fact


def _between(a: str, b: str) -> Condition:
    """The fact belongs to the relationship of `a` and `b`."""
    report, read = facts.alias("report"), readings.alias("read")
    told_of = (
        select(read.c.version_id)
        .join(report, report.c.reading_id == read.c.id)
        .where(
            read.c.id.in_(current_readings()),
            report.c.kind != "person",
            _has_party(report, fact_parties.c.party == a),
            _has_party(report, fact_parties.c.party == b),
            ~_has_party(report, fact_parties.c.party.not_in((a, b))),
        )
    )
    names_a = _has_party(facts, fact_parties.c.party == a)
    names_b = _has_party(facts, fact_parties.c.party == b)
    names_another = _has_party(facts, fact_parties.c.party.not_in((a, b)))
    one_sided = and_(facts.c.kind.in_(_ONE_SIDED), ~names_another, versions.c.id.in_(told_of))
    return and_(facts.c.kind != "person", or_(and_(names_a, names_b), and_(or_(names_a, names_b), one_sided)))


def _has_party(table: FromClause, condition: Condition) -> Condition:
    return exists().where(fact_parties.c.fact == table.c.number, condition)
