"""Entries as rows of a table, for every list that can be had as CSV."""

from __future__ import annotations

from collections.abc import Iterable

from servanda.publish.lines import properties_of
from servanda.query.edition.rows import EntryRow, RelationshipRow


def entry_rows(entries: Iterable[EntryRow]) -> list[dict[str, object]]:
    """One row an entry: what the lists show, and the properties of its fact by their names."""
    return [_row(entry) for entry in entries]


def _row(entry: EntryRow) -> dict[str, object]:
    fact = {name: getattr(entry.fact, name) for name in properties_of(type(entry.fact))}
    return {
        "id": entry.id,
        "kind": entry.kind,
        "label": entry.label,
        "date": entry.date,
        "status": entry.status,
        "reason": entry.reason,
        "sources": entry.sources,
        "conflicts": entry.conflicts,
        "confidence": entry.confidence,
        "first_told": entry.told[0],
        "last_told": entry.told[1],
        **{name: _flat(value) for name, value in fact.items() if name not in ("status", "date")},
        "facts": entry.facts,
    }


def _flat(value: object) -> object:
    """Lists of words stay lists; what is nested is told in words."""
    if isinstance(value, tuple):
        return [each if isinstance(each, str) else " ".join(map(str, _parts(each))) for each in value]
    if value is None or isinstance(value, str | int | float):
        return value
    return " ".join(map(str, _parts(value)))


def _parts(value: object) -> Iterable[object]:
    return (getattr(value, name) for name in getattr(value, "__struct_fields__", ()))


def relationship_rows(relationships: Iterable[RelationshipRow]) -> list[dict[str, object]]:
    """One row a relationship."""
    return [
        {
            "a": row.parties[0],
            "b": row.parties[1],
            "entries": row.entries,
            **row.kinds,
            "documents": row.documents,
            "first": row.first,
            "last": row.last,
            "waiting": row.waiting,
            "overdue": row.overdue,
            "conflicts": row.conflicts,
        }
        for row in relationships
    ]
