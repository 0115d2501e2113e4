"""Promises answered by words: said again, withdrawn or refused."""

from __future__ import annotations

from servanda.codebook.following import following_words, says
from servanda.follow.answer import Answer, sides
from servanda.follow.deeds import promised_things
from servanda.follow.things import mentions_any, things
from servanda.follow.times import can_answer
from servanda.model.facts import Commitment, Position
from servanda.resolve.mention import Mention

_MANY = 2
_SHARE = 0.6


def word_answer(earlier: Mention, later: Mention) -> Answer | None:
    """How a later statement answers a promise: the promise is made again, withdrawn by those who made it, or
    refused by those of whom it was asked. All of it has to be about the very thing."""
    promise, said = earlier.fact, later.fact
    if not isinstance(promise, Commitment) or promise.act == "invite" or earlier.source.id == later.source.id:
        return None
    if not isinstance(said, Commitment | Position) or not can_answer(earlier, later):
        return None
    speaker = set(said.speaker if isinstance(said, Commitment) else said.holder)
    if not speaker & sides(promise).doers:
        return None
    words = following_words()
    taken_back = mentions_any(later.quotation, (*words.withdrawing, *words.refusing))
    taken_back = taken_back or says(later.quotation, words.withdrawing_phrases)
    if not _is_about(earlier, later) and not (taken_back and _is_of_all_of_it(earlier, later)):
        return _repeated(earlier, later, said)
    if taken_back:
        asked = promise.act in ("request", "propose") and not speaker <= set(promise.speaker)
        return _no("refused" if asked else "withdrawn")
    return _renewed(promise, later, said, 0.7)


def _renewed(
    promise: Commitment, later: Mention, said: Commitment | Position, confidence: float
) -> Answer | None:
    again = (
        isinstance(said, Commitment) and said.act == promise.act and set(promise.speaker) <= set(said.speaker)
    )
    if not again or not mentions_any(later.quotation, following_words().renewing):
        return None
    reason = "the same side says it again, in words of renewal"
    return Answer(status="renewed", confidence=confidence, rule="said-again", reason=reason)


def _repeated(earlier: Mention, later: Mention, said: Commitment | Position) -> Answer | None:
    """A promise of few words is made again in the same words."""
    promise = earlier.fact
    if not isinstance(promise, Commitment) or not isinstance(said, Commitment):
        return None
    wanted, again = promised_things(earlier), promised_things(later)
    if not wanted.stems or wanted.stems != again.stems or wanted.deeds != again.deeds:
        return None
    return _renewed(promise, later, said, 0.65)


def _no(status: str) -> Answer:
    if status == "refused":
        return Answer(
            status="refused", confidence=0.7, rule="refused", reason="those who were asked decline it"
        )
    return Answer(
        status="withdrawn", confidence=0.7, rule="withdrawn", reason="those who promised it take it back"
    )


def _is_about(earlier: Mention, later: Mention) -> bool:
    wanted = promised_things(earlier).stems
    common = wanted & things(later.quotation).stems
    return len(common) >= _MANY and len(common) / len(wanted) >= _SHARE


def _is_of_all_of_it(earlier: Mention, later: Mention) -> bool:
    """Whether it speaks of all that was promised and of the same doing: "will no longer deliver the four
    submarines"."""
    promised, told = promised_things(earlier), things(later.quotation)
    return bool(promised.stems) and promised.stems <= told.stems and bool(promised.plain & told.plain)
