"""Places at schools that were offered in a number, answered by how many of them were taken."""

from __future__ import annotations

from servanda.codebook.following import following_words
from servanda.follow.answer import Answer, parties_of
from servanda.follow.shares import share_told
from servanda.follow.things import Stems, mentions_any, stem
from servanda.follow.times import can_answer
from servanda.model.facts import Activity, Commitment
from servanda.resolve.mention import Mention

_SCHOLARSHIPS = ("scholarship", "fellowship", "stipend", "bursary")
_SCHOOLS = frozenset(map(stem, ("university", "college", "school", "institute", "academy")))


def is_only_at_a_school(promised: str, report: str, common: Stems) -> bool:
    """Whether scholarships "at universities" were promised, and nothing but the school is told again: who
    attended a course at a university need not have had one."""
    wanted = mentions_any(promised, _SCHOLARSHIPS) and not mentions_any(report, _SCHOLARSHIPS)
    return wanted and bool(common) and common <= _SCHOOLS


def seats_answer(earlier: Mention, later: Mention) -> Answer | None:
    """How "of the 200 places, some 140 were taken up" answers the promise of 200 places: in part."""
    promise, deed = earlier.fact, later.fact
    if not isinstance(promise, Commitment) or promise.act == "invite" or not isinstance(deed, Activity):
        return None
    share = share_told(deed.content)
    if share is None or not share.is_of(promise.content) or parties_of(promise) != parties_of(deed):
        return None
    places = following_words().places
    if not (mentions_any(promise.content, places) and mentions_any(deed.content, places)):
        return None
    if earlier.source.id == later.source.id or not can_answer(earlier, later):
        return None
    reason = f"{share.part} of the {share.whole} places that were promised are told to be taken"
    return Answer(
        status="kept" if share.last else "partly", confidence=0.8, rule="seats-taken", reason=reason
    )
