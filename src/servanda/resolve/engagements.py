"""Whether two reports tell of one engagement."""

from __future__ import annotations

import re

from servanda.codebook.engagements import engagement_words
from servanda.codebook.places import is_capital, is_state
from servanda.extract.engagement.listed import callers_told
from servanda.model import edtf
from servanda.model.facts import Engagement
from servanda.resolve.ceremonies import are_two_ceremonies, is_signing_watched
from servanda.resolve.company import company, in_other_company, is_meal
from servanda.resolve.encounter import (
    Likeness,
    engagement_of,
    is_aside,
    likeness,
    names_both_sides,
    same_words,
    visitors,
    wording,
)
from servanda.resolve.engagement_keys import bodies, when_told
from servanda.resolve.engagement_scores import (
    EXERCISES,
    NAMES,
    SAME,
    SLIP,
    VISITS,
    different,
    less_for_types,
    other_date,
    said,
    same,
)
from servanda.resolve.exercises import are_one_by_name, are_one_call, exercises
from servanda.resolve.gatherings import same_gathering
from servanda.resolve.mention import Decision, Mention, in_order
from servanda.resolve.opened import is_of_one_thing, is_opened_once
from servanda.resolve.series import called_alike, is_named, same_series
from servanda.resolve.times import Closeness, When, as_if_dated, closeness, days_apart, recall
from servanda.resolve.wording import words_of

_SENT = "engagement/delegation"
"""Rule by which the visit of those who are sent is read."""
_DONE_THERE = re.compile(
    r"(?<=\w)\W+(?:after|following|during|where|which|with|accompanied|and (?:met|held|addressed|attended)|"
    r"to (?:meet|hold|attend|address|take part|speak)|for (?:talks|meetings|discussions|a meeting))\b"
)
"""Opens what is told besides who comes."""
_WORDING = 0.25
"""How much of what is left to certainty the same words in both reports add."""
_A_DAY, _MONTH, _YEAR = len("2023-05-09"), len("2023-05"), len("2023")
_A_MONTH = 31
"""Days after which a report looks back, and may err on the day."""
_A_ROUND = 366
"""Days from the plan within which a series without a name has one number only."""
_OTHER_NUMBER = 0.75
"""How sure another number makes two rounds that can have been held on the same day: one report can err."""
_OTHER_NUMBER_AS_PLANNED = 0.6
"""The same where one of them was planned for the place and time at which the other was held."""
_NEWS = 7
"""Days by which two reports differ on when a numbered meeting of no named series was held."""
_A_PAIR, _A_FEW = 2, 4
_LAST = 0.08
"""How much less sure it is that a report looks back on an engagement the longer ago that was."""
_ASIDE = 0.2
"""How much less sure it is where the one whom both name is not the first of several in one of them: talks
"with the President and the Prime Minister" are told as those with the President."""
_SAME_COUNTRY = 0.15
"""How much of what is left to certainty the same country adds where not both sides are known to be one."""
_SAME_PLACE = 0.25
"""How much of what is left to certainty the same place adds there, where it is no capital."""
_AS_PLANNED = 0.25
"""How much of what is left to certainty it adds there that a round was planned for that place and time."""
_HALF_KNOWN = frozenset({Likeness.ONE_SIDE, Likeness.UNKNOWN})
_SAME_SERIES = 0.5
"""How much of what is left to certainty the name of the series adds where both reports are dated, or one
plans a round for the time in which the other tells of one; in that case of ships' calls the same port."""


def compare(a: Mention, b: Mention) -> Decision | None:
    """What speaks for or against one engagement in both, in whichever order; None where nothing does."""
    a, b = in_order(a, b)
    one, other = engagement_of(a), engagement_of(b)
    if a.source.id == b.source.id:
        return different(0.97, "engagement/one-document", "one document tells of both, as two")
    if {one.status, other.status} == {"held", "cancelled"} and not (one.date and other.date):
        return different(0.8, "engagement/called-off", "one was held, and the other was called off")
    by_name = are_one_by_name(one, other)
    if not by_name and not _can_share_parties(one, other):
        return different(0.9, "engagement/parties", "other parties take part")
    if not by_name and not _share_parties(one, other):
        return None
    if "visit" in (one.type, other.type):
        return _visits(a, b)
    return _numbered(a, b) or exercises(a, b) or _gatherings(a, b) or _occasions(a, b)


