"""Downloads: the ledger's facts and entries as files, and briefings."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
from litestar import Request, Response, get
from litestar.exceptions import NotFoundException
from litestar.params import FromPath
from litestar.response import Stream

from servanda.errors import UsageError
from servanda.model.facts import KINDS
from servanda.publish.brief.write import FORMATS as BRIEFS
from servanda.query.filters import Filters
from servanda.web.asking import asked, day_of
from servanda.web.desk import Desk
from servanda.web.exporting import FORMATS, pieces, write_brief, write_export
from servanda.web.formats import Page, respond
from servanda.web.threads import in_few_threads, in_thread

_TYPES = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".pdf": "application/pdf",
    ".md": "text/markdown",
    ".html": "text/html",
}


class Chosen(msgspec.Struct, frozen=True, kw_only=True):
    """What is exported: the filters of `servanda export` as they stand in an address."""

    party: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    field: str = ""
    status: str = ""
    act: str = ""
    person: str = ""
    since: str = ""
    until: str = ""
    text: str = ""
    min_confidence: float | None = None

    def filters(self) -> Filters:
        """As the queries take them."""
        return Filters(
            parties=tuple(filter(None, self.party)),
            kinds=tuple(filter(None, self.kind)),
            field=self.field or None,
            status=self.status or None,
            act=self.act or None,
            person=self.person or None,
            since=self.since or None,
            until=self.until or None,
            text=self.text or None,
            min_confidence=self.min_confidence,
        )


class _Brief(msgspec.Struct, frozen=True, kw_only=True):
    """ours: the side for which it is; as_of: the day as of which it is told."""

    ours: str = ""
    as_of: str = ""


@get("/exports", opt={"role": "reader"})
@in_thread
def index(request: Request[Any, Any, Any]) -> Response[bytes]:
    """The formats, what each is for, and what is to be in the file."""
    desk: Desk = request.app.state.desk
    asks = asked(request, Chosen)
    edition = desk.edition()
    rows = [
        {"format": code, "name": name, "ending": ending, "use": use}
        for code, (name, ending, use) in FORMATS.items()
    ]
    page = Page(
        template="exports.html",
        title="Exports",
        context={"formats": rows, "asks": asks, "parties": edition.parties(), "kinds": KINDS,
                 "fields": edition.fields()},
        rows=rows,
    )  # fmt: skip
    return respond(request, page)


@get("/download/export", opt={"role": "reader"})
async def chosen(request: Request[Any, Any, Any]) -> Response[Any]:
    """The export whose format stands in the query, as the form asks for it."""
    return await _export(request, request.query_params.get("format", ""))


@get("/download/export/{name:str}", opt={"role": "reader"})
async def export(request: Request[Any, Any, Any], name: FromPath[str]) -> Response[Any]:
    """The facts that satisfy the filters of the address, in one of the formats."""
    return await _export(request, name)


@in_few_threads
def _export(request: Request[Any, Any, Any], name: str) -> Response[Any]:
    desk: Desk = request.app.state.desk
    if name not in FORMATS:
        raise NotFoundException(f"{name} is no format; formats are {', '.join(FORMATS)}")
    filters = asked(request, Chosen).filters()
    folder = TemporaryDirectory(prefix="servanda-export-")
    path = Path(folder.name) / "export"
    try:
        with path.open("wb") as out:
            write_export(desk.ledger, name, filters, desk.today(), out)
    except BaseException:
        folder.cleanup()
        raise
    ending = FORMATS[name][1]
    return Stream(
        pieces(folder, path),
        media_type="application/octet-stream",
        headers={"Content-Disposition": f'attachment; filename="servanda-{name}.{ending}"'},
    )


@get("/download/brief/{a:str}/{b:str}", opt={"role": "reader"})
@in_few_threads
def brief(request: Request[Any, Any, Any], a: FromPath[str], b: FromPath[str]) -> Response[bytes]:
    """The briefing on two parties: /download/brief/FR/VN.docx."""
    desk: Desk = request.app.state.desk
    asks = asked(request, _Brief)
    other, _, ending = b.rpartition(".")
    if f".{ending}" not in BRIEFS or not other:
        raise NotFoundException(f"{b} has no ending of a briefing; endings are {', '.join(BRIEFS)}")
    day = day_of(asks.as_of)
    if a == other:
        raise UsageError(a, "is one party", "name two")
    name = Path(f"brief.{ending}")
    data = write_brief(desk.ledger, (day, desk.today()), (a, other), asks.ours or None, name)
    media_type = _TYPES[f".{ending}"]
    file = "".join(c for c in f"{a}-{other}" if c.isascii() and (c.isalnum() or c == "-")) or "brief"
    return Response(
        data,
        media_type=media_type,
        headers={"Content-Disposition": f'attachment; filename="{file}.{ending}"'},
    )
