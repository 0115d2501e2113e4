"""The programme of a year as rows of a table."""

from __future__ import annotations

from collections.abc import Iterable

from servanda.codebook.programme import parts
from servanda.query.programme import Line

Row = dict[str, object]


def programme_rows(lines: Iterable[Line]) -> list[Row]:
    """One row a line, the same columns whatever the lines."""
    names = {part.code: part.name for part in parts()}
    return [_row(line, names[line.part]) for line in lines]


def _row(line: Line, part: str) -> Row:
    details = line.assigned.details if line.assigned else None
    return {
        "part": part,
        "quarter": line.quarter,
        "when": line.entry.date or (details.due if details else None),
        "what": line.entry.label,
        "words": line.entry.what,
        "fields": list(line.entry.fields),
        "side": line.side,
        "planned": line.planned,
        "standing": line.standing,
        "status": line.entry.status,
        "office": details.office if details else None,
        "person": details.person if details else None,
        "due": details.due if details else None,
        "budget": details.budget if details else None,
        "amount": line.amount.value if line.amount else None,
        "currency": line.amount.currency if line.amount else None,
        "note": details.note if details else None,
        "entry": line.entry.id,
    }
