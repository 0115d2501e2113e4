"""Entries: the list with its filters, and the page of one with everything on which it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import partial
from typing import Any

import msgspec
from litestar import Request, Response, get
from litestar.params import FromPath
from litestar.response import Redirect

from servanda.model.facts import KINDS
from servanda.publish.events import events
from servanda.query.disputes import dispute
from servanda.query.edition.edition import Edition
from servanda.query.edition.rows import EntryRow, PersonRow
from servanda.query.edition.wanted import Wanted
from servanda.query.explain import explain_all
from servanda.query.reviews import held, histories, last_of
from servanda.query.search import facts_found
from servanda.query.views import FactView
from servanda.resolve.judgement import standing
from servanda.web.asking import Asked, asked, day_of
from servanda.web.desk import Desk
from servanda.web.formats import Page, respond
from servanda.web.forms import done_before
from servanda.web.kept import kept
from servanda.web.pages.listing import entry_rows
from servanda.web.threads import in_thread

_MOST_FACTS = 60


@get("/entries", opt={"role": "reader"})
@in_thread
@kept
def index(request: Request[Any, Any, Any]) -> Response[bytes]:
    """The entries that satisfy the filters of the address."""
    desk: Desk = request.app.state.desk
    asks = asked(request, Asked)
    edition = desk.edition(asks.day)
    facts = facts_found(desk.ledger, asks.q) if asks.q else None
    wanted = asks.wanted(facts=facts)
    found = edition.entries(wanted, asks.ordered(), limit=asks.limit, offset=asks.offset)
    page = Page(
        template="entries.html",
        title="Entries",
        context={
            "found": found,
            "asks": asks,
            "kinds": KINDS,
            "statuses": edition.counts(msgspec.structs.replace(wanted, statuses=()), "status"),
            "fields": edition.fields(msgspec.structs.replace(wanted, field=None)),
            "parties": edition.parties(),
        },
        data={"total": found.total, "page": asks.page, "entries": found.items},
        rows=partial(entry_rows, found.items),
    )
    return respond(request, page)


@get("/entries/{given:str}", opt={"role": "reader"})
@in_thread
@kept
def entry(request: Request[Any, Any, Any], given: FromPath[str]) -> Response[Any]:
    """One entry, named by its id or that of any of its facts."""
    desk: Desk = request.app.state.desk
    as_of = request.query_params.get("as_of", "")
    edition = desk.edition(day_of(as_of))
    row = edition.find(given)
    if isinstance(row, PersonRow):
        return Redirect(f"/people/{row.person.id}")
    told = _told(desk, row)
    done = done_before(request, desk.ledger, f"/entries/{row.id}")
    found = {"entry": row, "as_of": as_of, "done": done, **told, **_around(edition, row)}
    page = Page(
        template="entry.html",
        title=row.label,
        context=found,
        data={"entry": row, **told},
        rows=partial(entry_rows, [row]),
    )
    return respond(request, page)


def _told(desk: Desk, row: EntryRow) -> dict[str, Any]:
    """The facts in their surroundings, with reviews, judgements and codes, and who sees to them."""
    explained = explain_all(desk.ledger, row.facts[:_MOST_FACTS], around=300)
    reviews = histories(desk.ledger, row.facts[:_MOST_FACTS])
    made = desk.ledger.judgements()
    passed = [j for j in made if j.a in row.facts or j.b in row.facts]
    return {
        "facts": explained,
        "reviews": reviews,
        "standing": {id_: held(views, id_) for id_, views in reviews.items()},
        "seen": {id_: last_of(views, id_) for id_, views in reviews.items()},
        "disputes": {
            id_: dispute(view.review for view in views if view.review.fact == id_)
            for id_, views in reviews.items()
        },
        "judgements": passed,
        "standing_judgements": [j.number for j in standing(made)],
        "codes": _codes([each.fact for each in explained]),
        "assigned": desk.ledger.assigning.last(row.facts),
        "left_out": max(0, len(row.facts) - _MOST_FACTS),
    }


def _codes(views: Iterable[FactView]) -> list[dict[str, str]]:
    """How other schemes of the field code the facts, each code once."""
    found: dict[tuple[str, str], None] = {}
    for view in views:
        for row in events([view], "plover", Counter()):
            found["PLOVER", " ".join(filter(None, (row["category"], row["mode"])))] = None
        for row in events([view], "cameo", Counter()):
            found["CAMEO", f"{row['code']} {row['name']}"] = None
    return [{"scheme": scheme, "code": code} for scheme, code in found]


def _around(edition: Edition, row: EntryRow) -> dict[str, Any]:
    """What came before and after, what amends it or is amended by it, and on what sources differ."""
    ids = [id_ for answer in row.answers for id_ in (answer.earlier, answer.later, *answer.later_also)]
    return {
        "others": edition.entries_of([*ids, *row.status_by]),
        "conflicts": edition.conflicts(Wanted(facts=row.facts)).items if row.conflicts else (),
        "people": edition.people_of(Wanted(facts=row.facts), limit=20),
        "organisations": edition.organisations_of(Wanted(facts=row.facts), limit=20),
        "answers_to": edition.answered_by(row.facts),
    }
