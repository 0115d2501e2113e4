"""Plans answered within their own entry: the visit that was announced and paid, the text that was signed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

import msgspec

from servanda.codebook.following import following_words, says
from servanda.follow.answer import Answer
from servanda.follow.met import not_met, offices_met, parties_not_met, those_met
from servanda.follow.offices import offices
from servanda.follow.ships import fewer_come
from servanda.follow.stages import reached
from servanda.follow.talks_begun import BEGUN, has_begun, is_to_begin
from servanda.follow.texts import fewer_texts, is_under_negotiation
from servanda.follow.things import mentions_any
from servanda.follow.times import can_answer, published_days
from servanda.follow.worked_out import WORKED_OUT, is_to_be_worked_out, is_worked_out
from servanda.model.facts import Engagement, Instrument
from servanda.resolve.encounter import Likeness, encounter, likeness
from servanda.resolve.entry import Entry
from servanda.resolve.exercises import is_ship_call
from servanda.resolve.mention import Mention, time_key

_AHEAD = ("instrument/to-ratify", "instrument/force-ahead")
"""Rules by which it is read that a text is yet to be ratified or to enter into force."""
_CHANGING = frozenset({"renew", "extend", "prolong", "amend", "revise", "update", "renewal", "extension"})
"""Verbs and nouns of planned changes, by which the rules that read them are called."""
_SAME_NEWS = timedelta(days=30)
_BOTH = re.compile(
    r"\b(?:two|both) (?:leaders|presidents|prime ministers|ministers|heads|sides' leaders)", re.IGNORECASE
)
_HE_ALONE = re.compile(r"^(?!.*\b(?:and|including)\b).*\b(?:he|she|him|her)\b", re.IGNORECASE | re.DOTALL)
"""One who meets one other: of more than two all have to be named."""
_IN_PASSING = re.compile(
    r"(?:(?:the|his|her|their|its|this|that)\b|[^,;]{0,60}['’]s\b)[^,;]{0,60}\b(?:visit|trip|tour)\b"
    r"(?: (?:of|to|with|by|here|there|in|last|that|this)\b[^,;]*)?",
    re.IGNORECASE,
)
"""An engagement that is only named: "*his visit* showed", "*the recent visit of the minister to Oslo*"."""
PLAN_CANCELLED, PLAN_PUT_OFF = "plan-cancelled", "plan-put-off"
"""The rules by which a report in the plan's own entry tells that it was called off, or put off."""


_Shows = Callable[[Mention, Mention], bool]
_STEPS: tuple[tuple[Callable[[Mention], bool], _Shows, Answer], ...] = (
    (
        is_to_be_worked_out,
        is_worked_out,
        Answer(status="kept", confidence=0.8, rule="text-worked-out", reason=WORKED_OUT),
    ),
    (is_to_begin, has_begun, Answer(status="kept", confidence=0.8, rule="talks-begun", reason=BEGUN)),
)
"""Which plans are of a step on the way to a text, what shows that it is done, and the answer."""


class FollowedBy(msgspec.Struct, frozen=True, kw_only=True):
    """A promise or plan and what shows what became of it.

    entry       id of the entry of the earlier mention
    later_also  further reports that show the same, in the order of publication
    hindsight   the promise is known from nothing but the report that it was kept: "at the invitation of"
    restated    what became of further entries that tell the same promise
    """

    entry: str
    earlier: Mention
    later: Mention
    answer: Answer
    later_also: tuple[Mention, ...] = ()
    hindsight: bool = False
    restated: tuple[FollowedBy, ...] = ()


