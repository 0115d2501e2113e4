"""Ceremonies told by a noun: "in a ceremony at the port", "A welcome ceremony preceded the talks"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from spacy.tokens import Token

from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.analysis import unique
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.sighting import Sighting, Telling, make
from servanda.extract.engagement.tokens import is_new, is_told_before, lemma_of, noun_bounds, stands_behind


def ceremony(scene: Scene, noun: Token, verb: Token | None) -> Iterator[Sighting]:
    """The ceremony that `noun` names in the clause of `verb`."""
    if verb is None or _is_attended(verb):
        return
    told_where = any(c.dep_ == "prep" and c.lower_ in {"at", "in", "of"} for c in noun.children)
    if lemma_of(noun) == "opening":
        yield from _at_an_opening(scene, noun, verb)
    elif (is_new(noun) or told_where) and stands_behind(noun, "in", "at", "during"):
        yield from _in_a_ceremony(scene, noun, verb)
    elif _is_between_sides(scene, noun) and stands_behind(noun, "at", "during", "after", "following"):
        yield make(
            scene, "ceremony", "after-a-ceremony", Telling(noun, *noun_bounds(noun)), [_table(scene, noun)]
        )
    elif noun.dep_ in {"nsubj", "nsubjpass", "dobj"}:
        yield from _held(scene, noun, verb)


def _at_an_opening(scene: Scene, noun: Token, verb: Token) -> Iterator[Sighting]:
    """ "said at the opening of the bridge that China had paid for it": of what another side paid."""
    words = scene.words.ceremonies
    what = [t for t in grammar.prep_objects(noun, "of") if lemma_of(t) in words.built]
    paid = any(lemma_of(token) in words.paid for token in noun.sent if token.i > noun.i)
    codes = unique(m.code for m in scene.parties_in_sentence(noun) if m.form != "capital")
    if not what or not paid or not codes or not stands_behind(noun, "at", "during"):
        return
    actors = [*scene.who(grammar.subject_of(verb)), Actor(codes, None, False, "who paid for it")]
    yield make(scene, "ceremony", "at-the-opening", Telling(noun, *scene.clause(verb, noun)), actors)


def _is_attended(verb: Token) -> bool:
    """ "The ceremony was attended by": see `attendance.py`."""
    return verb.lemma_ == "attend" and grammar.is_passive(verb)


def _in_a_ceremony(scene: Scene, noun: Token, verb: Token) -> Iterator[Sighting]:
    """ "handed over the vessel in a ceremony": by the people of the clause, else by those at the table.
    Receptions and signings at a ceremony are read by their verbs."""
    lemma = lemma_of(verb)
    if lemma in scene.words.receptions.verbs | scene.words.ceremonies.signing:
        return
    subject = grammar.subject_of(verb)
    left, right = scene.clause(verb, subject)
    actors = scene.who(grammar.agent_of(verb) or subject, *grammar.prep_objects(verb, "to"))
    if len(scene.parties_at(left, right, actors)) < 2:
        actors.append(Actor(scene.actors.frame(noun.idx)))
    yield make(scene, "ceremony", f"in-a-ceremony:{lemma}", Telling(noun, left, right, verb), actors)


def _held(scene: Scene, noun: Token, verb: Token) -> Iterator[Sighting]:
    """ "A welcome ceremony preceded the talks" is of all at the table; "the ceremony was held" need not."""
    lemma = lemma_of(verb)
    rule = f"ceremony:{lemma}"
    left, right = scene.clause(verb, noun)
    if lemma in scene.words.ceremonies.marking and _has_purpose(scene, noun):
        everybody = Actor(scene.actors.frame(noun.idx), None, True)
        yield make(scene, "ceremony", rule, Telling(noun, left, right), [everybody])
    elif lemma in scene.words.course.holding | scene.words.course.happening:
        sides = [_table(scene, noun)] if _is_between_sides(scene, noun) else []
        sighting = make(scene, "ceremony", rule, Telling(noun, left, right, verb), sides)
        yield msgspec.structs.replace(sighting, definite=is_told_before(noun))


def _table(scene: Scene, noun: Token) -> Actor:
    return Actor(scene.actors.frame(noun.idx), None, True)


def _is_between_sides(scene: Scene, noun: Token) -> bool:
    """ "the signing ceremony", "a grant contract signing ceremony"."""
    return any(token.lower_ in scene.words.ceremonies.between for token in (noun, *noun.lefts))


def _has_purpose(scene: Scene, noun: Token) -> bool:
    """ "the welcome ceremony", "the ceremony of handover"."""
    return any(token.lower_ in scene.words.ceremonies.purposes for token in noun.subtree)
