"""Facts by hand: correcting one that was read, or adding one that was not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any, get_args

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromPath

from servanda.errors import LedgerError, StaleError, UsageError
from servanda.model.document import Document
from servanda.model.facts import AnyFact, Fact
from servanda.query.explain import explain
from servanda.query.parties import resolve
from servanda.query.reviews import history, last_of
from servanda.web.access import user_of
from servanda.web.controls import RELATION_TYPES, Given, controls, given_of, names_of
from servanda.web.desk import Desk
from servanda.web.filling import Mistakes, fact_of
from servanda.web.formats import Page, respond
from servanda.web.forms import Sent, led_on, lists, number, one, why
from servanda.web.settling import require_may_decide
from servanda.web.threads import in_thread

_AROUND = 4000
_MOST_TEXT = 60_000
_KINDS: dict[str, type[Fact]] = {str(kind.__struct_config__.tag): kind for kind in get_args(AnyFact)}
_BLANK = {"relation_type": ["", ""], "relation_target": ["", ""]}


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A fact on its way: the kind, the text it stands on, what was typed, and what of it cannot be taken.

    before    the fact that it is to replace; None for a new one
    seen      number of the last review of that which the person has seen
    problems  by the names of the controls; "" for what is about the whole
    """

    kind: type[Fact]
    document: Document
    given: Given
    before: AnyFact | None = None
    seen: int = 0
    problems: Mapping[str, str] = {}

    @property
    def address(self) -> str:
        """Where it is sent to."""
        if self.before is None:
            return f"/documents/{self.document.id}/add"
        return f"/facts/{self.before.id}/correct"


@get("/facts/{fact:str}/correct", opt={"role": "analyst"})
@in_thread
def correction(request: Request[Any, Any, Any], fact: FromPath[str]) -> Response[bytes]:
    """The form of a correction, with the fact as it stands."""
    draft = _of(request.app.state.desk, fact, None)
    return _form(request, draft, {"next": request.query_params.get("next", "")})


@post("/facts/{fact:str}/correct", opt={"role": "analyst"})
@in_thread
def correct(request: Request[Any, Any, Any], fact: FromPath[str], data: Sent) -> Response[Any]:
    """Puts what the form says in the place of the fact."""
    desk: Desk = request.app.state.desk
    draft = _of(desk, fact, lists(data))
    seen = number(one(data, "after", "0"))
    require_may_decide(desk.ledger, user_of(request), fact, "corrected")
    try:
        made = _made(desk, draft)
        review = desk.ledger.reviewing.correct(
            fact, made, by=user_of(request).name, why=why(data), after=seen
        )
    except StaleError as error:
        return _form(request, _with(draft, {"": str(error)}), data, status=409)
    except Mistakes as error:
        return _form(request, _with(draft, error.problems, seen), data, status=422)
    except LedgerError as error:
        return _form(request, _with(draft, {"": f"{error.problem}; {error.mend}"}, seen), data, status=422)
    return led_on(data, done=review.number)


@get("/documents/{version:str}/add", opt={"role": "analyst"})
@in_thread
def addition(request: Request[Any, Any, Any], version: FromPath[str]) -> Response[bytes]:
    """The form of a new fact on a place in the text."""
    desk: Desk = request.app.state.desk
    asks = request.query_params
    kind = _kind(asks.get("kind", "engagement"))
    given = _BLANK | {
        "start": [asks.get("start", "")],
        "end": [asks.get("end", "")],
        "modality": ["asserted"],
    }
    draft = Draft(kind=kind, document=desk.ledger.document(version), given=given)
    return _form(request, draft, {"next": f"/documents/{version}"})


