"""Which facts can have to do with two parties: so that what lies between them is worked out without the rest.

All facts of the documents that name both; what the one or the other says or does alone, in whatever document,
as it can be the answer to a promise; and what is held to be one thing with any of these.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from sqlalchemy import Connection, exists, select

from servanda.ledger.batches import batches
from servanda.ledger.lineage import current_readings
from servanda.ledger.tables import fact_parties, facts, links
from servanda.resolve.judgement import Judgement
from servanda.resolve.rules import VERSION

Pair = tuple[str, str]


def facts_among(
    connection: Connection, pair: Pair, rulings: Iterable[Judgement], until: int | None = None
) -> set[str]:
    """Ids of current facts, those of people left out. `rulings` are the judgements that stand, `until` as in
    `resolution`."""
    found = {*_of_both(connection, pair, until), *_of_one(connection, pair, until)}
    return _with_the_same(connection, found, rulings)


def _of_both(connection: Connection, pair: Pair, until: int | None) -> Iterable[str]:
    naming = [_readings_naming(connection, party, until) for party in pair]
    both = sorted(naming[0] & naming[1])
    for some in batches(both):
        query = select(facts.c.id).where(facts.c.reading_id.in_(some))
        yield from connection.execute(query.where(facts.c.kind != "person")).scalars()


def _readings_naming(connection: Connection, party: str, until: int | None) -> set[int]:
    query = select(facts.c.reading_id).join(fact_parties, fact_parties.c.fact == facts.c.number)
    query = query.where(fact_parties.c.party == party, facts.c.kind != "person")
    return set(connection.execute(query.where(facts.c.reading_id.in_(current_readings(until)))).scalars())


def _of_one(connection: Connection, pair: Pair, until: int | None) -> Iterable[str]:
    for party in pair:
        other = fact_parties.alias()
        query = (
            select(facts.c.id)
            .join(fact_parties, fact_parties.c.fact == facts.c.number)
            .where(
                fact_parties.c.party == party,
                facts.c.kind != "person",
                facts.c.reading_id.in_(current_readings(until)),
                ~exists().where(other.c.fact == facts.c.number, other.c.party != party),
            )
        )
        yield from connection.execute(query).scalars()


def _with_the_same(connection: Connection, found: Collection[str], rulings: Iterable[Judgement]) -> set[str]:
    """What is linked to it, by rules or persons, directly or by way of others."""
    beside: dict[str, list[str]] = defaultdict(list)
    rows = connection.execute(select(links.c.a, links.c.b).where(links.c.rules == VERSION))
    for a, b in (*rows, *((ruling.a, ruling.b) for ruling in rulings)):
        beside[a].append(b)
        beside[b].append(a)
    reached, waiting = set(found), list(found)
    while waiting:
        for other in beside.get(waiting.pop(), ()):
            if other not in reached:
                reached.add(other)
                waiting.append(other)
    return reached
