"""What hangs directly on a word of the parse, by relation, form or base form."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from spacy.tokens import Token

HELPING = frozenset({"aux", "auxpass", "det", "punct", "case"})
"""Relations of words that tell of nothing themselves."""
_BEHIND_PREPOSITION = frozenset({"pobj", "pcomp"})
_OPENERS = frozenset({"that", "to", ",", "also", "further"})


def first_child(token: Token, *relations: str, after: int = -1) -> Token | None:
    """The first dependent in one of the relations that stands after the token index `after`."""
    return next((c for c in token.children if c.dep_ in relations and c.i > after), None)


def has_child(token: Token, *relations: str, words: Collection[str] | None = None) -> bool:
    """Whether anything, or one of the words (lower case), hangs on the token in one of the relations."""
    return any(c.dep_ in relations and (words is None or c.lower_ in words) for c in token.children)


def auxiliaries(verb: Token) -> set[str]:
    """The words that give a verb its tense, voice and mood: "would", "be" of "would be sent"."""
    return {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}


def behind(token: Token, *prepositions: str, after: int = -1) -> Token | None:
    """The first noun or gerund behind one of the prepositions on the token: "training" of "ready for
    training"; nouns joined to it are not looked at."""
    return next(
        (
            noun
            for child in token.children
            if child.dep_ == "prep" and child.lower_ in prepositions and child.i > after
            for noun in child.children
            if noun.dep_ in _BEHIND_PREPOSITION
        ),
        None,
    )


def has_preposition(token: Token, *prepositions: str) -> bool:
    """Whether one of the prepositions hangs on the token."""
    return any(c.dep_ == "prep" and c.lower_ in prepositions for c in token.children)


def lemmas(tokens: Iterable[Token]) -> set[str]:
    """Base forms, in lower case."""
    return {t.lemma_.lower() for t in tokens}


def forms(tokens: Iterable[Token]) -> set[str]:
    """The words as they stand, in lower case."""
    return {t.lower_ for t in tokens}


def without_openers(verb: Token, left: int, openers: frozenset[str] = _OPENERS) -> int:
    """Index of the first token from `left` on that does not merely open the clause: not its "that", "to"."""
    doc = verb.doc
    while left < verb.i and (doc[left].lower_ in openers or doc[left].is_space):
        left += 1
    return left
