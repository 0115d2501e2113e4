"""The visit that was planned answered by what the visitor is told to have done there."""

from __future__ import annotations

from datetime import timedelta

from servanda.follow.answer import Answer
from servanda.follow.times import can_answer, published_days
from servanda.model import edtf
from servanda.model.facts import Engagement
from servanda.resolve.encounter import may_be_one, travellers
from servanda.resolve.mention import Mention

_SOON = timedelta(days=45)


def stay_answer(earlier: Mention, later: Mention) -> Answer | None:
    """How talks, a reception or a ceremony there with the one who was to come answer the plan of a visit,
    where no report tells of the visit itself: the same visitor, country and days."""
    plan, event = earlier.fact, later.fact
    if not isinstance(plan, Engagement) or plan.type != "visit" or plan.status != "planned":
        return None
    if not isinstance(event, Engagement) or event.type not in ("meeting", "dialogue", "ceremony"):
        return None
    if event.status != "held" or event.country is None or event.country != plan.country:
        return None
    if earlier.source.id == later.source.id or not can_answer(earlier, later) or not _is_then(earlier, later):
        return None
    guest = next(iter(travellers(earlier)), None)
    if guest is None or not any(may_be_one(guest, other) for other in travellers(later)):
        return None
    reason = f"{guest}, who was to visit, is told to have been there in those days"
    return Answer(status="kept", confidence=0.65, rule="was-there", reason=reason)


def _is_then(plan: Mention, report: Mention) -> bool:
    """Whether the dates can be one; where one of them gives none, the report follows within weeks."""
    planned, held = getattr(plan.fact, "date", None), getattr(report.fact, "date", None)
    if planned and held:
        return edtf.compatible(planned, held)
    made, told = published_days(plan), published_days(report)
    return made is not None and told is not None and told[0] - made[1] <= _SOON
