"""Calls about what persons hold: reviews of facts, the queue of what needs one, judgements, assignments."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

import msgspec
from litestar.di import NamedDependency
from litestar.params import JSONBody, PathParameter

from servanda.errors import UsageError
from servanda.ledger.assigning import Assignment, Details
from servanda.ledger.reviewing import Review
from servanda.model.facts import AnyFact
from servanda.query.edition.rows import ReviewRow
from servanda.query.judging import anchors, thing_of
from servanda.query.queue import Walker
from servanda.resolve.judgement import Judgement
from servanda.web.access import user_of
from servanda.web.api.answers import Asking, Listed, lists, reviews, sliced, writes
from servanda.web.api.asking import Id, Number, OfFact, Queue, Words
from servanda.web.api.entries import desk
from servanda.web.settling import require_may_decide
from servanda.web.threads import in_thread

_Which = Annotated[int, PathParameter(ge=1, le=2**53)]


class NewReview(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody holds of a fact.

    fact         its id
    replacement  of a correction: the whole fact as it should be, of the same kind and document
    after        number of the last review of the fact that was seen, 0 for none: the answer is 409 where
                 somebody has reviewed it since
    """

    fact: Id
    verdict: Literal["accepted", "rejected", "corrected"]
    why: Words = ""
    after: Number | None = None
    replacement: AnyFact | None = None


class NewJudgement(msgspec.Struct, frozen=True, kw_only=True):
    """Whether two are one: ids of entries or of facts of theirs, of people or of forms of their names."""

    ruling: Literal["same", "not-same"]
    a: Id
    b: Id
    why: Words = ""


class NewAssignment(msgspec.Struct, frozen=True, kw_only=True):
    """Who sees to it that what a fact tells of is carried out; `after` as in a review."""

    fact: Id
    details: Details
    after: Number | None = None


class Undoing(msgspec.Struct, frozen=True, kw_only=True):
    """Why something is taken back."""

    why: Words = ""


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """What needs a person, what needs one most first; `next` is what to give as `after` for more."""

    counts: dict[str, int]
    items: Sequence[ReviewRow]
    next: str | None = None


@lists("/reviews", "reviews", OfFact)
@in_thread
def reviews_made(request: Asking, asks: NamedDependency[OfFact]) -> Listed[Review]:
    """List reviews in the order in which they were made, the undone and the undoing among them."""
    reviewing = desk(request).ledger.reviewing
    return sliced(request, reviewing.of(asks.fact) if asks.fact else reviewing.all(), asks)


@lists("/queue", "reviews", Queue)
@in_thread
def queue(request: Asking, asks: NamedDependency[Queue]) -> Waiting:
    """List what needs a person: where reviewers disagree, conflicts, doubts, what is overdue, what was read
    with little confidence."""
    here, edition = desk(request), desk(request).edition()
    disputed = Walker(here.ledger, edition).disputes()
    found = [row for row in disputed if asks.reason in (None, row.reason)]
    found = [row for row in found if asks.after is None or row.id < asks.after][: asks.size]
    left = asks.size - len(found)
    if left:
        found += edition.waiting_for_review(reason=asks.reason, after=asks.after, limit=left)
    counts = ({"disagree": len(disputed)} if disputed else {}) | edition.review_counts()
    return Waiting(counts=counts, items=found, next=found[-1].id if len(found) == asks.size else None)


@reviews("/reviews", "reviews")
@in_thread
def review(request: Asking, data: JSONBody[NewReview]) -> Review:
    """Accept, reject or correct a fact. Both the original and what takes its place stay in the ledger. Where
    reviewers differ, an editor settles it, or one of them who agrees with the other."""
    reviewing, by = desk(request).ledger.reviewing, user_of(request).name
    require_may_decide(desk(request).ledger, user_of(request), data.fact, data.verdict)
    if data.verdict == "accepted":
        return reviewing.accept(data.fact, by=by, why=data.why, after=data.after)
    if data.verdict == "rejected":
        return reviewing.reject(data.fact, by=by, why=data.why, after=data.after)
    if data.replacement is None:
        raise UsageError(data.fact, "is corrected to nothing", "give the replacement")
    return reviewing.correct(data.fact, data.replacement, by=by, why=data.why, after=data.after)


@reviews("/reviews/{number:int}/undo", "reviews")
@in_thread
def undo_review(request: Asking, number: _Which, data: JSONBody[Undoing]) -> Review:
    """Take a review back."""
    return desk(request).ledger.reviewing.undo(number, by=user_of(request).name, why=data.why)


@lists("/judgements", "judgements", OfFact)
@in_thread
def judgements(request: Asking, asks: NamedDependency[OfFact]) -> Listed[Judgement]:
    """List judgements on what is one thing, in the order in which they were passed."""
    found = desk(request).ledger.judgements()
    return sliced(request, [j for j in found if not asks.fact or asks.fact in (j.a, j.b)], asks)


@writes("/judgements", "judgements")
@in_thread
def judge(request: Asking, data: JSONBody[NewJudgement]) -> Judgement:
    """Decide that two are one, or are two, whatever the rules say."""
    here = desk(request)
    edition, given = here.edition(), (data.a, data.b)
    things = thing_of(edition.find(data.a)), thing_of(edition.find(data.b))
    passed = anchors(data.ruling, things, given, here.ledger.rulings())
    return here.ledger.judge(data.ruling, *passed, by=user_of(request).name, why=data.why)


@writes("/judgements/{number:int}/undo", "judgements")
@in_thread
def undo_judgement(request: Asking, number: _Which, data: JSONBody[Undoing]) -> Judgement:
    """Take a judgement back; taking back an undoing restores what it took back."""
    return desk(request).ledger.undo(number, by=user_of(request).name, why=data.why)


@lists("/assignments", "assignments", OfFact)
@in_thread
def assignments(request: Asking, asks: NamedDependency[OfFact]) -> Listed[Assignment]:
    """List assignments in the order in which they were made; of a fact the last one holds."""
    found = desk(request).ledger.assigning.all()
    return sliced(request, [each for each in found if not asks.fact or each.fact == asks.fact], asks)


@writes("/assignments", "assignments")
@in_thread
def assign(request: Asking, data: JSONBody[NewAssignment]) -> Assignment:
    """Write beside an entry who is responsible, until when, from which budget."""
    assigning = desk(request).ledger.assigning
    return assigning.assign(data.fact, data.details, by=user_of(request).name, after=data.after)


HANDLERS = (
    reviews_made, queue, review, undo_review, judgements, judge, undo_judgement, assignments, assign,
)  # fmt: skip
