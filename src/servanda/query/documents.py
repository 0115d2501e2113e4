"""What was read."""

from __future__ import annotations

from sqlalchemy import func, select

from servanda.ledger import Ledger
from servanda.ledger.lineage import current_readings, extracted_readings, withdrawn
from servanda.ledger.tables import facts, readings, versions
from servanda.query.views import DocumentView

_SAME = ("id", "name", "origin", "sha256", "title", "published", "publisher", "url", "language")


def documents(ledger: Ledger, *, newest_first: bool = False) -> list[DocumentView]:
    """All documents as they stand now, in the order of their publication; those without a date come last."""
    published = versions.c.published_first.desc() if newest_first else versions.c.published_first.asc()
    other = versions.alias()
    number_of_versions = (
        select(func.count()).where(other.c.document_id == versions.c.document_id).scalar_subquery()
    )
    own = readings.alias()
    number_of_facts = (
        select(func.count())
        .select_from(facts)
        .join(own, own.c.id == facts.c.reading_id)
        .where(own.c.version_id == versions.c.id, own.c.id.in_(current_readings()))
        .where(facts.c.id.not_in(withdrawn()))
        .scalar_subquery()
    )
    query = (
        select(
            *(versions.c[name] for name in _SAME),
            readings.c.extractor,
            readings.c.read_at,
            number_of_versions.label("versions"),
            number_of_facts.label("facts"),
        )
        .join(readings, readings.c.version_id == versions.c.id)
        .where(readings.c.id.in_(extracted_readings()))
        .order_by(published.nulls_last(), versions.c.name, versions.c.id)
    )
    with ledger.reading() as connection:
        return [DocumentView(**row) for row in connection.execute(query).mappings()]
