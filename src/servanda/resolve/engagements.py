"""Whether two reports tell of one engagement."""

from __future__ import annotations

from itertools import combinations

from servanda.codebook.places import is_state
from servanda.codebook.resolving import resolving_words
from servanda.model.facts import Engagement
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
from servanda.resolve.mention import Decision, Keys, Mention, in_order
from servanda.resolve.series import called_alike, is_named, same_series, series_words
from servanda.resolve.times import Closeness, When, closeness, days_apart, recall, years, years_recalled
from servanda.resolve.wording import words_of

# How sure it is that two reports of the same kind of occasion between the same parties tell of one, by how
# close they are in time and who is known to meet. Ranks that were set by hand and tried on coded threads
# (bench/threads.py), not frequencies.
_SAME: dict[Likeness, dict[Closeness, float]] = {
    Likeness.BOTH_SIDES: {
        Closeness.SAME: 0.95,
        Closeness.COMPATIBLE: 0.9,
        Closeness.ABOUT: 0.85,
        Closeness.LATER: 0.7,
        Closeness.RECALLED: 0.65,
        Closeness.UNKNOWN: 0.6,
    },
    Likeness.ONE_SIDE: {
        Closeness.SAME: 0.7,
        Closeness.COMPATIBLE: 0.55,
        Closeness.ABOUT: 0.5,
        Closeness.LATER: 0.4,
    },
    Likeness.WORDS: {
        Closeness.SAME: 0.85,
        Closeness.COMPATIBLE: 0.8,
        Closeness.ABOUT: 0.7,
        Closeness.LATER: 0.6,
    },
    Likeness.UNKNOWN: {Closeness.SAME: 0.55, Closeness.COMPATIBLE: 0.4},
}
_VISITS: dict[Likeness, dict[Closeness, float]] = {
    Likeness.BOTH_SIDES: {
        Closeness.SAME: 0.95,
        Closeness.COMPATIBLE: 0.95,
        Closeness.ABOUT: 0.85,
        Closeness.LATER: 0.75,
        Closeness.RECALLED: 0.68,
        Closeness.UNKNOWN: 0.5,
    },
    Likeness.WORDS: {
        Closeness.SAME: 0.9,
        Closeness.COMPATIBLE: 0.85,
        Closeness.ABOUT: 0.8,
        Closeness.LATER: 0.7,
        Closeness.RECALLED: 0.64,
        Closeness.UNKNOWN: 0.6,
    },
    Likeness.ONE_SIDE: {Closeness.SAME: 0.8, Closeness.COMPATIBLE: 0.65},
    Likeness.UNKNOWN: {Closeness.SAME: 0.85, Closeness.COMPATIBLE: 0.75, Closeness.ABOUT: 0.65},
}
"""Of visits, where all that counts is the visitor: one side is that one of the two reports names somebody
as the visitor whom the other has in the company."""
_EXERCISES = {
    Closeness.SAME: 0.95,
    Closeness.COMPATIBLE: 0.9,
    Closeness.ABOUT: 0.85,
    Closeness.LATER: 0.75,
    Closeness.RECALLED: 0.65,
}
"""Of exercises of one name."""
_DESCRIBED = 0.1
"""How much less sure it is where one of the reports only describes the exercise that the other names."""
_CALL = "engagement/ship"
"""The rule by which a ship's call is read."""
_CEREMONIES = {"receive": "welcome", "signing": "signing", "witness": "signing"}
"""Kinds of ceremonies by the reader that finds them."""
_KINDRED = {
    frozenset({"meeting", "dialogue"}): 0.05,
    frozenset({"meeting", "call"}): 0.2,
    frozenset({"meeting", "conference"}): 0.15,
    frozenset({"dialogue", "conference"}): 0.1,
    frozenset({"meeting", "ceremony"}): 0.25,
    frozenset({"conference", "ceremony"}): 0.1,
}
"""Types by which reports call one occasion, and how much less sure it is then."""
_WORDING = 0.25
"""How much of what is left to certainty the same words in both reports add."""
_SLIP = 3
"""Days by which two reports on one engagement can differ."""
_A_MONTH = 31
"""Days after which a report looks back, and may err on the day."""
_A_ROUND = 366
"""Days from the plan within which a series without a name has one number only."""
_OTHER_NUMBER = 0.75
"""How sure another number makes two rounds that can have been held on the same day: one report can err."""
_NEWS = 7
"""Days by which two reports differ on when a numbered meeting of no named series was held."""
_LAST = 0.08
"""How much less sure it is that a report looks back on an engagement the longer ago that was."""


