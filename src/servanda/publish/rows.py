"""Entries as rows of a table."""

from __future__ import annotations

from typing import Any

from servanda.model import edtf
from servanda.model.facts import AnyFact, parties_in
from servanda.query.entries import EntryView

Row = dict[str, Any]


def entry_row(view: EntryView) -> Row:
    """An entry with what lists of all kinds show of it; `content` is what it says, or the title of a text."""
    fact, days = view.fact, edtf.bounds(view.date) if view.date else None
    return {
        "id": view.id,
        "kind": view.kind,
        "label": view.label,
        "type": getattr(fact, "type", None),
        "act": getattr(fact, "act", None),
        "status": view.status.value if view.status else None,
        "status_reason": view.status.reason if view.status else None,
        "score": view.score,
        "date": view.date,
        "first_day": days[0].isoformat() if days else None,
        "last_day": days[1].isoformat() if days else None,
        "parties": parties_of(fact),
        "fields": list(getattr(fact, "fields", ())),
        "participants": list(getattr(fact, "participants", ())),
        "place": getattr(fact, "place", None),
        "country": getattr(fact, "country", None),
        "content": getattr(fact, "content", None) or getattr(fact, "title", None),
        "sources": view.sources,
        "conflicts": list(view.conflicts),
    }


def parties_of(fact: AnyFact) -> list[str]:
    """The codes of all parties that it names, in whatever role, each once."""
    return list(dict.fromkeys(parties_in(fact)))
