"""What in an edition needs a person: conflicts, doubts, promises overdue, readings that are unsure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from servanda.query.doubts import InDoubt
from servanda.query.edition.rows import ConflictRow, EntryRow, ReviewRow
from servanda.query.entries import EntryView

_UNSURE_BELOW = 0.9
"""Facts at this confidence and above are right in nine cases of ten (bench/results/reliability.md)."""
_NEEDS = {"conflict": 0.8, "overdue": 0.6}
_SHORT_OF_FIRST = 0.999
"""The need of 1 is left to facts on which reviewers differ (query/queue.py), which come before all others."""


def waiting_for_review(
    views: Iterable[EntryView],
    rows: Iterable[EntryRow],
    conflicts: Iterable[ConflictRow],
    doubted: Iterable[InDoubt],
) -> Iterator[ReviewRow]:
    """What needs a person, by one scale: how likely it is that something has to be decided or mended."""
    for conflict in conflicts:
        yield ReviewRow(
            reason="conflict",
            need=_NEEDS["conflict"],
            fact=conflict.told[0].fact,
            facts=tuple(dict.fromkeys(told.fact for told in conflict.told)),
            entry=conflict.entry,
            why=f"{conflict.property}: " + " or ".join(value for value, _ in conflict.values),
        )
    for d in doubted:
        yield ReviewRow(reason="doubt", need=min(d.score, _SHORT_OF_FIRST), fact=d.a, other=d.b, why=d.reason)
    for row in rows:
        if row.waiting and row.waiting.overdue:
            need, why = _NEEDS["overdue"], row.reason or ""
            yield ReviewRow(reason="overdue", need=need, fact=row.facts[0], entry=row.id, why=why)
    for view in views:
        for told in view.facts:
            sure = told.fact.confidence
            if sure < _UNSURE_BELOW:
                why = f"the reading is {sure:.0%} sure"
                need = min(round(1 - sure, 3), _SHORT_OF_FIRST)
                yield ReviewRow(reason="unsure", need=need, fact=told.id, entry=view.id, why=why)
