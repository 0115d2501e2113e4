"""What persons held of facts: who reviewed what, when, and what a correction changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from servanda.ledger import Ledger
from servanda.ledger.reviewing import Review, standing
from servanda.model.facts import AnyFact, Fact
from servanda.query.facts import known
from servanda.query.views import FactView


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """A property that a correction changed, in plain values; None where it was, or is, not stated."""

    property: str
    before: object
    after: object


class ReviewView(msgspec.Struct, frozen=True, kw_only=True):
    """A review with the fact that it is about.

    fact     as it was read; None where its document has been erased
    stands   whether it holds now: it is the last on its fact and was not taken back
    undone   number of the review that took it back
    changes  of a correction, by property
    """

    review: Review
    fact: FactView | None
    stands: bool
    undone: int | None = None
    changes: tuple[Change, ...] = ()


def history(ledger: Ledger, fact_id: str) -> list[ReviewView]:
    """All reviews of a fact and of those in whose place it was put, in the order in which they were made."""
    return histories(ledger, [fact_id])[fact_id]


def histories(ledger: Ledger, fact_ids: Sequence[str]) -> dict[str, list[ReviewView]]:
    """`history` for several facts, by their ids."""
    made: dict[str, list[Review]] = {}
    waiting = set(fact_ids)
    while waiting:
        made |= ledger.reviewing.of_each(sorted(waiting))
        waiting = {review.fact for reviews in made.values() for review in reviews} - made.keys()
    views = {v.review.number: v for v in with_facts(ledger, (r for of in made.values() for r in of))}
    return {id_: [views[number] for number in _lineage(made, id_)] for id_ in fact_ids}


def _lineage(made: Mapping[str, Sequence[Review]], fact_id: str) -> list[int]:
    """The numbers of the reviews of a fact and of those in whose place it was put, in ascending order."""
    numbers, waiting, asked = set[int](), {fact_id}, set[str]()
    while waiting:
        asked |= waiting
        found = [review for id_ in waiting for review in made[id_]]
        numbers |= {review.number for review in found}
        waiting = {review.fact for review in found} - asked
    return sorted(numbers)


def with_facts(ledger: Ledger, made: Iterable[Review]) -> list[ReviewView]:
    """The reviews with their facts, each once, in the order in which they were made. `made` has to hold all
    reviews of each of its facts."""
    listed = sorted({review.number: review for review in made}.values(), key=lambda review: review.number)
    ids = [id_ for review in listed for id_ in (review.fact, review.replacement) if id_]
    with ledger.reading() as connection:
        facts = known(connection, ids)
    holds = {review.number for review in standing(listed).values()}
    undone = {review.undoes: review.number for review in listed if review.undoes}
    return [
        ReviewView(
            review=review,
            fact=facts.get(review.fact),
            stands=review.number in holds,
            undone=undone.get(review.number),
            changes=changes(facts[review.fact].fact, facts[review.replacement].fact)
            if review.replacement and review.fact in facts
            else (),
        )
        for review in listed
    ]


def held(views: Iterable[ReviewView], fact_id: str) -> Review | None:
    """What holds now of the fact, of its history: the last review of it, or the one that put it there."""
    stands = [view.review for view in views if view.stands]
    return next((r for r in reversed(stands) if fact_id in (r.fact, r.replacement)), None)


def last_of(views: Iterable[ReviewView], fact_id: str) -> int:
    """The number of the last review of the fact, of its history; 0 for none. Who decides has to have seen
    it."""
    return max((view.review.number for view in views if view.review.fact == fact_id), default=0)


def changes(before: AnyFact, after: AnyFact) -> tuple[Change, ...]:
    """What differs between a fact and the one in its place, in the order of the properties."""
    old, new = _said(before), _said(after)
    names = dict.fromkeys((*old, *new))
    return tuple(
        Change(property=name, before=old.get(name), after=new.get(name))
        for name in names
        if old.get(name) != new.get(name)
    )


def _said(fact: AnyFact) -> dict[str, object]:
    left_out = Fact.BOOKKEEPING | {"document", "source", "kind"}
    return {name: value for name, value in fact.to_dict().items() if name not in left_out}
