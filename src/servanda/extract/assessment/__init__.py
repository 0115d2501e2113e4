"""Assessments: a side says what the cooperation or the other side is worth.

Thanks, praise, satisfaction, statements of importance. Rests on the guidelines, section "assessment" and
borderline cases 2, 8 and 10: what only the narrator decorates is nothing, so a speaker must be known.
"""

from __future__ import annotations

from spacy.tokens import Token

from servanda.codebook.stances import stance_words
from servanda.extract import grammar
from servanda.extract.actors import Actors
from servanda.extract.analysis import Analysis
from servanda.extract.assessment.calling import called, named_without_speaker
from servanda.extract.assessment.feelings import adjective_of_feeling, noun_of_feeling
from servanda.extract.assessment.found import Valued, distinct
from servanda.extract.assessment.make import by_the_other_side, draft_of, is_of_cooperation
from servanda.extract.assessment.reported import evaluating_clause
from servanda.extract.assessment.verbs import esteemed, not_forgotten, remembered, stressed, valued
from servanda.extract.clauses import has_none_better
from servanda.extract.facts import Draft
from servanda.extract.found import Scene, WordReader, found_in
from servanda.extract.grammar.dependents import auxiliaries, has_child
from servanda.model.facts import Assessment

__all__ = ["assessments"]

_Reader = WordReader[Scene, Valued]

_OF_VERBS: tuple[_Reader, ...] = (
    valued, esteemed, remembered, stressed, called, named_without_speaker, evaluating_clause,
)  # fmt: skip
_OF_NOUNS: tuple[_Reader, ...] = (noun_of_feeling,)
_OF_ADJECTIVES: tuple[_Reader, ...] = (adjective_of_feeling,)


def assessments(analysis: Analysis, actors: Actors) -> list[Draft[Assessment]]:
    """All assessments of a document, in order of the text."""
    scene = Scene(analysis, actors)
    read = (by_the_other_side(one, scene) for one in found_in(scene, _readers))
    found = [one for one in read if is_of_cooperation(one, scene)]
    return [draft_of(one, scene) for one in distinct(found)]


def _readers(token: Token) -> tuple[_Reader, ...]:
    """What a word can be, by its class; a verb that is denied or under a condition is nothing."""
    if token.pos_ in {"VERB", "AUX"}:
        if grammar.is_conditional(token):
            return ()
        if grammar.is_negated(token) and not _is_never_better(token):
            return (not_forgotten,)
        return (*_OF_VERBS, *_OF_ADJECTIVES) if token.tag_ == "VBN" else _OF_VERBS
    if token.pos_ == "NOUN":
        return _OF_NOUNS
    if token.pos_ == "ADJ" or token.tag_ in {"VBN", "VBG"}:
        return _OF_ADJECTIVES
    return ()


def _is_never_better(verb: Token) -> bool:
    """As in "the ties have *never been closer*", "could not have been done *without our friends*": praise, by
    its denial."""
    words, lemma = stance_words(), verb.lemma_.lower()
    if lemma in words.praising_denied and words.praises_in_words(lemma, verb.sent.text.lower()):
        return True
    if has_none_better(verb):
        return True
    if not any(c.dep_ == "acomp" and c.tag_ == "JJR" for c in verb.children):
        return False
    could = "could" in auxiliaries(verb)
    return could or (verb.lemma_ == "be" and has_child(verb, "neg", words={"never"}))
