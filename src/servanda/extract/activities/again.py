"""What is told again: "donated a boat. |The boat was handed over|"."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.codebook.activities import activity_words
from servanda.extract.activities.scene import Found

_HANDING = frozenset(
    {"hand", "accept", "receive", "present", "deliver", "transfer", "grant", "give", "donate"}
)
_NEAR = 150
"""Tokens behind a gift in which its handing over is told."""


def told_first(found: list[Found]) -> list[Found]:
    """Without the handing over of what was told to be given by the same side to the same other one."""
    kept: list[Found] = []
    for one in found:
        again = _hands_over_the_gift(one.trigger) and any(_is_the_same(one, other) for other in kept)
        if not again:
            kept.append(one)
    return kept


def _hands_over_the_gift(verb: Token) -> bool:
    """As in "handed over *the* craft", "*those* trucks were delivered": things told before."""
    if verb.lemma_.lower() not in _HANDING:
        return False
    return any(_is_the_gift(c) for c in verb.children if c.dep_ in {"dobj", "nsubjpass"})


def _is_the_gift(thing: Token) -> bool:
    words, lemma = activity_words(), thing.lemma_.lower()
    gift = lemma == "gift" or lemma in words.gifts | words.moving | words.consignments
    return gift and thing.left_edge.lower_ in {"the", "those", "these"}


def _is_the_same(one: Found, other: Found) -> bool:
    sides = one.provider == other.provider and one.recipient == other.recipient
    return sides and bool(one.provider) and 0 < one.trigger.i - other.trigger.i < _NEAR
