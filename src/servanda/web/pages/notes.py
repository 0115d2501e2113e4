"""Notes: what somebody knows and no document says, as a document of its own that facts can quote."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Annotated, Any

import msgspec
from litestar import Request, Response, get, post
from litestar.enums import RequestEncodingType
from litestar.params import Body
from litestar.response import Redirect

from servanda.errors import UsageError
from servanda.intake.orders import Order
from servanda.model.fold import fold_words
from servanda.sources.items import RawItem
from servanda.sources.metadata import Metadata
from servanda.web.access import user_of
from servanda.web.asking import day_of
from servanda.web.desk import Desk
from servanda.web.formats import Page, respond
from servanda.web.importing import Job
from servanda.web.threads import in_thread

_PATIENCE = 8.0
"""Seconds after which the page of the job is shown instead of the document."""
_LONGEST = 100_000


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """What the form holds; day: of which the note is, empty for today."""

    title: str = ""
    day: str = ""
    text: str = ""


@get("/notes/new", opt={"role": "analyst"})
@in_thread
def form(request: Request[Any, Any, Any]) -> Response[bytes]:
    """The form."""
    today = request.app.state.desk.today().isoformat()
    return respond(
        request, Page(template="note.html", title="New note", context={"today": today}, data={"today": today})
    )


@post("/notes/new", opt={"role": "analyst"})
async def write(
    request: Request[Any, Any, Any],
    data: Annotated[Note, Body(media_type=RequestEncodingType.URL_ENCODED)],
) -> Response[Any]:
    """Has the note read as any document is, and leads to it, or to how far it is."""
    report = await (await _submit(request, data)).over(_PATIENCE)
    if report.is_over and report.taken:
        return Redirect(f"/documents/{report.taken[0].document}", status_code=303)
    return Redirect(f"/import/{report.id}", status_code=303)


@in_thread
def _submit(request: Request[Any, Any, Any], note: Note) -> Job:
    desk: Desk = request.app.state.desk
    by = user_of(request).name
    order = Order(notes=(_item(note, by, desk),))
    return desk.importer.submit(order, f"note: {note.title.strip() or 'without title'}", by)


def _item(note: Note, by: str, desk: Desk) -> RawItem:
    text, title = note.text.strip().replace("\r\n", "\n"), " ".join(note.title.split())
    if not text:
        raise UsageError("the note", "is empty", "write what is known, and from whom")
    if len(text) > _LONGEST:
        raise UsageError("the note", f"is longer than {_LONGEST:,} characters", "import it as a file")
    day = day_of(note.day.strip()) or desk.today()
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    words = re.sub(r"[^\w-]+", "-", "-".join(fold_words(title)))[:60].strip("-")
    return RawItem(
        name=f"note-{words}" if words else "note",
        origin=f"notes/{now}/{by}",
        media_type="text/plain",
        data=text.encode("utf-8", errors="replace"),
        charset="utf-8",
        metadata=Metadata(
            title=title or None,
            author=by,
            published=day.isoformat(),
            publisher=f"Note by {by}",
            language="en",
        ),
    )
