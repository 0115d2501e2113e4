"""What stands in quotation marks, and the verb of saying outside them that tells who says it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from servanda.codebook.acts import act_words
from servanda.extract.grammar.dependents import first_child

_SAYING = frozenset({"say", "tell", "add", "go", "continue", "comment", "ask", "joke", "quip", "write"})
_FARTHEST = 400
"""Tokens of a paragraph that are looked at on either side of a quotation."""


def is_quoted(token: Token) -> bool:
    """Whether an opening quotation mark stands before the word in its paragraph without a closing one."""
    text = token.doc.text
    before = text[text.rfind("\n", 0, token.idx) + 1 : token.idx]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def attribution(token: Token) -> Token | None:
    """The verb of saying nearest to a quoted word in its paragraph, outside the quotation marks; behind it
    before before it, since a quotation comes first more often than its speaker."""
    found = [verb for verb in _paragraph(token) if _says(verb) and not is_quoted(verb)]
    return min(found, key=lambda verb: abs(verb.i - token.i) - (verb.i > token.i), default=None)


def subject_beside(verb: Token) -> Token | None:
    """Who says it: "said |Mr Lund|", "|he| told reporters"."""
    return first_child(verb, "nsubj")


def _says(verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    spoken = verb.pos_ == "VERB" and (lemma in _SAYING or lemma in act_words().report)
    return spoken and subject_beside(verb) is not None


def _paragraph(token: Token) -> Iterator[Token]:
    """The tokens of the line that holds the token."""
    doc, left, right = token.doc, token.i, token.i
    while left > 0 and token.i - left < _FARTHEST and "\n" not in doc[left - 1].text:
        left -= 1
    while right + 1 < len(doc) and right - token.i < _FARTHEST and "\n" not in doc[right + 1].text:
        right += 1
    return iter(doc[left : right + 1])
