"""Conflicts: where independent sources differ, with their quotations side by side."""

from __future__ import annotations

from typing import Any

from litestar import Request, Response, get

from servanda.web.asking import Asked, asked
from servanda.web.formats import Page, respond
from servanda.web.kept import kept
from servanda.web.threads import in_thread


@get("/conflicts", opt={"role": "reader"})
@in_thread
@kept
def index(request: Request[Any, Any, Any]) -> Response[bytes]:
    """The conflicts about the entries that satisfy the filters of the address."""
    asks = asked(request, Asked)
    edition = request.app.state.desk.edition(asks.day)
    found = edition.conflicts(asks.wanted(), limit=asks.limit, offset=asks.offset)
    page = Page(
        template="conflicts.html",
        title="Conflicts",
        context={"found": found, "asks": asks},
        data={"total": found.total, "page": asks.page, "conflicts": found.items},
        rows=[
            {
                "entry": conflict.entry,
                "label": conflict.label,
                "property": conflict.property,
                "value": told.value,
                "document": told.document,
                "published": told.published,
                "publisher": told.publisher,
                "quotation": told.quotation,
            }
            for conflict in found.items
            for told in conflict.told
        ],
    )
    return respond(request, page)
