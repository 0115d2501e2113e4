"""Who does what the items of a list say: "The Ministers: 1. Reaffirmed it; 2. Tasked officials"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from servanda.codebook.actors import ActorWords, actor_words
from servanda.extract.whole import text_of

_LEAD = re.compile(r"[:,][ \t]*\n")
BULLETS = frozenset("-–—•*·►▶▪●■◦‣➢➤✓✔")
"""Marks that open an item of a list."""
_TENSES = frozenset({"VBD", "VBN", "VBZ", "VBP", "VB"})
_HOW = frozenset({"also", "further", "jointly", "strongly", "firmly", "again", "both", "warmly", "equally"})
_LEADING = frozenset({":", ","})
_OPENING = 6
"""Words of "The two sides," at most."""
_NUMBER = 4
"""Longest number of an item: "viii"."""


def items_of(doc: Doc) -> dict[int, Token]:
    """For the first verb of each item, by its index, the noun of the line above the items that says who."""
    return dict(_items(doc)) if _LEAD.search(text_of(doc)) else {}


def _items(doc: Doc) -> Iterator[tuple[int, Token]]:
    who: Token | None = None
    for sentence in doc.sents:
        words = [t for t in sentence if not t.is_space]
        if not words:
            continue
        if words[-1].text in _LEADING and _ends_a_line(words[-1]):
            who = _who(words)
            continue
        if who is None or (words[0].i and not _ends_a_line(words[0].nbor(-1))):
            continue
        said = _past_the_bullet(words)
        verb = next((t for t in said[:3] if t.lower_ not in _HOW), None)
        verb = verb.head if verb is not None and verb.tag_ == "MD" else verb
        if verb is not None and verb.tag_ in _TENSES:
            yield verb.i, who
        elif len(said) == len(words):
            who = None


def _ends_a_line(token: Token) -> bool:
    """Whether a line ends with the token."""
    if token.is_space:
        return "\n" in token.text
    return token.i + 1 < len(token.doc) and "\n" in token.nbor().text


def _who(words: list[Token]) -> Token | None:
    """As in "*The Ministers*:", "In this regard, *both sides*:", "*The parties*, convinced of it,"; None
    where the line has a finite verb or names things."""
    comma = next((i for i, t in enumerate(words) if t.text == ","), 0)
    if 0 < comma < _OPENING and words[comma + 1 :] and words[comma + 1].tag_ in {"VBN", "VBG", "JJ"}:
        words = words[: comma + 1]
    if any(t.tag_ in _TENSES for t in words):
        return None
    last = next((t for t in reversed(words[:-1]) if t.lower_ not in _HOW | {"and"}), None)
    return last if last is not None and _acts(last, actor_words()) else None


def _acts(noun: Token, words: ActorWords) -> bool:
    lower = noun.lower_
    return lower in words.collective or lower in words.roles or lower in words.pronouns.plural


def _past_the_bullet(words: list[Token]) -> list[Token]:
    """The words behind "-", "1.", "(a)", "iv)"."""
    if words[0].text in BULLETS:
        return words[1:]
    at = int(words[0].text == "(")
    if len(words) <= at + 1:
        return words
    number, behind = words[at].text.rstrip(".)"), words[at + 1].text
    short = len(number) <= _NUMBER and (number.isdigit() or number.islower())
    if not short or not (words[at].text[-1] in ".)" or behind in ".)"):
        return words
    return words[at + 1 + (behind in ".)") :]
