"""Organisations: ministries, services, headquarters, institutes, and one of them with people and deeds."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from litestar import Request, Response, get
from litestar.params import FromPath

from servanda.model.fold import fold_name
from servanda.query.edition.edition import Edition
from servanda.query.edition.rows import EntryRow
from servanda.query.edition.wanted import Wanted
from servanda.query.organisations import OrganisationView
from servanda.web.asking import Named, asked, day_of, party
from servanda.web.desk import Desk
from servanda.web.formats import Page, respond
from servanda.web.kept import kept
from servanda.web.threads import in_thread

_MOST = 200
"""So many entries, the latest, are on the page; the list of entries has them all."""


@get("/organisations", opt={"role": "reader"})
@in_thread
@kept
def index(request: Request[Any, Any, Any]) -> Response[bytes]:
    """The organisations, by party and name."""
    desk: Desk = request.app.state.desk
    asks = asked(request, Named)
    edition = desk.edition(day_of(asks.as_of))
    of = (party(asks.party),) if asks.party else ()
    found = edition.organisations(asks.q, of, limit=asks.limit, offset=asks.offset)
    page = Page(
        template="organisations.html",
        title="Organisations",
        context={"found": found, "asks": asks, "parties": edition.parties()},
        data={"total": found.total, "page": asks.page, "organisations": found.items},
        rows=partial(organisation_rows, found.items),
    )
    return respond(request, page)


@get("/organisations/{given:str}", opt={"role": "reader"})
@in_thread
@kept
def organisation(request: Request[Any, Any, Any], given: FromPath[str]) -> Response[bytes]:
    """One organisation, by its id: who serves in it, what tells of it, of what it is in charge."""
    desk: Desk = request.app.state.desk
    as_of = request.query_params.get("as_of", "")
    edition = desk.edition(day_of(as_of))
    found = edition.organisation(given)
    told = edition.entries(Wanted(organisation=found.id), "newest", limit=_MOST)
    in_charge = _in_charge(desk, edition, found)
    page = Page(
        template="organisation.html",
        title=found.name,
        context={"organisation": found, "told": told, "in_charge": in_charge, "as_of": as_of},
        data={"organisation": found, "total": told.total, "entries": told.items, "in_charge": in_charge},
        rows=partial(organisation_rows, [found]),
    )
    return respond(request, page)


def _in_charge(desk: Desk, edition: Edition, of: OrganisationView) -> list[EntryRow]:
    """The entries that people assigned to the office of one of its names."""
    names = {fold_name(name) for name in (of.name, *of.names)}
    assigned = desk.ledger.assigning.standing()
    facts = [fact for fact, each in assigned.items() if fold_name(each.details.office) in names]
    rows = edition.entries_of(facts).values() if facts else ()
    return list({row.id: row for row in rows}.values())


def organisation_rows(found: Iterable[OrganisationView]) -> list[dict[str, object]]:
    """One row an organisation and holder of a post in it."""
    return [
        {
            "id": each.id,
            "name": each.name,
            "party": each.party,
            "named": each.named,
            "names": each.names,
            "person": holder.name if holder else None,
            "rank": holder.rank if holder else None,
            "post": holder.post if holder else None,
            "first": holder.first if holder else None,
            "last": holder.last if holder else None,
            "entries": len(each.entries),
        }
        for each in found
        for holder in (each.holders or (None,))
    ]