_OPENING = 400
"""Characters in which a report tells its news: who meets there without a date, meets in these days."""
_ASIDE = 0.2
"""How much less sure it is where the one whom both name is not the first of several in one of them: talks
"with the President and the Prime Minister" are told as those with the President."""
_TALKS = frozenset({"talk", "discussion", "meeting", "meet", "call", "conversation", "dialogue", "confer"})
"""Words of rules that read talks, whatever else their sentence tells."""
_SAME_COUNTRY = 0.15
"""How much of what is left to certainty the same country adds where not both sides are known to be one."""
_HALF_KNOWN = frozenset({Likeness.ONE_SIDE, Likeness.UNKNOWN})
_SAME_SERIES = 0.5
"""How much of what is left to certainty the name of the series adds where one report plans a round for the
time in which the other tells of one."""
_FEW = 5
"""From more parties on an engagement is looked for by each of them, no longer by each two."""


def keys(mention: Mention) -> Keys:
    """The parties with the years in which it can be; one of a series also by its number."""
    fact, when = engagement_of(mention), _when(mention)
    fixed, seen, others = years(when), _places(fact), _places_of_many(fact)
    numbered = {f"{place}#{fact.ordinal}" for place in seen | others if fact.ordinal}
    if fixed is None:
        own = {f"{place}@?" for place in seen} | numbered
        sought = {f"{place}@{mark}" for place in seen | others for mark in "?*"}
        return Keys(frozenset(own), frozenset(sought | numbered))
    held = {f"{place}@{mark}" for place in seen for mark in (*fixed, "*")}
    sought = {f"{place}@{mark}" for place in seen | others for mark in (*fixed, *years_recalled(when), "?")}
    return Keys(frozenset(held | numbered), frozenset(sought | numbered))


def _places(fact: Engagement) -> set[str]:
    """Where it stands: under each two of its parties, under each where they are many, and at a conference
    under each body, as states report of their own part in one. A visit never meets what is none."""
    parties, kind = sorted(set(fact.parties)), "v" if fact.type == "visit" else "e"
    if len(parties) > _FEW:
        return _places_of_many(fact)
    places = {f"{kind}:{a}+{b}" for a, b in combinations(parties, 2)}
    alone = parties if len(parties) == 1 else sorted(_bodies(fact))
    return places | {f"{kind}:{party}" for party in alone}


def _places_of_many(fact: Engagement) -> set[str]:
    kind = "v" if fact.type == "visit" else "e"
    return {f"{kind}:many:{party}" for party in fact.parties}


def _bodies(fact: Engagement) -> frozenset[str]:
    """The bodies that meet at a conference."""
    if fact.type != "conference":
        return frozenset()
    return frozenset(party for party in fact.parties if not is_state(party))


def compare(a: Mention, b: Mention) -> Decision | None:
    """What speaks for or against one engagement in both, in whichever order; None where nothing does."""
    a, b = in_order(a, b)
    one, other = engagement_of(a), engagement_of(b)
    if a.source.id == b.source.id:
        return _different(0.97, "engagement/one-document", "one document tells of both, as two")
    if {one.status, other.status} == {"held", "cancelled"} and not (one.date and other.date):
        return _different(0.8, "engagement/called-off", "one was held, and the other was called off")
    if not _can_share_parties(one, other):
        return _different(0.9, "engagement/parties", "other parties take part")
    if not _share_parties(one, other):
        return None
    if "visit" in (one.type, other.type):
        return _visits(a, b)
    return _numbered(a, b) or _exercises(a, b) or _occasions(a, b)


