"""Nouns that stand for all at the table: "both sides", "the four ministers", "the communiqué"."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.codebook.actors import actor_words
from servanda.extract import grammar
from servanda.extract.actors.beside import origins, parties_inside
from servanda.extract.analysis import Analysis

PAIR = 2
BOTH = frozenset({"both", "two"})
PLURAL = frozenset({"NNS", "NNPS"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def is_collective(analysis: Analysis, token: Token) -> bool:
    """As in "both", "the two sides", "all four ministers", "the parties"."""
    words = actor_words()
    if token.lower_ in {"both", "all"} and token.dep_ in SUBJECTS:
        return True
    if _is_the_gathering(token) or _is_bare_group(token) or _is_joint_text(token):
        return True
    numbered = token.tag_ == "CD" and token.lower_ in words.collective_openers
    if numbered and token.dep_ in SUBJECTS and any(c.lower_ == "the" for c in token.children):
        return not grammar.prep_objects(token, "of")
    if token.lower_ in words.groups and any(c.lower_ == "the" for c in token.children):
        return not parties_inside(analysis, token) and not grammar.prep_objects(token, "of")
    if token.lower_ not in words.collective or not _is_plural(analysis, token):
        return False
    named = parties_inside(analysis, token)
    before = {t.lower_ for t in token.doc[max(token.left_edge.i, token.i - 5) : token.i]}
    if before & words.collective_openers:
        return len(named) != 1 or bool(before & BOTH)
    known = token.lower_ in words.collective_with_the or are_heads_of_state(token)
    return "the" in before and not named and known and not origins(analysis, token)


def _is_plural(analysis: Analysis, token: Token) -> bool:
    """As in "the sides", "the Foreign *Ministers*", which in capitals the parser takes for one name."""
    called = token.tag_ == "NNP" and token.lower_ in actor_words().collective_with_the
    return token.tag_ in PLURAL or (called and analysis.party_of(token) is None)


def are_heads_of_state(token: Token) -> bool:
    """As in "the *heads* of delegation agreed"."""
    led = {"state", "government", "delegation"}
    return token.lower_ == "heads" and any(n.lower_ in led for n in grammar.prep_objects(token, "of"))


def _is_the_gathering(token: Token) -> bool:
    """As in "The Meeting agreed", "the talks decided": all who sit in it."""
    if token.dep_ != "nsubj" or token.left_edge.lower_ != "the":
        return False
    words = actor_words()
    if token.lower_ in words.talks and token.head.lemma_ in words.deciding:
        return True
    alone = token.i == token.left_edge.i + 1 and token.right_edge == token
    return alone and token.text in words.gatherings


def _is_bare_group(token: Token) -> bool:
    """As in "Ministers welcomed the progress", written without an article."""
    if token.dep_ not in SUBJECTS or token.lower_ not in actor_words().collective_bare:
        return False
    alone = token.left_edge == token and token.text[:1].isupper()
    several = token.tag_ in PLURAL or token.tag_ == "NNP"
    return alone and several and not grammar.prep_objects(token, "of", "from")


def _is_joint_text(token: Token) -> bool:
    """As in "The *joint statement* condemns": what all at the table say in writing."""
    words, named = actor_words(), token.lower_
    if token.dep_ not in SUBJECTS or not (named in words.joint_texts or named in words.texts):
        return False
    joint = named in words.joint_texts or any(c.lower_ == "joint" for c in token.children)
    return joint and token.left_edge.lower_ in {"the", "their", "a"}


def counted(token: Token) -> int:
    """How many parties the words before a plural tell: 3 for "all three ministers", 2 where none does."""
    before = token.doc[max(token.left_edge.i, token.i - 5) : token.i + 1]
    number = max((actor_words().numbers.get(t.lower_, PAIR) for t in before), default=PAIR)
    return number if token.lower_ in actor_words().one_of_each or number % PAIR else PAIR
