"""One fact: what it says and where, and a person's verdict on it."""

from __future__ import annotations

from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath

from servanda.errors import StaleError
from servanda.ledger.reviewing import Review
from servanda.publish.lines import fact_line
from servanda.web.access import user_of
from servanda.web.desk import Desk
from servanda.web.formats import Page, respond
from servanda.web.forms import Sent, done_before, led_on, lists, number, one, why
from servanda.web.settling import require_may_decide
from servanda.web.shown import shown
from servanda.web.threads import in_thread


@get("/facts/{fact:str}", opt={"role": "reader"})
@in_thread
def fact(request: Request[Any, Any, Any], fact: FromPath[str]) -> Response[bytes]:
    """A fact, current or withdrawn, with its history."""
    return fact_page(request, fact, {})


@post("/facts/{fact:str}/accept", opt={"role": "analyst"})
@in_thread
def accept(request: Request[Any, Any, Any], fact: FromPath[str], data: Sent) -> Response[Any]:
    """The fact is right."""
    return _verdict(request, fact, data, accepted=True)


@post("/facts/{fact:str}/reject", opt={"role": "analyst"})
@in_thread
def reject(request: Request[Any, Any, Any], fact: FromPath[str], data: Sent) -> Response[Any]:
    """The document does not say so."""
    return _verdict(request, fact, data, accepted=False)


@post("/review/accept", opt={"role": "analyst"})
@in_thread
def accept_all(request: Request[Any, Any, Any], data: Sent) -> Response[Any]:
    """Several facts are right as they were read: sources do differ. Those that somebody has reviewed in the
    meantime stay as that person left them."""
    desk: Desk = request.app.state.desk
    given = lists(data)
    made: list[Review] = []
    for id_, seen in zip(given.get("fact", ()), given.get("after", ()), strict=False):
        require_may_decide(desk.ledger, user_of(request), id_, "accepted")
        try:
            made.append(
                desk.ledger.reviewing.accept(id_, by=user_of(request).name, why=why(data), after=number(seen))
            )
        except StaleError as error:
            return fact_page(request, id_, data, str(error), status=409)
    return led_on(data, done="-".join(str(review.number) for review in made))


def fact_page(
    request: Request[Any, Any, Any], given: str, sent: Sent, problem: str = "", status: int = 200
) -> Response[bytes]:
    """The page of a fact; `sent` is the form that could not be taken, whose words stay in it."""
    desk: Desk = request.app.state.desk
    found = shown(desk, desk.edition(), given)
    here = f"/facts/{found.id}"
    context: dict[str, object] = {
        "facts": (found,),
        "next": one(sent, "next", here),
        "here": here,
        "done": done_before(request, desk.ledger, here),
        "problem": problem,
        "why": one(sent, "why"),
    }
    line = fact_line(found.told.fact.fact)
    data: dict[str, object] = {"fact": line, "current": found.told.fact.current}
    data |= {"history": found.history, "dispute": found.dispute}
    title = f"{found.told.fact.kind}: {found.entry.label}" if found.entry else found.told.fact.kind
    page = Page(template="one.html", title=title, context=context, data=data, rows=[line])
    return respond(request, page, status)


def _verdict(request: Request[Any, Any, Any], given: str, sent: Sent, *, accepted: bool) -> Response[Any]:
    desk: Desk = request.app.state.desk
    record = desk.ledger.reviewing.accept if accepted else desk.ledger.reviewing.reject
    after = number(one(sent, "after", "0"))
    require_may_decide(desk.ledger, user_of(request), given, "accepted" if accepted else "rejected")
    try:
        review = record(given, by=user_of(request).name, why=why(sent), after=after)
    except StaleError as error:
        return fact_page(request, given, sent, str(error), status=409)
    return led_on(sent, done=review.number)
