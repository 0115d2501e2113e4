"""Series of dialogues: the list, and one with its meetings by number."""

from __future__ import annotations

from typing import Any

from litestar import Request, Response, get
from litestar.params import FromPath

from servanda.errors import MissingError
from servanda.follow.series import SERIAL
from servanda.query.edition.edition import Edition
from servanda.query.edition.rows import EntryRow
from servanda.query.edition.wanted import Wanted
from servanda.query.series import Series, all_series
from servanda.web.asking import Part, asked, party
from servanda.web.desk import Desk
from servanda.web.formats import Page, respond
from servanda.web.kept import kept
from servanda.web.threads import in_thread

_MOST = 5000
"""Meetings of a type, the latest, that are looked at."""


class _Asked(Part, frozen=True, kw_only=True):
    """party: who takes part."""

    party: str = ""


@get("/series", opt={"role": "reader"})
@in_thread
@kept
def index(request: Request[Any, Any, Any]) -> Response[bytes]:
    """All series, those of most meetings first."""
    desk: Desk = request.app.state.desk
    asks = asked(request, _Asked)
    edition = desk.edition()
    found = _series(edition, (party(asks.party),) if asks.party else ())
    shown = found[asks.offset : asks.offset + asks.limit]
    page = Page(
        template="series.html",
        title="Series of dialogues",
        context={"series": shown, "total": len(found), "asks": asks, "parties": edition.parties()},
        data={"total": len(found), "page": asks.page, "series": shown},
        rows=[
            {
                "id": each.id,
                "name": each.name,
                "type": each.type,
                "parties": each.parties,
                "meetings": len(each.entries),
                "implied": sum(gap.last - gap.first + 1 for gap in each.implied),
                "first": each.entries[0].date,
                "last": each.entries[-1].date,
            }
            for each in shown
        ],
    )
    return respond(request, page)


@get("/series/{given:str}", opt={"role": "reader"})
@in_thread
def one(request: Request[Any, Any, Any], given: FromPath[str]) -> Response[bytes]:
    """The series to which an entry belongs, named by the entry's id or that of any of its facts."""
    desk: Desk = request.app.state.desk
    edition = desk.edition()
    row = edition.find(given)
    parties = row.parties if isinstance(row, EntryRow) else ()
    found = next(
        (each for each in _series(edition, parties) if any(e.id == row.id for e in each.entries)), None
    ) if isinstance(row, EntryRow) else None  # fmt: skip
    if found is None:
        raise MissingError(given, "is no meeting of a series", "see the list of series")
    page = Page(
        template="one_series.html",
        title=found.name,
        context={"series": found, "numbers": numbers(found)},
        data=found,
        rows=[
            {
                "number": getattr(each.fact, "ordinal", None),
                "date": each.date,
                "place": getattr(each.fact, "place", None),
                "country": getattr(each.fact, "country", None),
                "status": each.status,
                "participants": getattr(each.fact, "participants", ()),
                "entry": each.id,
            }
            for each in found.entries
        ],
    )
    return respond(request, page)


def numbers(series: Series) -> list[tuple[int | None, tuple[EntryRow, ...]]]:
    """The numbers of the series with their meetings, the implied ones among them with none; what has no
    number comes last."""
    found: dict[int | None, list[EntryRow]] = {}
    for entry in series.entries:
        found.setdefault(getattr(entry.fact, "ordinal", None), []).append(entry)
    for gap in series.implied:
        for number in range(gap.first, min(gap.last, gap.first + 200) + 1):
            found.setdefault(number, [])
    ordered = sorted(found, key=lambda number: (number is None, number or 0))
    return [(number, tuple(found[number])) for number in ordered]


def _series(edition: Edition, parties: tuple[str, ...]) -> list[Series]:
    rows = [
        row
        for type_ in sorted(SERIAL)
        for row in edition.entries(
            Wanted(kinds=("engagement",), type=type_, parties=parties), "newest", limit=_MOST
        ).items
    ]
    return all_series(rows, edition.implied(Wanted(kinds=("engagement",), parties=parties)))
