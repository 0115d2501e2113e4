"""Exercises of two states that are told by no name of their own: "a bilateral maritime exercise", "their
first Maritime Cooperative Activity", "ships of the two navies exercised together"."""

from __future__ import annotations

import re

from servanda.codebook.following import says
from servanda.codebook.places import is_state
from servanda.codebook.resolving import resolving_words
from servanda.model import edtf
from servanda.model.facts import Engagement
from servanda.model.fold import fold_words
from servanda.resolve.encounter import engagement_of
from servanda.resolve.engagement_keys import when_told
from servanda.resolve.engagement_scores import different, same
from servanda.resolve.mention import Decision, Mention
from servanda.resolve.series import is_description
from servanda.resolve.times import Closeness, closeness
from servanda.resolve.wording import any_of, words_of

_A_PAIR = 2
_BEHIND = 40
"""Characters behind "first" in which it is told of what it is the first only."""


def unnamed(a: Mention, b: Mention) -> Decision | None:
    """What speaks for or against one exercise where both reports only describe it: the same two states train
    together so seldom that the days tell which time it was, and never twice for the first time."""
    one, other = engagement_of(a), engagement_of(b)
    if not _are_of_two(one, other) or not (is_description(one) and is_description(other)):
        return None
    time = closeness(when_told(a), when_told(b))
    mine, theirs = arms_of(a), arms_of(b)
    if mine and theirs and mine.isdisjoint(theirs):
        return different(0.8, "exercise/arms", "other arms train together")
    if time is Closeness.APART or _told_besides(a, b):
        return None
    if _is_first(a) and _is_first(b):
        return same(0.85, "exercise/first", "both tell of the first time that the two train together")
    alike = bool(mine & theirs)
    if time is Closeness.SAME:
        sure = 0.85 if alike else 0.75
        return same(sure, "exercise/same-days", "the same two train together on the same days")
    if not alike or _is_patrol(one) != _is_patrol(other):
        return None
    if time is Closeness.COMPATIBLE and all(
        edtf.precision(fact.date or "") in {"day", "month"} for fact in (one, other)
    ):
        return same(0.7, "exercise/same-month", "the same two and arms train together in one month")
    if time is Closeness.ABOUT:
        return same(
            0.65, "exercise/about", "the same two and arms train together, reported at about that time"
        )
    return None


def arms_of(mention: Mention) -> frozenset[str]:
    """Of what arms they are that exercise: "naval", "two Omani *ships*"."""
    told = f"{mention.quotation} {getattr(mention.fact, 'series', None) or ''}"
    return frozenset(arm for arm, words in resolving_words().arms.items() if says(told, words))


def _are_of_two(one: Engagement, other: Engagement) -> bool:
    states = set(one.parties)
    return len(states) == _A_PAIR and states == set(other.parties) and all(map(is_state, states))


def _told_besides(a: Mention, b: Mention) -> bool:
    """Whether one of them is told by what the other report leaves open: "a |fire| drill"."""
    told = [words_of(engagement_of(m).series or "") - resolving_words().drills for m in (a, b)]
    return not (told[0] <= words_of(b.quotation) and told[1] <= words_of(a.quotation))


def _is_patrol(fact: Engagement) -> bool:
    return not resolving_words().patrols.isdisjoint(fold_words(fact.series or ""))


def _is_first(mention: Mention) -> bool:
    """ "their |first| joint drill", "trained together |for the first time|"; not "the first of the year"."""
    words = resolving_words()
    for found in re.finditer(rf"\b(?:{any_of(words.first_ever)})\b", mention.quotation, re.IGNORECASE):
        behind = mention.quotation[found.end() : found.end() + _BEHIND]
        if not says(behind, words.first_of):
            return True
    return False
