"""What the clause on a visit says of it: "the visit that the Chancellor |paid to India|", "the visit that the
King |is to pay to Peru|"."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.extract import grammar
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.tokens import lemma_of


def who_paid_it(scene: Scene, noun: Token) -> Token | None:
    """ "the Chancellor" in "the visit that the Chancellor paid to India"."""
    verb = _clause_on(scene, noun)
    return grammar.subject_of(verb) if verb is not None else None


def paid_to(scene: Scene, noun: Token) -> list[Token]:
    """ "India" in "the visit that the Chancellor paid to India"."""
    verb = _paying(scene, noun)
    return grammar.prep_objects(verb, "to") if verb is not None else []


def is_to_be_paid(scene: Scene, noun: Token) -> Token | None:
    """ "pay" in "the visit that the King is to pay to Peru", which tells that it is still to come."""
    verb = _paying(scene, noun)
    return verb if verb is not None and grammar.is_planned(verb) else None


def _clause_on(scene: Scene, noun: Token) -> Token | None:
    clauses = (c for c in noun.children if c.dep_ in {"relcl", "acl"} and c.i > noun.i)
    return next((verb for verb in clauses if lemma_of(verb) in scene.words.visits.stages), None)


def _paying(scene: Scene, noun: Token) -> Token | None:
    """The verb that has the goal: of "is to |pay|" the infinitive."""
    verb = _clause_on(scene, noun)
    goals = (c for c in verb.children if c.dep_ == "xcomp") if verb is not None else ()
    return next((goal for goal in goals if lemma_of(goal) in scene.words.visits.stages), verb)
