"""The calendar: what is due, month by month, and what should have been and of which nothing was found."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import Any

from litestar import Request, Response, get

from servanda.query.edition.rows import EntryRow
from servanda.web.asking import Asked, asked
from servanda.web.formats import Page, respond
from servanda.web.kept import kept
from servanda.web.pages.listing import entry_rows
from servanda.web.threads import in_thread


@get("/due", opt={"role": "reader"})
@in_thread
@kept
def index(request: Request[Any, Any, Any]) -> Response[bytes]:
    """What waits, by the last day of its date."""
    asks = asked(request, Asked)
    edition = request.app.state.desk.edition(asks.day)
    found = edition.entries(asks.wanted(waiting=True), "due", limit=asks.limit, offset=asks.offset)
    months = [(month, list(of)) for month, of in groupby(found.items, key=_month)]
    page = Page(
        template="due.html",
        title="Calendar",
        context={"found": found, "asks": asks, "months": months, "parties": edition.parties()},
        data={"total": found.total, "page": asks.page, "entries": found.items},
        rows=partial(entry_rows, found.items),
    )
    return respond(request, page)


def _month(entry: EntryRow) -> str:
    return entry.waiting.by[:7] if entry.waiting else ""
