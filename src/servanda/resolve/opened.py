"""What a ceremony is held for: the plant that is opened, the aircraft that are handed over."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from servanda.codebook.engagements import engagement_words
from servanda.model.fold import fold
from servanda.resolve.encounter import encounter, engagement_of
from servanda.resolve.mention import Mention

_TYPE = re.compile(r"\b[A-Z]{1,5}-?\d+[A-Z]*(?=s?\b)")
"""The name of a type of aircraft or tank: "T-6C", "K2"."""
_WORD = re.compile(r"[^\W\d_]+")
_KINDS = {
    "opening": "opening",
    "together": "opening",
    "at-the-opening": "opening",
    "handing-over": "handover",
    "handed-at": "handover",
    "gift-handed": "handover",
}
"""What is done at a ceremony, by the reader that finds it."""
_HANDING = frozenset(
    {"handover", "hand-over", "turnover", "handing", "hand", "transfer", "deliver", "donate", "receive"}
)
"""Words by which a reader of ceremonies of any kind finds a handover."""
_ENOUGH = 3
"""Words that two quotations share besides what they call a thing, for it to be one."""


def is_of_one_thing(a: Mention, b: Mention) -> bool:
    """Whether both tell of the opening, or of the handover, of things called alike."""
    one, other = engagement_of(a), engagement_of(b)
    if not one.type == other.type == "ceremony":
        return False
    kinds = _kind(one.rule), _kind(other.rule)
    return kinds[0] == kinds[1] != "" and bool(_things(a.quotation) & _things(b.quotation))


def is_opened_once(a: Mention, b: Mention) -> bool:
    """Whether both tell of the opening of one thing, which the two reports describe in the same words."""
    if _kind(engagement_of(a).rule) != "opening" or not is_of_one_thing(a, b):
        return False
    return len(encounter(a).words & encounter(b).words) >= _ENOUGH


def _kind(rule: str) -> str:
    reader, _, word = rule.removeprefix("engagement/").partition(":")
    told = word.partition("/")[0]
    if reader in {"occasion", "in-a-ceremony", "set"}:
        if told in _HANDING:
            return "handover"
        return "opening" if told in engagement_words().ceremonies.set_for_later else ""
    return _KINDS.get(reader, "")


@lru_cache(maxsize=1 << 14)
def _things(quotation: str) -> frozenset[str]:
    """What a quotation calls them, with their type: "line", "aircraft" of "trainers", "T6C"."""
    called = _called()
    words = (
        called.get(word) or called.get(word.removesuffix("s")) for word in _WORD.findall(fold(quotation))
    )
    types = (found.replace("-", "") for found in _TYPE.findall(quotation))
    return frozenset(word for word in words if word) | frozenset(types)


@cache
def _called() -> dict[str, str]:
    """Each word for a thing with the word for its kind: "aircraft" for "trainer"."""
    words = engagement_words().ceremonies
    kinds = {word: kind for kind, each in words.shown.items() for word in each}
    return {word: word for word in words.built | words.given} | kinds
