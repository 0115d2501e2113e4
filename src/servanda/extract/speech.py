"""Who says a clause or noun phrase: the speaker of a verb, looked for through participles and reports."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.codebook.acts import act_words
from servanda.extract import grammar
from servanda.extract.actors import NOBODY, Actor, Actors


def reporter_of(verb: Token) -> Token | None:
    """The verb of saying under whose "that" the clause stands, or that is put in ("..., he said, ...")."""
    reports = act_words().report
    current = verb
    for _ in range(4):
        if current.dep_ in {"ccomp", "xcomp"} and current.head.pos_ in {"VERB", "AUX"}:
            makes_clear = current.head.lemma_ == "make" and any(c.lower_ in {"clear", "known", "plain"} for c in current.head.children)
            if current.head.lemma_.lower() in reports or makes_clear:
                return current.head
            current = current.head
        elif current.dep_ == "ccomp" and current.head.lower_ in {"clear", "known", "plain"} and current.head.head.pos_ == "VERB":
            return current.head.head
        elif current.dep_ == "conj" and current.head is not current:
            current = current.head
        else:
            break
    for child in verb.children:
        aside = child.dep_ in {"parataxis", "ccomp"} and child.lemma_.lower() in reports
        if aside and not any(g.dep_ == "mark" for g in child.children):
            return child
    return None


def speaker_of(verb: Token, actors: Actors) -> tuple[Actor, Token | None]:
    """Who says what a verb of saying, valuing or wishing says, and the token that names the speaker."""
    doer = grammar.doer_of(verb)
    if doer is None:
        return NOBODY, None
    actor = actors.resolve(doer)
    if actor.parties and actor.person is None:
        reporter = reporter_of(verb)
        if reporter is not None:
            said_by = actors.resolve(grammar.subject_of(reporter))
            if said_by.person and set(said_by.parties) == set(actor.parties):
                return said_by, doer
    return actor, doer


def opening(verb: Token, subject: Token | None) -> int:
    """Token index where evidence begins: at the subject when it stands shortly before the verb in the
    same sentence, else at the verb."""
    if subject is not None and subject.sent == verb.sent and subject.i < verb.i:
        left = subject.left_edge.i
        if verb.i - left < 60:
            return left
    return verb.i
