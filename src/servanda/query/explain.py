"""Why a fact stands in the ledger."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from msgspec.structs import replace
from sqlalchemy import Connection, RowMapping, Select, bindparam, func, select

from servanda.errors import LedgerError, MissingError
from servanda.ledger import Ledger, rows
from servanda.ledger.lineage import is_seen_last
from servanda.ledger.tables import facts, readings, sightings, texts, versions
from servanda.model.document import Span
from servanda.query.facts import view
from servanda.query.views import DocumentRef, Explanation, Quotation, VersionView
from servanda.query.where import is_current

_SHOWN = 5
_ID = re.compile(r"(?:fact-|entry-)?([0-9a-f]{1,20})")


def explain(ledger: Ledger, fact_id: str, *, around: int = 200) -> Explanation:
    """The explanation of the fact whose id is `fact_id` or alone begins with it ("fact-" may be left out;
    an entry's id names its first fact), with up to `around` characters before and after each quotation.

    A fact that several extractors have read is explained as it was read last. Raises LedgerError where no
    fact, or more than one, has such an id.
    """
    with ledger.reading() as connection:
        whole = _whole_id(connection, fact_id)
        (row,) = _rows(connection, [whole])
        return replace(_explanation(row, around), versions=versions_of(connection, row["document_id"]))


def explain_all(ledger: Ledger, fact_ids: Sequence[str], *, around: int = 200) -> list[Explanation]:
    """The explanations of the facts with these ids, in their order, without the versions of their documents.
    What the ledger does not hold is left out."""
    with ledger.reading() as connection:
        found = {row["id"]: row for row in _rows(connection, fact_ids)}
    return [_explanation(found[id_], around) for id_ in fact_ids if id_ in found]


def _explanation(row: RowMapping, around: int) -> Explanation:
    fact = rows.decode(row["content"])
    return Explanation(
        fact=view(row, current=bool(row["current"])),
        quotations=tuple(_quotation(row["text"], span, around) for span in fact.evidence),
        rule=fact.rule,
        reasons=fact.reasons,
        extractor=row["extractor"],
        read_at=row["read_at"],
        document=DocumentRef(
            **{name: row[name] for name in DocumentRef.__struct_fields__ if name != "id"},
            id=row["version_id"],
        ),
        versions=(),
    )


def _whole_id(connection: Connection, fact_id: str) -> str:
    given = _ID.fullmatch(fact_id.strip().lower())
    first = f"fact-{given[1]}" if given else "-"
    begins = facts.c.id.between(first, f"{first}g")  # by an index; "g" comes after all hexadecimal digits
    query = select(facts.c.id).where(begins).distinct().limit(_SHOWN + 1)
    found: Sequence[str] = connection.execute(query).scalars().all()
    if not found:
        raise MissingError(fact_id, "no fact has this id", "find its id with: servanda search WORDS --json")
    if len(found) > 1:
        more = " and others" if len(found) > _SHOWN else ""
        raise LedgerError(
            fact_id, f"is the beginning of {', '.join(found[:_SHOWN])}{more}", "give more of the id"
        )
    return found[0]


def _rows(connection: Connection, fact_ids: Sequence[str]) -> list[RowMapping]:
    """Each fact as it was read last."""
    found = connection.execute(_query(), {"facts": list(fact_ids)}).mappings()
    return list({row["id"]: row for row in found}.values())


@cache
def _query() -> Select[Any]:
    columns: list[Any] = [
        facts.c.id,
        facts.c.content,
        readings.c.extractor,
        readings.c.read_at,
        is_current().label("current"),
        texts.c.text,
        versions.c.id.label("version_id"),
        *(c for c in versions.c if c.name != "id"),
    ]
    return (
        select(*columns)
        .select_from(facts)
        .join(readings, readings.c.id == facts.c.reading_id)
        .join(texts, texts.c.sha256 == readings.c.text_sha256)
        .join(versions, versions.c.id == readings.c.version_id)
        .where(facts.c.id.in_(bindparam("facts", expanding=True)))
        .order_by(readings.c.id)
    )


def _quotation(text: str, span: Span, around: int) -> Quotation:
    """The quotation with whole words before and after it."""
    start, end = max(0, span.start - around), min(len(text), span.end + around)
    if start > 0 and not text[start - 1].isspace():
        start = max(start, text.find(" ", start, span.start) + 1)
    if end < len(text) and not text[end].isspace():
        space = text.rfind(" ", span.end, end)
        end = space if space >= 0 else end
    return Quotation(span=span, before=text[start : span.start], after=text[span.end : end])


def versions_of(connection: Connection, document: int) -> tuple[VersionView, ...]:
    """All versions of the document, in the order in which they were seen."""
    query = (
        select(
            versions.c.id,
            versions.c.sha256,
            func.min(sightings.c.seen).label("seen"),
            is_seen_last().label("current"),
        )
        .join(sightings, sightings.c.version_id == versions.c.id)
        .where(versions.c.document_id == document)
        .group_by(versions.c.id, versions.c.sha256)
        .order_by(func.min(sightings.c.id))
    )
    return tuple(
        VersionView(id=row.id, sha256=row.sha256, seen=row.seen, current=bool(row.current))
        for row in connection.execute(query)
    )
