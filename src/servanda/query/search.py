"""Full-text search over documents and facts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Column, ColumnElement, Connection, RowMapping, Select, select

from servanda.ledger import Ledger, fulltext
from servanda.ledger.lineage import is_extracted
from servanda.ledger.tables import facts, readings, texts, versions
from servanda.query.facts import joined, view
from servanda.query.snippet import snippet
from servanda.query.views import DocumentHit, DocumentRef, FactView, SearchResults
from servanda.query.where import Condition, is_current

_SPARE = 200


def search(ledger: Ledger, text: str, *, limit: int = 20) -> SearchResults:
    """The current documents and facts that hold all words of `text`, the best first, `limit` of each.

    Diacritics and capitals do not matter; words between double quotes have to stand together; nothing
    else has a special meaning. UsageError where `text` holds no word.
    """
    with ledger.reading() as connection:
        return SearchResults(
            documents=tuple(_documents(connection, text, limit)), facts=tuple(_facts(connection, text, limit))
        )


def facts_found(ledger: Ledger, text: str, *, limit: int = 2000) -> tuple[str, ...]:
    """Ids of the current facts that hold all words of `text`, the best first. UsageError as in `search`."""
    with ledger.reading() as connection:
        query = joined(facts.c.id)
        return tuple(row["id"] for row in _best(connection, query, _FACTS, text, limit))


def _documents(connection: Connection, text: str, limit: int) -> list[DocumentHit]:
    query = (
        select(*(versions.c[name] for name in DocumentRef.__struct_fields__), texts.c.text)
        .select_from(readings)
        .join(versions, versions.c.id == readings.c.version_id)
        .join(texts, texts.c.sha256 == readings.c.text_sha256)
    )
    words = {word for phrase in fulltext.phrases(text) for word in phrase}
    return [
        DocumentHit(
            document=DocumentRef(**{name: row[name] for name in DocumentRef.__struct_fields__}),
            snippet=snippet(row["text"], words),
        )
        for row in _best(connection, query, _TEXTS, text, limit)
    ]


def _facts(connection: Connection, text: str, limit: int) -> list[FactView]:
    names = (versions.c[name] for name in DocumentRef.__struct_fields__ if name != "id")
    query = joined(facts.c.content, facts.c.id, *names)
    return [view(row) for row in _best(connection, query, _FACTS, text, limit)]


class _Index(NamedTuple):
    """What is searched: which rows hold the words, the number by which they are known, which are current."""

    hits: Callable[[Connection, str], Select[int, float]]
    number: Column[int]
    current: Callable[[], Condition]


_FACTS = _Index(fulltext.facts_with, facts.c.number, is_current)
_TEXTS = _Index(fulltext.readings_with, readings.c.id, is_extracted)


def _best(
    connection: Connection, query: Select[Any], index: _Index, text: str, limit: int
) -> Sequence[RowMapping]:
    """The first rows of `query` by rank that are current. Only the best hits are looked at, as long as enough
    of them are current: whether a row is takes longer to say than that it holds the words."""
    looked_at: int | None = 2 * limit + _SPARE
    while True:
        hits = index.hits(connection, text)
        best = hits.order_by(*_rank(hits)).limit(looked_at).subquery()
        rows = query.join(best, best.c.hit == index.number).where(index.current())
        found = connection.execute(rows.order_by(best.c.rank, index.number).limit(limit)).mappings().all()
        if len(found) == limit or looked_at is None:
            return found
        looked_at = None


def _rank(hits: Select[int, float]) -> tuple[ColumnElement[Any], ...]:
    hit, rank = hits.selected_columns
    return rank, hit
