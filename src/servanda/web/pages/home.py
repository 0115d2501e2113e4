"""Home: where cooperation is active, what changed, what is due, what is disputed, what waits for a person."""

from __future__ import annotations

from functools import partial
from typing import Any

from litestar import Request, Response, get

from servanda.publish.charts.years import years
from servanda.query.disputes import disputes
from servanda.query.edition.wanted import Wanted
from servanda.web.desk import Desk
from servanda.web.formats import Page, respond
from servanda.web.kept import kept
from servanda.web.pages.listing import relationship_rows
from servanda.web.threads import in_thread


@get("/", opt={"role": "reader"})
@in_thread
@kept
def home(request: Request[Any, Any, Any]) -> Response[bytes]:
    """The first page."""
    desk: Desk = request.app.state.desk
    edition = desk.edition()
    relationships = edition.relationships(limit=12)
    disputed = len(disputes(desk.ledger))
    waiting = ({"disagree": disputed} if disputed else {}) | edition.review_counts()
    found: dict[str, Any] = {
        "relationships": relationships.items,
        "since": edition.since(),
        "changed": edition.changes(limit=8).items,
        "read": edition.entries(order="read", limit=8).items,
        "years": edition.years(),
        "due": edition.entries(Wanted(waiting=True, ahead=True), "due", limit=8).items,
        "overdue": edition.entries(Wanted(overdue=True), "due", limit=8),
        "conflicts": edition.conflicts(limit=5),
        "review": waiting,
    }
    page = Page(
        template="home.html",
        title="Servanda",
        context=found | {"total": relationships.total, "chart": years(found["years"])},
        data=found,
        rows=partial(relationship_rows, relationships.items),
    )
    return respond(request, page)
