"""Which fact took the place of one that is no longer current: the same statement in a corrected document, or
as a newer extractor reads it. So a judgement lasts when the facts that it was passed on are read anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from msgspec.structs import replace
from rapidfuzz.fuzz import ratio
from sqlalchemy import Connection, select

from servanda.ledger import rows
from servanda.ledger.lineage import current_readings, withdrawn
from servanda.ledger.tables import facts, readings, versions
from servanda.model.facts import AnyFact
from servanda.resolve.judgement import Judgement

_ALIKE = 75
"""Of 100: a sentence in which a date, a name or a few words were corrected is still the same one."""


def carried(
    connection: Connection, rulings: Iterable[Judgement], current: Collection[str], until: int | None = None
) -> list[Judgement]:
    """The rulings, those on facts that are not among the ids `current` passed on to their successors.

    until  number of a read: to what was current after it

    Where two rulings meet in the same two facts by this, the later one is kept. A ruling whose fact has no
    successor stays as it is and says nothing, until the fact is current again.
    """
    kept = list(rulings)
    gone = {id_ for ruling in kept for id_ in (ruling.a, ruling.b) if id_.startswith("fact-")} - set(current)
    heirs = _successors(connection, gone, until) if gone else {}
    made: dict[tuple[str, str], Judgement] = {}
    for ruling in kept:
        a, b = sorted((heirs.get(ruling.a, ruling.a), heirs.get(ruling.b, ruling.b)))
        if a != b:
            made[a, b] = replace(ruling, a=a, b=b)
    return sorted(made.values(), key=lambda ruling: ruling.number)


def _successors(connection: Connection, gone: Collection[str], until: int | None) -> dict[str, str]:
    """By the ids of facts that are gone, those that took their place."""
    query = (
        select(facts.c.id, facts.c.kind, facts.c.content, versions.c.document_id)
        .select_from(facts)
        .join(readings, readings.c.id == facts.c.reading_id)
        .join(versions, versions.c.id == readings.c.version_id)
    )
    old = connection.execute(query.where(facts.c.id.in_(gone))).all()
    documents = {row.document_id for row in old}
    new: dict[tuple[int, str], dict[str, AnyFact]] = defaultdict(dict)
    standing = query.where(versions.c.document_id.in_(documents), readings.c.id.in_(current_readings(until)))
    standing = standing.where(facts.c.id.not_in(withdrawn()))
    for row in connection.execute(standing.order_by(facts.c.number)):
        new[row.document_id, row.kind][row.id] = rows.decode(row.content)
    found = ((row.id, _heir(rows.decode(row.content), new[row.document_id, row.kind])) for row in old)
    return {id_: heir for id_, heir in found if heir is not None}


def _heir(gone: AnyFact, candidates: dict[str, AnyFact]) -> str | None:
    """The one whose quotations are most alike; None where none is alike, or two are equally."""
    alike = sorted(((_likeness(gone, fact), id_) for id_, fact in candidates.items()), reverse=True)
    if not alike or alike[0][0] < _ALIKE or (len(alike) > 1 and alike[0][0] == alike[1][0]):
        return None
    return alike[0][1]


def _likeness(a: AnyFact, b: AnyFact) -> float:
    """Of all that is quoted; of facts that quote the same, those are more alike that say the same."""
    quoted = (" ".join(span.text for span in fact.evidence) for fact in (a, b))
    return ratio(*quoted) + ratio(rows.words_of(a), rows.words_of(b)) / 1000
