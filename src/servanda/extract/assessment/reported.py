"""Reported clauses that evaluate: "emphasised that the partnership is one of the pillars"."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.codebook.acts import act_words
from servanda.extract import grammar
from servanda.extract.assessment.found import Valued
from servanda.extract.clauses import is_evaluation
from servanda.extract.found import Scene
from servanda.extract.quotations import end_of_speaker, heads_line, is_quoted
from servanda.extract.speech import reported_clause, reporter_of, view_of


def evaluating_clause(verb: Token, scene: Scene) -> Valued | None:
    """A clause under a verb of saying that says that the cooperation or the other side is good."""
    reporter = reporter_of(verb)
    if not is_evaluation(verb, scene.analysis) or _is_of_a_commitment(verb):
        return None
    if reporter is None:
        return _in_the_view_of(verb, scene) or _quoted(verb, scene)
    if act_words().verb_act(reporter.lemma_.lower()) not in {None, "agree"}:
        return None
    if grammar.is_unreal(reporter):
        return None
    clause = reported_clause(verb, reporter, scene.actors)
    return Valued(
        verb, clause.speaker, clause.content, clause.opens, f"assessment/clause:{verb.lemma_.lower()}"
    )


def _is_of_a_commitment(verb: Token) -> bool:
    """As in "said that its *commitment* is ironclad": a pledge."""
    subject = grammar.subject_of(verb)
    return subject is not None and subject.lemma_.lower() in act_words().carried_along


def _in_the_view_of(verb: Token, scene: Scene) -> Valued | None:
    """As in "For *Mr Lund*, the pact strengthens the ties", "According to *Ms Reis*, the ties are close"."""
    view = view_of(verb, scene.actors)
    if view is None:
        return None
    return Valued(verb, view.speaker, view.content, view.opens, f"assessment/view:{verb.lemma_.lower()}")


def _quoted(verb: Token, scene: Scene) -> Valued | None:
    """A whole sentence in quotation marks, by whom its paragraph says: "These ties are strong." Or one behind
    a name and a colon: "Mr Lund: these ties are strong"."""
    colon = end_of_speaker(verb)
    if not (colon is not None or is_quoted(verb)) or not _opens_what_is_said(verb):
        return None
    speaker = scene.actors.quoted(verb)
    left, right = grammar.clause_bounds(verb)
    head = heads_line(verb)
    if colon is None and head is not None and head[0] <= verb.doc[left].idx < head[1]:
        colon = head[1]  # "Mr Lund: “These ties are strong.”"
    if colon is not None:
        left = next(t.i for t in verb.doc[left : right + 1] if t.idx > colon)
    return Valued(verb, speaker, (left, right), left, f"assessment/quoted:{verb.lemma_.lower()}")


def _opens_what_is_said(verb: Token) -> bool:
    """Whether it is the verb of a whole sentence, which the parser may hang on the name before the colon."""
    above = verb.head
    return verb.dep_ == "ROOT" or (
        verb.dep_ == "acl" and above.dep_ == "ROOT" and ":" in {t.text for t in above.rights}
    )
