"""Work that stood still and is to go on, answered by its having been resumed."""

from __future__ import annotations

from functools import cache

from servanda.codebook.following import following_words, says
from servanda.follow.answer import Answer, parties_of, sides
from servanda.follow.deeds import report_of
from servanda.follow.things import (
    Stems,
    content_stems,
    has_plural,
    is_called_off,
    mentions_any,
    names,
    stem,
    things,
)
from servanda.follow.times import can_answer
from servanda.model.facts import Activity, Commitment
from servanda.resolve.mention import Mention

_A_PAIR = 2


def resumed_answer(earlier: Mention, later: Mention) -> Answer | None:
    """How the report that work goes on again answers the word that it would: between the same two, and on the
    same thing; thanks for resuming "the stalled projects" are for any that was to be resumed."""
    promise, deed = earlier.fact, later.fact
    if not isinstance(promise, Commitment) or not is_to_resume(earlier) or not has_resumed(later):
        return None
    if earlier.source.id == later.source.id or not can_answer(earlier, later):
        return None
    both = sides(promise).all | {*promise.addressee}
    if len(both) != _A_PAIR or not both <= parties_of(deed):
        return None
    report = report_of(later)
    if is_called_off(report) or says(report, following_words().vague):
        return None
    if not _are_on_the_same(promise.content, report):
        return None
    reason = "the work between the same sides that was to go on is told to be resumed"
    return Answer(status="kept", confidence=0.65, rule="resumed", reason=reason)


def is_to_resume(mention: Mention) -> bool:
    """Whether a side gives its word that work will go on."""
    fact = mention.fact
    promised = isinstance(fact, Commitment) and fact.act in ("pledge", "agree", "offer")
    return promised and mentions_any(getattr(fact, "content", ""), following_words().resuming)


def has_resumed(mention: Mention) -> bool:
    """Whether work is told to go on again."""
    done = isinstance(mention.fact, Activity) and mention.fact.modality == "asserted"
    return done and mentions_any(report_of(mention), following_words().resuming)


def _are_on_the_same(promised: str, report: str) -> bool:
    """By what both name; else the report tells of many and names none of them."""
    wanted, told = _named(promised), _named(report)
    if wanted & told:
        return True
    alike = (content_stems(promised) & content_stems(report)) - _of_resuming()
    return bool(alike) and has_plural(report, alike) and not told


def _named(text: str) -> Stems:
    return (things(text).stems | names(text)) - _of_resuming() - _of_halted()


@cache
def _of_resuming() -> Stems:
    return frozenset(map(stem, following_words().resuming))


@cache
def _of_halted() -> Stems:
    return frozenset(map(stem, following_words().halted))
