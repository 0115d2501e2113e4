"""Accounts: one's own, with its password and tokens, and, for an administrator, those of all."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from litestar import Request, Response, get, post
from litestar.enums import RequestEncodingType
from litestar.exceptions import PermissionDeniedException
from litestar.params import Body, FromPath
from litestar.response import Redirect

from servanda.errors import UsageError
from servanda.ledger.accounts import ROLES, SCOPES, SHORTEST_PASSWORD, Role, Scope
from servanda.web.access import Sessions, User, user_of
from servanda.web.asking import party
from servanda.web.desk import Desk
from servanda.web.formats import Page, respond
from servanda.web.telling import checked_address
from servanda.web.threads import in_thread

_FORM = RequestEncodingType.URL_ENCODED
Asking = Request[Any, Any, Any]


class NewPassword(msgspec.Struct, frozen=True, kw_only=True):
    """What the form for one's own password sends."""

    old: str = ""
    new: str = ""
    again: str = ""


class NewToken(msgspec.Struct, frozen=True, kw_only=True):
    """What the form for a token sends."""

    name: Annotated[str, msgspec.Meta(max_length=100)] = ""
    scope: Scope = "read"
    days: Annotated[int, msgspec.Meta(ge=1, le=366)] = 90


class NewWebhook(msgspec.Struct, frozen=True, kw_only=True):
    """What the form for a webhook sends; `parties` are codes with spaces or commas between them."""

    url: Annotated[str, msgspec.Meta(max_length=1000)] = ""
    parties: Annotated[str, msgspec.Meta(max_length=200)] = ""


class NewAccount(msgspec.Struct, frozen=True, kw_only=True):
    """What the form for an account sends."""

    name: str = ""
    role: Role = "reader"
    password: str = ""


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """What the form of one account sends; an empty password stays as it is."""

    role: Role = "reader"
    password: str = ""


@get("/account", opt={"role": "reader"})
@in_thread
def own(request: Asking) -> Response[bytes]:
    """One's own account."""
    return respond(request, _own_page(request))


@post("/account/password", opt={"role": "reader"})
@in_thread
def change_password(
    request: Asking, data: Annotated[NewPassword, Body(media_type=_FORM)]
) -> Response[bytes] | Redirect:
    """Changes one's own password, for which the old one is asked, and ends the other sessions."""
    user, desk, sessions = _person(request), _desk(request), _sessions(request)
    who = f"name {user.name}"
    sessions.refuse_guesses(who)
    if desk.ledger.accounts.authenticate(user.name, data.old) is None:
        sessions.failed(who)
        return respond(request, _own_page(request, problem="The old password is wrong."), status=422)
    if data.new != data.again:
        return respond(request, _own_page(request, problem="The two new passwords differ."), status=422)
    desk.ledger.accounts.change(user.name, password=data.new)
    sessions.end_all(user.name, but=user.session)
    return Redirect("/account", status_code=303)


@post("/account/tokens", opt={"role": "reader"}, status_code=200)
@in_thread
def make_token(request: Asking, data: Annotated[NewToken, Body(media_type=_FORM)]) -> Response[bytes]:
    """Makes a token, whose secret stands on the answer to this request and nowhere else."""
    user, accounts = _person(request), _desk(request).ledger.accounts
    # A scope holds those before it: who may write may read.
    scopes = SCOPES[: SCOPES.index(data.scope) + 1]
    _, secret = accounts.create_token(user.name, data.name.strip() or "a program", scopes, data.days)
    return respond(request, _own_page(request, secret=secret))


@post("/account/tokens/{token:str}/revoke", opt={"role": "reader"})
@in_thread
def revoke_token(request: Asking, token: FromPath[str]) -> Redirect:
    """Ends one of one's own tokens."""
    _desk(request).ledger.accounts.revoke(_person(request).name, token)
    return Redirect("/account", status_code=303)