def answers_within(entry: Entry, meetings: Sequence[Mention] = ()) -> list[FollowedBy]:
    """For each plan of the entry the report that tells most fully that it was carried out.

    A plan that is told again within weeks is one plan: the first one counts, or the first that names those
    who then met. `meetings` are what else the two sides held at that time; they show who else was met.
    """
    reports = [mention for mention in entry.mentions if is_done(mention)]
    found = []
    for plans in _plans(entry):
        of_stage = [p for p in plans if _is_of_stage(p)]
        reached_ = [m for m in entry.mentions if any(reached(p.quotation, m, p) for p in of_stage)]
        if of_stage and reached_:
            found.append(_stage(entry, of_stage, reached_))
        plans = [p for p in plans if p not in of_stage]
        for is_such, shows, verdict in _STEPS:
            of_it = [p for p in plans if is_such(p)]
            shown = [m for m in entry.mentions if any(shows(p, m) for p in of_it)]
            if shown:
                found.append(_step(entry, of_it, shown, shows, verdict))
                plans = [p for p in plans if p not in of_it]
        following = [r for r in reports if any(_follows(plan, r) for plan in plans)]
        following = following or [
            m for m in entry.mentions if any(_stands(plan, m) or _is_changed(plan, m) for plan in plans)
        ]
        if following:
            report = _fullest(following)
            plan = _best_plan([p for p in plans if _follows(p, report)], report)
            others = tuple(r for r in following if r is not report)
            verdict = _verdict(plan, [*following, *meetings])
            found.append(
                FollowedBy(entry=entry.id, earlier=plan, later=report, answer=verdict, later_also=others)
            )
            wider = _wider(plan, plans, [*following, *meetings]) if verdict.status == "kept" else None
            if wider is not None:
                partly = _verdict(wider, [*following, *meetings])
                found.append(
                    FollowedBy(entry=entry.id, earlier=wider, later=report, answer=partly, later_also=others)
                )
        elif called_off := [m for m in entry.mentions if any(_is_given_up(plan, m) for plan in plans)]:
            found.append(_given_up(entry, plans, called_off))
        elif put_off := [m for m in entry.mentions if any(_is_put_off(plan, m) for plan in plans)]:
            found.append(_put_off(entry, plans, put_off))
    return found


def _is_given_up(plan: Mention, report: Mention) -> bool:
    """Whether a later document tells that the planned engagement was cancelled."""
    cancelled = isinstance(report.fact, Engagement) and report.fact.status == "cancelled"
    return cancelled and plan.source.id != report.source.id and time_key(plan)[0] <= time_key(report)[0]


def _given_up(entry: Entry, plans: list[Mention], reports: list[Mention]) -> FollowedBy:
    first, *others = sorted(reports, key=time_key)
    verdict = Answer(
        status="withdrawn",
        confidence=0.85,
        rule=PLAN_CANCELLED,
        reason="the planned engagement was cancelled",
    )
    plan = min((p for p in plans if _is_given_up(p, first)), key=time_key)
    return FollowedBy(entry=entry.id, earlier=plan, later=first, answer=verdict, later_also=tuple(others))


def _is_put_off(plan: Mention, report: Mention) -> bool:
    """Whether a later document tells that the planned engagement was put off."""
    off = isinstance(report.fact, Engagement) and report.fact.status == "postponed"
    return off and plan.source.id != report.source.id and time_key(plan)[0] <= time_key(report)[0]


def _put_off(entry: Entry, plans: list[Mention], reports: list[Mention]) -> FollowedBy:
    first, *others = sorted(reports, key=time_key)
    reason = "the planned engagement was put off to a later time"
    verdict = Answer(status="postponed", confidence=0.85, rule=PLAN_PUT_OFF, reason=reason)
    plan = min((p for p in plans if _is_put_off(p, first)), key=time_key)
    return FollowedBy(entry=entry.id, earlier=plan, later=first, answer=verdict, later_also=tuple(others))


def _stage(entry: Entry, plans: list[Mention], reports: list[Mention]) -> FollowedBy:
    first, *others = sorted(reports, key=time_key)
    reason = "the text that was to be ratified or to enter into force is told to be so"
    verdict = Answer(status="kept", confidence=0.85, rule="stage-reached", reason=reason)
    return FollowedBy(
        entry=entry.id,
        earlier=min(plans, key=time_key),
        later=first,
        answer=verdict,
        later_also=tuple(others),
    )


def _step(
    entry: Entry, plans: list[Mention], reports: list[Mention], is_done_by: _Shows, verdict: Answer
) -> FollowedBy:
    """A step on the way to a text: of the plans the first that the first report shows to be done."""
    first, *others = sorted(reports, key=time_key)
    earlier = min((p for p in plans if is_done_by(p, first)), key=time_key)
    return FollowedBy(entry=entry.id, earlier=earlier, later=first, answer=verdict, later_also=tuple(others))


