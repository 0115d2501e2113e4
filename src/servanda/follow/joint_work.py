"""Agreements and proposals to work together in a field, answered by the text that both sides sign on it."""

from __future__ import annotations

from servanda.codebook.following import following_words, places
from servanda.follow.answer import Answer, Outcome, sides
from servanda.follow.things import parts, things
from servanda.follow.times import can_answer
from servanda.model.facts import Commitment, Instrument
from servanda.resolve.mention import Mention

_ACTS = frozenset({"agree", "propose", "offer", "pledge"})
_MANY = 2
_SHARE = 0.6
"""Which part of the words of a field the title of the text has to give, of two words at least: a text on
"defence" answers no one field of it."""


def joint_work_answer(earlier: Mention, later: Mention) -> Answer | None:
    """How "that the two sides work together in submarine rescue" is answered by the memorandum on it: kept,
    or partly where other fields were told as well."""
    promise, text = earlier.fact, later.fact
    if not isinstance(promise, Commitment) or not isinstance(text, Instrument) or promise.act not in _ACTS:
        return None
    if text.action != "signed" or text.modality != "asserted" or earlier.source.id == later.source.id:
        return None
    told = places(promise.content, following_words().working_together)
    if not told or not can_answer(earlier, later):
        return None
    parties = sides(promise).all
    if len(parties) < _MANY or not parties <= set(text.parties):
        return None
    title = things(text.title).stems
    fields = [part.stems for part in parts(promise.content[told[0][0] :]) if part.stems]
    signed = [f for f in fields if len(f & title) >= _MANY and len(f & title) >= _SHARE * len(f)]
    if not signed:
        return None
    status: Outcome = "kept" if len(signed) == len(fields) else "partly"
    reason = f"a text on a field in which they were to work together is signed: {text.title}"
    return Answer(status=status, confidence=0.6, rule="text-on-the-field", reason=reason)
