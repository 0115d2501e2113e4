"""When "vision" is the name of a text: "the *Vision* for Maritime Partnership", "the joint *vision* that both
adopted". Elsewhere it is an idea, or the programme of one state ("Vision 2030")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from servanda.codebook.grammar import grammar_words
from servanda.codebook.instruments import instrument_words
from servanda.extract import grammar
from servanda.extract.analysis import Analysis

_OF_TWO = frozenset({"joint", "shared", "common"})
_ON_RELATIONS = re.compile(
    r"(?:for|on|of|towards?)\b.{0,90}?\b(?:Partnership|Cooperation|Co-operation|Relations|Relationship|"
    r"Friendship|Alliance|Ties)\b"
)
"""What follows on "Vision" where it is a text of two sides."""
_BROKEN = re.compile(r"[.;:,]")
_SET = frozenset({"set", "due", "likely", "ready"})
_PAIR = 2


def names_a_text(vision: Token, analysis: Analysis) -> bool:
    """Whether the noun, by its name or by what is done to it, stands for a text."""
    if any(_makes(verb) for verb in _verbs_on(vision)):
        return True
    if vision.text[:1].isupper():
        joint = grammar.has_child(vision, "amod", "compound", words=_OF_TWO)
        return joint or _is_on_relations(vision) or _is_of_two_states(vision, analysis)
    return _is_applied(vision)


def _verbs_on(vision: Token) -> Iterator[Token]:
    """The verbs of which it is the subject or object, and those of clauses on it."""
    own = vision.text[:1].isupper() or grammar.has_child(vision, "amod", words=_OF_TWO)
    if vision.dep_ in {"dobj", "nsubjpass", "nsubj"} and grammar.is_verbal(vision.head):
        if vision.dep_ != "nsubj":
            yield vision.head
        if vision.head.lemma_.lower() in grammar_words().scheduling_verbs | {"be"} | _SET:
            yield from (c for c in vision.head.children if c.dep_ == "xcomp" and c.tag_ == "VBN")
    if own:
        yield from (c for c in vision.subtree if c.dep_ in {"acl", "relcl"} and c.i > vision.i)


def _makes(verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    return lemma == "agree" or instrument_words().action_of(lemma) == "signed"


def _is_on_relations(vision: Token) -> bool:
    """As in "the Vision *for Comprehensive Maritime Partnership*"."""
    behind = vision.doc[vision.i + 1 : vision.sent.end].text
    told = _ON_RELATIONS.match(behind)
    return told is not None and _BROKEN.search(told[0]) is None


def _is_of_two_states(vision: Token, analysis: Analysis) -> bool:
    """As in "the *Kenya-Japan* Vision 2035"; "Saudi Vision 2030" is a programme of one."""
    left = min(
        (c.left_edge.i for c in vision.lefts if c.dep_ in {"compound", "amod", "nmod"}), default=vision.i
    )
    named = analysis.parties_in(*analysis.offsets(left, vision.i))
    return len({m.code for m in named}) >= _PAIR


def _is_applied(vision: Token) -> bool:
    """As in "carry out *the joint vision* for", "under *the joint vision*"."""
    known = grammar.has_child(vision, "det", words={"the", "this", "their"})
    joint = known and grammar.has_child(vision, "amod", words=_OF_TWO)
    above = vision.head
    carried = above.lemma_ in {"implement", "carry", "execute"} and vision.dep_ in {"dobj", "nsubjpass"}
    return joint and (carried or (vision.dep_ == "pobj" and above.lower_ in {"under", "since"}))
