"""Answers that are kept: an unchanged ledger answers the same question with the same page."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import wraps
from typing import Any, ParamSpec

from litestar import Response
from litestar.template.base import csrf_token

from servanda.web.desk import Desk
from servanda.web.formats import format_of

_P = ParamSpec("_P")
_TOKEN = b"\x00the token of the form\x00"
"""What stands for the CSRF token, which is another for each browser, in an answer that is kept."""
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
    """The handler, asked only where the ledger has changed since the same user asked the same. For pages that
    show nothing but what is in the ledger."""

    @wraps(handler)
    def answer(*args: _P.args, **kwargs: _P.kwargs) -> Response[Any]:
        request: Any = kwargs["request"]  # Litestar hands everything over by name
        desk: Desk = request.app.state.desk
        answers: Kept = request.app.state.kept
        user = request.user
        asks = user and (user.name, user.role, user.scopes)
        token = csrf_token({"request": request}).encode()
        with desk.keeper.moment():
            key = (desk.keeper.state(), asks, request.url.path, request.url.query, format_of(request))
            found = answers.get(key)
            if found is not None:
                body, media_type = found
                return Response(body.replace(_TOKEN, token), media_type=media_type)
            made = handler(*args, **kwargs)
        plain = made.status_code == 200 and "Content-Disposition" not in made.headers
        if plain and isinstance(made.content, bytes):
            body = made.content.replace(token, _TOKEN) if token else made.content
            answers.keep(key, body, str(made.media_type))
        return made

    return answer
