"""An exercise that was to be held, told without a name, answered by the one of that time that has one."""

from __future__ import annotations

import re
from datetime import timedelta

from servanda.follow.answer import Answer
from servanda.follow.times import can_answer, published_days, when_done
from servanda.model import edtf
from servanda.model.facts import Engagement
from servanda.resolve.drills import arms_of
from servanda.resolve.exercises import is_ship_call
from servanda.resolve.mention import Mention

_SOON = timedelta(days=366)


def drill_held_answer(earlier: Mention, later: Mention) -> Answer | None:
    """How the report of an exercise answers the plan of "a joint exercise this year": of the same two, of the
    same arms, in the time for which it was planned, within a year where none was told."""
    plan, held = earlier.fact, later.fact
    if not isinstance(plan, Engagement) or not isinstance(held, Engagement) or not is_unnamed_drill(earlier):
        return None
    if held.type != "exercise" or held.status != "held" or held.modality != "asserted" or is_ship_call(held):
        return None
    if earlier.source.id == later.source.id or set(plan.parties) != set(held.parties):
        return None
    if plan.ordinal is not None or not can_answer(earlier, later) or not _is_then(earlier, later):
        return None
    planned, told = arms_of(earlier), arms_of(later)
    if planned and told and planned.isdisjoint(told):
        return None
    reason = "an exercise of the same two was held at the time for which one was planned"
    sure = 0.68 if planned & told else 0.62
    return Answer(status="kept", confidence=sure, rule="drill-held", reason=reason)


def is_unnamed_drill(mention: Mention) -> bool:
    """Whether an exercise of two is planned of which no name is told."""
    fact = mention.fact
    if not isinstance(fact, Engagement) or fact.type != "exercise" or fact.status != "planned":
        return False
    named = re.search(r"[A-Z]", fact.series or "") is not None
    return len(fact.parties) == 2 and not named and not is_ship_call(fact)


def _is_then(earlier: Mention, later: Mention) -> bool:
    planned, held = getattr(earlier.fact, "date", None), getattr(later.fact, "date", None)
    when = when_done(later)
    if planned and held:
        return edtf.compatible(planned, held)
    made = published_days(earlier)
    return made is not None and when is not None and when[0] - made[1] <= _SOON
