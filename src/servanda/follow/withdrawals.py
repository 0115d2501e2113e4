"""Promises and plans answered by the report that nothing came of them."""

from __future__ import annotations

from servanda.follow.answer import Answer, sides
from servanda.follow.deeds import promised_things
from servanda.follow.things import Stems, events, is_called_off, parts, things
from servanda.follow.times import can_answer
from servanda.model.facts import Activity, Commitment, Engagement, Instrument
from servanda.resolve.mention import Mention

_MANY = 2
_SHARE = 0.6


def withdrawal_answer(earlier: Mention, later: Mention) -> Answer | None:
    """How the report that something was called off answers the promise to do or to hold that very thing."""
    promise, report = earlier.fact, later.fact
    if not isinstance(promise, Commitment) or promise.act == "invite" or earlier.source.id == later.source.id:
        return None
    if not _tells_of_failure(later) or not can_answer(earlier, later) or is_called_off(promise.content):
        return None
    if len(sides(promise).all & _parties(report)) < min(_MANY, len(sides(promise).all)):
        return None
    told = f"{getattr(report, 'series', None) or ''} {later.quotation} {getattr(report, 'content', '')}"
    if not any(_is_of(part.stems, told) for part in parts(promise.content)) and not _is_of(
        promised_things(earlier).stems, told
    ):
        return None
    if isinstance(report, Engagement) and not events(promise.content) & events(told):
        return None
    reason = "what was promised is told to have been called off, or to have come to nothing"
    return Answer(status="withdrawn", confidence=0.75, rule="called-off", reason=reason)


def _tells_of_failure(later: Mention) -> bool:
    fact = later.fact
    if isinstance(fact, Engagement):
        return fact.status == "cancelled"
    return isinstance(fact, Activity | Instrument) and is_called_off(later.quotation)


def _parties(fact: object) -> frozenset[str]:
    if isinstance(fact, Activity):
        return frozenset((*fact.provider, *fact.recipient, *fact.parties))
    return frozenset(getattr(fact, "parties", ()))


def _is_of(wanted: Stems, told: str) -> bool:
    """Whether the report speaks of most of what was promised: of two words of it, or of its only one."""
    common = wanted & things(told).stems
    return (
        len(common) >= min(_MANY, len(wanted))
        and len(common) >= _SHARE * max(len(wanted), 1)
        and bool(common)
    )
