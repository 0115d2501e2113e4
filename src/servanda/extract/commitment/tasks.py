"""Tasks that both sides give to their people: "tasked their officials to explore joint patrols"."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.codebook.acts import act_words
from servanda.extract import grammar
from servanda.extract.clauses import is_of_other_kind
from servanda.extract.commitment.found import Talk, Undertaking, content_of, is_denied, opens_at
from servanda.extract.found import is_joint
from servanda.extract.grammar.dependents import behind, first_child


def tasked(verb: Token, talk: Talk) -> Undertaking | None:
    """What leaders of both sides tell their officials to do is agreed by both."""
    if verb.lemma_.lower() not in act_words().tasking or is_denied(verb):
        return None
    inner = first_child(verb, "xcomp", "ccomp", "advcl", after=verb.i) or behind(verb, "with")
    doer = grammar.doer_of(verb)
    speaker = talk.actors.resolve(doer)
    if doer is None and _are_told(verb, talk):
        doer = grammar.subject_of(verb)
        speaker = talk.everybody(verb.idx, "told by those whose officials they are")
    if inner is None or not is_joint(speaker) or is_of_other_kind(inner):
        return None
    rule = f"commitment/task:{verb.lemma_.lower()}"
    return Undertaking(verb, speaker, content_of(inner), opens_at(verb, doer), rule, "agree")


def _are_told(verb: Token, talk: Talk) -> bool:
    """As in "*Their ministers* were directed to meet", "*both foreign ministries* were tasked"."""
    subject = (
        grammar.subject_of(verb) if grammar.is_passive(verb) and grammar.agent_of(verb) is None else None
    )
    return subject is not None and subject.tag_ == "NNS" and is_joint(talk.actors.resolve(subject))