def _can_share_parties(one: Engagement, other: Engagement) -> bool:
    """Two parties, or as many as the shorter report names; of a conference each state may report its part."""
    shared = len(set(one.parties) & set(other.parties))
    fewest = min(2, len(set(one.parties)), len(set(other.parties)))
    return shared >= fewest or not bodies(one).isdisjoint(bodies(other))


def _share_parties(one: Engagement, other: Engagement) -> bool:
    """Whether it is known who takes part in both, as `keys` finds them."""
    shared = set(one.parties) & set(other.parties)
    return len(shared) > 1 or bool(
        shared and (set(one.parties) == set(other.parties) or bodies(one) & bodies(other))
    )


def _on_the_margins(one: Engagement, other: Engagement) -> bool:
    """Whether one of them is a gathering of more than two, and the other the talks of two of these."""
    if "conference" not in (one.type, other.type) or one.type == other.type:
        return False
    gathering, talks = (one, other) if one.type == "conference" else (other, one)
    return set(talks.parties) < set(gathering.parties) and all(is_state(party) for party in talks.parties)


def _of_two_beside_three(one: Engagement, other: Engagement) -> bool:
    """Whether one of them is a round of more than two states, and the other the talks of two of these who are
    named, at a place or on a day on which both can be held."""
    if {one.type, other.type} != {"dialogue", "meeting"}:
        return False
    round_, talks = (one, other) if one.type == "dialogue" else (other, one)
    states, two = set(round_.parties), set(talks.parties)
    return (
        len(two) == _A_PAIR
        and len(talks.participants) == _A_PAIR
        and two < states
        and all(map(is_state, states))
    )


def _numbered(a: Mention, b: Mention) -> Decision | None:
    one, other = engagement_of(a), engagement_of(b)
    if not (one.ordinal and other.ordinal):
        return None
    time, of_one_series = closeness(when_told(a), when_told(b)), same_series(one, other)
    days = days_apart(when_told(a), when_told(b))
    at_once = one.date and other.date and days is not None and days <= SLIP and called_alike(one, other)
    if one.ordinal != other.ordinal:
        if time is Closeness.SAME and (of_one_series or at_once):
            return same(0.8, "engagement/other-number", "on the same day, by another number of the series")
        if of_one_series and _are_told_of_one_month(a, b) and _looks_back(a, b):
            return same(
                0.68, "engagement/other-number", "in one month, and a later report errs on the number"
            )
        if of_one_series and _are_one_plan(a, b):
            return same(0.8, "engagement/other-number", "planned alike in reports of the same days")
        reason = f"number {one.ordinal} and number {other.ordinal} of their series"
        if of_one_series and time is Closeness.COMPATIBLE and _is_round_as_planned(one, other):
            return different(_OTHER_NUMBER_AS_PLANNED, "engagement/ordinal", reason)
        sure = _OTHER_NUMBER if time is Closeness.COMPATIBLE and one.date and other.date else 0.97
        return different(sure, "engagement/ordinal", reason) if of_one_series else None
    if not (of_one_series or at_once):
        return None
    both_held = one.status == other.status == "held"
    longest = _NEWS if both_held else _A_ROUND
    named = is_named(one) and is_named(other)
    if not named and time is not Closeness.RECALLED and (days or 0) > longest:
        return None
    if both_held and _are_held_abroad(one, other):
        reason = f"rounds in {one.country} and in {other.country}, of one of which no day tells that it is it"
        return different(0.75, "engagement/other-country", reason)
    return same(0.97, "engagement/ordinal", f"both number {one.ordinal} of the same series")


def _are_held_abroad(one: Engagement, other: Engagement) -> bool:
    """Whether two places are told that lie in two countries, and no day in one of the reports: the number of
    the other can be a slip."""
    places = bool(one.place and other.place and one.country and other.country)
    return places and one.country != other.country and not (one.date and other.date)


def _are_one_plan(a: Mention, b: Mention) -> bool:
    """Whether two reports of the same days plan a round for one time at one place: of two numbers for it,
    one is a slip, as no series has two rounds before there is word of the first."""
    one, other = engagement_of(a), engagement_of(b)
    published = days_apart(*(When(m.source.published, None, planned=False) for m in (a, b)))
    return (
        one.status == other.status == "planned"
        and a.source != b.source
        and one.date is not None
        and one.date == other.date
        and one.place is not None
        and one.place == other.place
        and published is not None
        and published <= SLIP
    )


