"""Errors as answers: a page for people, problem details (RFC 9457) for programs."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

import msgspec
from litestar import Request, Response
from litestar.exceptions import HTTPException

from servanda.errors import MissingError, ServandaError, StaleError, UsageError
from servanda.web.formats import format_of
from servanda.web.render import render

_log = logging.getLogger("servanda.web")


def on_error(request: Request[Any, Any, Any], error: Exception) -> Response[bytes]:
    """The answer to a request that failed. What went wrong inside is logged and not told."""
    if isinstance(error, HTTPException):
        extra = error.extra if isinstance(error.extra, list) else []
        return _answer(request, error.status_code, str(error.detail), dict(error.headers or {}), extra)
    if isinstance(error, ServandaError):
        return _answer(request, _status_of(error), str(error))
    _log.exception("%s %s failed", request.method, request.url.path, exc_info=error)
    return _answer(request, 500, "Something failed here; the server's log says what.")


def _status_of(error: ServandaError) -> int:
    return next((status for kind, status in _STATUSES if isinstance(error, kind)), 422)


_STATUSES = ((UsageError, 400), (MissingError, 404), (StaleError, 409))


def _answer(
    request: Request[Any, Any, Any],
    status: int,
    detail: str,
    headers: dict[str, str] | None = None,
    extra: object = (),
) -> Response[bytes]:
    if status == 401 and _wants_page(request):
        asked = request.url.path if request.method == "GET" else "/"
        return Response(b"", status_code=303, headers={"Location": f"/login?{urlencode({'next': asked})}"})
    headers = headers or {}
    title = HTTPStatus(status).phrase
    if not _wants_page(request):
        problem: dict[str, object] = {
            "type": "about:blank",
            "title": title,
            "status": status,
            "detail": detail,
        }
        if extra:
            problem["errors"] = extra
        if status == 401:
            headers["WWW-Authenticate"] = "Bearer"
        body = msgspec.json.encode(problem, enc_hook=str)
        return Response(body, media_type="application/problem+json", status_code=status, headers=headers)
    page = render(request, "problem.html", {"title": title, "status": status, "detail": detail})
    return Response(page.encode(), media_type="text/html", status_code=status, headers=headers)


def _wants_page(request: Request[Any, Any, Any]) -> bool:
    return not request.url.path.startswith("/api/") and format_of(request) == "html"
