"""Mends of the parse where a text is told with what it does: of "a Joint Statement *upgrading relations* to"
the parser makes relations that are signed."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token

from servanda.codebook.instruments import instrument_words
from servanda.extract.mends import tokens_of

TEXT_MENDS = ("servanda_texts_upgrading",)
"""Names of the pipeline's parts that mend."""
_UPGRADING = frozenset({"upgrading", "elevating", "raising"})


@Language.component("servanda_texts_upgrading")
def _mend_upgrading(doc: Doc) -> Doc:
    """The text takes the place of the relations, which it upgrades."""
    for verb in tokens_of(doc, "LOWER", _UPGRADING):
        text = verb.nbor(-1) if verb.i > verb.sent.start else verb
        relations = verb.head
        of_text = text.head in (verb, relations) and text.dep_ in {"compound", "nmod"}
        named = text.lemma_.lower() in instrument_words().heads
        if named and of_text and verb.dep_ in {"compound", "amod"} and relations.i > verb.i:
            _turn_round(text, verb, relations)
    return doc


def _turn_round(text: Token, verb: Token, relations: Token) -> None:
    before = [c for c in relations.lefts if c.i < text.i]
    is_root = relations.head == relations
    text.head, text.dep_ = (text if is_root else relations.head), relations.dep_
    verb.head, verb.dep_, verb.pos_, verb.tag_ = text, "acl", "VERB", "VBG"
    relations.head, relations.dep_ = verb, "dobj"
    for word in before:
        word.head = text
