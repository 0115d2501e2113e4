"""A line of the log and a measure for each request. Neither holds what was asked for beyond the path: a query
can hold names, words that somebody looks for, and the token of a feed."""

from __future__ import annotations

import logging
import secrets
import time
from typing import Any

import msgspec
from litestar.enums import ScopeType
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from servanda.publish.plain import plain
from servanda.settings import LogForm
from servanda.web.measures import Measures

_log = logging.getLogger("servanda.access")
_LONGEST = 300
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


class Record:
    """Wraps the whole application: gives each request an id, which its answer bears as `X-Request-Id`."""

    def __init__(self, app: ASGIApp, measures: Measures) -> None:
        self._app, self._measures = app, measures

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers, then writes down what was answered."""
        if scope["type"] != ScopeType.HTTP:
            await self._app(scope, receive, send)
            return
        began, id_, status = time.perf_counter(), secrets.token_hex(8), 500
        noted: dict[str, str] = {}

        async def with_id(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message["headers"], (b"x-request-id", id_.encode())]
            await send(message)

        more: Any = {"servanda.noted": noted}
        try:
            await self._app(scope | more, receive, with_id)
        finally:
            seconds = time.perf_counter() - began
            method = scope["method"] if scope["method"] in _METHODS else "other"
            self._measures.answered(method, noted.get("route", "none"), status, seconds)
            what = {
                "request": id_,
                "user": noted.get("user"),
                "method": method,
                "path": plain(scope["path"])[:_LONGEST],
                "status": status,
                "ms": round(seconds * 1000, 1),
            }
            _log.info("%s %s %d", method, what["path"], status, extra={"servanda": what})


class Lines(logging.Formatter):
    """Each record of the log as one line of JSON, whatever stands in it."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        line = {
            "at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(record.created)),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        line |= getattr(record, "servanda", {})
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        return msgspec.json.encode(line).decode()


def start_logging(form: LogForm) -> None:
    """Writes the log of the desk to standard error: `json` a line of JSON for each request and event, `text`
    the same for people, `none` what went wrong only."""
    handler = logging.StreamHandler()
    handler.setFormatter(
        Lines() if form == "json" else logging.Formatter("%(asctime)s %(levelname)s %(message)s")
    )
    logger = logging.getLogger("servanda")
    logger.handlers = [handler]
    logger.setLevel(logging.WARNING if form == "none" else logging.INFO)
    logger.propagate = False
