"""What a reviewer is shown, one thing after the other: from the queue of an edition, from one document, or
what others have reviewed. What is settled in the ledger is passed over, whether or not the edition knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from servanda.ledger import Ledger
from servanda.ledger.reviewing import standing
from servanda.ledger.tables import versions
from servanda.model.facts import parties_in
from servanda.query.disputes import disputes
from servanda.query.edition.edition import Edition
from servanda.query.edition.rows import ReasonToReview, ReviewRow
from servanda.query.facts import known, views
from servanda.query.where import is_current
from servanda.resolve.judgement import standing as ruling

_BATCH = 100
_FIRST = 1.0
_AHEAD = f"{_FIRST:.3f}-"
"""The need of what comes before all that an edition has, and how its ids begin (`ReviewRow.id`)."""


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be looked at, as `ReviewRow` says; `reason` can also be "document" or "second".

    id  tells its place, so that one can go on behind it when it is there no more
    """

    id: str
    reason: str
    why: str
    fact: str
    other: str | None = None
    entry: str | None = None
    facts: tuple[str, ...] = ()


class Walk(msgspec.Struct, frozen=True, kw_only=True):
    """Through what a reviewer goes.

    reason    only what waits for this reason; None: for any
    pair      of that queue, only what lies between these two parties
    judges    whether that is shown which editors decide: what may be one thing, and where reviewers differ
    document  id of a version: all of its facts, in the order of the text, instead of the queue
    second    name of the reviewer: what others have reviewed and this person has not, instead of the queue
    """

    reason: ReasonToReview | None = None
    pair: tuple[str, str] | None = None
    judges: bool = True
    document: str | None = None
    second: str | None = None


class Walker:
    """Finds what comes next in a ledger and its edition."""

    def __init__(self, ledger: Ledger, edition: Edition) -> None:
        self._ledger, self._edition = ledger, edition

    def items(self, walk: Walk, after: str | None = None) -> Iterator[Item]:
        """What waits, in order, from behind the item of id `after`."""
        if walk.document is not None:
            return self._of_document(walk.document, after)
        if walk.second is not None:
            return self._of_others(walk.second, after)
        return self._of_queue(walk, after)

    def item(self, walk: Walk, id_: str) -> Item | None:
        """The item of this id, settled or not; None where it is there no more."""
        disputed = self.disputes(walk.pair) if id_.startswith(_AHEAD) else []
        if found := next((row for row in disputed if row.id == id_), None):
            return _item(found)
        if walk.document is not None or walk.second is not None:
            fact = f"fact-{id_.rpartition('-')[2]}"
            reason = "document" if walk.document else "second"
            return Item(id=id_, reason=reason, why=_WHY[reason], fact=fact)
        row = self._edition.to_review(id_)
        return _item(row) if row else None

    def _of_queue(self, walk: Walk, after: str | None) -> Iterator[Item]:
        ahead = after is None or after.startswith(_AHEAD)  # who is past them does not ask for them again
        if ahead and walk.judges and walk.reason in (None, "disagree"):
            disputed = self.disputes(walk.pair)
            yield from (_item(row) for row in disputed if after is None or row.id < after)
        if walk.reason == "disagree":
            return
        while True:
            rows = self._edition.waiting_for_review(
                reason=walk.reason, pair=walk.pair, after=after, limit=_BATCH
            )
            if not rows:
                return
            after = rows[-1].id
            yield from map(_item, self._unsettled(rows, walk.judges))

    def disputes(self, pair: tuple[str, str] | None = None) -> list[ReviewRow]:
        """Facts on which reviewers differ, between two parties or any, as the first of the queue."""
        found = disputes(self._ledger)
        with self._ledger.reading() as connection:
            told = known(connection, (each.fact for each in found))
        wanted = set(pair or ())
        rows = [
            ReviewRow(reason="disagree", need=_FIRST, fact=each.fact, why=each.words)
            for each in found
            if each.fact in told and wanted.issubset(parties_in(told[each.fact].fact))
        ]
        return sorted(rows, key=lambda row: row.id, reverse=True)

    def _unsettled(self, rows: Sequence[ReviewRow], judges: bool) -> Iterator[ReviewRow]:
        settled = self._ledger.reviewing.settled([fact for row in rows for fact in row.facts or (row.fact,)])
        judged: set[frozenset[str]] = set()
        if any(row.reason == "doubt" for row in rows):
            judged = {frozenset((j.a, j.b)) for j in ruling(self._ledger.judgements())}
        for row in rows:
            if row.reason == "doubt":
                if judges and frozenset((row.fact, row.other)) not in judged:
                    yield row
            elif not settled.issuperset(row.facts or (row.fact,)):
                yield row

    def _of_document(self, version: str, after: str | None) -> Iterator[Item]:
        with self._ledger.reading() as connection:
            found = views(connection, is_current() & (versions.c.id == version))
        settled = self._ledger.reviewing.settled([view.id for view in found])
        ids = {f"{v.fact.evidence[0].start:09}-{v.id}": v.id for v in found if v.id not in settled}
        return _in_order(ids, "document", after)

    def _of_others(self, name: str, after: str | None) -> Iterator[Item]:
        made = self._ledger.reviewing.all()
        standing_ = standing(made)
        passed_over = {review.fact for review in made if review.by == name}
        # An editor settles these, who sees what was held.
        passed_over.update(each.fact for each in disputes(self._ledger))
        first = {review.fact: review.number for review in reversed(made)}
        ids = {
            f"{first[fact]:09}-{fact}": fact
            for fact, review in standing_.items()
            if review.verdict != "added" and fact not in passed_over
        }
        return _in_order(ids, "second", after)


_WHY = {
    "document": "all facts of this document are gone through",
    "second": "another person has reviewed it; what they held is not shown before you have",
}


def _in_order(ids: dict[str, str], reason: str, after: str | None) -> Iterator[Item]:
    later: Iterable[str] = (id_ for id_ in sorted(ids) if after is None or id_ > after)
    return (Item(id=id_, reason=reason, why=_WHY[reason], fact=ids[id_]) for id_ in later)


def _item(row: ReviewRow) -> Item:
    return Item(
        id=row.id,
        reason=row.reason,
        why=row.why,
        fact=row.fact,
        other=row.other,
        entry=row.entry,
        facts=row.facts,
    )
