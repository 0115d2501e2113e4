"""What the columns of each data frame are called, and their types."""

from __future__ import annotations

from typing import Final

from servanda.client.frames import Columns, Type

_ENTRY: Final[dict[str, Type]] = {
    "id": "text",
    "kind": "text",
    "label": "text",
    "status": "text",
    "status_reason": "text",
    "date": "text",
    "first_day": "day",
    "last_day": "day",
    "parties": "list",
    "fields": "list",
}
_BEHIND: Final[dict[str, Type]] = {
    "sources": "integer",
    "conflicts": "list",
    "quotation": "text",
    "documents": "list",
    "facts": "list",
}
_OF: Final[dict[str, dict[str, Type]]] = {
    "type": {"type": "text"},
    "act": {"act": "text", "score": "integer"},
    "what": {"content": "text"},
    "meeting": {
        "participants": "list",
        "place": "text",
        "country": "text",
        "series": "text",
        "ordinal": "integer",
        "within": "text",
    },
    "text": {"title": "text", "action": "text", "period": "text", "relations": "list"},
    "sides": {"speaker": "list", "addressee": "list", "by": "text", "due": "text"},
}


def _of_entries(*groups: str) -> Columns:
    own = {name: type_ for group in groups for name, type_ in _OF[group].items()}
    return _ENTRY | own | _BEHIND


ENTRIES: Final = _of_entries("type", "act", "what", "meeting")
ENGAGEMENTS: Final = _of_entries("type", "meeting")
INSTRUMENTS: Final = _of_entries("type", "text")
COMMITMENTS: Final = _of_entries("act", "what", "sides")
DUE: Final[Columns] = {"due_by": "day", "overdue": "flag", **ENTRIES}

FACTS: Final[Columns] = {
    "id": "text",
    "kind": "text",
    "entry": "text",
    "date": "text",
    "first_day": "day",
    "last_day": "day",
    "parties": "list",
    "fields": "list",
    "modality": "text",
    "confidence": "number",
    "quotation": "text",
    "start": "integer",
    "end": "integer",
    "document": "text",
    "document_title": "text",
    "document_published": "text",
    "document_publisher": "text",
    "document_url": "text",
    "extractor": "text",
    "rule": "text",
    "properties": "object",
}
PEOPLE: Final[Columns] = {
    "id": "text",
    "name": "text",
    "party": "text",
    "posts": "list",
    "first": "text",
    "last": "text",
    "spellings": "list",
    "documents": "list",
}
ORGANISATIONS: Final[Columns] = {
    "id": "text",
    "name": "text",
    "party": "text",
    "named": "flag",
    "names": "list",
    "people": "list",
    "posts": "list",
    "first": "text",
    "last": "text",
    "entries": "list",
}
DOCUMENTS: Final[Columns] = {
    "id": "text",
    "name": "text",
    "title": "text",
    "published": "text",
    "publisher": "text",
    "url": "text",
    "language": "text",
    "facts": "integer",
    "versions": "integer",
    "origin": "text",
    "sha256": "text",
    "extractor": "text",
    "read_at": "text",
}
CONFLICTS: Final[Columns] = {
    "property": "text",
    "label": "text",
    "value": "text",
    "quotation": "text",
    "document": "text",
    "published": "text",
    "publisher": "text",
    "fact": "text",
    "entry": "text",
}
HITS: Final[Columns] = {
    "found": "text",
    "id": "text",
    "text": "text",
    "document": "text",
    "title": "text",
    "published": "text",
    "publisher": "text",
}