def is_plan(mention: Mention) -> bool:
    """Whether the mention tells of an engagement or instrument that is to come."""
    fact = mention.fact
    if isinstance(fact, Engagement):
        return fact.status == "planned"
    if not isinstance(fact, Instrument):
        return False
    return fact.action in ("planned", "proposed") or _is_before_parliament(fact)


def is_done(mention: Mention) -> bool:
    """Whether it tells that the engagement was or is being held, or the instrument was signed."""
    fact = mention.fact
    if isinstance(fact, Engagement):
        return fact.status == "held" and fact.modality == "asserted"
    return isinstance(fact, Instrument) and fact.action == "signed" and fact.modality == "asserted"


def _stands(plan: Mention, report: Mention) -> bool:
    """Whether a text that was to be made is told later to be ratified or in force, and so was made."""
    return isinstance(plan.fact, Instrument) and reached("", report, plan)


def _is_changed(plan: Mention, report: Mention) -> bool:
    """Whether a text that was to be renewed or amended is told later to have been."""
    one, other = plan.fact, report.fact
    if not isinstance(one, Instrument) or not isinstance(other, Instrument) or other.modality != "asserted":
        return False
    changes = one.rule.rpartition(":")[2].partition("/")[0] in _CHANGING
    done = changes and other.action in ("extended", "amended")
    return done and plan.source.id != report.source.id and can_answer(plan, report)


def _is_of_stage(plan: Mention) -> bool:
    """Whether a text that exists is to be ratified or to enter into force."""
    if not isinstance(plan.fact, Instrument):
        return False
    return _is_before_parliament(plan.fact) or says(plan.quotation, following_words().of_stages)


def _is_before_parliament(text: Instrument) -> bool:
    """Whether a text that is signed is told to be ratified, or to enter into force, in time to come."""
    return text.rule.startswith(_AHEAD)


def _plans(entry: Entry) -> Iterator[list[Mention]]:
    """The plans, those told within weeks of each other together."""
    limit = timedelta(days=following_words().restated_days)
    group: list[Mention] = []
    last: date | None = None
    for mention in entry.mentions:
        if not is_plan(mention) or is_under_negotiation(mention):
            continue
        told = published_days(mention)
        again = told[0] - last <= limit if told and last else told is None and last is None
        if group and not again:
            yield group
            group = []
        group.append(mention)
        last = told[0] if told else None
    if group:
        yield group


def _follows(plan: Mention, report: Mention) -> bool:
    if plan.source.id == report.source.id or not (_is_that_round(plan, report) or can_answer(plan, report)):
        return False
    if not _is_talk(plan) or not _both_sides_named(plan) or _both_sides_named(report):
        return True
    if likeness(plan, report) is Likeness.BOTH_SIDES:
        return True
    # The plan says who is to be met: a report that names nobody has to give at least the office.
    return not offices_met(plan).isdisjoint(offices(those_met(report.quotation)))


def _is_that_round(plan: Mention, report: Mention) -> bool:
    """Whether the report is of the planned round, by its number: that comes but once, however late."""
    one, other = plan.fact, report.fact
    if not isinstance(one, Engagement) or not isinstance(other, Engagement) or one.ordinal is None:
        return False
    return one.ordinal == other.ordinal and time_key(plan)[0] <= time_key(report)[0]


def _best_plan(plans: list[Mention], report: Mention) -> Mention:
    """The first that says who is to meet; of the very first it is enough that "*he* will meet the King"."""
    first = min(plans, key=time_key)

    def rank(plan: Mention) -> tuple[bool, bool, bool, tuple[str, str, str]]:
        vague = _is_visit(plan) and getattr(plan.fact, "date", None) is None
        named = _names_those_who_met(plan, report) or (plan is first and _he_meets_one_by_name(plan))
        return not named, _is_invited_to(plan), vague, time_key(plan)

    return min(plans, key=rank)


def _he_meets_one_by_name(plan: Mention) -> bool:
    """As in "*he* will also meet Mr. Sato", and not "dignitaries, including the minister"."""
    if _HE_ALONE.search(plan.quotation) is None:
        return False
    met = encounter(plan)
    return any(side and not met.stated.isdisjoint(names) for side, names in met.names.items())


