"""Mends of the parse where an exercise is told by its name: of "the exercise *Rising* Sun", "the Peru-Chile
*exercise* Noble Jump" the parser makes clauses, by words that are verbs elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc, Token

from servanda.codebook.dates import month_names
from servanda.codebook.places import party_code
from servanda.extract.grammar.subjects import SUBJECTS, weekdays
from servanda.extract.mends import make_root, tokens_of

EXERCISE_MENDS = ("servanda_exercises",)
"""Names of the pipeline's parts that mend, for before those of `mends`, which read what a verb has around."""
_NOUNS = frozenset({"exercise", "exercises"})
_PARTS = frozenset({"PROPN", "NUM"})
_LINKS = frozenset({"ADP", "DET", "CCONJ", "SCONJ", "PRON", "PART", "PUNCT", "SPACE"})
"""What no word of a name is tagged as."""
_WORDS = frozenset({"NOUN", "VERB", "AUX"})
_LONGEST = 4
"""Words of the longest name."""
_IN_ITS_STEAD = {"ccomp": "dobj", "xcomp": "dobj", "advcl": "dobj", "relcl": "dobj", "acl": "dobj"}
"""What a noun is to the word above, where the parser took a word of its name for a verb."""
_OF_NOUNS = {
    "nsubj": "nsubj", "nsubjpass": "nsubjpass", "csubj": "nsubj", "csubjpass": "nsubjpass",
    "compound": "compound", "dobj": "dobj", "pobj": "pobj", "appos": "appos",
}  # fmt: skip
"""What only a noun can be, or a clause in its stead."""


@Language.component("servanda_exercises")
def _mend_exercises(doc: Doc) -> Doc:
    """The words of the name go with the noun, and the noun has the place of both."""
    for noun in tokens_of(doc, "LOWER", _NOUNS):
        name = _name_behind(noun)
        if name and _is_torn(noun, name) and _is_noun(noun, name):
            _join(noun, name)
    return doc


def _name_behind(noun: Token) -> list[Token]:
    """ "Rising Sun 24" behind "exercise"; nothing where a headline goes on in capitals."""
    name = list(_while_named(noun.doc[noun.i + 1 : min(noun.i + 1 + _LONGEST, noun.sent.end)]))
    written = noun.is_lower or any(t.is_lower and t.pos_ in _WORDS for t in noun.sent)
    return name if written and any(not t.is_digit for t in name) else []


def _while_named(tokens: Iterable[Token]) -> Iterator[Token]:
    for token in tokens:
        if not (token.text[0].isupper() or token.is_digit) or token.pos_ in _LINKS:
            return
        if token.lower_ in month_names() | weekdays() or party_code(token.text) is not None:
            return
        yield token


def _is_torn(noun: Token, name: list[Token]) -> bool:
    """Whether the parser took one of the words for something else, or hung them on different words."""
    run = {noun, *name}
    misread = noun.pos_ == "VERB" or any(t.pos_ not in _PARTS for t in name) or _has_helper(noun)
    return misread or sum(t.head not in run or t.head == t for t in run) > 1


def _is_noun(noun: Token, name: list[Token]) -> bool:
    """Whether "exercise" is a noun, or could be made one: in "The Indian *exercise* Otter was held" the
    parser takes it for a verb."""
    if _has_helper(noun) and not _is_behind_to(noun):
        return False  # "to exercise Restraint"
    if noun.pos_ != "VERB":
        return True
    if noun.dep_ not in _OF_NOUNS and not _lower(noun, name):
        return False
    noun.pos_, noun.tag_, noun.lemma_ = "NOUN", "NN", "exercise"
    noun.dep_ = _OF_NOUNS.get(noun.dep_, noun.dep_)
    if noun.i > noun.sent.start:
        _take_words_before(noun)
    return True


def _has_helper(noun: Token) -> bool:
    return any(c.dep_ == "aux" for c in noun.children)


def _is_behind_to(noun: Token) -> bool:
    """ "was home *to Exercise* Otter": a capital makes no verb."""
    to = noun.nbor(-1) if noun.i > noun.sent.start + 1 else noun
    if to.lower_ != "to" or noun.is_lower or noun.is_ancestor(to.nbor(-1)):
        return False
    to.head, to.dep_, to.pos_ = to.nbor(-1), "prep", "ADP"
    noun.head, noun.dep_ = to, "pobj"
    return True


def _lower(noun: Token, name: list[Token]) -> bool:
    """Hang "exercise" on the verb of the clause: that of which its name is the subject, or the one over it,
    or a participle behind it: "The field exercise Otter of the two armies *opened*"."""
    top = next((t for t in name if t.dep_ in SUBJECTS and t.head.pos_ in {"VERB", "AUX"}), None)
    if top is None and noun.dep_ == "ROOT":
        opened = next((t for t in noun.subtree if t.i > noun.i and _could_be_main(t)), None)
        if opened is not None:
            make_root(opened, noun)
        return opened is not None
    if top is None and noun.dep_ not in _IN_ITS_STEAD:
        return False
    verb, place = (noun.head, "dobj") if top is None else (top.head, top.dep_)
    if verb.head == noun:
        verb.head, verb.dep_ = (verb if noun.dep_ == "ROOT" else noun.head), noun.dep_
    elif noun.head != verb:
        return False
    for word in [c for c in noun.rights if c not in name]:
        word.head = verb
    noun.head, noun.dep_ = verb, place
    return True


def _could_be_main(verb: Token) -> bool:
    helped = any(c.dep_ in {"aux", "auxpass", "agent"} for c in verb.children)
    return verb.tag_ == "VBN" and verb.dep_ in {"acl", "advcl"} and not helped


def _take_words_before(noun: Token) -> None:
    """ "|The ninth edition of the Indian| exercise": the noun stands where the word before it stood."""
    before = noun.nbor(-1)
    subject = next((c for c in noun.lefts if c.dep_ in SUBJECTS), before)
    if subject != before:
        verb, place = noun.head, noun.dep_
        if subject.is_ancestor(before):
            noun.head, noun.dep_ = before.head, before.dep_
        subject.head, subject.dep_ = verb, place
    elif before.head != noun:
        return
    if before.pos_ in {"NOUN", "PROPN", "ADJ"}:
        for word in [c for c in before.lefts if c.dep_ in {"det", "poss", "amod"}]:
            word.head = noun
        before.head, before.dep_ = noun, "compound"


def _join(noun: Token, name: list[Token]) -> None:
    """Hang the name on the noun, and the noun where the highest of them stood."""
    run, top = {noun, *name}, noun
    while top.head in run and top.head != top:
        top = top.head
    if top.head == top and top != noun:
        return
    if top != noun:
        place = _IN_ITS_STEAD.get(top.dep_, top.dep_) if top.pos_ == "VERB" else top.dep_
        noun.head, noun.dep_ = top.head, place
    around = [c for t in name for c in t.children if c not in run]
    if any(t in noun.ancestors for t in (*name, *around)):
        return
    last = next(t for t in reversed(name) if not t.is_digit)
    for word in around:
        word.head = noun
    last.head, last.dep_ = noun, "appos"
    for word in name:
        word.pos_, word.tag_ = ("NUM", "CD") if word.is_digit else ("PROPN", "NNP")
        if word != last:
            word.head, word.dep_ = last, "nummod" if word.is_digit else "compound"
        word.lemma_ = word.text
