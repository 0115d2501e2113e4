"""What a call that changes something has to show, so that no page of another site can make it."""

from __future__ import annotations

from difflib import get_close_matches

from litestar.exceptions import ClientException, PermissionDeniedException
from litestar.handlers import BaseRouteHandler

from servanda.web.access import Connection, User

_SAFE = ("GET", "HEAD", "OPTIONS")


def guard_writes(connection: Connection, _: BaseRouteHandler) -> None:
    """The guard of all calls.

    A browser sends the cookie of a session with whatever a page of another site makes it send; the pages have
    a hidden field against that, a program has none. So a call changes nothing by a session, only by a token.
    A desk of one person has no tokens; there it is the type of the body that a page of another site cannot
    give without asking leave, which it never gets.
    """
    if connection.scope.get("method") in _SAFE:
        return
    user: User | None = connection.user
    if user is not None and user.session is not None:
        raise PermissionDeniedException("A call changes nothing by a session; show a token.")
    type_ = connection.headers.get("content-type", "").partition(";")[0].strip().lower()
    if connection.scope.get("method") == "POST" and type_ != "application/json":
        raise UnsupportedMediaTypeException("Send the body as application/json.")


def guard_names(connection: Connection, handler: BaseRouteHandler) -> None:
    """The guard of all calls: a parameter that a call does not have is refused, since a misspelt filter that
    is passed over would answer with too much."""
    known: frozenset[str] = handler.opt.get("asks", frozenset())
    for name in connection.query_params:
        if name not in known:
            near = get_close_matches(name, known, n=1)
            mend = f"did you mean {near[0]}?" if near else f"known are {', '.join(sorted(known)) or 'none'}"
            raise ClientException(f"{name[:100]}: there is no such parameter; {mend}")


class UnsupportedMediaTypeException(ClientException):
    """The body is of another type than the one that is taken."""

    status_code = 415
