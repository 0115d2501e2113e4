"""When "partnership" is the name of a text, and no rank of relations: one that was signed or agreed on, or is
to be."""

from __future__ import annotations

import re

from spacy.tokens import Token

from servanda.codebook.instruments import instrument_words
from servanda.extract import grammar

_RANKS = "strategic comprehensive close closer new special deep deeper strong stronger full enhanced lasting"
_OF_RANKS = frozenset(_RANKS.split())
_AGREED_ON = re.compile(
    r"(?:that|which) [^,.;:]{3,60} (?:agreed (?:on|upon)|concluded|entered into) "
    r"(?:in|on|at|during|last|this)\b"
)
"""As in "the strategic partnership |that the two countries agreed on in December|"."""


def is_signed_partnership(noun: Token) -> bool:
    """As in "signed a strategic *partnership*": elsewhere it is no text but a rank of relations."""
    if noun.lemma_.lower() != "partnership" or noun.dep_ == "compound":
        return False
    signing = instrument_words().signed_partnership
    beside = [c for c in noun.children if c.dep_ in {"acl", "relcl"}]
    if noun.dep_ in {"dobj", "nsubjpass"}:
        beside.append(noun.head)
    nouns = [noun.head.head] if noun.dep_ == "pobj" and noun.head.lower_ == "of" else []
    beside += _first_verb_behind(noun)
    if noun.text[:1].isupper() and noun.dep_ == "nsubj" and noun.head.lemma_ == "follow":
        return True  # "a Green Industrial |Partnership| would follow in the spring"
    if _AGREED_ON.match(noun.doc[noun.i + 1 : noun.sent.end].text) and _is_called_strategic(noun):
        return True
    named = (noun.text[:1].isupper() or _has_a_matter(noun)) and any(t.lemma_ == "conclude" for t in beside)
    return named or any(t.lemma_.lower() in signing for t in (*beside, *nouns))


def _has_a_matter(noun: Token) -> bool:
    """As in "will conclude a *green industrial* partnership": no rank of relations."""
    matters = (t for t in noun.lefts if t.dep_ in {"amod", "compound"} and t.lower_ not in _OF_RANKS)
    direct = noun.dep_ == "dobj" and noun.head.lemma_ == "conclude"
    return direct and grammar.is_indefinite(noun) and any(matters)


def _is_called_strategic(noun: Token) -> bool:
    """As in "the *strategic* partnership"."""
    return any(t.lower_ == "strategic" for t in noun.lefts)


def _first_verb_behind(noun: Token) -> list[Token]:
    """ "signed" of "a partnership *that the two signed* in May", "*, which both aim to sign*" of one with a
    name, wherever the parser hangs the clause."""
    behind = noun.doc[noun.i + 1 : min(noun.sent.end, noun.i + 12)]
    if noun.text[:1].isupper() and len(behind) and behind[0].text == ",":
        behind = behind[1:]
    if not len(behind) or behind[0].lower_ not in {"that", "which", "signed", "inked"}:
        return []
    verb = next((t for t in behind if t.pos_ == "VERB"), noun)
    return [verb, *(c for c in verb.children if c.dep_ == "xcomp")]
