"""Who reviewed what, how well reviewers agree, and taking a review back."""

from __future__ import annotations

from typing import Any

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromPath

from servanda.query.agreement import agreements
from servanda.query.reviews import ReviewView, with_facts
from servanda.query.wording import what
from servanda.web.access import user_of
from servanda.web.asking import Part, asked
from servanda.web.desk import Desk
from servanda.web.formats import Page, respond
from servanda.web.forms import Sent, done_before, led_on, number, why
from servanda.web.threads import in_thread

VERDICTS = ("accepted", "rejected", "corrected", "added")


class _Asked(Part, frozen=True, kw_only=True):
    """by: who reviewed; verdict: one of those; differ: two names with a comma between, facts on which they
    differ."""

    by: str = ""
    verdict: str = ""
    differ: str = ""


@get("/reviews", opt={"role": "reader"})
@in_thread
def index(request: Request[Any, Any, Any]) -> Response[bytes]:
    """The reviews, the last first."""
    desk: Desk = request.app.state.desk
    asks = asked(request, _Asked)
    made = desk.ledger.reviewing.all()
    agreed = agreements(made)
    on = next((set(a.differ) for a in agreed if asks.differ == f"{a.one},{a.other}"), None)
    wanted = [
        review
        for review in reversed(made)
        if (not asks.by or review.by == asks.by)
        and (not asks.verdict or (review.verdict == asks.verdict and review.undoes is None))
        and (on is None or review.fact in on)
    ]
    part = wanted[asks.offset : asks.offset + asks.limit]
    facts = {review.fact for review in part}
    numbers = {review.number for review in part}
    views = [
        v for v in with_facts(desk.ledger, (r for r in made if r.fact in facts)) if v.review.number in numbers
    ]
    rows = [review_row(view) for view in reversed(views)]
    context = {
        "views": list(reversed(views)),
        "total": len(wanted),
        "asks": asks,
        "people": sorted({review.by for review in made}),
        "verdicts": VERDICTS,
        "agreed": agreed,
        "done": done_before(request, desk.ledger, "/reviews"),
    }
    data = {"total": len(wanted), "page": asks.page, "agreement": agreed, "reviews": rows}
    page = Page(template="reviews.html", title="Reviews", context=context, data=data, rows=rows)
    return respond(request, page)


@post("/reviews/{given:str}/undo", opt={"role": "analyst"})
@in_thread
def undo(request: Request[Any, Any, Any], given: FromPath[str], data: Sent) -> Response[Any]:
    """Takes a review back; what it did is undone."""
    desk: Desk = request.app.state.desk
    for each in given.split("-"):
        desk.ledger.reviewing.undo(number(each), by=user_of(request).name, why=why(data))
    return led_on(data)


def review_row(view: ReviewView) -> dict[str, object]:
    """A review as one row of a table, its changes in words."""
    changes = [f"{each.property}: {each.before} -> {each.after}" for each in view.changes]
    said: dict[str, object] = msgspec.to_builtins(view.review)
    return said | {
        "stands": view.stands,
        "kind": view.fact.kind if view.fact else None,
        "what": what(view.fact.fact) if view.fact else "erased",
        "document": view.fact.document if view.fact else None,
        "changes": changes,
    }
