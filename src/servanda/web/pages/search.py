"""Search: full text over documents and facts, and the names of people and organisations."""

from __future__ import annotations

from typing import Any

import msgspec
from litestar import Request, Response, get

from servanda.query.search import search as found_for
from servanda.query.views import SearchResults
from servanda.query.wording import what, who
from servanda.web.asking import asked
from servanda.web.desk import Desk
from servanda.web.formats import Page, respond
from servanda.web.kept import kept
from servanda.web.threads import in_thread


class _Asked(msgspec.Struct, frozen=True, kw_only=True):
    """q: words, those between double quotes together."""

    q: str = ""


@get("/search", opt={"role": "reader"})
@in_thread
@kept
def search(request: Request[Any, Any, Any]) -> Response[bytes]:
    """Documents, facts, people and organisations that hold the words."""
    desk: Desk = request.app.state.desk
    asks = asked(request, _Asked)
    edition = desk.edition()
    found = found_for(desk.ledger, asks.q, limit=30) if asks.q.strip() else SearchResults()
    people = edition.people(asks.q, limit=10).items if asks.q.strip() else ()
    named = edition.organisations(asks.q, limit=10).items if asks.q.strip() else ()
    page = Page(
        template="search.html",
        title=f"Search: {asks.q}" if asks.q else "Search",
        context={
            "found": found,
            "people": people,
            "organisations": named,
            "q": asks.q,
            "entries": edition.entries_of([view.id for view in found.facts]),
        },
        data={"documents": found.documents, "facts": found.facts, "people": people, "organisations": named},
        rows=[
            {
                "id": view.id,
                "kind": view.kind,
                "who": who(view.fact),
                "what": what(view.fact),
                "document": view.document,
                "quotation": view.fact.evidence[0].text,
            }
            for view in found.facts
        ],
    )
    return respond(request, page)
