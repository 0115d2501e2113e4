"""What changed in the ledger since a day or a read: conflicts, statuses, entries. And activity by year."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any, get_args

import msgspec
from litestar import Request, Response, get

from servanda.errors import UsageError
from servanda.publish.charts.years import years
from servanda.query import reads
from servanda.query.book import open_book
from servanda.query.edition.printed import Found
from servanda.query.lately import ChangeRow, Section, Since, changes_since
from servanda.web.asking import Part, asked
from servanda.web.desk import Desk
from servanda.web.formats import Page, respond
from servanda.web.kept import kept, kept_here
from servanda.web.threads import in_few_threads, in_thread

SECTIONS: tuple[Section, ...] = get_args(Section)


class _Asked(Part, frozen=True, kw_only=True):
    """since: a day, or the number of a read; section: only what changed in this way."""

    since: str = ""
    section: str = ""


@get("/changes", opt={"role": "reader"})
@in_few_threads  # another day or read than the printed one is compared on the spot
@kept_here
def changes(request: Request[Any, Any, Any]) -> Response[bytes]:
    """What changed in the last week, or with the last read; or since what the address says."""
    desk: Desk = request.app.state.desk
    asks = asked(request, _Asked)
    if asks.section and asks.section not in SECTIONS:
        raise UsageError(asks.section, "is no kind of change", f"they are {', '.join(SECTIONS)}")
    since, found = _compared(desk, asks) if asks.since.strip() else _printed(desk, asks)
    page = Page(
        template="changes.html",
        title="What changed",
        context={"since": since, "found": found, "asks": asks, "sections": SECTIONS},
        data={"since": since, "total": found.total, "page": asks.page, "changes": found.items},
        rows=partial(_change_rows, found.items),
    )
    return respond(request, page)


def _printed(desk: Desk, asks: _Asked) -> tuple[Since, Found[ChangeRow]]:
    edition = desk.edition()
    section = asks.section or None
    return edition.since(), edition.changes(section, limit=asks.limit, offset=asks.offset)


def _compared(desk: Desk, asks: _Asked) -> tuple[Since, Found[ChangeRow]]:
    """Another day or read than that with which the edition compares: the whole ledger is read for it."""
    read = reads.since(desk.ledger, asks.since)
    since, found = changes_since(desk.ledger, open_book(desk.ledger), read, desk.today())
    chosen = [row for row in found if asks.section in ("", row.section)]
    return since, Found(tuple(chosen[asks.offset : asks.offset + asks.limit]), len(chosen))


def _change_rows(found: Iterable[ChangeRow]) -> Sequence[dict[str, object]]:
    return [msgspec.to_builtins(row) for row in found]


@get("/years", opt={"role": "reader"})
@in_thread
@kept
def by_year(request: Request[Any, Any, Any]) -> Response[bytes]:
    """How many entries begin in each year."""
    edition = request.app.state.desk.edition()
    made = years(edition.years())
    page = Page(
        template="years.html",
        title=made.title,
        context={"chart": made},
        data={"title": made.title, "description": made.description, "notes": made.notes, "rows": made.rows},
        rows=made.rows,
    )
    return respond(request, page)
