"""Running the cooperation: the programme of a year, and who sees to what."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Any

import msgspec
from litestar import Request, Response, get, post
from litestar.enums import RequestEncodingType
from litestar.params import Body, FromPath
from litestar.response import Redirect

from servanda.codebook.places import party_name
from servanda.codebook.programme import parts
from servanda.errors import UsageError
from servanda.ledger.assigning import Details
from servanda.model.facts import Amount
from servanda.publish.programme import programme_rows
from servanda.query.edition.rows import EntryRow
from servanda.query.edition.wanted import Wanted
from servanda.query.programme import programme, years_of
from servanda.web.access import user_of
from servanda.web.asking import asked, day_of, inside, pair_of, relationship_of
from servanda.web.desk import Desk
from servanda.web.formats import Page, respond
from servanda.web.kept import kept
from servanda.web.threads import in_thread

_MOST, _LONGEST = 5000, 2000


class _Year(msgspec.Struct, frozen=True, kw_only=True):
    """year: of which the programme is asked, empty for the present one; as_of: as it was known then."""

    year: str = ""
    as_of: str = ""


class _Office(msgspec.Struct, frozen=True, kw_only=True):
    """office, person: words in what was written; all assignments where both are empty."""

    office: str = ""
    person: str = ""


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """The form of an assignment; after: number of the last one that the person has seen, 0 for none."""

    office: str = ""
    person: str = ""
    due: str = ""
    budget: str = ""
    amount: str = ""
    currency: str = ""
    note: str = ""
    after: int = 0
    next: str = ""


@get("/relationships/{a:str}/{b:str}/programme", opt={"role": "reader"})
@in_thread
@kept
def year(request: Request[Any, Any, Any], a: FromPath[str], b: FromPath[str]) -> Response[bytes]:
    """The programme of two parties in a year, and plan against deed."""
    desk: Desk = request.app.state.desk
    asks = asked(request, _Year)
    pair = pair_of(a, b)
    edition = desk.edition(day_of(asks.as_of), pair)
    relationship_of(edition, pair)
    rows = edition.entries(Wanted(pair=pair), limit=_MOST).items
    wanted = _year(asks.year) or desk.today().year
    made = programme(rows, desk.ledger.assigning.standing(), pair, wanted)
    page = Page(
        template="programme.html",
        title=f"Programme {wanted}: {' – '.join(map(party_name, pair))}",
        context={
            "made": made,
            "parts": parts(),
            "years": sorted({wanted, desk.today().year, *years_of(rows)}, reverse=True),
            "asks": asks,
        },
        data=made,
        rows=partial(programme_rows, made.lines),
    )
    return respond(request, page)


@get("/assignments", opt={"role": "reader"})
@in_thread
def assignments(request: Request[Any, Any, Any]) -> Response[bytes]:
    """All that was assigned, what is due first."""
    desk: Desk = request.app.state.desk
    asks = asked(request, _Office)
    standing = [
        each
        for each in desk.ledger.assigning.standing().values()
        if _within(asks.office, each.details.office) and _within(asks.person, each.details.person)
    ]
    entries = desk.edition().entries_of([each.fact for each in standing])
    ordered = sorted(standing, key=lambda each: (each.details.due or "9999", each.number))
    page = Page(
        template="assignments.html",
        title="Assignments",
        context={
            "assigned": ordered, "entries": entries, "asks": asks, "today": desk.today().isoformat(),
        },
        data={"assignments": ordered},
        rows=[
            {
                "entry": entries[each.fact].id if each.fact in entries else None,
                "what": entries[each.fact].label if each.fact in entries else None,
                "status": entries[each.fact].status if each.fact in entries else None,
                **{name: getattr(each.details, name) for name in ("office", "person", "due", "budget")},
                "amount": each.details.amount.value if each.details.amount else None,
                "currency": each.details.amount.currency if each.details.amount else None,
                "note": each.details.note,
                "by": each.by,
                "made": each.made,
            }
            for each in ordered
        ],
    )  # fmt: skip
    return respond(request, page)


@get("/entries/{given:str}/assign", opt={"role": "editor"})
@in_thread
def form(request: Request[Any, Any, Any], given: FromPath[str]) -> Response[bytes]:
    """The form of an assignment, filled in with the last one."""
    desk: Desk = request.app.state.desk
    row = _entry(desk, given)
    last = desk.ledger.assigning.last(row.facts)
    page = Page(
        template="assign.html",
        title=f"Assign: {row.label}",
        context={
            "entry": row, "last": last, "details": last.details if last else Details(),
            "next": inside(request.query_params.get("next", ""), f"/entries/{row.id}"),
        },
        data={"entry": row, "assignment": last},
        rows=[msgspec.to_builtins(last.details)] if last else [],
    )  # fmt: skip
    return respond(request, page)


@post("/entries/{given:str}/assign", opt={"role": "editor"})
@in_thread
def assign(
    request: Request[Any, Any, Any],
    given: FromPath[str],
    data: Annotated[Written, Body(media_type=RequestEncodingType.URL_ENCODED)],
) -> Response[Any]:
    """Records an assignment. StaleError where somebody else has written one in the meantime."""
    desk: Desk = request.app.state.desk
    row = _entry(desk, given)
    last = desk.ledger.assigning.last(row.facts)
    fact = last.fact if last else row.facts[0]
    desk.ledger.assigning.assign(fact, _details(data), by=user_of(request).name, after=data.after)
    return Redirect(inside(data.next, f"/entries/{row.id}"), status_code=303)


def _entry(desk: Desk, given: str) -> EntryRow:
    row = desk.edition().find(given)
    if not isinstance(row, EntryRow):
        raise UsageError(given, "is a person", "assign an entry")
    return row


def _details(data: Written) -> Details:
    texts = {name: getattr(data, name).strip() for name in ("office", "person", "budget", "note")}
    for name, text in texts.items():
        if len(text) > _LONGEST:
            raise UsageError(name, f"is longer than {_LONGEST} characters", "shorten it")
    due = day_of(data.due.strip())
    return Details(**texts, due=due.isoformat() if due else "", amount=_amount(data.amount, data.currency))


def _amount(number: str, currency: str) -> Amount | None:
    number, currency = number.replace(",", "").replace(" ", ""), currency.strip().upper()
    if not number:
        return None
    try:
        value = float(number)
    except ValueError as error:
        raise UsageError(number, "is no amount", "write 250000") from error
    if not 0 <= value < 1e15:  # neither infinite nor no number at all
        raise UsageError(number, "is no amount", "write 250000")
    if not (len(currency) == 3 and currency.isascii() and currency.isalpha()):
        raise UsageError(currency or "the currency", "is no code of a currency", "write EUR")
    return Amount(value=value, currency=currency)


def _year(text: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) == 4 and text > "0000"):
        raise UsageError(text, "is no year", "write 2024")
    return int(text)


def _within(words: str, text: str) -> bool:
    return words.strip().casefold() in text.casefold()
