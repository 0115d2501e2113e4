"""Who asks, and whether they may: sessions in a cookie for browsers, tokens for programs.

A session is a random name of which the server alone knows what it stands for. It is given at login and never
taken from a request, so nobody can fix it beforehand; logging out or shutting the account ends it at once.
"""

from __future__ import annotations

import getpass
import secrets
import time
from collections.abc import Callable
from typing import Any

import msgspec
from litestar import Request
from litestar.connection import ASGIConnection
from litestar.exceptions import (
    ClientException,
    NotAuthorizedException,
    PermissionDeniedException,
    TooManyRequestsException,
)
from litestar.handlers import BaseRouteHandler
from litestar.middleware import AbstractAuthenticationMiddleware, AuthenticationResult

from servanda.ledger.accounts import Role, Scope, reaches
from servanda.web.desk import Desk
from servanda.web.noting import note

Connection = ASGIConnection[Any, Any, Any, Any]
COOKIE = "servanda_session"
_FEEDS = "/feeds/"
_MOST_SESSIONS = 10_000
_SCOPE_OF: dict[Role, Scope] = {
    "reader": "read",
    "analyst": "review",
    "editor": "write",
    "administrator": "write",
}
_FAILURES, _WINDOW = 10, 15 * 60.0
"""So many wrong passwords of one name or from one address within so many seconds, then none is looked at."""


class User(msgspec.Struct, frozen=True, kw_only=True):
    """Who asks. `scopes` are those of a token; None where a person asks."""

    name: str
    role: Role
    scopes: tuple[Scope, ...] | None = None
    session: str | None = None

    def may(self, role: Role) -> bool:
        """Whether the user may do what `role` may: by their role and, with a token, by its scopes."""
        return reaches(self.role, role) and (self.scopes is None or _SCOPE_OF[role] in self.scopes)


class Sessions:
    """The sessions of one server, in its memory: a restart logs everybody out.

    seconds  after so many a session ends
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic, seconds: int = 12 * 3600) -> None:
        self._clock, self.seconds = clock, seconds
        self._sessions: dict[str, tuple[str, float]] = {}
        self._failures: dict[str, list[float]] = {}

    def open(self, account: str) -> str:
        """A new session of the account."""
        self._sweep()
        session = secrets.token_urlsafe(32)
        self._sessions[session] = account, self._clock() + self.seconds
        return session

    @property
    def number(self) -> int:
        """How many there are."""
        return sum(until > self._clock() for _, until in self._sessions.values())

    def account(self, session: str) -> str | None:
        """Whose session it is; None where it is none, or has ended."""
        account, until = self._sessions.get(session, ("", 0.0))
        return account if until > self._clock() else None

    def end(self, session: str) -> None:
        """Ends a session."""
        self._sessions.pop(session, None)

    def end_all(self, account: str, *, but: str | None = None) -> None:
        """Ends the sessions of an account, all but one where one is named."""
        for session in [s for s, (of, _) in self._sessions.items() if of == account and s != but]:
            del self._sessions[session]

    def refuse_guesses(self, *who: str) -> None:
        """TooManyRequestsException where somebody has given too many wrong passwords lately."""
        since = self._clock() - _WINDOW
        for each in who:
            if sum(at > since for at in self._failures.get(each, ())) >= _FAILURES:
                raise TooManyRequestsException(
                    "Too many wrong passwords; wait a quarter of an hour.", headers={"Retry-After": "900"}
                )

    def failed(self, *who: str) -> None:
        """Counts a wrong password."""
        if len(self._failures) >= _MOST_SESSIONS:
            self._sweep()
        for each in who:
            self._failures[each] = [*self._failures.get(each, ())[-_FAILURES:], self._clock()]

    def _sweep(self) -> None:
        now = self._clock()
        ended = [session for session, (_, until) in self._sessions.items() if until <= now]
        for session in ended or list(self._sessions)[: max(0, len(self._sessions) - _MOST_SESSIONS)]:
            del self._sessions[session]
        for who in [who for who, at in self._failures.items() if not at or at[-1] <= now - _WINDOW]:
            del self._failures[who]


class Authentication(AbstractAuthenticationMiddleware):
    """Finds out who asks: by token, by session, or, at a desk of one person, that person."""

    async def authenticate_request(self, connection: Connection) -> AuthenticationResult:
        """The user, None where nobody is known."""
        desk, sessions = connection.app.state.desk, connection.app.state.sessions
        user = _user(desk, sessions, connection)
        note(connection.scope, user.name if user else None)
        return AuthenticationResult(user=user, auth=None)


async def require_role(connection: Connection, handler: BaseRouteHandler) -> None:
    """The guard of every route: each names the role that it needs under `role` in its options, "nobody" for
    what is open to all. A route that names none is closed. Under `unless` stands what opens a route to
    somebody, whoever it is."""
    role = handler.opt.get("role")
    unless = handler.opt.get("unless")
    if role == "nobody" or (unless is not None and unless(connection)):
        return
    user: User | None = connection.user
    if user is None:
        raise NotAuthorizedException("Log in first.")
    if role is None or not user.may(role):
        raise PermissionDeniedException(f"This needs the role {role}; {user.name} is {user.role}.")


def refuse_other_sites(request: Request[Any, Any, Any]) -> None:
    """Before each handler: what changes something is not taken from a page of another site."""
    if request.method in ("GET", "HEAD", "OPTIONS"):
        return
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise PermissionDeniedException("This came from a page of another site.")


def refuse_nul(request: Request[Any, Any, Any]) -> None:
    """Before each handler: no database can look for the character NUL, and nobody needs it."""
    if "\x00" in request.url.path or "%00" in request.scope.get("query_string", b"").decode("latin-1"):
        raise ClientException("The address holds the character NUL.")


def user_of(request: Request[Any, Any, Any]) -> User:
    """Who asks, where the route is not open to all."""
    user: User | None = request.user
    if user is None:
        raise NotAuthorizedException("Log in first.")
    return user


def _user(desk: Desk, sessions: Sessions, connection: Connection) -> User | None:
    scheme, _, token = connection.headers.get("authorization", "").partition(" ")
    if scheme:
        found = desk.ledger.accounts.bearer(token.strip()) if scheme.lower() == "bearer" else None
        return User(name=found[0].name, role=found[0].role, scopes=found[1].scopes) if found else None
    if connection.scope["path"].startswith(_FEEDS) and "token" in connection.query_params:
        # Readers of feeds can send no header. What stands in an address gets into logs: it may only read.
        found = desk.ledger.accounts.bearer(connection.query_params["token"])
        reads = found is not None and found[1].scopes == ("read",)
        return User(name=found[0].name, role="reader", scopes=("read",)) if found and reads else None
    if desk.local:
        return User(name=_own_name(), role="administrator")
    session = connection.cookies.get(COOKIE, "")
    name = sessions.account(session)
    if name is None:
        return None
    account = desk.ledger.accounts.get(name)
    return None if account.disabled else User(name=account.name, role=account.role, session=session)


def _own_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such user on this system
        return "desk"