@post("/documents/{version:str}/add", opt={"role": "analyst"})
@in_thread
def add(request: Request[Any, Any, Any], version: FromPath[str], data: Sent) -> Response[Any]:
    """Adds what the form says."""
    desk: Desk = request.app.state.desk
    draft = Draft(
        kind=_kind(one(data, "kind")), document=desk.ledger.document(version), given=_BLANK | lists(data)
    )
    try:
        made = _made(desk, draft)
        review = desk.ledger.reviewing.add(made, by=user_of(request).name, why=why(data))
    except Mistakes as error:
        return _form(request, _with(draft, error.problems), data, status=422)
    except LedgerError as error:
        return _form(request, _with(draft, {"": f"{error.problem}; {error.mend}"}), data, status=422)
    return led_on({"next": f"/facts/{made.id}"}, done=review.number)


class Piece(msgspec.Struct, frozen=True):
    """A stretch of the text from `start`; `marked` where a quotation stands on it."""

    text: str
    start: int
    marked: bool


def around(text: str, places: Sequence[tuple[int, int]]) -> list[Piece]:
    """The text around the places, which are marked, cut where they begin and end."""
    inside = [(start, end) for start, end in places if 0 <= start < end <= len(text)]
    first = max(0, min((start for start, _ in inside), default=0) - _AROUND)
    last = min(len(text), first + _MOST_TEXT, max((end for _, end in inside), default=_MOST_TEXT) + _AROUND)
    cuts = sorted({first, last, *(cut for place in inside for cut in place if first < cut < last)})
    return [
        Piece(text[start:end], start, any(s <= start and end <= e for s, e in inside))
        for start, end in pairwise(cuts)
    ]


def _of(desk: Desk, given: str, sent: Given | None) -> Draft:
    before = explain(desk.ledger, given).fact.fact
    return Draft(
        kind=type(before),
        document=desk.ledger.document(before.source),
        given=given_of(before) if sent is None else _BLANK | dict(sent),
        before=before,
        seen=last_of(history(desk.ledger, before.id), before.id),
    )


def _with(draft: Draft, problems: Mapping[str, str], seen: int | None = None) -> Draft:
    return msgspec.structs.replace(draft, problems=problems, seen=draft.seen if seen is None else seen)


def _made(desk: Desk, draft: Draft) -> AnyFact:
    with desk.ledger.reading() as connection:
        made = fact_of(draft.kind, draft.given, draft.document, lambda text: resolve(connection, text))
    if draft.before is None:
        return made
    old = draft.before
    changed = {n for n in names_of(draft.kind) if getattr(old, n) != getattr(made, n)}
    reasons = {name: why for name, why in old.reasons.items() if name not in changed}
    return msgspec.structs.replace(
        made, reasons=reasons | dict.fromkeys(sorted(changed), "corrected by hand")
    )


def _kind(name: str) -> type[Fact]:
    if name not in _KINDS:
        raise UsageError(name, "is no kind of fact", f"kinds are {', '.join(_KINDS)}")
    return _KINDS[name]


def _form(request: Request[Any, Any, Any], draft: Draft, sent: Sent, status: int = 200) -> Response[bytes]:
    desk: Desk = request.app.state.desk
    starts, ends = draft.given.get("start", ()), draft.given.get("end", ())
    rows = [*zip(starts, ends, strict=False), ("", "")]
    text = draft.document.text
    places = [(int(s), int(e)) for s, e in rows if s.isdigit() and e.isdigit() and max(len(s), len(e)) < 12]
    others = history(desk.ledger, draft.before.id) if draft.before and status == 409 else ()
    context = {
        "draft": draft,
        "kind": str(draft.kind.__struct_config__.tag),
        "controls": controls(draft.kind, draft.given, draft.problems),
        "relation_types": RELATION_TYPES,
        "rows": [(s, e, text[int(s) : int(e)] if (s, e) != ("", "") and _is(s, e) else "") for s, e in rows],
        "pieces": around(text, places),
        "parties": desk.edition().parties(),
        "next": one(sent, "next") or draft.address.removesuffix("/correct"),
        "why": one(sent, "why"),
        "others": others,
    }
    title = f"{'Correct' if draft.before else 'Add'}: {context['kind']}"
    return respond(request, Page(template="writing.html", title=title, context=context, data={}), status)


def _is(start: str, end: str) -> bool:
    return start.isascii() and start.isdigit() and end.isascii() and end.isdigit()
