"""Words of evaluation and of stance (data/stances.yaml)."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from servanda.codebook.load import load_data


class StanceWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Lemmas by what they show; see the comments in the data file."""

    valuing: frozenset[str]
    devaluing: frozenset[str]
    feelings: frozenset[str]
    ill_feelings: frozenset[str]
    feeling_adjectives: frozenset[str]
    worth: frozenset[str]
    worth_needs_praise: frozenset[str]
    praise: frozenset[str]
    blame: frozenset[str]
    praising_nouns: frozenset[str]
    thriving: frozenset[str]
    stressing: frozenset[str]
    calling: frozenset[str]
    matters: tuple[str, ...]
    stance_nouns: frozenset[str]
    stance_verbs: frozenset[str]
    norms: frozenset[str]

    def on_world_matter(self, text: str) -> bool:
        """Whether a stretch of text speaks of a matter of international politics."""
        return _matters().search(text) is not None


@cache
def _matters() -> re.Pattern[str]:
    words = "|".join(re.escape(m) for m in stance_words().matters)
    return re.compile(rf"\b(?:{words})", re.IGNORECASE)


@cache
def stance_words() -> StanceWords:
    """The words of evaluation and stance, read once."""
    return load_data("stances.yaml", StanceWords)
