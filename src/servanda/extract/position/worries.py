"""What is of concern: "was a source of serious concern to both", "the tests worry both governments"."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.codebook.stances import stance_words
from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.found import Found, Scene


def cause_of_concern(noun: Token, scene: Scene) -> Found | None:
    """A stance of those whom it concerns on what is told before the verb."""
    if noun.lemma_.lower() not in stance_words().worries or noun.dep_ != "pobj" or noun.head.lower_ != "of":
        return None
    cause = noun.head.head
    verb = cause if cause.pos_ in {"VERB", "AUX"} else cause.head
    named = cause is verb or (cause.dep_ == "attr" and cause.lemma_.lower() in stance_words().causes)
    if not named or verb.lemma_ not in {"be", "remain", "become"} or grammar.is_unreal(verb):
        return None
    concerned = [t for w in (noun, cause, verb) for t in grammar.prep_objects(w, "to", "for") if t.i > noun.i]
    holder = scene.actors.resolve(next(iter(concerned), None))
    return _stance(noun, verb, holder, scene, "position/cause-of-concern")


def worrying(verb: Token, scene: Scene) -> Found | None:
    """As in "The missile tests *worry* both governments", "what happens there *alarms* Japan": a stance of
    those whom it worries."""
    if (
        verb.lemma_.lower() not in stance_words().alarming
        or grammar.is_passive(verb)
        or grammar.is_unreal(verb)
    ):
        return None
    subject = grammar.subject_of(verb)
    if subject is None or subject.dep_ not in {"nsubj", "csubj"}:
        return None
    holder = scene.actors.resolve(next(iter(grammar.direct_objects(verb)), None))
    return _stance(verb, verb, holder, scene, "position/worrying")


def _stance(trigger: Token, verb: Token, holder: Actor, scene: Scene, rule: str) -> Found | None:
    """That of `holder`, where the clause tells of the world or of one who is not at the table."""
    subject = grammar.subject_of(verb)
    if subject is None or not holder.parties:
        return None
    left, right = grammar.clause_bounds(verb)
    text = verb.doc[left : right + 1].text
    if not (stance_words().on_world_matter(text) or _is_outside(subject, holder.parties, scene)):
        return None
    left += verb.doc[left].dep_ == "mark"
    return Found(trigger, holder, (left, right), left, rule)


def _is_outside(subject: Token, holders: tuple[str, ...], scene: Scene) -> bool:
    """As in "the conduct of *Chinese* vessels": of one who is not at the table."""
    named = scene.analysis.parties_in(
        *grammar.text_between(subject.doc, subject.left_edge.i, subject.right_edge.i)
    )
    return any(m.code not in {*holders, *scene.actors.frame(subject.idx)} for m in named)
