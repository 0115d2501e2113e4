"""Import: files, pages and feeds come into the ledger, and each is told with what became of it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import msgspec
from anyio import to_thread
from litestar import Request, Response, get, post
from litestar.datastructures import UploadFile
from litestar.params import FromPath
from litestar.response import Redirect

from servanda.errors import UsageError
from servanda.intake.orders import Order
from servanda.sources.metadata import Metadata, edtf_day
from servanda.sources.web.pages import is_web_address
from servanda.web.access import user_of
from servanda.web.asking import asked
from servanda.web.desk import Desk
from servanda.web.formats import Page, respond
from servanda.web.importing import Job, Report
from servanda.web.threads import in_thread
from servanda.web.uploads import save

_MOST_FILES, _MOST_ADDRESSES = 500, 100


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """What the form holds besides files: addresses one a line, and what is known of all documents."""

    addresses: str = ""
    feeds: str = ""
    publisher: str = ""
    published: str = ""


class _Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """The address of the form may name a page that is to be read."""

    address: str = ""


@get("/import", opt={"role": "editor"})
@in_thread
def form(request: Request[Any, Any, Any]) -> Response[bytes]:
    """The form, and what has been imported since the server began."""
    desk: Desk = request.app.state.desk
    reports = desk.importer.reports()
    page = Page(
        template="import.html",
        title="Import",
        context={"reports": reports, "wanted": asked(request, _Wanted).address},
        data={"imports": reports},
        rows=[_report_row(report) for report in reports],
    )
    return respond(request, page)


@post("/import", opt={"role": "editor"})
async def start(request: Request[Any, Any, Any]) -> Response[Any]:
    """Takes what is to be read; the page of the job tells how far it is."""
    sent = await request.form()
    texts = {name: str(sent.get(name) or "") for name in Given.__struct_fields__}
    files = [each for each in sent.getall("files", []) if isinstance(each, UploadFile) and each.filename]
    if len(files) > _MOST_FILES:
        raise UsageError("import", f"{len(files)} files are too many", f"send {_MOST_FILES}, or an archive")
    named = [(each.filename, await each.read()) for each in files]
    desk: Desk = request.app.state.desk
    job = await to_thread.run_sync(_submit, desk, named, Given(**texts), user_of(request).name)
    return Redirect(f"/import/{job.report.id}", status_code=303)


@get("/import/{job:str}", opt={"role": "analyst"})
@in_thread
def job_page(request: Request[Any, Any, Any], job: FromPath[str]) -> Response[bytes]:
    """How far a job is, and what was read and skipped."""
    desk: Desk = request.app.state.desk
    report = desk.importer.job(job).report
    page = Page(
        template="job.html",
        title=f"Import: {report.title}",
        context={"report": report},
        data=report,
        rows=[
            *(
                {"origin": each.origin, "became": str(each.added), "facts": each.facts, "id": each.document}
                for each in report.taken
            ),
            *(
                {"origin": each.origin, "became": "skipped", "why": each.reason, "mend": each.mend}
                for each in report.skipped
            ),
        ],
    )
    return respond(request, page)


def _submit(desk: Desk, files: list[tuple[str, bytes]], given: Given, by: str) -> Job:
    addresses, feeds = _addresses(given.addresses), _addresses(given.feeds)
    about = Metadata(publisher=given.publisher.strip() or None, published=_day(given.published))
    if not (files or addresses or feeds):
        raise UsageError("import", "nothing was given to read", "choose files, or write an address")
    order = Order(addresses=addresses, feeds=feeds, about=about)
    names: list[str] = []
    if files:
        folder = desk.importer.new_folder()
        names = [save(folder, name, data) for name, data in files]
        now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        order = msgspec.structs.replace(order, folder=str(folder), origin=f"uploads/{now}/{by}")
    return desk.importer.submit(order, _title([*names, *addresses, *feeds]), by)


def _title(told: list[str]) -> str:
    return told[0] if len(told) == 1 else f"{told[0]} and {len(told) - 1} more"


def _addresses(text: str) -> tuple[str, ...]:
    """Only those of the web: the name of a file would be one on the server."""
    found = tuple(filter(None, map(str.strip, text.splitlines())))
    for each in found:
        if not is_web_address(each):
            raise UsageError(each, "is no address of the web", "begin it with https:// or http://")
    if len(found) > _MOST_ADDRESSES:
        raise UsageError(
            "import", f"{len(found)} addresses are too many", f"send {_MOST_ADDRESSES} at a time"
        )
    return found


def _day(text: str) -> str | None:
    try:
        return edtf_day(text) if text.strip() else None
    except ValueError as error:
        raise UsageError("published", str(error), "correct the day") from error


def _report_row(report: Report) -> dict[str, object]:
    return {
        "id": report.id,
        "title": report.title,
        "by": report.by,
        "made": report.made,
        "state": report.state,
        "facts": report.facts,
        **report.added,
    }
