"""Forces that were to be carried for the other side answered by their having been carried."""

from __future__ import annotations

from servanda.codebook.following import following_words
from servanda.follow.answer import Answer, sides
from servanda.follow.deeds import promised_things, report_of
from servanda.follow.things import content_stems, is_called_off, kinds_of, mentions_any, names, ordinals, stem
from servanda.follow.times import can_answer
from servanda.model.facts import Activity, Commitment
from servanda.resolve.mention import Mention

_CARRIED = "activity/carried"
_ANYBODY = frozenset({"learner"})
"""Kinds of people of whom each trade is another."""


def carriage_answer(earlier: Mention, later: Mention) -> Answer | None:
    """How the report that one side has carried forces of the other answers its word that it would: those of
    one kind, to the same place, and no other ones of a row."""
    promise, deed = earlier.fact, later.fact
    if not isinstance(promise, Commitment) or not isinstance(deed, Activity) or not is_to_carry(earlier):
        return None
    if not has_carried(later) or earlier.source.id == later.source.id or not can_answer(earlier, later):
        return None
    whose = sides(promise)
    if not set(deed.provider) <= whose.doers or not set(deed.recipient) <= whose.takers:
        return None
    report = report_of(later)
    wanted, told = promised_things(earlier).stems - _of_services(), content_stems(report)
    common = (wanted & told) | (kinds_of(wanted) & kinds_of(told) - _ANYBODY)
    called, recalled = names(promise.content) & wanted, names(report) - _of_services()
    if is_called_off(report) or not common or (called and recalled and not called & told):
        return None
    about = content_stems(promise.content) | told
    which, other = ordinals(promise.content, about), ordinals(report, about)
    if which.isdisjoint(other) and (which and other):
        return None
    reason = "those who were to be carried for the other side are told to have been"
    sure = 0.88 if which & other else 0.75
    return Answer(status="kept", confidence=sure, rule="carried", reason=reason)


def is_to_carry(mention: Mention) -> bool:
    """Whether a promise is that somebody or something will be carried."""
    fact = mention.fact
    promised = isinstance(fact, Commitment) and fact.act != "invite"
    return promised and mentions_any(getattr(fact, "content", ""), following_words().also_deeds["carry"])


def has_carried(mention: Mention) -> bool:
    """Whether it was read as told of forces carried for the other side."""
    return isinstance(mention.fact, Activity) and mention.fact.rule.startswith(_CARRIED)


def _of_services() -> frozenset[str]:
    return frozenset(map(stem, following_words().services))
