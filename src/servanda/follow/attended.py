"""Promises to attend a fair, a forum or another gathering, and invitations to send somebody there, answered
by the report that the side in question was there."""

from __future__ import annotations

import re
from functools import cache

from servanda.codebook.following import following_words, says
from servanda.codebook.resolving import resolving_words
from servanda.follow.answer import Answer, sides
from servanda.follow.things import Stems, names, stem
from servanda.follow.times import can_answer
from servanda.model.facts import Commitment, Engagement
from servanda.model.fold import fold_words
from servanda.resolve.mention import Mention
from servanda.resolve.wording import any_of

_SHARE = 0.5
_FAIRS = frozenset({"expo", "exhibition", "fair", "airshow", "exposition"})
"""What is so rare between two states that it needs no name: "would send a delegation to |the expo|"."""


def is_to_attend(mention: Mention) -> bool:
    """Whether one side is to be at a gathering that is called by its kind."""
    fact = mention.fact
    if not isinstance(fact, Commitment) or not says(fact.content, following_words().attending):
        return False
    return bool(gatherings_of(fact.content))


def is_at_a_gathering(mention: Mention) -> bool:
    """Whether it tells of a gathering that was held."""
    event = mention.fact
    return isinstance(event, Engagement) and event.type == "conference" and event.status == "held"


def gatherings_of(text: str) -> frozenset[str]:
    """The kinds of gatherings of which it tells: "forum", "expo"."""
    return frozenset(found.lower() for found in _gathering().findall(text))


def attended_answer(earlier: Mention, later: Mention) -> Answer | None:
    """How "a delegation attended the Fair in Istanbul" answers the promise to send one to it."""
    promise, event = earlier.fact, later.fact
    if not isinstance(promise, Commitment) or not isinstance(event, Engagement) or not is_to_attend(earlier):
        return None
    if not is_at_a_gathering(later) or event.modality != "asserted":
        return None
    if earlier.source.id == later.source.id or not can_answer(earlier, later):
        return None
    of, there = sides(promise), set(event.parties)
    if not of.doers or not of.doers <= there or of.takers.isdisjoint(there):
        return None
    if event.country in of.doers - of.takers:
        return None  # at home with those who were to come
    told = f"{event.series or ''} {later.quotation}"
    same = gatherings_of(promise.content) & gatherings_of(told)
    if not same or not _can_be_one(_called(earlier, promise.content), _called(later, told), same):
        return None
    reason = f"those who were to be at the {min(same)} are told to have been there"
    return Answer(status="kept", confidence=0.76, rule="attended", reason=reason)


def _can_be_one(wanted: Stems, told: Stems, kinds: frozenset[str]) -> bool:
    """Whether the report calls the gathering by half of the words by which the promise does; without a name
    only where it is a fair."""
    if not wanted:
        return bool(kinds & _FAIRS)
    return len(wanted & told) >= _SHARE * len(wanted)


def _called(mention: Mention, text: str) -> Stems:
    """The words with capitals from the beginning of a gathering's name to the next comma, but for names of
    people: those of "the Korean Ministry" stand before it."""
    people = {stem(word) for person in mention.source.people for word in fold_words(person.name)}
    return frozenset().union(*(names(found[0]) for found in _name().finditer(text))) - people


@cache
def _gathering() -> re.Pattern[str]:
    return re.compile(rf"\b({any_of(resolving_words().gatherings)})\b", re.IGNORECASE)


@cache
def _name() -> re.Pattern[str]:
    called = any_of(resolving_words().gatherings)
    return re.compile(rf"(?:[A-Z][\w'’-]* (?:(?:of|and|for|on) )?)*\b(?i:{called})\b[^,;]*")
