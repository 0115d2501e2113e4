"""Full-text search over documents and facts."""

from __future__ import annotations

from sqlalchemy import Connection, select

from servanda.ledger import Ledger, fulltext
from servanda.ledger.lineage import extracted_readings
from servanda.ledger.tables import facts, readings, texts, versions
from servanda.query.facts import joined, view
from servanda.query.snippet import snippet
from servanda.query.views import DocumentHit, DocumentRef, FactView, SearchResults
from servanda.query.where import current


def search(ledger: Ledger, text: str, *, limit: int = 20) -> SearchResults:
    """The current documents and facts that hold all words of `text`, the best first, `limit` of each.

    Diacritics and capitals do not matter; words between double quotes have to stand together; nothing
    else has a special meaning. UsageError where `text` holds no word.
    """
    with ledger.reading() as connection:
        return SearchResults(
            documents=tuple(_documents(connection, text, limit)), facts=tuple(_facts(connection, text, limit))
        )


def facts_found(ledger: Ledger, text: str, *, limit: int = 5000) -> tuple[str, ...]:
    """Ids of the current facts that hold all words of `text`, the best first. UsageError as in `search`."""
    with ledger.reading() as connection:
        hits = fulltext.facts_with(connection, text).subquery()
        query = (
            select(facts.c.id)
            .join(hits, hits.c.hit == facts.c.number)
            .where(current())
            .order_by(hits.c.rank, facts.c.number)
            .limit(limit)
        )
        return tuple(connection.execute(query).scalars())


def _documents(connection: Connection, text: str, limit: int) -> list[DocumentHit]:
    hits = fulltext.readings_with(connection, text).subquery()
    query = (
        select(*(versions.c[name] for name in DocumentRef.__struct_fields__), texts.c.text)
        .join(readings, readings.c.version_id == versions.c.id)
        .join(texts, texts.c.sha256 == readings.c.text_sha256)
        .join(hits, hits.c.hit == readings.c.id)
        .where(readings.c.id.in_(extracted_readings()))
        .order_by(hits.c.rank, readings.c.id)
        .limit(limit)
    )
    words = {word for phrase in fulltext.phrases(text) for word in phrase}
    return [
        DocumentHit(
            document=DocumentRef(**{name: row[name] for name in DocumentRef.__struct_fields__}),
            snippet=snippet(row["text"], words),
        )
        for row in connection.execute(query).mappings()
    ]


def _facts(connection: Connection, text: str, limit: int) -> list[FactView]:
    hits = fulltext.facts_with(connection, text).subquery()
    query = (
        joined(
            facts.c.content, facts.c.id, *(versions.c[n] for n in DocumentRef.__struct_fields__ if n != "id")
        )
        .join(hits, hits.c.hit == facts.c.number)
        .where(current())
        .order_by(hits.c.rank, facts.c.number)
        .limit(limit)
    )
    return [view(row) for row in connection.execute(query).mappings()]
