"""Small questions to a word of the parse that the readers of engagements share."""

from __future__ import annotations

from collections.abc import Container

from spacy.tokens import Token

from servanda.extract import grammar

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
"""Relations of a noun that is a subject."""
_THE = frozenset({"the", "this"})
_THE_OR_MANY = _THE | {"these", "those"}
_A = frozenset({"a", "an"})
OF_THE_LAST = frozenset({"last", "previously", "first"})
FOUNDING = frozenset({"found", "establish", "set", "create", "launch", "form", "revive"})
"""Verbs by which a body or a series is begun."""


def lemma_of(token: Token) -> str:
    """The token's lemma in lower case."""
    return token.lemma_.lower()


def is_verb(token: Token) -> bool:
    """Whether the token is a verb or an auxiliary."""
    return token.pos_ in {"VERB", "AUX"}


def is_noun(token: Token) -> bool:
    """Whether the token is a noun or part of a name."""
    return token.pos_ in {"NOUN", "PROPN"}


def has_child(token: Token, words: Container[str]) -> bool:
    """Whether one of the words hangs directly on the token: "joint" on "a joint briefing"."""
    return any(child.lower_ in words for child in token.children)


def has_aux(verb: Token, words: Container[str]) -> bool:
    """Whether one of the words is an auxiliary of the verb: "should" in "should meet"."""
    return any(child.dep_ == "aux" and child.lower_ in words for child in verb.children)


def has_before(noun: Token, words: Container[str]) -> bool:
    """Whether one of the words hangs on the noun from the left: "official" in "an official visit"."""
    return any(child.lower_ in words for child in noun.lefts)


def takes_part(verb: Token) -> bool:
    """ "|took part| in the meeting"."""
    return lemma_of(verb) == "take" and any(c.dep_ == "dobj" and c.lower_ == "part" for c in verb.children)


def participates(verb: Token) -> bool:
    """ "|took part| in the exercise", "|participated| in the exercise"."""
    return takes_part(verb) or lemma_of(verb) == "participate"


def is_told_before(noun: Token) -> bool:
    """ "the visit", "this visit": one that the text has spoken of."""
    return _has_determiner(noun, _THE)


def are_told_before(noun: Token) -> bool:
    """ "the talks", "these discussions": likewise, for nouns that are plural in form."""
    return _has_determiner(noun, _THE_OR_MANY)


def is_new(noun: Token) -> bool:
    """ "a meeting", "an audience": one that the text has not spoken of."""
    return has_child(noun, _A)


def stands_behind(noun: Token, *prepositions: str) -> bool:
    """Whether the noun is the object of one of the prepositions: "talks" in "during talks"."""
    return noun.dep_ == "pobj" and noun.head.lower_ in prepositions


def owner_of(noun: Token) -> Token | None:
    """ "minister" in "the minister's visit"."""
    return next((child for child in noun.children if child.dep_ == "poss"), None)


def noun_bounds(noun: Token) -> tuple[int, int]:
    """First and last token index of the noun phrase with all that hangs on it."""
    return noun.left_edge.i, grammar.trim_right(noun.doc, noun.i, noun.right_edge.i)


def _has_determiner(noun: Token, words: Container[str]) -> bool:
    return any(child.dep_ == "det" and child.lower_ in words for child in noun.children)


def is_of_the_last(clause: Token, right: int) -> bool:
    """ "The Committee, |which last met in 2022|, will meet in May", "|which was founded in 2012|": a clause
    on a body that tells of a round before, or of the body itself, where the words up to `right` go on."""
    if clause.dep_ != "relcl" or clause.tag_ not in {"VBD", "VBN"} or clause.right_edge.i + 1 >= right:
        return False
    founded = lemma_of(clause) in FOUNDING and grammar.is_passive(clause)
    return founded or has_child(clause, OF_THE_LAST)
