"""The chain: rows that say what was read, judged and erased are hashed in the order in which they were
written, each together with the hash before it.

Whoever changes, removes or slips in such a row has to make all later entries anew, and then the last hash is
another one. That shows where somebody else has written it down; the chain alone cannot show it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, Table, func, select

from servanda.ledger.problem import Problem
from servanda.ledger.tables import (
    additions,
    assignments,
    chain,
    erased,
    erased_bytes,
    erasures,
    facts,
    finishes,
    judgements,
    readings,
    reads,
    reviews,
    sightings,
    skipped,
    versions,
)

_VERSION = (
    *("id", "document_id", "sha256", "name", "origin", "media_type", "title", "published", "publisher"),
    *("url", "language", "author", "translator"),
)
_SAYS = {
    reads: ("started", "extractor"),
    finishes: ("finished", "new", "versions", "restored", "reread", "known", "skipped", "facts"),
    skipped: ("read_id", "origin", "reason", "mend"),
    sightings: ("document_id", "version_id", "read_id", "seen"),
    readings: ("version_id", "extractor", "text_sha256", "regions", "read_id", "read_at"),
    judgements: ("ruling", "a", "b", "by", "made", "why", "undoes"),
    reviews: ("fact", "verdict", "by", "made", "why", "undoes"),
    additions: ("reading_id",),
    assignments: ("fact", "details", "by", "made"),
    erasures: ("by", "made", "why"),
}
"""The rows that are chained, and of which columns their hashes are made. A later step of the ledger's shape
that adds a column must leave this as it is, or old hashes would not be those of their rows any more."""

_BEGINNING = "0" * 64
_BATCH = 500


class Head(msgspec.Struct, frozen=True):
    """The last entry of a chain: whoever knows it can tell later whether what it stands for has changed."""

    number: int
    hash: str

    def __str__(self) -> str:
        return f"{self.number}:{self.hash}"


def insert(connection: Connection, table: Table, row: Mapping[str, object]) -> int:
    """Inserts the row, with the next number unless it has its key, and its entry; gives the key."""
    column = _key(table)
    key = row[column.name] if column.name in row else next_number(connection, table)
    connection.execute(table.insert().values({**row, column.name: key}))
    add(connection, table, int(str(key)))
    return int(str(key))


def next_number(connection: Connection, table: Table) -> int:
    """The number of the next row: none is given twice, even after the last row was erased."""
    last = connection.execute(select(func.max(_key(table)))).scalar() or 0
    chained = select(func.max(chain.c.key)).where(chain.c.table == table.name)
    return max(last, connection.execute(chained).scalar() or 0) + 1


def add(connection: Connection, table: Table, key: int) -> None:
    """Adds the entry of a row that was just written, with all that belongs to it."""
    row = connection.execute(_rows_of(table).where(_key(table) == key)).one()
    entry = _entry(head(connection), table.name, key, _content(connection, table, row))
    connection.execute(chain.insert().values(entry))


def fill(connection: Connection) -> None:
    """Makes the chain of a ledger that has none yet."""
    last = head(connection)
    for table in _SAYS:
        entries = []
        for row in connection.execute(_rows_of(table)).all():
            entry = _entry(last, table.name, row.key, _content(connection, table, row))
            last = Head(entry["number"], entry["hash"])
            entries.append(entry)
        if entries:
            connection.execute(chain.insert(), entries)


def head(connection: Connection) -> Head:
    """The last entry; number 0 where there is none."""
    query = select(chain.c.number, chain.c.hash).order_by(chain.c.number.desc()).limit(1)
    row = connection.execute(query).first()
    return Head(row.number, row.hash) if row else Head(0, _BEGINNING)


def holds(connection: Connection, known: Head) -> bool:
    """Whether the chain still goes through this entry."""
    if known.number == 0:
        return known.hash == _BEGINNING
    found = connection.execute(select(chain.c.hash).where(chain.c.number == known.number)).scalar()
    return found == known.hash


def problems(connection: Connection) -> Iterator[Problem]:
    """Entries that do not follow from those before them; rows that were changed, removed or slipped in."""
    yield from _broken(connection)
    for table in _SAYS:
        yield from _differing(connection, table)


def _broken(connection: Connection) -> Iterator[Problem]:
    last = Head(0, _BEGINNING)
    query = select(chain).order_by(chain.c.number).execution_options(yield_per=_BATCH)
    for row in connection.execute(query):
        expected = _entry(last, row.table, row.key, row.content)
        if row.number != expected["number"]:
            yield Problem(f"chain {expected['number']}", "is missing: the chain was cut")
        elif row.hash != expected["hash"]:
            yield Problem(f"chain {row.number}", "does not follow from the entry before it: it was changed")
        last = Head(row.number, row.hash)


def _differing(connection: Connection, table: Table) -> Iterator[Problem]:
    entries = select(chain.c.key, chain.c.content).where(chain.c.table == table.name)
    waiting = {row.key: row.content for row in connection.execute(entries)}
    for row in connection.execute(_rows_of(table).execution_options(yield_per=_BATCH)):
        written = waiting.pop(row.key, None)
        if written is None:
            yield Problem(f"{table.name} {row.key}", "was inserted behind the ledger's back")
        elif written != _content(connection, table, row):
            yield Problem(f"{table.name} {row.key}", "is not as it was written: it was changed")
    gone = select(erased.c.key).where(erased.c.table == table.name)
    for key in sorted(waiting.keys() - set(connection.execute(gone).scalars())):
        yield Problem(f"{table.name} {key}", "is missing: it was deleted")


def _entry(last: Head, table: str, key: int, content: str) -> dict[str, Any]:
    """The entry that follows on `last`. The name of a table can be more than a plain str."""
    number = last.number + 1
    hashed = _hash([last.hash, number, str(table), key, content])
    return {"number": number, "table": table, "key": key, "content": content, "hash": hashed}


def _content(connection: Connection, table: Table, row: Row[Any]) -> str:
    said = {name: row._mapping[name] for name in _SAYS[table]}
    if table is readings:
        said |= _of_reading(connection, row)
    if table is erasures:
        said |= _of_erasure(connection, row.key)
    return _hash(said)


def _of_reading(connection: Connection, row: Row[Any]) -> dict[str, object]:
    """The version that was read, and the digest of each fact; the text is named by its hash."""
    version = select(*(versions.c[name] for name in _VERSION)).where(versions.c.id == row.version_id)
    found = connection.execute(version).mappings().first()
    contents = select(facts.c.content).where(facts.c.reading_id == row.key).order_by(facts.c.number)
    digests = [sha256(content.encode()).hexdigest() for content in connection.execute(contents).scalars()]
    return {"version": dict(found) if found else None, "facts": digests}


def _of_erasure(connection: Connection, number: int) -> dict[str, object]:
    rows = select(erased.c.table, erased.c.key).where(erased.c.erasure == number)
    data = select(erased_bytes.c.sha256).where(erased_bytes.c.erasure == number)
    return {
        "rows": sorted([row.table, row.key] for row in connection.execute(rows)),
        "bytes": sorted(connection.execute(data).scalars()),
    }


def _rows_of(table: Table) -> Any:
    said = (table.c[name] for name in _SAYS[table])
    return select(_key(table).label("key"), *said).order_by(_key(table))


def _key(table: Table) -> Any:
    (column,) = table.primary_key
    return column


def _hash(said: object) -> str:
    return sha256(msgspec.json.encode(said, order="sorted")).hexdigest()
