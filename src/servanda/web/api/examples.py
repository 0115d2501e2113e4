"""An example of each call, in an order in which they can be run; the page of the interface is made of them.

What stands in braces is filled with what an earlier answer held.
"""

from __future__ import annotations

from typing import Any, Literal

import msgspec


class Example(msgspec.Struct, frozen=True, kw_only=True):
    """One call.

    call   the name of the call (`operationId`)
    path   behind /api/v1, with its query
    keeps  what is taken from the answer for later examples: a name, and where it stands (`items.0.id`)
    """

    call: str
    method: Literal["GET", "POST", "DELETE"] = "GET"
    path: str
    body: dict[str, Any] | None = None
    keeps: dict[str, str] = {}


EXAMPLES: tuple[Example, ...] = (
    Example(
        call="read_document",
        method="POST",
        path="/documents",
        body={
            "name": "note",
            "text": "France and Viet Nam signed a letter of intent on cyber security in Paris. "
            "France pledged to train Vietnamese peacekeepers in 2025.",
            "published": "2024-06-05",
            "publisher": "Desk",
        },
        keeps={"document": "taken.0.document", "job": "id"},
    ),
    Example(call="imported", path="/imports/{job}"),
    Example(call="documents", path="/documents?size=10"),
    Example(
        call="document",
        path="/documents/{document}",
        keeps={"fact": "facts.0.id", "other": "facts.1.id", "told": "facts.0.fact"},
    ),
    Example(
        call="relationships",
        path="/relationships?party=FR",
        keeps={"a": "items.0.parties.0", "b": "items.0.parties.1"},
    ),
    Example(call="relationship", path="/relationships/{a}/{b}"),
    Example(
        call="entries",
        path="/entries?party=FR&party=VN&order=time",
        keeps={"entry": "items.0.id"},
    ),
    Example(call="entry", path="/entries/{entry}"),
    Example(
        call="entries",
        path="/entries?kind=engagement&status=held&since=2015&size=2",
        keeps={"one": "items.0.facts.0", "two": "items.1.facts.0"},
    ),
    Example(call="due", path="/due?party=France"),
    Example(call="conflicts", path="/conflicts"),
    Example(call="people", path="/people?size=20", keeps={"person": "items.0.person.id"}),
    Example(call="person", path="/people/{person}"),
    Example(call="organisations", path="/organisations?q=ministry", keeps={"organisation": "items.0.id"}),
    Example(call="organisation", path="/organisations/{organisation}"),
    Example(call="facts", path="/facts?party=FR&party=VN&kind=commitment"),
    Example(call="fact", path="/facts/{fact}"),
    Example(call="search", path="/search?q=cyber+security"),
    Example(call="queue", path="/queue?reason=conflict&size=20"),
    Example(
        call="review",
        method="POST",
        path="/reviews",
        body={"fact": "{other}", "verdict": "accepted", "why": "as the text says", "after": 0},
        keeps={"review": "number"},
    ),
    Example(call="reviews_made", path="/reviews?fact={other}"),
    Example(
        call="undo_review", method="POST", path="/reviews/{review}/undo", body={"why": "read it too fast"}
    ),
    Example(
        call="add_fact",
        method="POST",
        path="/facts",
        body={
            "fact": {
                "kind": "position",
                "document": "note",
                "source": "{document}",
                "evidence": [
                    {
                        "start": 74,
                        "end": 129,
                        "text": "France pledged to train Vietnamese peacekeepers in 2025",
                    }
                ],
                "content": "train Vietnamese peacekeepers",
                "holder": ["FR"],
                "confidence": 1.0,
            },
            "why": "a stance, too",
        },
    ),
    Example(
        call="judge",
        method="POST",
        path="/judgements",
        body={"ruling": "not-same", "a": "{one}", "b": "{two}", "why": "two visits"},
        keeps={"judgement": "number"},
    ),
    Example(call="judgements", path="/judgements"),
    Example(
        call="undo_judgement", method="POST", path="/judgements/{judgement}/undo", body={"why": "by mistake"}
    ),
    Example(
        call="assign",
        method="POST",
        path="/assignments",
        body={"fact": "{fact}", "details": {"office": "Asia directorate", "due": "2024-11-30"}},
    ),
    Example(call="assignments", path="/assignments?fact={fact}"),
    Example(
        call="register",
        method="POST",
        path="/webhooks",
        body={"url": "https://1.1.1.1/told", "parties": ["FR", "VN"]},
        keeps={"webhook": "webhook.id"},
    ),
    Example(call="webhooks", path="/webhooks"),
    Example(call="remove", method="DELETE", path="/webhooks/{webhook}"),
    Example(call="exported", path="/exports/csv?party=FR"),
)


def filled(value: Any, known: dict[str, Any]) -> Any:
    """The value with what is known in place of its braces."""
    if isinstance(value, str):
        if value[1:-1] in known and value == f"{{{value[1:-1]}}}":
            return known[value[1:-1]]
        for name, found in known.items():
            value = value.replace(f"{{{name}}}", str(found))
        return value
    if isinstance(value, dict):
        return {name: filled(each, known) for name, each in value.items()}
    if isinstance(value, list):
        return [filled(each, known) for each in value]
    return value


def kept(answer: Any, place: str) -> Any:
    """What stands at a place of an answer: `items.0.id`."""
    for part in place.split("."):
        answer = answer[int(part)] if part.isdigit() else answer[part]
    return answer
