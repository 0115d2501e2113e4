"""The queue of what needs a person, and one thing of it after the other."""

from __future__ import annotations

from itertools import islice
from typing import Any, get_args

import msgspec
from litestar import Request, Response, get

from servanda.errors import MissingError, UsageError
from servanda.query.edition.edition import Edition
from servanda.query.edition.rows import ReasonToReview
from servanda.query.facts import known
from servanda.query.queue import Item, Walk, Walker
from servanda.query.wording import what, who
from servanda.web.access import user_of
from servanda.web.asking import asked, party
from servanda.web.desk import Desk
from servanda.web.formats import Page, respond
from servanda.web.forms import done_before
from servanda.web.render import address
from servanda.web.shown import conflict_of, shown, sides
from servanda.web.threads import in_thread

_SIZE = 50


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """Through what one goes, as it stands in the address.

    reason    disagree, conflict, doubt, overdue, unsure; empty: whatever needs a person most
    party     two parties: only what lies between them
    document  id of a version: all its facts instead of the queue
    second    anything: what others have reviewed, instead of the queue
    after     id of an item: what comes behind it
    at        id of an item: that one
    """

    reason: str = ""
    party: tuple[str, ...] = ()
    document: str = ""
    second: str = ""
    after: str = ""
    at: str = ""

    def walk(self, name: str, judges: bool) -> Walk:
        """What is asked for, for the reviewer of this name. UsageError where it makes no sense."""
        given = tuple(party(each) for each in self.party if each)
        if len(given) not in (0, 2):
            raise UsageError(", ".join(given), "is no relationship", "give two parties")
        return Walk(
            reason=self._reason(),
            pair=(given[0], given[1]) if given else None,
            judges=judges,
            document=self.document or None,
            second=name if self.second else None,
        )

    def address(self, path: str, **more: str) -> str:
        """The address of a page with the same filters."""
        query = {name: getattr(self, name) for name in ("reason", "document", "second")}
        return address(path, query | {"party": [each for each in self.party if each] or None}, **more)

    def _reason(self) -> ReasonToReview | None:
        for reason in get_args(ReasonToReview):
            if reason == self.reason:
                return reason  # type: ignore[no-any-return]
        if self.reason:
            raise UsageError(self.reason, "is no reason", f"give {', '.join(get_args(ReasonToReview))}")
        return None


@get("/review", opt={"role": "reader"})
@in_thread
def index(request: Request[Any, Any, Any]) -> Response[bytes]:
    """What waits, what needs a person most first."""
    desk: Desk = request.app.state.desk
    asks, edition = asked(request, Asked), desk.edition()
    user = user_of(request)
    walk = asks.walk(user.name, user.may("editor"))
    walker = Walker(desk.ledger, edition)
    found = list(islice(walker.items(walk, asks.after or None), _SIZE + 1))
    items, more = found[:_SIZE], len(found) > _SIZE
    with desk.ledger.reading() as connection:
        facts = known(connection, (item.fact for item in items))
    entries = edition.entries_of([item.fact for item in items])
    rows = [
        {
            "id": item.id,
            "reason": item.reason,
            "why": item.why,
            "kind": facts[item.fact].kind if item.fact in facts else "person",
            "who": who(facts[item.fact].fact) if item.fact in facts else None,
            "what": what(facts[item.fact].fact) if item.fact in facts else None,
            "label": entries[item.fact].label if item.fact in entries else None,
            "fact": item.fact,
            "other": item.other,
        }
        for item in items
    ]
    context = {
        "rows": rows,
        "asks": asks,
        "counts": {"disagree": len(walker.disputes())} | edition.review_counts(),
        "relationships": edition.relationships(limit=100).items,
        "more": asks.address("/review", after=items[-1].id) if more else None,
    }
    return respond(request, Page(template="review.html", title="Review", context=context, rows=rows))


@get("/review/next", opt={"role": "analyst"})
@in_thread
def following(request: Request[Any, Any, Any]) -> Response[bytes]:
    """The next thing that waits, or the one that is named."""
    desk: Desk = request.app.state.desk
    asks, edition = asked(request, Asked), desk.edition()
    user = user_of(request)
    walk, walker = asks.walk(user.name, user.may("editor")), Walker(desk.ledger, edition)
    if asks.at:
        item = walker.item(walk, asks.at)
        if item is None:
            raise MissingError(asks.at, "waits no more", "go on with the queue")
        seen = _seen(desk, edition, item)
    else:
        item, seen = _first_there(walker, desk, edition, walk, asks.after or None)
    context = {
        "item": item,
        "asks": asks,
        "again": asks.address("/review/next"),
        "next": asks.address("/review/next", after=item.id) if item else None,
        "here": asks.address("/review/next", at=item.id) if item else None,
        "done": done_before(request, desk.ledger, asks.address("/review/next", at=asks.at or asks.after)),
        "problem": "",
        "why": "",
        **seen,
    }
    title = f"Review: {item.reason}" if item else "Review"
    return respond(request, Page(template="item.html", title=title, context=context, data=item))


def _first_there(
    walker: Walker, desk: Desk, edition: Edition, walk: Walk, after: str | None
) -> tuple[Item | None, dict[str, Any]]:
    """The next item with what is to be seen of it. An edition that is behind can name things that are no
    more; what they have become waits in the next edition."""
    for item in walker.items(walk, after):
        try:
            return item, _seen(desk, edition, item)
        except MissingError:
            continue
    return None, {"facts": (), "sides": (), "conflict": None, "last_judgement": 0}


def _seen(desk: Desk, edition: Edition, item: Item) -> dict[str, Any]:
    """What is shown of an item: facts with everything about them, or two sides."""
    conflict = conflict_of(edition, item) if item.reason == "conflict" else None
    facts = item.facts if item.reason == "conflict" else (item.fact,) if item.other is None else ()
    return {
        "facts": tuple(shown(desk, edition, fact) for fact in facts),
        "sides": sides(desk, edition, item) if item.other else (),
        "conflict": conflict,
        "last_judgement": max((j.number for j in desk.ledger.judgements()), default=0) if item.other else 0,
    }
