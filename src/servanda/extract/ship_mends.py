"""Mends of the parse where a ship is told by its kind and its name: of "the French *frigate* Vauban will
call" the parser makes a clause of which "frigate" is the verb; and of "At the close of the exercise HMAS
*Stuart* will call" it gives the ship to what stands before it."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token

from servanda.codebook.engagements import engagement_words
from servanda.extract.mends import tokens_of

SHIP_MENDS = ("servanda_ships",)
"""Names of the pipeline's parts that mend."""
_KINDS = frozenset({"frigate", "frigates", "corvette", "corvettes", "destroyer", "submarine", "carrier"})
_OF_VERBS = frozenset({"nsubj", "nsubjpass", "csubj"})
_OF_NOUNS = frozenset({"dobj", "pobj", "nsubj", "nsubjpass", "appos", "conj", "attr"})


@Language.component("servanda_ships")
def _mend_ships(doc: Doc) -> Doc:
    """The kind goes with the name behind it, and the verb of the clause stands where the kind stood."""
    for kind in tokens_of(doc, "LOWER", _KINDS):
        name = kind.nbor() if kind.i + 1 < kind.sent.end else kind
        while name.dep_ == "compound" and name.head.i > name.i and name.head.pos_ == "PROPN":
            name = name.head
        if kind.tag_ in {"VB", "VBP"} and name.pos_ == "PROPN":
            _join(kind, name)
    for letters in tokens_of(doc, "ORTH", frozenset(engagement_words().exercises.ship_prefixes)):
        _give_its_verb(letters)
    return doc


def _give_its_verb(letters: Token) -> None:
    """A ship right before a verb that has no subject is its subject, whatever noun stands before it."""
    name = letters.head
    if letters.dep_ != "compound" or name.dep_ != "appos" or name.i + 1 >= name.sent.end:
        return
    behind = name.nbor()
    verb = behind.head if behind.dep_ == "aux" else behind
    before = letters.nbor(-1) if letters.i > letters.sent.start else letters
    alone = verb.pos_ == "VERB" and verb.tag_ != "VBN" and not any(c.dep_ in _OF_VERBS for c in verb.lefts)
    if alone and before.pos_ in {"NOUN", "PROPN"} and before.head != name and verb not in name.subtree:
        name.head, name.dep_ = verb, "nsubj"


def _join(kind: Token, name: Token) -> None:
    if name.head == kind and (kind.dep_ in _OF_NOUNS or kind.head == kind):
        name.head, name.dep_ = (name if kind.head == kind else kind.head), kind.dep_
    elif name.head.head == kind and name.head.pos_ in {"VERB", "AUX"}:
        verb = name.head
        verb.head, verb.dep_ = (verb if kind.dep_ == "ROOT" else kind.head), kind.dep_
        for child in [c for c in kind.rights if c != verb and c.i > verb.i]:
            child.head = verb
    else:
        return
    kind.head, kind.dep_, kind.pos_, kind.tag_ = name, "compound", "NOUN", "NN"
    for word in list(kind.rights):
        word.head = name
    for word in list(kind.lefts):
        word.head, word.dep_ = name, "det" if word.pos_ == "DET" else "amod"
        for own in [c for c in word.lefts if c.dep_ == "det"]:
            own.head = name
