"""Where reviewers differ about a fact, and nobody has settled it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from servanda.ledger import Ledger
from servanda.ledger.reviewing import Review
from servanda.query.agreement import compared


class Dispute(msgspec.Struct, frozen=True, kw_only=True):
    """A fact with what two reviewers hold of it: the one, and the other who overruled the first."""

    fact: str
    one: Review
    other: Review

    @property
    def words(self) -> str:
        """Who said what."""
        return f"{self.one.by} {self.one.verdict} it, {self.other.by} {self.other.verdict} it"

    def is_agreed(self, by: str, verdict: str) -> bool:
        """Whether the two would agree, if one of them, of this name, gave this verdict now."""
        said = {self.one.by: self.other.verdict, self.other.by: self.one.verdict}
        return said.get(by) == verdict


def dispute(made: Iterable[Review]) -> Dispute | None:
    """Where the last two verdicts differ, of the reviews of one fact. A verdict that is given when reviewers
    differ settles it; what was taken back counts for nothing."""
    held: Review | None = None
    found: Dispute | None = None
    for each in compared(sorted(made, key=lambda review: review.number)):
        settles = held is None or found is not None
        if not settles and held and held.by != each.by and held.verdict != each.verdict:
            found = Dispute(fact=each.fact, one=held, other=each)
        else:
            found = None
        held = each
    return found


def dispute_of(ledger: Ledger, fact_id: str) -> Dispute | None:
    """The dispute on one fact."""
    return dispute(review for review in ledger.reviewing.of(fact_id) if review.fact == fact_id)


def disputes(ledger: Ledger) -> list[Dispute]:
    """All that wait for somebody to settle them, the oldest first."""
    by_fact: dict[str, list[Review]] = defaultdict(list)
    for review in ledger.reviewing.differing():
        by_fact[review.fact].append(review)
    found = [each for made in by_fact.values() if (each := dispute(made)) is not None]
    return sorted(found, key=lambda each: each.other.number)
