"""Between the kinds: one stretch of text is not a commitment and an assessment at once.

A planned engagement or instrument is coded as that, not again as a commitment (guidelines, "commitment").
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from servanda.extract.facts import Draft
from servanda.model.document import Span
from servanda.model.facts import Activity, Assessment, Commitment, Engagement, Fact, Instrument, Position


def settle(drafts: Sequence[Draft[Fact]]) -> list[Draft[Fact]]:
    """The drafts that stand, in order of the text."""
    kept = list(drafts)
    commitments = [d for d in kept if isinstance(d.fact, Commitment)]
    positions = [d for d in kept if isinstance(d.fact, Position)]
    assessments = [d for d in kept if isinstance(d.fact, Assessment)]
    planned = [
        d for d in kept
        if isinstance(d.fact, Engagement | Instrument) and getattr(d.fact, "status", getattr(d.fact, "action", "")) in {"planned", "proposed"}
    ]  # fmt: skip
    out = []
    for draft in kept:
        fact = draft.fact
        if isinstance(fact, Commitment) and fact.act != "invite" and _tells(draft, planned):
            continue
        if isinstance(fact, Position) and _tells(draft, commitments):
            continue
        if isinstance(fact, Assessment) and (_tells(draft, commitments) or _tells(draft, positions)):
            continue
        if isinstance(fact, Activity) and not fact.rule.endswith("thanked") and (_tells(draft, commitments) or _tells(draft, assessments) or _tells(draft, positions)):
            continue
        out.append(draft)
    return sorted(out, key=lambda d: d.trigger)


def _tells(draft: Draft[Fact], others: Iterable[Draft[Fact]]) -> bool:
    """Whether another draft's trigger lies in this one's evidence, or this one's trigger in the other's,
    and the two cover much the same words."""
    return any(
        o is not draft and _share(draft.fact.evidence[0], o.fact.evidence[0]) >= 0.5 and _same_predicate(draft, o)
        for o in others
    )


def _same_predicate(a: Draft[Fact], b: Draft[Fact]) -> bool:
    first, second = a.fact.evidence[0], b.fact.evidence[0]
    return first.start <= b.trigger < first.end and second.start <= a.trigger < second.end


def _share(a: Span, b: Span) -> float:
    both = min(a.end, b.end) - max(a.start, b.start)
    return max(0, both) / min(a.end - a.start, b.end - b.start)
