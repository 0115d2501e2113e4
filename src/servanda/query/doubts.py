"""What the rules leave to a person: pairs that may be one thing."""

from __future__ import annotations

import msgspec

from servanda.ledger import Ledger
from servanda.query.book import Book
from servanda.resolve.labels import label
from servanda.resolve.resolution import Individual


class InDoubt(msgspec.Struct, frozen=True, kw_only=True):
    """Two mentions, or forms of a name, that may be one: their ids, what they are, and what speaks for it."""

    a: str
    b: str
    one: str
    other: str
    score: float
    rule: str
    reason: str


def doubts(ledger: Ledger, book: Book) -> list[InDoubt]:
    """Pairs in `book` that no ruling which stands has decided and no other link joins, the surest first."""
    thing_of = {id_: entry.id for id_, entry in book.by_mention.items()}
    thing_of |= {form.id: person.id for person in book.people for form in person.forms}
    decided = {frozenset((thing_of.get(ruling.a), thing_of.get(ruling.b))) for ruling in ledger.rulings()}
    found = [*_entries(book), *_people(book)]
    left = (d for d in found if frozenset((thing_of[d.a], thing_of[d.b])) not in decided)
    return sorted(left, key=lambda d: (-d.score, d.a, d.b))


def _entries(book: Book) -> list[InDoubt]:
    best: dict[tuple[str, str], InDoubt] = {}
    for link in book.resolution.in_doubt:
        one, other = book.by_mention.get(link.a), book.by_mention.get(link.b)
        if one is None or other is None:
            continue  # the book is of a day on which not both were known
        pair = (min(one.id, other.id), max(one.id, other.id))
        known = best.get(pair)
        if one.id == other.id or (known is not None and known.score >= link.decision.score):
            continue
        best[pair] = InDoubt(
            a=link.a,
            b=link.b,
            one=label(one),
            other=label(other),
            score=link.decision.score,
            rule=link.decision.rule,
            reason=link.decision.reason,
        )
    return list(best.values())


def _people(book: Book) -> list[InDoubt]:
    person_of: dict[str, Individual] = {form.id: person for person in book.people for form in person.forms}
    return [
        InDoubt(
            a=doubt.form,
            b=candidate[0],
            one=person_of[doubt.form].name,
            other=person_of[candidate[0]].name,
            score=round(1 / len(doubt.candidates), 2),
            rule="person/short-name",
            reason=f"fits {len(doubt.candidates)} people",
        )
        for doubt in book.resolution.doubts
        for candidate in doubt.candidates
        if doubt.form in person_of and candidate[0] in person_of
    ]
