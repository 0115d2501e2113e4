"""Every page is also data: `/entries` is a page, `/entries.json` and `/entries.csv` hold the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from io import BytesIO
from typing import Any, Literal

import msgspec
from litestar import Request, Response
from litestar.enums import ScopeType
from litestar.types import ASGIApp, Receive, Scope, Send

from servanda.publish.cells import write_table
from servanda.web.render import render

Rows = Sequence[Mapping[str, object]]
Format = Literal["html", "json", "csv"]
_DATA: tuple[Format, ...] = ("json", "csv")
_NO_PAGES = ("/static/", "/api/", "/download/")


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """What a page holds, in each of its formats.

    template  name of the template, which gets `context`
    data      what the JSON holds
    rows      what the CSV holds: one row a thing that the page lists; or what makes them when asked
    """

    template: str
    title: str
    context: dict[str, object] = {}
    data: object = None
    rows: Rows | Callable[[], Rows] = ()

    def listed(self) -> Rows:
        """The rows."""
        return self.rows() if callable(self.rows) else self.rows


class Formats:
    """Takes .json or .csv off an address before it is routed, and notes which was asked for. The first page
    is /index.json and /index.csv."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Routes the request as if its address had no ending."""
        if scope["type"] == ScopeType.HTTP and not scope["path"].startswith(_NO_PAGES):
            path, dot, ending = scope["path"].rpartition(".")
            if dot and ending in _DATA:
                raw = scope.get("raw_path") or b""
                path = "/" if path == "/index" else path
                asked: Any = {"path": path, "raw_path": raw.rpartition(b".")[0], "servanda.format": ending}
                scope = scope | asked
        await self._app(scope, receive, send)


def format_of(request: Request[Any, Any, Any]) -> Format:
    """The format that was asked for."""
    asked: Any = request.scope
    found: Format = asked.get("servanda.format", "html")
    return found


def respond(request: Request[Any, Any, Any], page: Page, status: int = 200) -> Response[bytes]:
    """The page in the format that was asked for."""
    match format_of(request):
        case "json":
            body = msgspec.json.encode(page.data if page.data is not None else list(page.listed()))
            return Response(body, media_type="application/json", status_code=status)
        case "csv":
            return Response(
                csv(page.listed()),
                media_type="text/csv",
                headers={"Content-Disposition": 'attachment; filename="servanda.csv"'},
                status_code=status,
            )
    html = render(request, page.template, page.context | {"title": page.title})
    return Response(html.encode(), media_type="text/html", status_code=status)


def csv(rows: Iterable[Mapping[str, object]]) -> bytes:
    """The rows as CSV, with a line of names that has all of theirs."""
    listed = list(rows)
    columns = tuple(dict.fromkeys(name for row in listed for name in row))
    out = BytesIO()
    write_table(columns, (dict(row) for row in listed), out)
    return out.getvalue()
