"""Linking: each reading is compared once with those that it can have to do with, and what the rules decide
is kept. What a pair gets does not depend on which of the two was read first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Select, exists, select

from servanda.ledger import rows
from servanda.ledger.batches import batches
from servanda.ledger.lineage import current_readings, is_current, withdrawn
from servanda.ledger.tables import (
    copies,
    fact_keys,
    facts,
    linkings,
    links,
    readings,
    signatures,
    text_keys,
    texts,
    versions,
)
from servanda.model.facts import Person
from servanda.resolve import copies as near
from servanda.resolve.mention import Mention, Source
from servanda.resolve.rules import DOUBT, RULES, VERSION, compare


def unlinked(connection: Connection, until: int | None = None) -> list[int]:
    """Numbers of the readings that are current, or were after the read `until`, and that the rules in use
    have not linked."""
    done = exists().where(linkings.c.reading_id == readings.c.id, linkings.c.rules == VERSION)
    current = is_current() if until is None else readings.c.id.in_(current_readings(until))
    query = select(readings.c.id).join(versions, versions.c.id == readings.c.version_id)
    query = query.where(~done, current).order_by(readings.c.version_id)
    return list(connection.execute(query).scalars())


def link_reading(connection: Connection, reading: int, now: str) -> int:
    """Compares the reading with all that are linked; the number of links that were found. Once only."""
    done = select(linkings.c.reading_id).where(linkings.c.reading_id == reading, linkings.c.rules == VERSION)
    if connection.execute(done).first() is not None:
        return 0
    _link_text(connection, reading, now)
    found = _link_facts(connection, reading, now)
    connection.execute(linkings.insert().values(reading_id=reading, rules=VERSION, linked=now))
    return found


def mentions_of(
    connection: Connection, wanted: Select[int], only: Collection[str] | None = None
) -> dict[int, Mention]:
    """The facts of the readings that `wanted` selects, as mentions, by their numbers; those that a person
    withdrew left out. `only` are the ids of those facts, besides the people, that are asked for."""
    named = (
        select(readings.c.id, versions.c.id.label("version"), versions.c.name)
        .add_columns(versions.c.published, versions.c.publisher)
        .join(versions, versions.c.id == readings.c.version_id)
        .where(readings.c.id.in_(wanted))
    )
    sources = {row.id: row for row in connection.execute(named)}
    query = select(facts.c.number, facts.c.id, facts.c.reading_id, facts.c.content)
    query = query.where(facts.c.id.not_in(withdrawn()))
    of_all = query.where(facts.c.reading_id.in_(wanted))
    chosen = [of_all] if only is None else [of_all.where(facts.c.kind == "person"), *_by_id(query, only)]
    decoded = sorted(
        (
            (row.number, row.id, row.reading_id, rows.decode(row.content))
            for each in chosen
            for row in connection.execute(each)
            if row.reading_id in sources
        ),
        key=itemgetter(0),
    )
    people: dict[str, list[Person]] = defaultdict(list)
    for _, _, reading, fact in decoded:
        if isinstance(fact, Person):
            people[sources[reading].version].append(fact)
    made = {
        reading: Source(
            id=row.version,
            name=row.name,
            published=row.published,
            publisher=row.publisher,
            people=tuple(people[row.version]),
        )
        for reading, row in sources.items()
    }
    return {
        number: Mention(id=id_, fact=fact, source=made[reading]) for number, id_, reading, fact in decoded
    }


def _by_id(query: Select[Any], ids: Collection[str]) -> Iterator[Select[Any]]:
    for some in batches(sorted(ids)):
        yield query.where(facts.c.id.in_(some), facts.c.kind != "person")


def _link_facts(connection: Connection, reading: int, now: str) -> int:
    own = {
        number: mention
        for number, mention in mentions_of(
            connection, select(readings.c.id).where(readings.c.id == reading)
        ).items()
        if mention.fact.kind in RULES
    }
    if not own:
        return 0
    key_rows = [row for number, mention in own.items() for row in _key_rows(number, mention)]
    if key_rows:
        connection.execute(fact_keys.insert(), key_rows)
    pairs = {(number, other) for number, other in _candidates(connection, key_rows) if number != other}
    others = own | _others(connection, {other for _, other in pairs} - own.keys())
    decided = [
        _decided(own[number], others[other], now) for number, other in sorted(pairs) if other in others
    ]
    found = {(str(row["a"]), str(row["b"])): row for row in decided if row}
    known = _known(connection, {a for a, _ in found})
    new = [row for pair, row in sorted(found.items()) if pair not in known]
    if new:
        connection.execute(links.insert(), new)
    return len(new)


def _key_rows(number: int, mention: Mention) -> Iterator[dict[str, object]]:
    keys = RULES[mention.fact.kind].keys(mention)
    for key in sorted(keys.held | keys.sought):
        yield {
            "fact": number,
            "rules": VERSION,
            "key": key,
            "held": key in keys.held,
            "sought": key in keys.sought,
        }


def _candidates(connection: Connection, key_rows: list[dict[str, object]]) -> Iterator[tuple[int, int]]:
    """Pairs of a new fact and one linked before, of which one seeks a key that the other holds."""
    for own, answering in (("sought", fact_keys.c.held), ("held", fact_keys.c.sought)):
        asked: dict[str, list[int]] = defaultdict(list)
        for row in key_rows:
            if row[own]:
                asked[str(row["key"])].append(int(str(row["fact"])))
        for keys in batches(sorted(asked)):
            query = select(fact_keys.c.fact, fact_keys.c.key).where(fact_keys.c.rules == VERSION, answering)
            for other in connection.execute(query.where(fact_keys.c.key.in_(keys))):
                for fact in asked[other.key]:
                    yield fact, other.fact


def _others(connection: Connection, numbers: set[int]) -> dict[int, Mention]:
    """The mentions with these numbers. Their readings are loaded whole, for the people that they name."""
    found: dict[int, Mention] = {}
    for batch in batches(sorted(numbers)):
        wanted = select(facts.c.reading_id).where(facts.c.number.in_(batch)).distinct()
        found |= mentions_of(connection, wanted)
    return {number: found[number] for number in numbers if number in found}


def _decided(a: Mention, b: Mention, now: str) -> dict[str, object] | None:
    """What is stored of the two; None where they are not linked, or are one fact that was read twice."""
    first, second = sorted((a, b), key=lambda mention: mention.id)
    decision = compare(first, second) if first.id != second.id else None
    if decision is None or decision.verdict != "same" or decision.score < DOUBT:
        return None
    return {
        "a": first.id,
        "b": second.id,
        "rules": VERSION,
        "rule": decision.rule,
        "score": decision.score,
        "reason": decision.reason,
        "decided": now,
    }


def _known(connection: Connection, ids: set[str]) -> set[tuple[str, str]]:
    """Pairs among these ids that are linked already: a fact can have been read by two extractors."""
    known: set[tuple[str, str]] = set()
    for batch in batches(sorted(ids)):
        query = select(links.c.a, links.c.b).where(links.c.rules == VERSION, links.c.a.in_(batch))
        known |= {(row.a, row.b) for row in connection.execute(query)}
    return known


def _link_text(connection: Connection, reading: int, now: str) -> None:
    """Finds the copies of the reading's text, unless another reading of the same text has done so."""
    query = (
        select(texts.c.sha256, texts.c.text)
        .join(readings, readings.c.text_sha256 == texts.c.sha256)
        .where(readings.c.id == reading)
    )
    sha, text = connection.execute(query).one()
    known = select(signatures.c.text_sha256).where(
        signatures.c.text_sha256 == sha, signatures.c.method == near.METHOD
    )
    signature = near.signature(text) if connection.execute(known).first() is None else None
    if signature is None:
        return
    others = select(text_keys.c.text_sha256).where(text_keys.c.key.in_(signature.bands)).distinct()
    stored = select(signatures.c.text_sha256, signatures.c.hashes, signatures.c.size).where(
        signatures.c.method == near.METHOD, signatures.c.text_sha256.in_(others)
    )
    for row in connection.execute(stored).all():
        other = near.Signature(values=row.hashes, size=row.size, bands=())
        if near.likeness(signature, other) >= near.WORTH_COMPARING:
            _judge_copy(connection, (sha, text), row.text_sha256, now)
    values = {"text_sha256": sha, "method": near.METHOD, "hashes": signature.values, "size": signature.size}
    connection.execute(signatures.insert().values(values))
    connection.execute(text_keys.insert(), [{"text_sha256": sha, "key": key} for key in signature.bands])


def _judge_copy(connection: Connection, own: tuple[str, str], other: str, now: str) -> None:
    text = connection.execute(select(texts.c.text).where(texts.c.sha256 == other)).scalar_one()
    (a, first), (b, second) = sorted((own, (other, text)))
    decision = near.compare(first, second)
    if decision is not None:
        row = {"a": a, "b": b, "method": near.METHOD, "rule": decision.rule, "score": decision.score}
        connection.execute(copies.insert().values(row | {"reason": decision.reason, "decided": now}))
