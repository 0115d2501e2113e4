"""Reported clauses that take a stance: "agreed that disputes should be settled peacefully"."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.codebook.stances import stance_words
from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.clauses import is_norm, is_together
from servanda.extract.found import Found, Scene
from servanda.extract.grammar.dependents import forms, has_child
from servanda.extract.speech import reported_clause, reporter_of


def stance_in_a_clause(verb: Token, scene: Scene) -> Found | None:
    """A norm, a denial or a judgement on a matter of the world, reported as said by a side."""
    reporter = reporter_of(verb)
    if reporter is None or grammar.is_negated(reporter):
        return None
    clause = reported_clause(verb, reporter, scene.actors)
    left, right = clause.content
    text = verb.doc[left : right + 1].text
    subject = grammar.subject_of(verb)
    doer = scene.actors.resolve(subject)
    if is_norm(verb):
        if not _is_norm_for_the_world(text, subject, doer):
            return None
    elif not _takes_sides(verb, text, doer) or _tells_of_another(verb, doer, clause.speaker, scene):
        return None
    return Found(verb, clause.speaker, clause.content, clause.opens, f"position/clause:{verb.lemma_.lower()}")


def _is_norm_for_the_world(text: str, subject: Token | None, doer: Actor) -> bool:
    """As in "disputes should be settled", "*issues* must be resolved"; not "both sides should trade more"."""
    if stance_words().on_world_matter(text):
        return True
    issue = subject is not None and subject.lemma_.lower() in stance_words().issues
    return issue and not doer.parties and not doer.collective and not is_together(text)


def _takes_sides(verb: Token, text: str, doer: Actor) -> bool:
    """As in "it *supports* the ceasefire", "it seeks *no* bases", "the tests *threaten* regional peace"."""
    words, lemma = stance_words(), verb.lemma_.lower()
    if not words.on_world_matter(text):
        return False
    if lemma in words.stance_verbs:
        return True
    if has_child(verb, "neg") and not forms(verb.children) & {"will", "would"}:
        return True
    return lemma in words.judging and not doer.parties and not is_together(text)


def _tells_of_another(verb: Token, doer: Actor, speaker: Actor, scene: Scene) -> bool:
    """As in "Japan said that *Sri Lanka* supports ...": what another at the table holds, it says itself."""
    if not doer.parties or set(doer.parties) & set(speaker.parties):
        return False
    return set(doer.parties) <= set(scene.actors.frame(verb.idx))
