"""Answers that are kept: an unchanged ledger answers the same question with the same page."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import wraps
from typing import Any, ParamSpec

from litestar import Response

from servanda.web.desk import Desk
from servanda.web.formats import format_of
from servanda.web.helpers import Helpers
from servanda.web.helping import Answer, Work
from servanda.web.render import PLACEHOLDER, token_of
from servanda.web.threads import of_earlier_day

_P = ParamSpec("_P")
_TOKEN = PLACEHOLDER.encode()
MOST_BYTES = 64 * 1024 * 1024


class Kept:
    """Answers by what was asked of which state of the ledger; those asked for longest ago go first."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._lock = threading.Lock()
        self._most, self._size = most_bytes, 0
        self._answers: OrderedDict[Hashable, tuple[bytes, str | None]] = OrderedDict()

    def get(self, key: Hashable) -> tuple[bytes, str | None] | None:
        """The body and media type that were kept, None where there are none."""
        with self._lock:
            if key not in self._answers:
                return None
            self._answers.move_to_end(key)
            return self._answers[key]

    def keep(self, key: Hashable, body: bytes, media_type: str | None) -> None:
        """Keeps an answer, unless it would take more than a tenth of the room."""
        if len(body) > self._most // 10:
            return
        with self._lock:
            self._size += len(body) - len(self._answers.pop(key, (b"", None))[0])
            self._answers[key] = body, media_type
            while self._size > self._most:
                self._size -= len(self._answers.popitem(last=False)[1][0])


def kept(handler: Callable[_P, Response[Any]]) -> Callable[_P, Response[Any]]:
    """The handler, asked only where the ledger has changed since the same user asked the same, and of a large
    ledger in a helper. For pages that show nothing but what is in the ledger."""
    return _kept(handler, _by_helper)


def kept_here(handler: Callable[_P, Response[Any]]) -> Callable[_P, Response[Any]]:
    """The same without helpers, for what can take minutes: it must not hold up the pages of others."""
    return _kept(handler, lambda *_: None)


def _kept(
    handler: Callable[_P, Response[Any]], elsewhere: Callable[[Desk, Any, Callable[..., Any]], Answer | None]
) -> Callable[_P, Response[Any]]:
    @wraps(handler)
    def answer(*args: _P.args, **kwargs: _P.kwargs) -> Response[Any]:
        request: Any = kwargs["request"]  # Litestar hands everything over by name
        desk: Desk = request.app.state.desk
        answers: Kept = request.app.state.kept
        user = request.user
        asks = user and (user.name, user.role, user.scopes)
        token = token_of(request).encode()
        with desk.keeper.moment():
            key = (desk.keeper.state(), asks, request.url.path, request.url.query, format_of(request))
            found = answers.get(key) or elsewhere(desk, request, handler)
            if found is None:
                made = handler(*args, **kwargs)
                found = _plain(made, token)
            if found is None:
                return made
        answers.keep(key, *found)
        return Response(found[0].replace(_TOKEN, token), media_type=found[1])

    return answer


def _by_helper(desk: Desk, request: Any, handler: Callable[..., Any]) -> Answer | None:
    """The page as a helper makes it; those of earlier days, which may have to be printed, and files are made
    by the server itself."""
    if of_earlier_day(request) or format_of(request) == "csv":
        return None
    edition = desk.edition()
    if not desk.keeper.is_large:
        return None
    asked = {name: request.scope[name] for name in _TOLD if name in request.scope}
    helpers: Helpers = request.app.state.helpers
    return helpers.answer(
        Work(
            handler=(handler.__module__, handler.__name__),
            asked=asked,
            given=dict(request.path_params),
            user=request.user,
            edition=(edition.path, desk.keeper.is_behind),
            today=desk.today(),
        )
    )


def _plain(made: Response[Any], token: bytes) -> Answer | None:
    """The answer as it is kept, None where it is not to be."""
    plain = made.status_code == 200 and "Content-Disposition" not in made.headers
    if not plain or not isinstance(made.content, bytes):
        return None
    return made.content.replace(token, _TOKEN) if token else made.content, str(made.media_type)


_TOLD = (
    *("type", "asgi", "http_version", "method", "scheme", "path", "raw_path", "query_string", "root_path"),
    *("headers", "server", "client", "servanda.format"),
)