def _is_visit(mention: Mention) -> bool:
    return isinstance(mention.fact, Engagement) and mention.fact.type == "visit"


def _is_invited_to(plan: Mention) -> bool:
    """Whether a visit is told in the words of an invitation alone, which is followed itself."""
    phrases = following_words().with_the_visit
    invited = ("invit" in s.text.lower() and not says(s.text, phrases) for s in plan.fact.evidence)
    return isinstance(plan.fact, Engagement) and all(invited)


def _wider(plan: Mention, plans: Sequence[Mention], reports: Sequence[Mention]) -> Mention | None:
    """The first of the other plans that tells of more who were to be met, of whom not all were: "the Premier
    and the Chairman", where a later plan is of the Premier alone."""
    others = (each for each in plans if each is not plan and each.source.id != plan.source.id)
    return next((each for each in others if not_met(each, reports)), None)


def _names_those_who_met(plan: Mention, report: Mention) -> bool:
    return not _is_talk(plan) or _both_sides_named(plan) or not _both_sides_named(report)


def _is_talk(mention: Mention) -> bool:
    return isinstance(mention.fact, Engagement) and mention.fact.type in ("meeting", "call")


def _fullest(reports: list[Mention]) -> Mention:
    first = min(reports, key=time_key)
    start = published_days(first)

    def rank(report: Mention) -> tuple[int, bool, tuple[str, int, str], int]:
        told = published_days(report)
        news = start is None or told is None or told[0] - start[0] <= _SAME_NEWS
        fullness = -_fullness(report) if news else 1
        day, document = time_key(report)[:2]
        told_at_length = -len(report.fact.evidence)
        return (
            fullness,
            not _both_sides_named(report),
            (day, told_at_length, document),
            report.fact.evidence[0].start,
        )

    return min(reports, key=rank)


def _fullness(report: Mention) -> int:
    """2: tells that it is over; 1: that it takes or took place; 0: that it begins; -1: only names it."""
    fact, words = report.fact, following_words()
    if not isinstance(fact, Engagement):
        return 1
    if fact.type == "visit" and mentions_any(report.quotation, words.concluded):
        return 2
    if all(_IN_PASSING.fullmatch(span.text) for span in fact.evidence):
        return -1
    if is_ship_call(fact):
        return 1  # with her arrival a ship has called
    return 0 if says(report.quotation, words.only_begun) else 1


def _both_sides_named(mention: Mention) -> bool:
    """Whether its own words name somebody of two sides, or the office of one, or speak of "the two leaders"
    whom the report has named."""
    fact = mention.fact
    if not isinstance(fact, Engagement) or fact.type == "visit":
        return True
    met = encounter(mention)
    if _BOTH.search(mention.quotation) and len(met.names.keys() - {""}) > 1:
        return True
    named = (
        not met.stated.isdisjoint(names) or not met.posts[side].isdisjoint(met.words)
        for side, names in met.names.items()
        if side
    )
    return sum(named) > 1


def _verdict(plan: Mention, reports: Sequence[Mention]) -> Answer:
    if isinstance(plan.fact, Instrument):
        if all(has_begun(plan, report) for report in reports):
            return Answer(status="kept", confidence=0.75, rule="talks-begun", reason=BEGUN)
        fewer = fewer_texts(plan.fact, reports)
        if fewer is not None:
            return Answer(status="partly", confidence=0.8, rule="plan-signed-in-part", reason=fewer)
        return Answer(
            status="kept", confidence=0.9, rule="plan-signed", reason="the planned text is reported as signed"
        )
    fewer = fewer_come(plan, reports)
    if fewer is not None:
        return Answer(status="partly", confidence=0.7, rule="plan-held-in-part", reason=fewer)
    missing = [" ".join(sorted(office)) for office in not_met(plan, reports)] or parties_not_met(
        plan, reports
    )
    if missing:
        who = ", ".join(missing)
        reason = f"reported as held, but of those who were to be met nothing is told of: {who}"
        return Answer(status="partly", confidence=0.7, rule="plan-held-in-part", reason=reason)
    return Answer(
        status="kept", confidence=0.9, rule="plan-held", reason="the planned engagement is reported as held"
    )
