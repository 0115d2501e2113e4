"""Feeds of a relationship: what changed as Atom, what is due or assigned as a calendar."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import Any
from urllib.parse import quote

from litestar import Request, Response, get
from litestar.exceptions import NotFoundException
from litestar.params import FromPath
from litestar.response import Redirect
from sqlalchemy import func, select

from servanda.codebook.places import party_name
from servanda.ledger.tables import facts, readings
from servanda.publish.atom import Item, write_atom
from servanda.publish.calendar import agenda, write_calendar
from servanda.query.edition.edition import Edition
from servanda.query.edition.rows import EntryRow
from servanda.query.edition.wanted import Wanted
from servanda.query.facts import facts_of
from servanda.query.reads import last_started
from servanda.web.asking import pair_of, relationship_of
from servanda.web.desk import Desk
from servanda.web.threads import in_thread

_MOST, _MOST_ASSIGNED = 100, 500
_CALLED_OFF = ("cancelled", "withdrawn", "refused", "postponed")
Pair = tuple[str, str]


@get("/feeds/{a:str}/{file:str}", opt={"role": "reader"})
@in_thread
def feed(request: Request[Any, Any, Any], a: FromPath[str], file: FromPath[str]) -> Response[bytes]:
    """The feed of two parties, given by code or name: /feeds/FR/VN.atom or /feeds/FR/VN.ics."""
    desk: Desk = request.app.state.desk
    b, _, ending = file.rpartition(".")
    if ending not in ("atom", "ics"):
        raise NotFoundException("Feeds end in .atom (what changed) or .ics (a calendar).")
    pair, edition = pair_of(a, b), desk.edition()
    relationship_of(edition, pair)
    if ending == "atom":
        body = _atom(desk, edition, pair, str(request.base_url).rstrip("/"))
        return Response(body, media_type="application/atom+xml")
    return Response(_calendar(desk, edition, pair), media_type="text/calendar")


@get("/download/calendar/{a:str}/{file:str}", opt={"role": "reader"})
@in_thread
def calendar(request: Request[Any, Any, Any], a: FromPath[str], file: FromPath[str]) -> Redirect:
    """The address that the calendar had before: leads to /feeds."""
    if not file.endswith(".ics"):
        raise NotFoundException(f"{file} has no ending of a calendar: .ics.")
    return Redirect(f"/feeds/{quote(a, safe='')}/{quote(file, safe='')}", status_code=301)


def _atom(desk: Desk, edition: Edition, pair: Pair, base: str) -> bytes:
    rows = edition.entries(Wanted(pair=pair), "read", limit=_MOST).items
    read = _last_read(desk, rows)
    title = f"{party_name(pair[0])} and {party_name(pair[1])}: what was read"
    address = f"{base}/feeds/{quote(pair[0], safe='')}/{quote(pair[1], safe='')}.atom"
    items = [Item(entry=row, read=read[row.id], address=f"{base}/entries/{row.id}") for row in rows]
    return write_atom(title, address, items)


def _last_read(desk: Desk, rows: tuple[EntryRow, ...]) -> dict[str, str]:
    """When the last fact of each entry was read."""
    query = (
        select(facts.c.id, func.max(readings.c.read_at).label("read_at"))
        .join(readings, readings.c.id == facts.c.reading_id)
        .where(facts.c.id.in_([id_ for row in rows for id_ in row.facts]))
        .group_by(facts.c.id)
    )
    with desk.ledger.reading() as connection:
        times: dict[str, str] = {row.id: row.read_at for row in connection.execute(query)}
    return {row.id: max((times[id_] for id_ in row.facts if id_ in times), default="") for row in rows}


def _calendar(desk: Desk, edition: Edition, pair: Pair) -> bytes:
    waiting = edition.entries(Wanted(pair=pair, waiting=True), "due", limit=500).items
    off = edition.entries(Wanted(pair=pair, statuses=_CALLED_OFF), "newest", limit=_MOST).items
    assigned = desk.ledger.assigning.standing()
    dated = tuple(fact for fact, each in assigned.items() if each.details.due)
    minded = edition.entries(Wanted(pair=pair, facts=dated), limit=_MOST_ASSIGNED).items if dated else ()
    rows = list({row.id: row for row in (*waiting, *off, *minded)}.values())
    views = facts_of(desk.ledger, [id_ for row in rows for id_ in row.facts])
    stamp = datetime.fromisoformat(last_started(desk.ledger) or f"{desk.today()}T00:00:00Z")
    out = BytesIO()
    write_calendar(agenda(rows, views, desk.today(), assigned), stamp, out)
    return out.getvalue()
