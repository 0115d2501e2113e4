"""The cheap screen before any parse: which documents can hold a fact of cooperation at all.

Every kind of fact has two parties or more: those that meet, sign, speak to each other or are at the table.
Parties come from the names in the text, from people, whose party is one of these or the publisher's own
state, and from nowhere else. So a document with fewer than two parties holds no fact, whatever its words.
Nor does one that names another party only in passing (a make of car, a language, the currency of a price):
once or twice, not at its head, and with no word of meeting, signing, giving or saying near (signs.yaml).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

import msgspec

from servanda.codebook.load import load_data
from servanda.extract.home import home_party
from servanda.extract.mentions import PartyMention, PersonInText
from servanda.extract.parties import acting_parties
from servanda.model.document import Document

_REACH = 120
"""How many characters from the name of a party, in its paragraph, a sign may stand."""
_PARAGRAPHS_BEFORE = 1
"""Paragraphs before the first name of another party that may speak of it: "its Ambassador called on ..."."""
_SELDOM = 2
"""How often at most a party is named in passing."""


class Glance(msgspec.Struct, frozen=True):
    """What is seen of a document without a parse: the parties that it names and the publisher's own state.

    other   the character at which another party than that state is first named, None without either
    """

    parties: tuple[PartyMention, ...]
    home: str | None
    may_hold_facts: bool
    other: int | None = None


class _Signs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    engagement: tuple[str, ...]
    instrument: tuple[str, ...]
    commitment: tuple[str, ...]
    cooperation: tuple[str, ...]
    stance: tuple[str, ...]
    whole: tuple[str, ...]


def glance(document: Document) -> Glance:
    """Look at a document, at some hundred times the speed of a parse."""
    text, home = document.text, home_party(document.publisher)
    parties = tuple(acting_parties(text))
    two = len({mention.code for mention in parties} | ({home} if home else set())) > 1
    others = [mention for mention in parties if mention.code != home and not _is_currency(text, mention)]
    other = others[0].start if home and others else None
    return Glance(parties, home, two and not _are_in_passing(text, others), other)


def first_told(text: str, seen: Glance, people: Iterable[PersonInText]) -> int:
    """The character at which begins what can hold facts: the paragraph before the one that first names
    another party than the home or somebody not of the home. Above it the home is alone."""
    if seen.other is None:
        return 0
    guests = (p.mentions[0].whole_start for p in people if p.party != seen.home)
    start = min(seen.other, *guests, len(text))
    for _ in range(_PARAGRAPHS_BEFORE + 1):
        start = max(0, text.rfind("\n\n", 0, start))
    return start


def _are_in_passing(text: str, mentions: Sequence[PartyMention]) -> bool:
    """Whether the parties are named seldom, after the first paragraph, and nothing is told of them."""
    if len(mentions) > _SELDOM:
        return False
    head = text.find("\n\n") if "\n\n" in text else len(text)
    return not any(mention.start < head or _is_told_of(text, mention) for mention in mentions)


def _is_currency(text: str, mention: PartyMention) -> bool:
    """Whether the name stands before the sign of its currency: "US $ 36 billion"."""
    return text[mention.end : mention.end + 2].lstrip(" ").startswith("$")


def _is_told_of(text: str, mention: PartyMention) -> bool:
    """Whether a sign stands near the mention, in the same paragraph."""
    before = text[max(0, mention.start - _REACH) : mention.start].rpartition("\n\n")[2]
    after = text[mention.end : mention.end + _REACH].partition("\n\n")[0]
    return _sign().search(f"{before} {after}") is not None


@cache
def _sign() -> re.Pattern[str]:
    signs = load_data("signs.yaml", _Signs)
    begun = (*signs.engagement, *signs.instrument, *signs.commitment, *signs.cooperation, *signs.stance)
    beginnings = "|".join(_spelled(sign) for sign in begun)
    words = "|".join(_spelled(sign) for sign in signs.whole)
    return re.compile(rf"\b(?:{beginnings}|(?:{words})\b)", re.IGNORECASE)


def _spelled(sign: str) -> str:
    """A space in a sign stands for a hyphen or any white space too."""
    return re.escape(sign).replace(r"\ ", r"[\s-]+")
