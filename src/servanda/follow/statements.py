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
    if not speaker & sides(promise).doers or not _is_about(earlier, later):
        return None
    words = following_words()
    refusing = mentions_any(later.quotation, words.refusing)
    if (
        mentions_any(later.quotation, words.withdrawing)
        or refusing
        or says(later.quotation, words.withdrawing_phrases)
    ):
        asked = promise.act in ("request", "propose") and not speaker <= set(promise.speaker)
        return _no("refused" if asked else "withdrawn")
    again = isinstance(said, Commitment) and said.act == promise.act and set(promise.speaker) <= speaker
    if again and mentions_any(later.quotation, words.renewing):
        reason = "the same side says it again, in words of renewal"
        return Answer(status="renewed", confidence=0.7, rule="said-again", reason=reason)
    return None


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
