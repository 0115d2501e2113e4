"""The handover that was planned answered by the report of the giving."""

from __future__ import annotations

from datetime import timedelta

from servanda.codebook.following import following_words, says
from servanda.follow.answer import Answer
from servanda.follow.deeds import report_of
from servanda.follow.things import alike, content_stems, quantity, things
from servanda.follow.times import can_answer, happened, published_days
from servanda.model.facts import Activity, Engagement
from servanda.resolve.mention import Mention

_ENOUGH = 1.5
_SOON = timedelta(days=60)


def handover_answer(earlier: Mention, later: Mention) -> Answer | None:
    """How the report that something was given answers the plan of its handover: between the same two, within
    weeks, and by what is given."""
    plan, deed = earlier.fact, later.fact
    if not is_planned_handover(earlier) or not isinstance(plan, Engagement):
        return None
    if not isinstance(deed, Activity) or deed.modality != "asserted":
        return None
    if not deed.provider or {*deed.provider, *deed.recipient} != set(plan.parties):
        return None
    if earlier.source.id == later.source.id or not can_answer(earlier, later) or not _is_soon(earlier, later):
        return None
    if _is_told_too_early(earlier, later):
        return None
    planned, report = earlier.quotation, report_of(later)
    wanted, told = things(planned).stems, content_stems(report)
    common, others = wanted & told, alike(wanted, told)
    about = frozenset({*common, *others}.union(*others.values()))
    number = quantity(planned, about)
    counted = number is not None and number > 1 and number == quantity(report, about)
    if not about or len(common) + 0.5 * len(others) + counted < _ENOUGH:
        return None
    reason = "what was to be handed over between the same two is told to have been given"
    return Answer(status="kept", confidence=0.75, rule="handed-over", reason=reason)


def is_planned_handover(mention: Mention) -> bool:
    """Whether a ceremony is planned at which something is handed over."""
    fact = mention.fact
    if not isinstance(fact, Engagement) or fact.type != "ceremony" or fact.status != "planned":
        return False
    return says(mention.quotation, following_words().handover)


def _is_soon(earlier: Mention, later: Mention) -> bool:
    """Whether the report follows a plan without a date within weeks; one with a date tells itself when."""
    plan, report = published_days(earlier), published_days(later)
    if plan is None or report is None or getattr(earlier.fact, "date", None):
        return True
    return report[0] - plan[1] <= _SOON


def _is_told_too_early(plan: Mention, report: Mention) -> bool:
    """Whether the report was out before the day for which the handover is planned: what "has been given" by
    then was given before."""
    day, told = happened(plan), published_days(report)
    return day is not None and told is not None and told[1] < day[0]