def _can_share_parties(one: Engagement, other: Engagement) -> bool:
    """Two parties, or as many as the shorter report names; of a conference each state may report its part."""
    shared = len(set(one.parties) & set(other.parties))
    fewest = min(2, len(set(one.parties)), len(set(other.parties)))
    return shared >= fewest or not _bodies(one).isdisjoint(_bodies(other))


def _share_parties(one: Engagement, other: Engagement) -> bool:
    """Whether it is known who takes part in both, as `keys` finds them."""
    shared = set(one.parties) & set(other.parties)
    return len(shared) > 1 or bool(
        shared and (set(one.parties) == set(other.parties) or _bodies(one) & _bodies(other))
    )


def _on_the_margins(one: Engagement, other: Engagement) -> bool:
    """Whether one of them is a gathering of more than two, and the other the talks of two of these."""
    if "conference" not in (one.type, other.type) or one.type == other.type:
        return False
    gathering, talks = (one, other) if one.type == "conference" else (other, one)
    return set(talks.parties) < set(gathering.parties) and all(is_state(party) for party in talks.parties)


def _numbered(a: Mention, b: Mention) -> Decision | None:
    one, other = engagement_of(a), engagement_of(b)
    if not (one.ordinal and other.ordinal):
        return None
    time, of_one_series = closeness(_when(a), _when(b)), same_series(one, other)
    days = days_apart(_when(a), _when(b))
    at_once = one.date and other.date and days is not None and days <= _SLIP and called_alike(one, other)
    if one.ordinal != other.ordinal:
        if time is Closeness.SAME and (of_one_series or at_once):
            return _same(0.8, "engagement/other-number", "on the same day, by another number of the series")
        reason = f"number {one.ordinal} and number {other.ordinal} of their series"
        sure = _OTHER_NUMBER if time is Closeness.COMPATIBLE and one.date and other.date else 0.97
        return _different(sure, "engagement/ordinal", reason) if of_one_series else None
    if not (of_one_series or at_once):
        return None
    both_held = one.status == other.status == "held"
    longest = _NEWS if both_held else _A_ROUND
    if not (is_named(one) and is_named(other)) and (days or 0) > longest:
        return None
    return _same(0.97, "engagement/ordinal", f"both number {one.ordinal} of the same series")


def _exercises(a: Mention, b: Mention) -> Decision | None:
    """Of exercises that have a name it is the name that tells, and then the year."""
    one, other = engagement_of(a), engagement_of(b)
    if not one.type == other.type == "exercise" or not (is_named(one) and is_named(other)):
        return None
    time = closeness(_when(a), _when(b))
    if (one.series or "").islower() != (other.series or "").islower():
        return _described(a, b, time)
    if series_words(one) != series_words(other):
        return _different(0.9, "exercise/name", "exercises of other names")
    if time is Closeness.APART:
        return _other_date(a, b, "engagement/date", 0.8)
    return _said(_EXERCISES.get(time), "exercise/name", Likeness.UNKNOWN, time)


def _described(a: Mention, b: Mention, time: Closeness) -> Decision | None:
    """ "a joint patrol" in one report, "Maritime Cooperative Activity, a joint patrol" in another."""
    plain, named = (a, b) if (engagement_of(a).series or "").islower() else (b, a)
    if time is Closeness.APART:
        return _other_date(a, b, "engagement/date", 0.8)
    if not series_words(engagement_of(plain)) <= words_of(named.quotation):
        return None
    score = _EXERCISES.get(time)
    return _said(score and score - _DESCRIBED, "exercise/described", Likeness.UNKNOWN, time)


def _visits(a: Mention, b: Mention) -> Decision | None:
    one, other = engagement_of(a), engagement_of(b)
    if one.type != other.type:
        return _different(0.9, "engagement/type", "a visit and what takes place during it are two things")
    if one.country and other.country and one.country != other.country:
        return _different(0.95, "visit/host", f"visits to {one.country} and to {other.country}")
    time, who = closeness(_when(a), _when(b)), visitors(a, b)
    if time is Closeness.APART:
        if who is Likeness.BOTH_SIDES and one.country and one.country == other.country and _is_slip(a, b):
            return _same(
                0.75, "visit/near-date", "the same person travels to the same country in the same days"
            )
        return _other_date(a, b, "visit/date", 0.9)
    if who is Likeness.APART:
        return _different(0.9, "visit/visitor", "other people travel")
    if who is not Likeness.BOTH_SIDES and in_other_company(a.quotation, b.quotation):
        return _different(0.8, "visit/company", "people of another kind travel")
    score = _VISITS[who].get(time)
    if score is not None and time is Closeness.RECALLED:
        score -= _LAST * recall(_when(a), _when(b))
    return _said(score, f"visit/{_NAMES[who]}", who, time)


