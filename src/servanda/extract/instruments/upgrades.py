"""A text that takes the place of another: "agreed to *upgrade* the arrangement *to a treaty*", "*converting*
the memorandum *into* an agreement". The new one is still to come or was signed; the old one stands."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.codebook.instruments import instrument_words
from servanda.extract import grammar
from servanda.extract.instruments.found import Deed
from servanda.model.facts import InstrumentAction

_INTO = frozenset({"to", "into", "with", "by"})
_FARTHEST = 14
"""Tokens before "to a treaty" in which the text that it replaces is told."""


def upgraded_to(top: Token, head: Token) -> Deed | None:
    """What is told of the new text, behind "to", "into", "with"."""
    doing = _doing(top)
    if doing is None or not grammar.is_indefinite(head):
        return None
    verb = doing if grammar.is_verbal(doing) else grammar.governing_verb(doing)
    if verb is not None and grammar.is_unreal(verb):
        return None
    action: InstrumentAction = "signed" if doing is verb and _is_done(doing) else "planned"
    left = grammar.clause_bounds(doing)[0] if doing is verb else doing.left_edge.i
    return Deed(action, f"{action}:upgrade", left, head.right_edge.i)


def upgraded(head: Token) -> Token | None:
    """The text that another one is to take the place of, of which `head` is the new one."""
    prep = head.head
    if head.dep_ != "pobj" or prep.lower_ not in _INTO:
        return None
    before = head.doc[max(head.sent.start, prep.i - _FARTHEST) : prep.i]
    return next((t for t in reversed(before) if _is_text(t)), None)


def is_upgraded(head: Token) -> bool:
    """Whether another text is to take its place: "the upgrade of *the current arrangement*"."""
    return _upgrading(head) is not None


def _doing(top: Token) -> Token | None:
    old = upgraded(top)
    return _upgrading(old) if old is not None else None


def _upgrading(old: Token) -> Token | None:
    """The verb or noun by which a text is upgraded."""
    above = old.head
    if old.dep_ == "pobj" and above.lower_ == "of":
        above = above.head
    if old.dep_ == "nsubj" and above.lemma_ == "be":  # "the memorandum is to be converted into"
        above = next((c for c in above.children if c.dep_ == "xcomp" and grammar.is_passive(c)), above)
    argument = old.dep_ in {"dobj", "nsubjpass"} or above is not old.head
    return above if argument and above.lemma_.lower() in instrument_words().upgrading else None


def _is_text(token: Token) -> bool:
    heads = instrument_words().heads
    return token.lemma_.lower() in heads and token.pos_ in {"NOUN", "PROPN"} and token.dep_ != "compound"


def _is_done(verb: Token) -> bool:
    """As in "*upgraded* the arrangement to a treaty", "the memorandum *was turned* into an agreement"."""
    past = verb.tag_ in {"VBD", "VBN"} and not grammar.is_planned(verb)
    return past and not any(c.tag_ in {"MD", "TO"} for c in verb.children)