def _gatherings(a: Mention, b: Mention) -> Decision | None:
    """Of forums and summits it is the name that tells, and then the time."""
    one, other = engagement_of(a), engagement_of(b)
    if not one.type == other.type == "conference" or (
        one.ordinal and other.ordinal and one.ordinal != other.ordinal
    ):
        return None
    score = EXERCISES.get(closeness(when_told(a), when_told(b)))
    if score is None or not same_gathering(a.quotation, b.quotation):
        return None
    return same(score, "gathering/name", "a gathering of one name, at times that can be one")


def _visits(a: Mention, b: Mention) -> Decision | None:
    one, other = engagement_of(a), engagement_of(b)
    if one.type != other.type:
        return different(0.9, "engagement/type", "a visit and what takes place during it are two things")
    if one.country and other.country and one.country != other.country:
        return different(0.95, "visit/host", f"visits to {one.country} and to {other.country}")
    first, then, who = as_if_dated(when_told(a), when_told(b)), when_told(b), visitors(a, b)
    time = closeness(first, then)
    if time is Closeness.APART:
        if who is Likeness.BOTH_SIDES and one.country and one.country == other.country and _is_slip(a, b):
            return same(
                0.75, "visit/near-date", "the same person travels to the same country in the same days"
            )
        return other_date(a, b, "visit/date", 0.9)
    if who is Likeness.APART:
        return different(0.9, "visit/visitor", "other people travel")
    if who is not Likeness.BOTH_SIDES:
        if (others := _other_travellers(a, b)) is not None:
            return others
        who = Likeness.WORDS if _is_one_errand(a, b) else who
    score = VISITS[who].get(time)
    if score is not None and time is Closeness.RECALLED:
        score -= _LAST * recall(first, then)
    return said(score, f"visit/{NAMES[who]}", who, time)


def _other_travellers(a: Mention, b: Mention) -> Decision | None:
    """That people of another kind travel, or somebody who is named and those whom a state sends."""
    if in_other_company(*(_who_comes(m.quotation) for m in (a, b))):
        return different(0.8, "visit/company", "people of another kind travel")
    if (a.fact.rule == _SENT) != (b.fact.rule == _SENT):
        return different(0.8, "visit/delegation", "those who are sent are not the one who is named")
    return None


def _who_comes(quotation: str) -> str:
    """What a report of a visit says before it tells what is done there: "ended his visit |after a round table
    with business leaders|"."""
    return _DONE_THERE.split(quotation, maxsplit=1)[0]


def _is_one_errand(a: Mention, b: Mention) -> bool:
    """Whether those are sent for one thing: "a |trade and investment| mission"."""
    if a.fact.rule != _SENT:
        return False
    errand, other = (words_of(m.quotation) & engagement_words().visits.missions for m in (a, b))
    return bool(errand) and errand == other


def _occasions(a: Mention, b: Mention) -> Decision | None:
    one, other = engagement_of(a), engagement_of(b)
    if (apart := _of_another_kind(one, other)) is not None:
        return apart
    less = less_for_types(one, other)
    time, who = closeness(when_told(a), when_told(b)), likeness(a, b)
    who = Likeness.WORDS if is_signing_watched(one, other) else who
    if time is Closeness.APART:
        return _days_apart(a, b, who) or other_date(a, b, "engagement/date", 0.8)
    told = _errs_on_the_place(a, b, who) or _of_others(a, b, who)
    if told is not None:
        return told
    one_thing = is_of_one_thing(a, b)
    alike = company(a.quotation) & company(b.quotation) or one_thing or _are_summits(a, b)
    who = Likeness.WORDS if who in _HALF_KNOWN and alike else who
    known = time is Closeness.SAME or who is Likeness.BOTH_SIDES
    if less is None or _is_one_of_a_round(one, other) or (_is_round_of_many(one, other) and not known):
        return None
    score = SAME[who].get(time)
    if score is None:
        return None
    score += _WORDING * wording(a, b) * (1 - score) - less
    if who is Likeness.BOTH_SIDES and is_aside(a, b):
        score -= _ASIDE
    if time is Closeness.SAME and one.type == other.type == "dialogue" and called_alike(one, other):
        score += _SAME_SERIES * (1 - score)  # the country is concluded where no place is told
    elif not one_thing or (one.place and other.place):  # "will hand over an aircraft" tells no place
        score = _by_setting(score, who, one, other)
    return said(score, f"engagement/{NAMES[who]}", who, time)


