"""Logging in and out."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from litestar import Request, Response, get, post
from litestar.datastructures import Cookie
from litestar.enums import RequestEncodingType
from litestar.exceptions import NotAuthorizedException
from litestar.params import Body
from litestar.response import Redirect

from servanda.web.access import COOKIE, Sessions
from servanda.web.asking import inside
from servanda.web.desk import Desk
from servanda.web.formats import Page, respond
from servanda.web.threads import in_thread


class Credentials(msgspec.Struct, frozen=True, kw_only=True):
    """What the form of the login sends; `next` is the page that was asked for."""

    name: str = ""
    password: str = ""
    next: str = "/"


@get("/login", opt={"role": "nobody"})
@in_thread
def form(request: Request[Any, Any, Any]) -> Response[bytes]:
    """The form."""
    return respond(request, _page(request.query_params.get("next", "/")))


@post("/login", opt={"role": "nobody"})
@in_thread
def login(
    request: Request[Any, Any, Any],
    data: Annotated[Credentials, Body(media_type=RequestEncodingType.URL_ENCODED)],
) -> Response[Any]:
    """Opens a session where name and password are right."""
    desk: Desk = request.app.state.desk
    sessions: Sessions = request.app.state.sessions
    address = f"address {request.client.host}" if request.client else "address"
    who = f"name {data.name[:64]}", address
    sessions.refuse_guesses(*who)
    account = desk.ledger.accounts.authenticate(data.name, data.password)
    if account is None:
        sessions.failed(*who)
        return respond(request, _page(data.next, "Name or password is wrong."), status=403)
    sessions.end(request.cookies.get(COOKIE, ""))
    cookie = Cookie(
        key=COOKIE,
        value=sessions.open(account.name),
        httponly=True,
        samesite="strict",
        secure=request.app.state.secure,
        max_age=sessions.seconds,
    )
    return Redirect(inside(data.next), status_code=303, cookies=[cookie])


@post("/logout", opt={"role": "reader"})
@in_thread
def logout(request: Request[Any, Any, Any]) -> Response[Any]:
    """Ends the session."""
    if request.user is None or request.user.session is None:
        raise NotAuthorizedException("Nobody is logged in here.")
    request.app.state.sessions.end(request.user.session)
    gone = Cookie(key=COOKIE, value="", max_age=0, httponly=True, samesite="strict")
    return Redirect("/login", status_code=303, cookies=[gone])


def _page(next_page: str, problem: str = "") -> Page:
    return Page(
        template="login.html",
        title="Log in",
        context={"next": inside(next_page), "problem": problem},
        data={"problem": problem} if problem else {},
    )
