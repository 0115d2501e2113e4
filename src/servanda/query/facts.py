"""Lists of facts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, func, select

from servanda.ledger import Ledger, rows
from servanda.ledger.batches import batches
from servanda.ledger.tables import facts as facts_table
from servanda.ledger.tables import readings, versions
from servanda.query.filters import EVERYTHING, Filters
from servanda.query.views import DocumentRef, FactView
from servanda.query.where import Condition, current, is_current, satisfies

_DOCUMENT_COLUMNS = [versions.c[name] for name in DocumentRef.__struct_fields__ if name != "id"]
_IN_TIME: tuple[ColumnElement[Any], ...] = (
    func.coalesce(facts_table.c.first_day, versions.c.published_first).nulls_last(),
    facts_table.c.dated.nulls_last(),
    versions.c.name,
    facts_table.c.number,
)


def facts(
    ledger: Ledger, filters: Filters = EVERYTHING, *, limit: int | None = None, offset: int = 0
) -> list[FactView]:
    """The current facts that satisfy the filters, in the order of time: by their own date, else by that of
    the document's publication; those without either come last."""
    with ledger.reading() as connection:
        return views(connection, current() & satisfies(connection, filters), limit=limit, offset=offset)


def facts_of(ledger: Ledger, ids: Iterable[str]) -> dict[str, FactView]:
    """The current facts with these ids, by them."""
    wanted = sorted(set(ids))
    found: dict[str, FactView] = {}
    with ledger.reading() as connection:
        for some in batches(wanted):
            query = joined(facts_table.c.content, facts_table.c.id, *_DOCUMENT_COLUMNS)
            query = query.where(facts_table.c.id.in_(some), is_current())
            found |= {row["id"]: view(row) for row in connection.execute(query).mappings()}
    return found


def count(ledger: Ledger, filters: Filters = EVERYTHING) -> int:
    """How many current facts satisfy the filters."""
    with ledger.reading() as connection:
        query = joined(func.count()).where(current(), satisfies(connection, filters))
        return int(connection.execute(query).scalar_one())


def timeline(ledger: Ledger, filters: Filters = EVERYTHING) -> list[FactView]:
    """The current facts that have a date, in its order; dates that lack their year come last."""
    with ledger.reading() as connection:
        dated = facts_table.c.dated.is_not(None)
        order = (
            facts_table.c.first_day.nulls_last(),
            facts_table.c.dated,
            facts_table.c.last_day,
            versions.c.name,
            facts_table.c.number,
        )
        return views(connection, current() & dated & satisfies(connection, filters), order)


def views(
    connection: Connection,
    condition: Condition,
    order: tuple[ColumnElement[Any], ...] = _IN_TIME,
    *,
    limit: int | None = None,
    offset: int = 0,
) -> list[FactView]:
    """The current facts that satisfy `condition`, a condition on `facts` and `versions`."""
    query = joined(facts_table.c.content, facts_table.c.id, *_DOCUMENT_COLUMNS).where(condition)
    found = connection.execute(query.order_by(*order).limit(limit).offset(offset)).mappings()
    return [view(row) for row in found]


def view(row: RowMapping, *, current: bool = True) -> FactView:
    """A row of `facts` with the columns of its version as a FactView."""
    fact = rows.decode(row["content"])
    return FactView(
        id=row["id"],
        kind=fact.kind,
        fact=fact,
        document=row["name"],
        title=row["title"],
        published=row["published"],
        publisher=row["publisher"],
        url=row["url"],
        current=current,
    )


def known(connection: Connection, ids: Iterable[str]) -> dict[str, FactView]:
    """The facts of these ids as they were read last, current or not: that is not looked up."""
    listed = list(dict.fromkeys(ids))
    query = joined(facts_table.c.content, facts_table.c.id, *_DOCUMENT_COLUMNS).order_by(readings.c.id)
    found: dict[str, FactView] = {}
    for some in batches(listed):
        asked = query.where(facts_table.c.id.in_(some))
        found |= {row["id"]: view(row) for row in connection.execute(asked).mappings()}
    return found


def joined(*columns: Any) -> Select[Any]:
    """A query for `columns` of facts, joined with their readings and versions."""
    return (
        select(*columns)
        .select_from(facts_table)
        .join(readings, readings.c.id == facts_table.c.reading_id)
        .join(versions, versions.c.id == readings.c.version_id)
    )