def _are_summits(a: Mention, b: Mention) -> bool:
    """Whether both tell of a summit of the same two states that was held, in one of these and in one month:
    two in a month are hardly held."""
    one, other = engagement_of(a), engagement_of(b)
    return (
        one.type == other.type == "meeting"
        and len(set(one.parties)) == _A_PAIR
        and set(one.parties) == set(other.parties)
        and one.country == other.country is not None
        and _are_told_of_one_month(a, b)
        and all("summit" in m.quotation.lower() for m in (a, b))
    )


def _errs_on_the_place(a: Mention, b: Mention, who: Likeness) -> Decision | None:
    """That the same people met on one day in two countries, as a report tells that looks back: those of
    both sides are named, or somebody of three sides or more."""
    one, other = engagement_of(a), engagement_of(b)
    if not (one.type == other.type == "meeting" and one.status == other.status == "held"):
        return None
    of_a_day = one.date == other.date and len(one.date or "") == _A_DAY
    abroad = bool(one.place and other.place) and one.country != other.country
    many = len(one.parties) > _A_PAIR and set(one.parties) == set(other.parties)
    known = who is Likeness.BOTH_SIDES or (many and bool(set(one.participants) & set(other.participants)))
    if who is Likeness.APART or not (of_a_day and abroad and known and _looks_back(a, b)):
        return None
    return same(0.65, "engagement/other-place", "on one day, and a later report errs on the place")


def _of_another_kind(one: Engagement, other: Engagement) -> Decision | None:
    """That one of them is a meal and the other is none, or a gathering of more than two, or they are
    ceremonies for other things."""
    if _on_the_margins(one, other):
        return different(0.85, "engagement/margins", "talks of two on the margins of a conference")
    if _of_two_beside_three(one, other):
        return different(0.75, "engagement/beside", "talks of two, and a summit of these and others")
    if is_meal(one) != is_meal(other):
        return different(0.75, "engagement/meal", "a banquet or dinner is not the talks")
    if are_two_ceremonies(one, other):
        return different(0.85, "engagement/ceremony", "ceremonies that are held for other things")
    return None


def _days_apart(a: Mention, b: Mention, who: Likeness) -> Decision | None:
    """That a later report errs by a day or two on when they met, or by some on when a thing was opened."""
    if _is_errant(a, b) and is_opened_once(a, b):
        return same(0.62, "ceremony/near-day", "it is opened once, and a later report errs on the day")
    if not (_is_slip(a, b) and _looks_back(a, b)):
        return None
    one, other = engagement_of(a), engagement_of(b)
    if who is Likeness.BOTH_SIDES and one.type == other.type:
        return same(0.65, "engagement/near-date", "a later report errs by a day or two on when they met")
    if one.type == other.type == "dialogue" and called_alike(one, other) and same_series(one, other):
        return same(0.65, "engagement/near-round", "a later report errs by a day or two on a round")
    if less_for_types(one, other) is not None and _are_bare_talks(one, other):
        return same(0.6, "engagement/near-day", "nobody is named, at one place, and a later report errs")
    return None


def _of_others(a: Mention, b: Mention, who: Likeness) -> Decision | None:
    """That other people are met, or people of another kind."""
    if who is Likeness.APART:
        return different(0.85, "engagement/people", "other people meet")
    if who is Likeness.BOTH_SIDES or engagement_of(a).type == engagement_of(b).type == "conference":
        return (
            None  # "the investment conference |attended by companies|" is told of by those who opened it too
        )
    if in_other_company(a.quotation, b.quotation):
        return different(0.7, "engagement/company", "people of another kind are met")
    if company(a.quotation) and names_both_sides(a) != names_both_sides(b):
        # "talks with Prime Minister Modi and business leaders", and those with business leaders alone
        return different(0.6, "engagement/company", "in one of them somebody of the other side is named")
    return None


