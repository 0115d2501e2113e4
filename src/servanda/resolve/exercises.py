"""Whether two reports tell of one exercise: by its name, by the forces that take part in it, or by the ship
that calls at a port."""

from __future__ import annotations

import re

from servanda.codebook.places import is_state
from servanda.codebook.resolving import resolving_words
from servanda.model import edtf
from servanda.model.facts import Engagement
from servanda.resolve.drills import unnamed
from servanda.resolve.encounter import Likeness, engagement_of, same_words
from servanda.resolve.engagement_keys import name_without_year, when_told
from servanda.resolve.engagement_scores import EXERCISES, different, other_date, said, same
from servanda.resolve.mention import Decision, Mention
from servanda.resolve.series import is_description, is_named, series_words
from servanda.resolve.times import Closeness, as_if_dated, closeness
from servanda.resolve.wording import parties_in, words_of

_DESCRIBED = 0.1
"""How much less sure it is where one of the reports only describes the exercise that the other names."""
_CALL = "engagement/ship"
"""Begins the names of the rules by which a ship's call is read."""
_MANY = 3
"""States that train together so seldom that the month tells which time it was."""
_CAPITAL = re.compile(r"\b[A-Z][\w’'-]{2,}")


def exercises(a: Mention, b: Mention) -> Decision | None:
    """What speaks for or against one exercise in two reports of exercises; None where nothing does."""
    one, other = engagement_of(a), engagement_of(b)
    if not one.type == other.type == "exercise":
        return None
    if is_ship_call(one) and is_ship_call(other):
        return _calls_recalled(a, b)
    calls = is_ship_call(one) or is_ship_call(other)  # "her |first| port call" is no first exercise
    if not calls and (told := unnamed(a, b)) is not None:
        return told
    if is_named(one) and is_named(other):
        return _named(a, b)
    return _of_many(a, b)


def is_ship_call(fact: Engagement) -> bool:
    """Whether it was read as told of a ship that calls at a port."""
    return fact.rule.startswith(_CALL)


def are_one_call(one: Engagement, other: Engagement) -> bool:
    """Whether both tell of a ship that calls at one port."""
    return is_ship_call(one) and is_ship_call(other) and same_words(one.place, other.place)


def are_one_by_name(one: Engagement, other: Engagement) -> bool:
    """Whether both tell of an exercise by one name of its own: a report names not all who take part."""
    names = name_without_year(one), name_without_year(other)
    shared = set(one.parties) & set(other.parties)
    return bool(shared) and names[0] is not None and names[0] == names[1]


def _named(a: Mention, b: Mention) -> Decision | None:
    """Of exercises that have a name it is the name that tells, and then the year."""
    one, other = engagement_of(a), engagement_of(b)
    time = closeness(when_told(a), when_told(b))
    if is_description(one) != is_description(other):
        return _described(*((a, b) if is_description(one) else (b, a)), time)
    if is_description(one) and {*_without_year(one), *_without_year(other)} <= resolving_words().drills:
        return _described(a, b, time) or _described(b, a, time)
    if _without_year(one) != _without_year(other):
        return different(0.9, "exercise/name", "exercises of other names")
    if time is Closeness.APART:
        return other_date(a, b, "engagement/date", 0.8)
    return said(EXERCISES.get(time), "exercise/name", Likeness.UNKNOWN, time)


def _without_year(fact: Engagement) -> frozenset[str]:
    """The words of its name, but for the year that its date gives as well: "Otter 23", held in 2023."""
    year = (fact.date or "")[: len("2023")]
    return series_words(fact) - {year, year[-2:]}


def _described(plain: Mention, named: Mention, time: Closeness) -> Decision | None:
    """ "a joint patrol" in one report, "Maritime Cooperative Activity, a joint patrol" in another."""
    if time is Closeness.APART:
        return other_date(plain, named, "engagement/date", 0.8)
    if not series_words(engagement_of(plain)) <= words_of(named.quotation):
        return None
    score = EXERCISES.get(time)
    return said(score and score - _DESCRIBED, "exercise/described", Likeness.UNKNOWN, time)


def _of_many(a: Mention, b: Mention) -> Decision | None:
    """ "sailed with ships of the Philippines, Australia and the United States", and "last August joined the
    Philippines, the United States and Australia for manoeuvres": the same forces in the same month."""
    one, other = engagement_of(a), engagement_of(b)
    states = set(one.parties)
    if len(states) < _MANY or states != set(other.parties) or not all(map(is_state, states)):
        return None
    exact = all(edtf.precision(fact.date or "") in {"day", "month"} for fact in (one, other))
    if not exact or closeness(when_told(a), when_told(b)) < Closeness.COMPATIBLE:
        return None
    return same(0.65, "exercise/same-forces", "the same states train together at dates that can be one")


def _calls_recalled(a: Mention, b: Mention) -> Decision | None:
    """ "in which the carrier Cavour called at Yokosuka": the last call of that ship at that port, or in that
    country where one of the reports tells no port."""
    first, then = when_told(a), when_told(b)
    if closeness(as_if_dated(first, then), then) is not Closeness.RECALLED:
        return None
    one, other = engagement_of(a), engagement_of(b)
    somewhere = not (one.place and other.place) and one.country is not None and one.country == other.country
    if not (somewhere or are_one_call(one, other)) or not _names_of_ships(a) & _names_of_ships(b):
        return None
    return same(0.65, "exercise/ship-recalled", "a later report looks back on the call of that ship")


def _names_of_ships(mention: Mention) -> frozenset[str]:
    """The names in the quotation that are neither the port nor a state."""
    places = set(_CAPITAL.findall(engagement_of(mention).place or ""))
    names = (name for name in _CAPITAL.findall(mention.quotation) if name not in places)
    return frozenset(name for name in names if not parties_in(name) and words_of(name))