@post("/account/webhooks", opt={"role": "editor"}, status_code=200)
@in_thread
def register_webhook(request: Asking, data: Annotated[NewWebhook, Body(media_type=_FORM)]) -> Response[bytes]:
    """Registers a webhook, whose secret stands on the answer to this request and nowhere else."""
    desk, user = _desk(request), _not_a_token(request)
    parties = tuple(dict.fromkeys(party(each) for each in data.parties.replace(",", " ").split()))
    made = desk.ledger.webhooks.register(user.name, checked_address(desk, data.url.strip()), parties)
    return respond(request, _own_page(request, secret=made.secret))


@post("/account/webhooks/{webhook:str}/remove", opt={"role": "editor"})
@in_thread
def remove_webhook(request: Asking, webhook: FromPath[str]) -> Redirect:
    """Ends one of one's own webhooks."""
    _desk(request).ledger.webhooks.remove(_not_a_token(request).name, webhook)
    return Redirect("/account", status_code=303)


@get("/accounts", opt={"role": "administrator"})
@in_thread
def index(request: Asking) -> Response[bytes]:
    """All accounts."""
    found = _desk(request).ledger.accounts.all()
    page = Page(
        template="accounts.html",
        title="Accounts",
        context={"accounts": found, "roles": ROLES, "shortest": SHORTEST_PASSWORD},
        data=found,
        rows=[msgspec.structs.asdict(each) for each in found],
    )
    return respond(request, page)


@post("/accounts", opt={"role": "administrator"})
@in_thread
def add(request: Asking, data: Annotated[NewAccount, Body(media_type=_FORM)]) -> Redirect:
    """Makes an account."""
    _desk(request).ledger.accounts.create(data.name, data.role, data.password)
    return Redirect("/accounts", status_code=303)


@post("/accounts/{name:str}", opt={"role": "administrator"})
@in_thread
def change(request: Asking, name: FromPath[str], data: Annotated[Change, Body(media_type=_FORM)]) -> Redirect:
    """Gives an account another role, or a password, which ends its sessions."""
    _refuse_own(request, name)
    _desk(request).ledger.accounts.change(name, role=data.role, password=data.password or None)
    if data.password:
        _sessions(request).end_all(name)
    return Redirect("/accounts", status_code=303)


@post("/accounts/{name:str}/disable", opt={"role": "administrator"})
@in_thread
def disable(request: Asking, name: FromPath[str]) -> Redirect:
    """Shuts an account."""
    _refuse_own(request, name)
    _desk(request).ledger.accounts.disable(name)
    _sessions(request).end_all(name)
    return Redirect("/accounts", status_code=303)


@post("/accounts/{name:str}/enable", opt={"role": "administrator"})
@in_thread
def enable(request: Asking, name: FromPath[str]) -> Redirect:
    """Opens an account again."""
    _desk(request).ledger.accounts.disable(name, again=True)
    return Redirect("/accounts", status_code=303)


def _own_page(request: Asking, problem: str = "", secret: str = "") -> Page:
    user, desk = user_of(request), _desk(request)
    tokens = [] if desk.local else desk.ledger.accounts.tokens(user.name)
    return Page(
        template="account.html",
        title="Your account",
        context={
            "tokens": tokens,
            "problem": problem,
            "secret": secret,
            "webhooks": desk.ledger.webhooks.of(user.name),
            "scopes": SCOPES,
            "shortest": SHORTEST_PASSWORD,
        },
        data={"name": user.name, "role": user.role, "tokens": tokens},
        rows=[msgspec.structs.asdict(each) for each in tokens],
    )


def _person(request: Asking) -> User:
    """The person who is logged in."""
    user = _not_a_token(request)
    if _desk(request).local:
        raise UsageError("this desk", "works without accounts", "make one with: servanda accounts add NAME")
    return user


def _not_a_token(request: Asking) -> User:
    """Who asks. A token must not make others, or it would outlive its own end."""
    user = user_of(request)
    if user.scopes is not None:
        raise PermissionDeniedException("This is for a person who has logged in, not for a token.")
    return user


def _refuse_own(request: Asking, name: str) -> None:
    """Nobody shuts themselves out by mistake: another administrator does it."""
    if user_of(request).name == name:
        raise UsageError(name, "is your own account", "ask another administrator")


def _desk(request: Asking) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


def _sessions(request: Asking) -> Sessions:
    sessions: Sessions = request.app.state.sessions
    return sessions
