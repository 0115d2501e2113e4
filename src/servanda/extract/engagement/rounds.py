"""How rounds of standing mechanisms are named and counted: "the third Defence Strategy Dialogue"."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.codebook.engagements import RoundWords
from servanda.extract.engagement.tokens import lemma_of
from servanda.extract.numbers import find_ordinals

_LONGEST_NAME = 14
"""Tokens that the name of a mechanism has at most."""
_JOINING = frozenset({"-", "–", "and", "&", ",", "’s", "'s", "/"})
_NAMING = frozenset({"PROPN", "ADJ", "NOUN"})
_OPENING = frozenset({"(", "[", '"'})
_OPENING_LEFT = frozenset({"(", "“", '"'})
_CLOSING = frozenset({")", '"', "”"})


def ordinal_of(noun: Token) -> int | None:
    """3 of "the third Defence Dialogue", 42 of "42nd meeting"; a number in digits is part of a date."""
    for token in reversed(noun.doc[name_left(noun) : noun.i]):
        value = _ordinal_value(token.text)
        if value is not None and not token.text.isdigit():
            return value
    return None


def name_left(noun: Token) -> int:
    """Index of the first token of a name that ends in the noun, as far as words that stand in names go."""
    doc, left = noun.doc, noun.i
    while left > 0 and not doc[left].is_sent_start and noun.i - left < _LONGEST_NAME:
        if not _can_stand_in_name(doc[left - 1]):
            break
        left -= 1
    return left


def is_standing(words: RoundWords, noun: Token) -> bool:
    """Whether the name is one that only a standing mechanism has, also without a number: "Strategic
    Dialogue", "Joint Commission"."""
    inside = {token.text for token in noun.doc[noun.left_edge.i : noun.i + 1]}
    return bool(inside & words.standing) or ("Joint" in inside and bool(inside & words.joint))


def is_title_like(noun: Token) -> bool:
    """Whether a capitalised word stands before the noun: "Defence Dialogue"."""
    return any(_is_capitalised(token) and token.pos_ in _NAMING for token in noun.lefts)


def series_of(words: RoundWords, noun: Token) -> str | None:
    """The name of the mechanism: the noun phrase without article and ordinal, and of "the 42nd meeting of
    the Joint Commission" what is counted."""
    doc = noun.doc
    left, right = _series_left(words, noun), _series_right(noun)
    while right + 1 < len(doc) and doc[right + 1].text in _CLOSING and _is_open(noun, left, right):
        right += 1
    name = doc[left : right + 1].text.strip(" ,")
    if left == noun.i and lemma_of(noun) in words.counted and " of " in name:
        name = name.split(" of ", 1)[1].removeprefix("the ")
    return name or None


def _series_left(words: RoundWords, noun: Token) -> int:
    left = noun.left_edge.i
    while left < noun.i and not _opens_name(words, noun.doc[left]):
        left += 1
    return left


def _opens_name(words: RoundWords, token: Token) -> bool:
    """Not "the", "their", "third", "annual"."""
    if token.dep_ in {"det", "poss", "case"} or token.is_space:
        return False
    return _ordinal_value(token.text) is None and token.lower_ not in words.passing


def _series_right(noun: Token) -> int:
    """With "of"- and "on"-phrases that have capitals, and a short name in brackets behind."""
    right = noun.i
    for child in noun.rights:
        if _is_named_topic(child) or _follows(child, right) or _is_short_name(child, right):
            right = child.right_edge.i
    return right


def _is_named_topic(child: Token) -> bool:
    """ "on Maritime Security"."""
    return child.dep_ == "prep" and child.lower_ in {"of", "on"} and any(map(_is_capitalised, child.subtree))


def _follows(child: Token, right: int) -> bool:
    """A sign or a one-word apposition directly behind the name."""
    return child.dep_ in {"punct", "appos"} and child.right_edge.i == right + 1


def _is_short_name(child: Token, right: int) -> bool:
    """ "(DPD)"."""
    near = child.right_edge.i - right < _LONGEST_NAME
    return child.dep_ == "appos" and near and child.doc[right + 1].text in _OPENING


def _is_open(noun: Token, left: int, right: int) -> bool:
    """Whether a bracket or quotation mark opens inside the name."""
    return any(token.text in _OPENING_LEFT for token in noun.doc[left : right + 1])


def _can_stand_in_name(token: Token) -> bool:
    return token.pos_ in _NAMING or token.text in _JOINING


def _is_capitalised(token: Token) -> bool:
    return token.text[:1].isupper()


def _ordinal_value(word: str) -> int | None:
    """The number of a word that is an ordinal whole ("third", "42nd"), else None."""
    found = find_ordinals(word)
    return found[0].value if found and (found[0].start, found[0].end) == (0, len(word)) else None
