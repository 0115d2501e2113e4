"""What a ledger holds of resolving, as `servanda.resolve.resolution` takes it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from itertools import combinations

from sqlalchemy import Connection, select

from servanda.ledger.among import facts_among
from servanda.ledger.lineage import current_readings, withdrawn
from servanda.ledger.linking import mentions_of
from servanda.ledger.succession import carried
from servanda.ledger.tables import copies, facts, judgements, links, readings
from servanda.resolve import copies as near
from servanda.resolve.entry import Link
from servanda.resolve.judgement import Judgement, standing
from servanda.resolve.mention import Decision, Mention
from servanda.resolve.resolution import Resolution, resolve
from servanda.resolve.rules import VERSION


def resolution(
    connection: Connection, until: int | None = None, pair: tuple[str, str] | None = None
) -> Resolution:
    """The entries of the ledger as it stands: of the current facts, by the rules in use and all rulings.

    until  number of a read: of the facts that were current after it, by the same rules and rulings
    pair   two parties: of what has to do with them, and of all people
    """
    passed = standing(all_judgements(connection))
    only = None
    if pair is not None:
        only = facts_among(connection, pair, rulings(connection) if passed else (), until)
    mentions = current_mentions(connection, until, only)
    return resolve(
        mentions,
        rule_links(connection),
        carried(connection, passed, {mention.id for mention in mentions}, until),
        copied_documents(connection, until),
    )


def rulings(connection: Connection) -> list[Judgement]:
    """The judgements that stand, on the facts that are current instead of those on which they were passed."""
    current = select(facts.c.id).where(facts.c.reading_id.in_(current_readings()))
    current = current.where(facts.c.id.not_in(withdrawn()))
    return carried(
        connection, standing(all_judgements(connection)), set(connection.execute(current).scalars())
    )


def current_mentions(
    connection: Connection, until: int | None = None, only: Collection[str] | None = None
) -> list[Mention]:
    """The facts that are current, or were after the read `until`, with their documents; of those that are of
    no people, `only` these where ids are given."""
    return list(mentions_of(connection, current_readings(until), only).values())


def rule_links(connection: Connection) -> list[Link]:
    """The decisions of the rules in use, those on facts that are no longer current among them."""
    query = select(links.c.a, links.c.b, links.c.rule, links.c.score, links.c.reason)
    return [
        Link(
            a=row.a,
            b=row.b,
            decision=Decision(verdict="same", score=row.score, rule=row.rule, reason=row.reason),
        )
        for row in connection.execute(query.where(links.c.rules == VERSION))
    ]


def all_judgements(connection: Connection) -> list[Judgement]:
    """All judgements in the order in which they were made, the undone and the undoing among them."""
    found = connection.execute(select(judgements).order_by(judgements.c.number)).mappings()
    return [Judgement(**row) for row in found]


def copied_documents(connection: Connection, until: int | None = None) -> Iterator[tuple[str, str]]:
    """Pairs of versions, current now or after the read `until`, whose texts are the same or copies of one
    another."""
    current = readings.c.id.in_(current_readings(until))
    query = select(readings.c.version_id, readings.c.text_sha256).where(current)
    versions_of: dict[str, set[str]] = defaultdict(set)
    for row in connection.execute(query):
        versions_of[row.text_sha256].add(row.version_id)
    for same in versions_of.values():
        yield from combinations(sorted(same), 2)
    pairs = select(copies.c.a, copies.c.b).where(copies.c.method == near.METHOD)
    for a, b in connection.execute(pairs):
        for one in versions_of.get(a, ()):
            for other in versions_of.get(b, ()):
                yield one, other
