"""Reported clauses that evaluate: "emphasised that the partnership is one of the pillars"."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.codebook.acts import act_words
from servanda.extract import grammar
from servanda.extract.assessment.found import Valued
from servanda.extract.clauses import is_evaluation
from servanda.extract.found import Scene
from servanda.extract.speech import reported_clause, reporter_of


def evaluating_clause(verb: Token, scene: Scene) -> Valued | None:
    """A clause under a verb of saying that says that the cooperation or the other side is good."""
    reporter = reporter_of(verb)
    if reporter is None or not is_evaluation(verb, scene.analysis):
        return None
    if act_words().verb_act(reporter.lemma_.lower()) is not None:
        return None
    if grammar.is_negated(reporter) or grammar.is_conditional(reporter):
        return None
    clause = reported_clause(verb, reporter, scene.actors)
    return Valued(
        verb, clause.speaker, clause.content, clause.opens, f"assessment/clause:{verb.lemma_.lower()}"
    )