def _by_setting(score: float, who: Likeness, one: Engagement, other: Engagement) -> float:
    """The score with what series, country and place add or take away."""
    named = is_named(one) and is_named(other)
    if one.series and other.series and not same_series(one, other):
        score -= 0.3
    elif (named and one.date and other.date) or (
        one.status != other.status and (named or are_one_call(one, other))
    ):
        score += _SAME_SERIES * (1 - score)
    if one.country and other.country and one.country != other.country:
        score -= 0.3 if who is not Likeness.BOTH_SIDES or (one.place and other.place) else 0.15
    elif one.place and other.place and same_words(one.place, other.place):
        telling = who in _HALF_KNOWN and not (is_capital(one.place) or is_capital(other.place))
        score += (_SAME_PLACE if telling else 0.1) * (1 - score)
    if who in _HALF_KNOWN and one.country and one.country == other.country:
        score += _SAME_COUNTRY * (1 - score)
    if who in _HALF_KNOWN and _is_round_as_planned(one, other):
        score += _AS_PLANNED * (1 - score)
    return score


def _is_round_as_planned(one: Engagement, other: Engagement) -> bool:
    """ "The first consultations will be held in Astana in the first half of 2024", and "consultations took
    place in Astana on 23 April": planned and held, at one place, both with a date."""
    stages = {one.status, other.status} == {"planned", "held"}
    dated = one.date is not None and other.date is not None
    return stages and dated and "dialogue" in {one.type, other.type} and same_words(one.place, other.place)


def _are_bare_talks(one: Engagement, other: Engagement) -> bool:
    """Whether they are talks of the same two at one place, of which neither report names who held them."""
    named = one.participants or other.participants
    return not named and set(one.parties) == set(other.parties) and same_words(one.place, other.place)


def _is_round_of_many(one: Engagement, other: Engagement) -> bool:
    """Whether one of them tells of meeting many ("will receive the ambassadors of six states"), the other of
    talks with one or two of these."""
    return abs(len(set(one.parties)) - len(set(other.parties))) > 1


def _is_one_of_a_round(one: Engagement, other: Engagement) -> bool:
    """Whether one announces talks with several one by one, by a list of callers or with four sides or more,
    and the other is of talks with one of these."""
    round_, talks = (one, other) if len(one.parties) > len(other.parties) else (other, one)
    announced = round_.type == "meeting" and len(round_.parties) > _A_PAIR and round_.status == "planned"
    if not (announced and talks.type in {"meeting", "call"} and len(talks.parties) == _A_PAIR):
        return False
    return len(round_.parties) > _A_FEW or any(callers_told(span.text) for span in round_.evidence)


def _is_slip(a: Mention, b: Mention) -> bool:
    """Whether both tell of it as done, on days of one year that lie a day or two apart."""
    one, other = engagement_of(a), engagement_of(b)
    days = days_apart(when_told(a), when_told(b))
    of_one_year = (one.date or "")[:_YEAR] == (other.date or "")[:_YEAR]  # by which `keys` finds them
    return one.status == other.status == "held" and of_one_year and days is not None and days < SLIP


def _are_of_one_month(one: Engagement, other: Engagement) -> bool:
    """Whether both are told as done or planned, in one month of one year."""
    if not {one.status, other.status} <= {"held", "planned"} or not (one.date and other.date):
        return False
    return _is_one_month(one.date, other.date)


def _is_one_month(date: str, other: str) -> bool:
    precise = {edtf.precision(date), edtf.precision(other)} <= {"day", "month"}
    return precise and date[:_MONTH] == other[:_MONTH]


def _are_told_of_one_month(a: Mention, b: Mention) -> bool:
    """The same, where one may be the news, told without its day: it was held when that was published."""
    one, other = engagement_of(a), engagement_of(b)
    if _are_of_one_month(one, other):
        return True
    dated, undated = (b, a) if not one.date else (a, b)
    date, published = engagement_of(dated).date, undated.source.published
    if not date or not published or engagement_of(undated).date:
        return False
    return _is_one_month(date, published)


def _is_errant(a: Mention, b: Mention) -> bool:
    """Whether both tell of it as done, on days of one month, and one of them looks back."""
    one, other = engagement_of(a), engagement_of(b)
    days = len(one.date or "") == len(other.date or "") == _A_DAY
    return days and _are_of_one_month(one, other) and _looks_back(a, b)


def _looks_back(a: Mention, b: Mention) -> bool:
    """Whether one of the two tells it months later: two reports of the same days tell of two days."""
    ages = (days_apart(when_told(m), When(m.source.published, None, planned=False)) for m in (a, b))
    return any(age is not None and age > _A_MONTH for age in ages)
