"""A stay that has begun and is to last until a day, answered by the report that it is over."""

from __future__ import annotations

from servanda.codebook.following import following_words, says
from servanda.follow.answer import Answer, quotations
from servanda.follow.plans import FollowedBy
from servanda.follow.things import mentions_any
from servanda.follow.times import can_answer, published_days
from servanda.model import edtf
from servanda.model.facts import Engagement
from servanda.resolve.entry import Entry
from servanda.resolve.mention import Mention, time_key


def ended_stay(entry: Entry) -> list[FollowedBy]:
    """What became of a visit that nothing announces but the report of its beginning: "left for India. The
    visit will continue until December 17", "returned yesterday after concluding the visit"."""
    visits = sorted((m for m in entry.mentions if _is_visit_held(m)), key=time_key)
    begun = next((m for m in visits if _is_to_last(m)), None)
    over = [m for m in visits if begun is not None and _is_over(begun, m)]
    if begun is None or not over:
        return []
    verdict = Answer(
        status="kept",
        confidence=0.8,
        rule="stay-ended",
        reason="the visit, whose days were told when it began, is reported as concluded",
    )
    first, *others = over
    return [FollowedBy(entry=entry.id, earlier=begun, later=first, answer=verdict, later_also=tuple(others))]


def _is_visit_held(mention: Mention) -> bool:
    fact = mention.fact
    return isinstance(fact, Engagement) and fact.type == "visit" and fact.status == "held"


def _is_to_last(mention: Mention) -> bool:
    """Whether it tells until when, in a report that is no later than that."""
    days = edtf.bounds(getattr(mention.fact, "date", None) or "")
    told = published_days(mention)
    late = days is not None and told is not None and days[1] < told[0]
    return not late and says(quotations(mention), following_words().lasting)


def _is_over(begun: Mention, report: Mention) -> bool:
    apart = begun.source.id != report.source.id and can_answer(begun, report)
    return apart and mentions_any(report.quotation, following_words().concluded)
