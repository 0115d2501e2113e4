"""People: who acts for whom, and one of them with posts, spellings and what they took part in."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from litestar import Request, Response, get
from litestar.params import FromPath
from litestar.response import Redirect

from servanda.query.edition.rows import EntryRow, PersonRow
from servanda.query.edition.wanted import Wanted
from servanda.resolve.judgement import standing
from servanda.web.asking import Named, asked, day_of, party
from servanda.web.desk import Desk
from servanda.web.formats import Page, respond
from servanda.web.forms import done_before
from servanda.web.kept import kept
from servanda.web.threads import in_thread


@get("/people", opt={"role": "reader"})
@in_thread
@kept
def index(request: Request[Any, Any, Any]) -> Response[bytes]:
    """The people, by party and name."""
    desk: Desk = request.app.state.desk
    asks = asked(request, Named)
    edition = desk.edition(day_of(asks.as_of))
    parties = (party(asks.party),) if asks.party else ()
    found = edition.people(asks.q, parties, limit=asks.limit, offset=asks.offset)
    page = Page(
        template="people.html",
        title="People",
        context={"found": found, "asks": asks, "parties": edition.parties()},
        data={"total": found.total, "page": asks.page, "people": found.items},
        rows=partial(person_rows, found.items),
    )
    return respond(request, page)


@get("/people/{given:str}", opt={"role": "reader"})
@in_thread
@kept
def person(request: Request[Any, Any, Any], given: FromPath[str]) -> Response[Any]:
    """One person, named by an id or by that of any form of the name."""
    desk: Desk = request.app.state.desk
    edition = desk.edition()
    row = edition.find(given)
    if isinstance(row, EntryRow):
        return Redirect(f"/entries/{row.id}")
    made = desk.ledger.judgements()
    forms = {form.id for form in row.person.forms}
    took_part = edition.entries(Wanted(person=row.person.id), "newest", limit=100)
    page = Page(
        template="person.html",
        title=row.person.name,
        context={
            "person": row.person,
            "entries": took_part,
            "organisations": edition.organisations_with(row.person.id),
            "judgements": [j for j in made if j.a in forms or j.b in forms],
            "standing_judgements": [j.number for j in standing(made)],
            "done": done_before(request, desk.ledger, f"/people/{row.person.id}"),
        },
        data={"person": row.person, "entries": took_part.items},
        rows=partial(person_rows, [row]),
    )
    return respond(request, page)


def person_rows(people: Iterable[PersonRow]) -> list[dict[str, object]]:
    """One row a person and post."""
    return [
        {
            "id": row.person.id,
            "name": row.person.name,
            "party": row.person.party,
            "rank": post.rank if post else None,
            "post": post.post if post else None,
            "first": post.first if post else None,
            "last": post.last if post else None,
            "spellings": row.person.spellings,
            "entries": len(row.entries),
        }
        for row in people
        for post in (row.person.posts or (None,))
    ]