def _occasions(a: Mention, b: Mention) -> Decision | None:
    one, other = engagement_of(a), engagement_of(b)
    if _on_the_margins(one, other):
        return _different(0.85, "engagement/margins", "talks of two on the margins of a conference")
    if _is_a_meal(a) != _is_a_meal(b):
        return _different(0.75, "engagement/meal", "a banquet or dinner is not the talks")
    if {_kind_of_ceremony(one), _kind_of_ceremony(other)} == {"signing", "welcome"}:
        return _different(0.85, "engagement/ceremony", "a welcome and a signing are two ceremonies")
    less = 0.0 if one.type == other.type else _KINDRED.get(frozenset({one.type, other.type}))
    time, who = closeness(_when(a), _when(b)), likeness(a, b)
    if time is Closeness.APART:
        return _days_apart(a, b, who) or _other_date(a, b, "engagement/date", 0.8)
    others = _of_others(a, b, who)
    if others is not None:
        return others
    if who in _HALF_KNOWN and company(a.quotation) & company(b.quotation):
        who = Likeness.WORDS
    if less is None or (
        _is_round_of_many(one, other) and not (time is Closeness.SAME or who is Likeness.BOTH_SIDES)
    ):
        return None
    score = _SAME[who].get(time)
    if score is None:
        return None
    score += _WORDING * wording(a, b) * (1 - score) - less
    if who is Likeness.BOTH_SIDES and is_aside(a, b):
        score -= _ASIDE
    return _said(_by_setting(score, who, one, other), f"engagement/{_NAMES[who]}", who, time)


def _days_apart(a: Mention, b: Mention, who: Likeness) -> Decision | None:
    """That a later report errs by a day or two on when they met."""
    if not (_is_slip(a, b) and _looks_back(a, b)):
        return None
    one, other = engagement_of(a), engagement_of(b)
    if who is Likeness.BOTH_SIDES and one.type == other.type:
        return _same(0.65, "engagement/near-date", "a later report errs by a day or two on when they met")
    kindred = one.type == other.type or frozenset({one.type, other.type}) in _KINDRED
    if kindred and _are_bare_talks(one, other):
        return _same(0.6, "engagement/near-day", "nobody is named, at one place, and a later report errs")
    return None


def _is_a_meal(mention: Mention) -> bool:
    """Whether it is the meal itself that is told, and not the talks before it in the same sentence."""
    word = engagement_of(mention).rule.rpartition(":")[2]
    return word in resolving_words().meals or (word not in _TALKS and is_meal(mention.quotation))


def _of_others(a: Mention, b: Mention, who: Likeness) -> Decision | None:
    """That other people are met, or people of another kind."""
    if who is Likeness.APART:
        return _different(0.85, "engagement/people", "other people meet")
    if who is not Likeness.BOTH_SIDES and in_other_company(a.quotation, b.quotation):
        return _different(0.7, "engagement/company", "people of another kind are met")
    apart = who is not Likeness.BOTH_SIDES and names_both_sides(a) != names_both_sides(b)
    if apart and company(a.quotation):
        # "talks with Prime Minister Modi and business leaders", and those with business leaders alone
        return _different(0.6, "engagement/company", "in one of them somebody of the other side is named")
    return None


def _by_setting(score: float, who: Likeness, one: Engagement, other: Engagement) -> float:
    """The score with what series, country and place add or take away."""
    named = is_named(one) and is_named(other)
    if one.series and other.series and not same_series(one, other):
        score -= 0.3
    elif (named and one.date and other.date) or (
        one.status != other.status and (named or _are_one_call(one, other))
    ):
        score += _SAME_SERIES * (1 - score)
    if one.country and other.country and one.country != other.country:
        score -= 0.3 if who is not Likeness.BOTH_SIDES or (one.place and other.place) else 0.15
    elif one.place and other.place and same_words(one.place, other.place):
        score += 0.1 * (1 - score)
    if who in _HALF_KNOWN and one.country and one.country == other.country:
        score += _SAME_COUNTRY * (1 - score)
    return score


