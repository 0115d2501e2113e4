"""Documents: what was read, and the text of one with the facts that stand on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

import msgspec
from litestar import Request, Response, get
from litestar.params import FromPath

from servanda.query.document import document_page
from servanda.query.views import FactView
from servanda.query.wording import what, who
from servanda.web.asking import Part, asked
from servanda.web.desk import Desk
from servanda.web.formats import Page, respond
from servanda.web.kept import kept
from servanda.web.threads import in_thread

_MOST_TEXT = 400_000
"""So many characters of a text stand on its page, more in its other formats."""


@get("/documents", opt={"role": "reader"})
@in_thread
@kept
def index(request: Request[Any, Any, Any]) -> Response[bytes]:
    """The documents as they stand now, those published last first."""
    desk: Desk = request.app.state.desk
    asks = asked(request, Part)
    found = desk.edition().documents(limit=asks.limit, offset=asks.offset)
    page = Page(
        template="documents.html",
        title="Documents",
        context={"documents": found.items, "total": found.total, "asks": asks},
        data={"total": found.total, "page": asks.page, "documents": found.items},
        rows=[msgspec.to_builtins(each) for each in found.items],
    )
    return respond(request, page)


@get("/documents/{version:str}", opt={"role": "reader"})
@in_thread
@kept
def document(request: Request[Any, Any, Any], version: FromPath[str]) -> Response[bytes]:
    """The text of one version with the facts in its margin."""
    desk: Desk = request.app.state.desk
    found = document_page(desk.ledger, version)
    entries = desk.edition().entries_of([view.id for view in found.facts])
    context = {
        "found": found,
        "pieces": list(pieces(found.document.text[:_MOST_TEXT], found.facts)),
        "left_out": max(0, len(found.document.text) - _MOST_TEXT),
        "entries": entries,
    }
    rows = [
        {
            "id": view.id,
            "kind": view.kind,
            "who": who(view.fact),
            "what": what(view.fact),
            "confidence": view.fact.confidence,
            "quotation": view.fact.evidence[0].text,
            "start": view.fact.evidence[0].start,
            "end": view.fact.evidence[0].end,
        }
        for view in found.facts
    ]
    title = found.document.title or found.document.name
    page = Page(template="document.html", title=title, context=context, data=found, rows=rows)
    return respond(request, page)


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of text on which the same facts stand, by their places in the list; `first` tells those that
    begin here."""

    text: str
    start: int
    facts: tuple[int, ...] = ()
    first: tuple[int, ...] = ()
    kind: str = ""


def pieces(text: str, facts: Iterable[FactView]) -> Iterator[Piece]:
    """The text cut where a quotation begins or ends."""
    spans = [
        (span.start, min(span.end, len(text)), number, view.kind)
        for number, view in enumerate(facts)
        for span in view.fact.evidence
        if span.start < len(text)
    ]
    cuts = sorted({0, len(text), *(s for s, *_ in spans), *(e for _, e, *_ in spans)})
    begun: set[int] = set()
    for start, end in pairwise(cuts):
        here = {n: kind for s, e, n, kind in spans if s <= start and end <= e}
        new = tuple(n for n in here if n not in begun)
        begun |= set(here)
        kind = next(iter(here.values()), "")
        yield Piece(text=text[start:end], start=start, facts=tuple(here), first=new, kind=kind)
