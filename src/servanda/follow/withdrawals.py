"""Promises and plans answered by the report that nothing came of them, or nothing yet."""

from __future__ import annotations

from servanda.follow.answer import Answer, parties_of, sides
from servanda.follow.deeds import promised_things, report_of
from servanda.follow.things import Stems, events, is_called_off, names, parts, things
from servanda.follow.times import can_answer, published_days
from servanda.model import edtf
from servanda.model.facts import Activity, Commitment, Engagement, Instrument
from servanda.resolve.mention import Mention

_OFF = ("cancelled", "postponed")
_MANY = 2
_SHARE = 0.6
_HALF = 0.5


def withdrawal_answer(earlier: Mention, later: Mention) -> Answer | None:
    """How the report that something was called off answers the promise to do or to hold that very thing."""
    promise, report = earlier.fact, later.fact
    if not isinstance(promise, Commitment) or promise.act == "invite" or earlier.source.id == later.source.id:
        return None
    if not _tells_of_failure(later) or not can_answer(earlier, later) or is_called_off(promise.content):
        return None
    if len(sides(promise).all & parties_of(report)) < min(_MANY, len(sides(promise).all)):
        return None
    if isinstance(report, Engagement):
        return _was_called_off(earlier, later)
    told = report_of(later)
    wanted = (promised_things(earlier).stems, *(part.stems for part in parts(promise.content)))
    made = published_days(earlier)
    share = (
        _HALF if made is not None and str(made[0].year) in told else _SHARE
    )  # "that India offered in 2023"
    return _withdrawn() if any(_is_of(stems, told, share) for stems in wanted) else None


def drill_answer(earlier: Mention, later: Mention) -> Answer | None:
    """How the report that it was called off, or that those who were to train stayed away, answers the plan of
    a meeting or exercise: the same sides, and half of the words that tell of what."""
    plan, report = earlier.fact, later.fact
    if not isinstance(plan, Engagement) or plan.status != "planned":
        return None
    if isinstance(report, Engagement):
        return _off(report) if _is_that_called_off(earlier, later) else None
    if (
        plan.type != "exercise"
        or not isinstance(report, Activity)
        or not _tells_of_failure(later)
        or not can_answer(earlier, later)
    ):
        return None
    if earlier.source.id == later.source.id or not set(plan.parties) <= parties_of(report):
        return None
    return _withdrawn() if _is_of(things(earlier.quotation).stems, report_of(later), _HALF) else None


def _is_that_called_off(earlier: Mention, later: Mention) -> bool:
    """Whether what is told as cancelled is what was planned: of one type, between the same sides, at a time
    that can be its own, and by a name that both give."""
    plan, report = earlier.fact, later.fact
    if not isinstance(plan, Engagement) or not isinstance(report, Engagement) or report.status not in _OFF:
        return False
    if earlier.source.id == later.source.id or not can_answer(earlier, later):
        return False
    if plan.type != report.type or set(plan.parties) != set(report.parties):
        return False
    if plan.ordinal and report.ordinal and plan.ordinal != report.ordinal:
        return False
    if plan.date and report.date and not edtf.compatible(plan.date, report.date):
        return False
    return bool(names(earlier.quotation) & names(later.quotation))


def _off(report: Engagement) -> Answer:
    """That it was called off, or put off."""
    if report.status == "postponed":
        reason = "what was to be held is told to have been put off"
        return Answer(status="postponed", confidence=0.75, rule="put-off", reason=reason)
    return _withdrawn()


def _withdrawn() -> Answer:
    reason = "what was promised is told to have been called off, or to have come to nothing"
    return Answer(status="withdrawn", confidence=0.75, rule="called-off", reason=reason)


def _was_called_off(earlier: Mention, later: Mention) -> Answer | None:
    """The meeting or exercise that was to be held: the same kind of event, its time or what it is about."""
    promise, report = earlier.fact, later.fact
    if not isinstance(promise, Commitment) or not isinstance(report, Engagement):
        return None
    told = f"{report.series or ''} {later.quotation}"
    wanted = events(promise.content)
    if report.type == "exercise" and "train" in things(promise.content).deeds:
        return _off(report) if _is_of(promised_things(earlier).stems, told) else None
    if not wanted & events(told):
        return None
    about = promised_things(earlier).stems - wanted
    common = about & things(told).stems
    in_time = bool(promise.due and report.date and edtf.compatible(promise.due, report.date))
    enough = in_time or len(common) >= _MANY or len(common) >= _SHARE * max(len(about), 1)
    return _off(report) if enough and (common or in_time) else None


def _tells_of_failure(later: Mention) -> bool:
    fact = later.fact
    if isinstance(fact, Engagement):
        return fact.status in _OFF
    if isinstance(fact, Activity) and fact.modality == "negated":
        return True
    return isinstance(fact, Activity | Instrument) and is_called_off(later.quotation)


def _is_of(wanted: Stems, told: str, share: float = _SHARE) -> bool:
    """Whether the report speaks of most of what was promised: of two words of it, or of its only one."""
    common = wanted & things(told).stems
    return bool(wanted) and len(common) >= max(min(_MANY, len(wanted)), share * len(wanted))
