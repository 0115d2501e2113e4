"""Relationships: the list of them, and everything between two parties, as of any day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import Any

from litestar import Request, Response, get
from litestar.params import FromPath
from msgspec.structs import replace

from servanda.codebook.places import party_name
from servanda.follow.answer import sides
from servanda.model.facts import Commitment
from servanda.publish.charts.items import items_of_rows
from servanda.publish.charts.timeline import timeline
from servanda.publish.charts.values import Chart, Period
from servanda.query.edition.edition import Edition
from servanda.query.edition.rows import EntryRow
from servanda.query.edition.wanted import Wanted
from servanda.web.asking import Part, asked, day_of, pair_of, party, relationship_of
from servanda.web.charting import NAMES
from servanda.web.desk import Desk
from servanda.web.formats import Page, respond
from servanda.web.kept import kept
from servanda.web.pages.charts import decades
from servanda.web.pages.listing import entry_rows, relationship_rows
from servanda.web.threads import in_thread

_MOST = 400
"""So many entries, the latest, are on the page; the list of entries has them all."""


class _Asked(Part, frozen=True, kw_only=True):
    """party: of which party the relationships are asked for; since, until: the period that is shown."""

    party: str = ""
    since: str = ""
    until: str = ""
    as_of: str = ""


@get("/relationships", opt={"role": "reader"})
@in_thread
@kept
def index(request: Request[Any, Any, Any]) -> Response[bytes]:
    """All relationships, or those of one party."""
    asks = asked(request, _Asked)
    edition = request.app.state.desk.edition(day_of(asks.as_of))
    of = party(asks.party) if asks.party else None
    found = edition.relationships(of, limit=asks.limit, offset=asks.offset)
    page = Page(
        template="relationships.html",
        title=f"Relationships of {party_name(of)}" if of else "Relationships",
        context={"found": found, "asks": asks, "parties": edition.parties()},
        data={"total": found.total, "page": asks.page, "relationships": found.items},
        rows=partial(relationship_rows, found.items),
    )
    return respond(request, page)


@get("/relationships/{a:str}/{b:str}", opt={"role": "reader"})
@in_thread
@kept
def relationship(request: Request[Any, Any, Any], a: FromPath[str], b: FromPath[str]) -> Response[bytes]:
    """Everything between two parties, given by code or name."""
    desk: Desk = request.app.state.desk
    asks = asked(request, _Asked)
    pair = pair_of(a, b)
    edition = desk.edition(day_of(asks.as_of), pair)
    counts = relationship_of(edition, pair)
    everything = Wanted(pair=pair)
    asked_for = replace(everything, since=asks.since or None, until=asks.until or None)
    found = edition.latest(asked_for, limit=_MOST)
    context = {
        "pair": pair,
        "counts": counts,
        "asks": asks,
        "found": found,
        "commitments": _by_debtor((e for e in found.items if e.kind == "commitment"), pair),
        "fields": _by_year(found.items),
        "chart": _timeline(found.items, asks, desk.today()),
        "chart_names": NAMES,
        "decades": decades([e.first_day or "" for e in found.items]),
        **_parts(edition, everything),
    }
    page = Page(
        template="relationship.html",
        title=" – ".join(map(party_name, pair)),
        context=context,
        data={"relationship": counts, "total": found.total, "entries": found.items},
        rows=partial(entry_rows, found.items),
    )
    return respond(request, page)


def _timeline(entries: Iterable[EntryRow], asks: _Asked, today: date) -> Chart:
    period = Period.of(asks.since or None, asks.until or None)
    return timeline(items_of_rows(entries), period, day_of(asks.as_of) or today)


def _parts(edition: Edition, everything: Wanted) -> dict[str, Any]:
    return {
        "conflicts": edition.conflicts(everything, limit=20),
        "implied": edition.implied(everything),
        "people": edition.people_of(everything, limit=40),
        "organisations": edition.organisations_of(everything, limit=40),
        "waiting": edition.entries(replace(everything, waiting=True), "due", limit=20).items,
    }


def _by_debtor(entries: Iterable[EntryRow], pair: tuple[str, str]) -> list[tuple[str, list[EntryRow]]]:
    """Commitments by whose turn it is (follow.answer): the one side's, the other's, both sides'."""
    grouped: dict[str, list[EntryRow]] = defaultdict(list)
    for entry in entries:
        doers = sides(entry.fact).doers & set(pair) if isinstance(entry.fact, Commitment) else set(pair)
        grouped[next(iter(doers)) if len(doers) == 1 else "both"].append(entry)
    names = [*(code for code in pair if code in grouped), *(["both"] if "both" in grouped else [])]
    return [(name, grouped[name]) for name in names]


def _by_year(entries: Iterable[EntryRow]) -> dict[str, dict[str, int]]:
    """How many entries there are in each field by year; undated ones by their first report."""
    table: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for entry in entries:
        year = (entry.first_day or entry.told[0] or "")[:4]
        for field in entry.fields:
            table[field][year if year.isdigit() else ""] += 1
    ordered = sorted(table.items(), key=lambda item: -sum(item[1].values()))
    return {field: dict(sorted(years.items())) for field, years in ordered}
