"""One thing or two: a person's judgement on entries and people, and taking it back."""

from __future__ import annotations

from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath

from servanda.errors import StaleError, UsageError
from servanda.query.edition.edition import Edition
from servanda.query.edition.rows import EntryRow, PersonRow
from servanda.query.edition.wanted import Wanted
from servanda.query.judging import anchors, thing_of
from servanda.query.search import facts_found
from servanda.resolve.judgement import Judgement, Ruling
from servanda.web.access import user_of
from servanda.web.desk import Desk
from servanda.web.formats import Page, respond
from servanda.web.forms import Sent, led_on, number, one, why
from servanda.web.threads import in_thread

_MOST = 40
_MOST_PARTED = 200


@get("/entries/{given:str}/same", opt={"role": "editor"})
@in_thread
def same_entry(request: Request[Any, Any, Any], given: FromPath[str]) -> Response[bytes]:
    """Looks for the entry that is the same as this one."""
    return _candidates(request, given)


@get("/people/{given:str}/same", opt={"role": "editor"})
@in_thread
def same_person(request: Request[Any, Any, Any], given: FromPath[str]) -> Response[bytes]:
    """Looks for the person who is the same as this one."""
    return _candidates(request, given)


@post("/judgements", opt={"role": "editor"})
@in_thread
def judge(request: Request[Any, Any, Any], data: Sent) -> Response[Any]:
    """Two things are one, or two."""
    desk: Desk = request.app.state.desk
    given = one(data, "a"), one(data, "b")
    edition = desk.edition()
    things = thing_of(edition.find(given[0])), thing_of(edition.find(given[1]))
    ruling = _ruling(one(data, "ruling"))
    named = {thing.anchor(id_) for thing, id_ in zip(things, given, strict=True)}
    try:
        _refuse_unseen(desk.ledger.judgements(), named, one(data, "after"))
    except StaleError as error:
        return _judged_meanwhile(request, data, str(error))
    passed = anchors(ruling, things, given, desk.ledger.rulings())
    made = desk.ledger.judge(ruling, *passed, by=user_of(request).name, why=why(data))
    return led_on(data, judged=made.number)


@post("/judgements/{given:str}/undo", opt={"role": "editor"})
@in_thread
def undo(request: Request[Any, Any, Any], given: FromPath[str], data: Sent) -> Response[Any]:
    """Takes judgements back, given by their numbers."""
    desk: Desk = request.app.state.desk
    for each in given.split("-"):
        desk.ledger.undo(number(each), by=user_of(request).name, why=why(data))
    return led_on(data)


@post("/entries/{given:str}/split", opt={"role": "editor"})
@in_thread
def split(request: Request[Any, Any, Any], given: FromPath[str], data: Sent) -> Response[Any]:
    """Parts a fact, or a form of a name, from all others of its entry or person."""
    desk: Desk = request.app.state.desk
    thing = thing_of(desk.edition().find(given))
    off = one(data, "fact")
    if off not in thing.members:
        raise UsageError(off, "does not belong to it", "take one of its own")
    rest = [id_ for id_ in thing.members if id_ != off]
    if not 0 < len(rest) <= _MOST_PARTED:
        raise UsageError(off, f"stands beside {len(rest)} others", f"parted is from 1 to {_MOST_PARTED}")
    by, reason = user_of(request).name, why(data)
    made = [desk.ledger.judge("not-same", off, id_, by=by, why=reason) for id_ in rest]
    return led_on(data, judged="-".join(str(judgement.number) for judgement in made))


def _ruling(text: str) -> Ruling:
    if text == "same":
        return "same"
    if text == "not-same":
        return "not-same"
    raise UsageError(text, "is no ruling", "give same or not-same")


def _refuse_unseen(made: list[Judgement], named: set[str], seen: str) -> None:
    """StaleError where somebody has judged the same two since the person has looked: `seen` is the number of
    the last judgement then, empty where it does not matter."""
    later = [j for j in made if {j.a, j.b} == named and seen and j.number > number(seen)]
    if later:
        held = "took a judgement back" if later[-1].undoes else f"held them to be {later[-1].ruling}"
        raise StaleError("the two", f"{later[-1].by} {held} in the meantime", "look at that, then decide")


def _judged_meanwhile(request: Request[Any, Any, Any], sent: Sent, problem: str) -> Response[bytes]:
    desk: Desk = request.app.state.desk
    found = [desk.edition().find(one(sent, name)) for name in ("a", "b")]
    context = {
        "found": found,
        "names": [_name(row) for row in found],
        "given": {name: one(sent, name) for name in ("a", "b", "why", "next")},
        "last": max((j.number for j in desk.ledger.judgements()), default=0),
        "problem": problem,
    }
    return respond(request, Page(template="judged.html", title="One or two", context=context, data={}), 409)


def _candidates(request: Request[Any, Any, Any], given: str) -> Response[bytes]:
    desk: Desk = request.app.state.desk
    edition = desk.edition()
    row, words = edition.find(given), request.query_params.get("q", "")
    like = {thing_of(other).id: other for other in _like(desk, edition, row, words)}
    found = [other for id_, other in like.items() if id_ != thing_of(row).id]
    rows = [{"id": thing_of(each).id, "name": _name(each)} for each in found]
    context = {
        "row": row,
        "thing": thing_of(row),
        "name": _name(row),
        "q": words,
        "found": [(thing_of(each), _name(each), each) for each in found],
        "last": max((j.number for j in desk.ledger.judgements()), default=0),
    }
    page = Page(template="same.html", title=f"Same as {_name(row)}", context=context, rows=rows)
    return respond(request, page)


def _like(desk: Desk, edition: Edition, row: EntryRow | PersonRow, words: str) -> list[EntryRow | PersonRow]:
    """What can be the same: of one kind, with the words that were given, else of the same name or parties."""
    if isinstance(row, PersonRow):
        named = list(edition.people(words or row.person.name.split()[-1], limit=_MOST).items)
        beside = (row.person.party,) if row.person.party and not words else ()
        return [*named, *(edition.people(parties=beside, limit=_MOST).items if beside else ())]
    wanted = Wanted(
        kinds=(row.kind,),
        parties=() if words else row.parties,
        facts=facts_found(desk.ledger, words) if words else None,
    )
    return list(edition.entries(wanted, "newest", limit=_MOST).items)


def _name(row: EntryRow | PersonRow) -> str:
    return row.person.name if isinstance(row, PersonRow) else row.label