def _are_one_call(one: Engagement, other: Engagement) -> bool:
    """Whether both tell of a ship that calls at one port."""
    calls = one.rule.startswith(_CALL) and other.rule.startswith(_CALL)
    return calls and same_words(one.place, other.place)


def _are_bare_talks(one: Engagement, other: Engagement) -> bool:
    """Whether they are talks of the same two at one place, of which neither report names who held them."""
    named = one.participants or other.participants
    return not named and set(one.parties) == set(other.parties) and same_words(one.place, other.place)


def _is_round_of_many(one: Engagement, other: Engagement) -> bool:
    """Whether one of them tells of meeting many ("will receive the ambassadors of six states"), the other of
    talks with one or two of these."""
    return abs(len(set(one.parties)) - len(set(other.parties))) > 1


def _kind_of_ceremony(fact: Engagement) -> str | None:
    """What a ceremony is held for, as far as the rule tells that read it."""
    reader = fact.rule.removeprefix("engagement/").split(":")[0] if fact.type == "ceremony" else ""
    return _CEREMONIES.get(reader)


def _is_slip(a: Mention, b: Mention) -> bool:
    """Whether both tell of it as done, on days that lie a day or two apart."""
    days = days_apart(_when(a), _when(b))
    held = engagement_of(a).status == engagement_of(b).status == "held"
    return held and days is not None and days < _SLIP


def _looks_back(a: Mention, b: Mention) -> bool:
    """Whether one of the two tells it months later: two reports of the same days tell of two days."""
    ages = (days_apart(_when(m), When(m.source.published, None, planned=False)) for m in (a, b))
    return any(age is not None and age > _A_MONTH for age in ages)


def _other_date(a: Mention, b: Mention, rule: str, score: float) -> Decision:
    """Reports can err by a day or two. Of dates farther apart no third report that fits both makes one."""
    days = days_apart(_when(a), _when(b))
    dates = f"{engagement_of(a).date or 'none'}, {engagement_of(b).date or 'none'}"
    sure = score if days is None or days <= _SLIP else 0.97
    return _different(sure, rule, f"their dates exclude each other: {dates}")


_NAMES = {
    Likeness.BOTH_SIDES: "both-sides",
    Likeness.ONE_SIDE: "one-side",
    Likeness.WORDS: "described-alike",
    Likeness.UNKNOWN: "parties-only",
}
_WHO = {
    Likeness.BOTH_SIDES: "the same people of both sides",
    Likeness.ONE_SIDE: "the same person of one side",
    Likeness.WORDS: "those who meet are described alike",
    Likeness.UNKNOWN: "the same parties",
}
_TIMES = {
    Closeness.SAME: "on the same days",
    Closeness.COMPATIBLE: "at dates that can be one",
    Closeness.ABOUT: "reported at about the same time",
    Closeness.LATER: "planned, then reported within the year",
    Closeness.RECALLED: "which a later report can look back on",
    Closeness.UNKNOWN: "no dates to compare",
}


def _said(score: float | None, rule: str, who: Likeness, time: Closeness) -> Decision | None:
    if score is None:
        return None
    return _same(score, rule, f"{_WHO[who]}, {_TIMES[time]}")


def _when(mention: Mention) -> When:
    fact = engagement_of(mention)
    news = fact.type != "visit" and fact.evidence[0].start < _OPENING
    off = fact.status == "cancelled"
    return When(fact.date, mention.source.published, not off and fact.status != "held", news, off)


def _same(score: float, rule: str, reason: str) -> Decision:
    return Decision(verdict="same", score=round(score, 3), rule=rule, reason=reason)


def _different(score: float, rule: str, reason: str) -> Decision:
    return Decision(verdict="different", score=score, rule=rule, reason=reason)
