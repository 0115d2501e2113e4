"""Mends of the parse at two states in one word: "the 1951 *U.S.-Philippines* Mutual Defense Treaty"."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token

PAIRED_MENDS = ("servanda_paired_states",)
"""Names of the pipeline's parts that mend."""


@Language.component("servanda_paired_states")
def _mend_paired_states(doc: Doc) -> Doc:
    """The parser takes "U.S.-Philippines" behind a year for a preposition."""
    if ".-" not in doc.text:
        return doc
    for token in doc:
        noun = _noun_behind(token) if token.dep_ == "prep" and ".-" in token.text else None
        if noun is not None:
            _give_its_place(token.nbor(-1), noun)
            token.head, token.dep_, token.tag_, token.pos_ = noun, "compound", "NNP", "PROPN"
    return doc


def _noun_behind(token: Token) -> Token | None:
    """The noun that the word goes with, where a year stands before it."""
    year = token.i > 0 and token.nbor(-1).like_num and token.nbor(-1).dep_ in {"pobj", "dobj", "nsubj"}
    named = token.text[:1].isupper() and token.text.rpartition("-")[2][:1].isupper()
    return next((c for c in token.rights if c.dep_ == "pobj"), None) if year and named else None


def _give_its_place(year: Token, noun: Token) -> None:
    """The noun stands where the parser has the year, which goes with it."""
    noun.head, noun.dep_ = year.head, year.dep_
    for child in list(year.children):
        child.head = noun
    year.head, year.dep_ = noun, "nummod"
