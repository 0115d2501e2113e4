"""Decisions that were announced answered by the decision that was made."""

from __future__ import annotations

from servanda.codebook.following import following_words, says
from servanda.follow.answer import Answer
from servanda.follow.deeds import promised_things
from servanda.follow.things import Stems, alike, content_stems, mentions_any, stem
from servanda.follow.times import can_answer, last_day, published_days
from servanda.model.facts import Activity, Commitment
from servanda.resolve.mention import Mention

_SHARE = 0.5


def choice_answer(earlier: Mention, later: Mention) -> Answer | None:
    """How the report that a side has decided or chosen answers its word that it would: on the same thing, or,
    where the word names none, by the day on which it was to decide."""
    promise, chosen = earlier.fact, later.fact
    if not isinstance(promise, Commitment) or not has_decided(later) or not is_to_decide(earlier):
        return None
    if earlier.source.id == later.source.id or not can_answer(earlier, later):
        return None
    by = chosen.provider if isinstance(chosen, Activity) else getattr(chosen, "speaker", ())
    for_ = chosen.recipient if isinstance(chosen, Activity) else getattr(chosen, "addressee", ())
    if set(by) != set(promise.speaker) or set(for_).isdisjoint(promise.addressee):
        return None
    if not _is_on_the_same(earlier, later):
        return None
    reason = "the side that was to decide is told to have decided"
    return Answer(status="kept", confidence=0.65, rule="decided", reason=reason)


def is_to_decide(mention: Mention) -> bool:
    """Whether a side gives its word that it will decide or choose."""
    fact = mention.fact
    if not isinstance(fact, Commitment) or fact.act != "pledge":
        return False
    return mentions_any(mention.quotation, following_words().deciding) and not has_decided(mention)


def has_decided(mention: Mention) -> bool:
    """Whether a side is told to have decided or chosen."""
    fact = mention.fact
    if not isinstance(fact, Activity | Commitment):
        return False
    return says(mention.quotation, following_words().decided)


def _is_on_the_same(earlier: Mention, later: Mention) -> bool:
    wanted = promised_things(earlier).stems - _deciding()
    if not wanted:
        return _is_in_time(earlier, later)
    told = content_stems(f"{later.quotation} {getattr(later.fact, 'content', '')}")
    return len(wanted & told) + len(alike(wanted, told)) >= _SHARE * len(wanted)


def _is_in_time(earlier: Mention, later: Mention) -> bool:
    due = last_day(getattr(earlier.fact, "due", None))
    told = published_days(later)
    return due is not None and told is not None and told[0] <= due


def _deciding() -> Stems:
    return frozenset(map(stem, following_words().deciding))
