"""Names of series of dialogues: which are the same."""

from __future__ import annotations

import re

from servanda.codebook.resolving import resolving_words
from servanda.model.facts import Engagement
from servanda.model.fold import fold
from servanda.resolve.wording import words_of

_SPELLINGS = {
    "defense": "defence",
    "strategy": "strategic",
    "intergovernmental": "government",
    "governmental": "government",
    "governments": "government",
    "interministerial": "ministerial",
    "ministers": "ministerial",
}
_ENOUGH = 0.5
_FOUR_MINISTERS = "2+2"
_TWO_PLUS_TWO = re.compile(r"\b(?:2\s?\+\s?2|two[- ]plus[- ]two)\b", re.IGNORECASE)
"""What the meetings of two foreign and two defence ministers are called, which is no word."""


def same_series(a: Engagement, b: Engagement) -> bool:
    """Whether the two can be of one series: half of the words of the shorter name are in the other, parties'
    names and generic words ("cooperation") left out, and both are called dialogue, or commission. A name
    that says no more ("the second dialogue"), or none, can be of any series that is called so."""
    mechanism, other_mechanism = _mechanism(a), _mechanism(b)
    if mechanism and other_mechanism and mechanism.isdisjoint(other_mechanism):
        return False
    one, other = series_words(a), series_words(b)
    if not one or not other:
        return a.type == b.type
    return len(one & other) >= _ENOUGH * min(len(one), len(other))


def called_alike(a: Engagement, b: Engagement) -> bool:
    """Whether both are called by one word: "Intergovernmental Consultations", "government consultations"."""
    return not _mechanism(a).isdisjoint(_mechanism(b))


def _mechanism(fact: Engagement) -> frozenset[str]:
    """What the series is called: "commission" in "Joint Commission", in the singular."""
    called = resolving_words().mechanisms().intersection(fold(fact.series or "").split())
    return frozenset(word.removesuffix("s") for word in called)


def is_named(fact: Engagement) -> bool:
    """Whether the name of its series tells it from others."""
    return bool(series_words(fact))


def is_description(fact: Engagement) -> bool:
    """Whether an exercise is told by no name: "joint drill", and "Maritime Cooperative Activity (MCA)", which
    is what any such drill is called."""
    called = fact.series or ""
    return not called or called.islower() or words_of(called) <= resolving_words().drills


def series_words(fact: Engagement) -> frozenset[str]:
    """The words that tell the fact's series from others, in one spelling."""
    words = words_of(_TWO_PLUS_TWO.sub("", fact.series or "")) - resolving_words().mechanisms()
    plain = (
        word.replace("-", "") for word in words - resolving_words().undistinguished
    )  # "inter-ministerial"
    told = frozenset(_SPELLINGS.get(word, word) for word in plain)
    return told | {_FOUR_MINISTERS} if _TWO_PLUS_TWO.search(fact.series or "") else told
