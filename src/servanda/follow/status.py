"""Where an entry stands on a day: a fold over what was known then, never stored."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Literal

import msgspec

from servanda.codebook.following import following_words
from servanda.follow.following import as_known
from servanda.follow.plans import PLAN_CANCELLED, PLAN_PUT_OFF, FollowedBy
from servanda.follow.times import known, last_day, terms
from servanda.model.facts import Commitment, Engagement, Instrument, InstrumentAction
from servanda.resolve.entry import Entry
from servanda.resolve.mention import Mention, time_key

Value = Literal[
    "open", "due", "overdue", "kept", "partly", "withdrawn", "refused", "renewed", "lapsed",
    "planned", "held", "postponed", "cancelled", "no report",
    "proposed", "signed", "ratified", "existing", "amended", "extended", "terminated", "expired",
]  # fmt: skip
"""Of commitments (and `postponed`), of engagements (with `no report`: the day has passed and nothing was
found, which shows neither that it was held nor that it was not), of instruments
(and `planned`, `no report`)."""

_SCORES: dict[str, int] = {"kept": 1, "partly": 0, "withdrawn": -1, "refused": -1}
_ENDS: dict[str, Value] = {"withdrawn": "cancelled", "postponed": "postponed"}
_STAGES: tuple[InstrumentAction, ...] = (
    "proposed", "planned", "existing", "signed", "ratified", "amended", "extended", "terminated",
)  # fmt: skip


class Status(msgspec.Struct, frozen=True, kw_only=True):
    """A value, why, and the mentions on which it rests."""

    value: Value
    reason: str
    mentions: tuple[Mention, ...]


def status(entry: Entry, answers: Iterable[FollowedBy], as_of: date) -> Status | None:
    """Where `entry` stands on `as_of`; None for kinds that have no status and for what nobody had told yet.

    Only mentions published by `as_of` count; later reports are not yet known. Mentions of documents without
    a date count always. Of `answers` those of other entries are passed over.
    """
    then = as_known(entry, as_of)
    if then is None:
        return None
    first = then.mentions[0].fact
    own = {mention.id for mention in then.mentions}
    shown = [a for a in answers if a.earlier.id in own and _first_known(a, as_of) is not None]
    if isinstance(first, Commitment):
        return _of_commitment(then, shown, as_of)
    if isinstance(first, Engagement):
        return _of_engagement(then, shown, as_of)
    return _of_instrument(then, shown, as_of) if isinstance(first, Instrument) else None


def compliance(found: Status) -> int | None:
    """The score of a commitment in the manner of the G7 Research Group: +1 full, 0 partial or work under
    way, -1 failure (Compliance Coding Manual for International Institutional Commitments, Global Governance
    Program, Trinity College, University of Toronto, version of 12 November 2020, chapter 5).

    Their -1 covers inaction by the end of the period, which their analysts search for. Documents that happen
    to have been read cannot show inaction, so -1 stands only for what is shown not to be done (withdrawn,
    refused), and None for no evidence found.
    """
    return _SCORES.get(found.value)


def _of_commitment(entry: Entry, answers: Sequence[FollowedBy], as_of: date) -> Status:
    promise = entry.mentions[0]
    if answers:
        told = [(later, a.answer) for a in answers if (later := _first_known(a, as_of)) is not None]
        done = [each for each in told if each[1].status in ("kept", "partly")]
        later, answer = max(done or told, key=lambda each: (each[1].status == "kept", time_key(each[0])))
        if answer.status != "renewed":
            return Status(value=answer.status, reason=answer.reason, mentions=(promise, later))
    return _unanswered(entry, answers, as_of)


def _unanswered(entry: Entry, answers: Sequence[FollowedBy], as_of: date) -> Status:
    promise = entry.mentions[0]
    agreed = terms(promise)
    invitation = isinstance(promise.fact, Commitment) and promise.fact.act == "invite"
    if agreed.due is not None and agreed.due < as_of:
        if invitation:
            return _status(
                "lapsed", f"nothing is told of a visit by {agreed.due}; an invitation binds nobody", promise
            )
        return _status("overdue", f"it was due by {agreed.due}, and no evidence of it was found", promise)
    if answers:
        later = _first_known(answers[-1], as_of)
        return _status("renewed", answers[-1].answer.reason, promise, *([later] if later else []))
    if agreed.due is not None:
        near = agreed.due - as_of <= timedelta(days=following_words().near_days)
        return _status("due" if near else "open", f"it is due by {agreed.due}", promise)
    if agreed.last is not None and agreed.last < as_of:
        reason = f"no due date is told, and nothing was heard of it by {agreed.last}"
        return _status("lapsed", reason, promise)
    return _status("open", "no due date is told and no evidence was found yet", promise)


def _of_engagement(entry: Entry, answers: Sequence[FollowedBy], as_of: date) -> Status:
    by_status: dict[str, list[Mention]] = {}
    for mention in entry.mentions:
        by_status.setdefault(_engagement_status(mention), []).append(mention)
    if held := by_status.get("held"):
        return _status("held", f"reported as held or under way by {_documents(held)}", *held)
    elsewhere = [a for a in answers if a.answer.rule not in (PLAN_CANCELLED, PLAN_PUT_OFF)]
    if elsewhere:
        found = elsewhere[-1]
        return _status(
            _ENDS.get(found.answer.status, "held"), found.answer.reason, found.earlier, found.later
        )
    last = max(entry.mentions, key=time_key)
    told = _engagement_status(last)
    if told == "cancelled":
        return _status("cancelled", f"{last.source.name} tells that it was cancelled", last)
    if told == "postponed":
        return _status("postponed", f"{last.source.name} tells that it was postponed", last)
    return _planned(last, as_of, "held")


def _of_instrument(entry: Entry, answers: Sequence[FollowedBy], as_of: date) -> Status:
    told = [
        (mention.fact.action, mention) for mention in entry.mentions if isinstance(mention.fact, Instrument)
    ]
    done = [each for each in told if each[0] not in ("planned", "proposed")]
    if not done:
        if answers:
            return _status("signed", answers[-1].answer.reason, answers[-1].earlier, answers[-1].later)
        action, last = max(told, key=lambda each: (_STAGES.index(each[0]), time_key(each[1])))
        return _planned(last, as_of, "signed", "planned" if action == "planned" else "proposed")
    stage = max((action for action, _ in done), key=_STAGES.index)
    resting = [mention for action, mention in done if action == stage]
    ended = _periods_ended(entry, as_of)
    if stage != "terminated" and ended:
        return _status("expired", f"its period ended on {max(map(_end, ended))}", *ended)
    several = len({mention.source.name for mention in resting}) > 1
    words = f"{_documents(resting)} {'tell' if several else 'tells'} it to be {stage}"
    return _status(_value(stage), words, *resting)


def _value(stage: InstrumentAction) -> Value:
    return stage


def _periods_ended(entry: Entry, as_of: date) -> list[Mention]:
    """The mentions that give a period, if all their periods are over: where sources differ about it, the
    text is not held to have expired while one of them says that it has not."""
    with_period = [m for m in entry.mentions if isinstance(m.fact, Instrument) and last_day(m.fact.period)]
    return with_period if with_period and all(_end(m) < as_of for m in with_period) else []


def _end(mention: Mention) -> date:
    period = mention.fact.period if isinstance(mention.fact, Instrument) else None
    return last_day(period) or date.max


def _planned(plan: Mention, as_of: date, done: str, value: Value = "planned") -> Status:
    agreed = terms(plan)
    if agreed.due is not None and agreed.due < as_of:
        reason = (
            f"it was planned for {agreed.due} at the latest; no report was found that it was {done} or not"
        )
        return _status("no report", reason, plan)
    if agreed.due is None and agreed.last is not None and agreed.last < as_of:
        reason = f"no date is told, and no report that it was {done} was found by {agreed.last}"
        return _status("no report", reason, plan)
    when = f"planned for {agreed.due} at the latest" if agreed.due else f"{value} without a date"
    return _status(value, when, plan)


def _engagement_status(mention: Mention) -> str:
    fact = mention.fact
    return fact.status if isinstance(fact, Engagement) else ""


def _first_known(followed: FollowedBy, as_of: date) -> Mention | None:
    """The later mention of an answer, or the first of its further reports, that was known."""
    return next((m for m in (followed.later, *followed.later_also) if known(m, as_of)), None)


def _documents(mentions: Sequence[Mention]) -> str:
    names = list(dict.fromkeys(mention.source.name for mention in mentions))
    return names[0] if len(names) == 1 else f"{names[0]} and {len(names) - 1} more"


def _status(value: Value, reason: str, *mentions: Mention) -> Status:
    return Status(value=value, reason=reason, mentions=mentions)
