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
from servanda.extract.engagement.tokens import (
    SUBJECTS,
    is_new,
    is_told_before,
    lemma_of,
    noun_bounds,
    stands_behind,
)

_OF_THE_EVENT = frozenset({"closing", "opening", "graduation"})


def ceremony(scene: Scene, noun: Token, verb: Token | None) -> Iterator[Sighting]:
    """The ceremony that `noun` names in the clause of `verb`."""
    if verb is None:
        return
    if _is_attended(verb):
        yield from _attended(scene, noun, verb)
        return
    told_where = any(c.dep_ == "prep" and c.lower_ in {"at", "in", "of"} for c in noun.children)
    if _is_set_for_later(scene, noun, verb):
        telling = Telling(noun, *scene.clause(verb, noun))
        told = make(scene, "ceremony", f"set:{lemma_of(noun)}", telling, [_table(scene, noun)])
        yield msgspec.structs.replace(told, status="planned", collective=False)
    elif lemma_of(noun) == "opening":
        yield from _at_an_opening(scene, noun, verb)
    elif (is_new(noun) or told_where) and stands_behind(noun, "in", "at", "during"):
        yield from _in_a_ceremony(scene, noun, verb)
    elif _is_between_sides(scene, noun) and stands_behind(noun, "at", "during", "after", "following"):
        goals = [verb, *(c for c in verb.children if c.dep_ == "xcomp")]
        # "after a welcome ceremony they |will hold| talks", "|are to hold| talks"
        ahead = next((goal for goal in goals if grammar.is_planned(goal)), None)
        telling = Telling(noun, *noun_bounds(noun), ahead)
        yield make(scene, "ceremony", "after-a-ceremony", telling, [_table(scene, noun)])
    elif noun.dep_ in {"nsubj", "nsubjpass", "dobj"} or stands_behind(noun, "over"):
        yield from _held(scene, noun, verb)


def _is_set_for_later(scene: Scene, noun: Token, verb: Token) -> bool:
    """ "The |handover| of the boats is scheduled for May", "the |opening| of the centre will take place in
    May": between the two at the table, of what one of them built or gives."""
    words, course = scene.words.ceremonies, scene.words.course
    if lemma_of(noun) not in words.set_for_later or noun.dep_ not in SUBJECTS:
        return False
    what = grammar.prep_objects(noun, "of")
    if not any(lemma_of(t) in words.built | words.given for t in what):
        return False
    prepared = lemma_of(verb) in course.preparing and grammar.is_passive(verb)
    ahead = prepared or (grammar.is_planned(verb) and lemma_of(verb) in course.happening | course.holding)
    pair = scene.actors.pair(noun.idx)
    return ahead and len(pair) > 1 and not grammar.is_negated(verb)


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


def _attended(scene: Scene, noun: Token, verb: Token) -> Iterator[Sighting]:
    """ "The signing ceremony was attended by X and Y", people of two sides: told by those who came."""
    telling = Telling(noun, *scene.clause(verb, noun), verb)
    sighting = make(scene, "ceremony", "ceremony:attended", telling)
    further = any(c.lower_ == "also" for c in verb.lefts)
    if noun.dep_ == "nsubjpass" and not further and len(sighting.people) > 1 and len(sighting.parties) > 1:
        yield msgspec.structs.replace(sighting, definite=is_told_before(noun))


def _is_attended(verb: Token) -> bool:
    """ "The ceremony was attended by": see `attendance.py`."""
    return verb.lemma_ == "attend" and grammar.is_passive(verb)


def _in_a_ceremony(scene: Scene, noun: Token, verb: Token) -> Iterator[Sighting]:
    """ "handed over the vessel in a ceremony": by the people of the clause, else by those at the table.
    Receptions and signings at a ceremony are read by their verbs."""
    lemma = lemma_of(verb)
    of_people = lemma in scene.words.receptions.verbs and not _is_of_a_thing(scene, verb)
    if of_people or lemma in scene.words.ceremonies.signing:
        return
    subject = grammar.subject_of(verb)
    left, right = scene.clause(verb, subject)
    others = grammar.prep_objects(verb, "to", "from")
    actors = scene.who(grammar.agent_of(verb) or subject, *others)
    if len(scene.parties_at(left, right, actors)) < 2:
        actors.append(Actor(scene.actors.frame(noun.idx)))
    yield make(scene, "ceremony", f"in-a-ceremony:{lemma}", Telling(noun, left, right, verb), actors)


def _is_of_a_thing(scene: Scene, verb: Token) -> bool:
    """ "|The first tanks| were welcomed at a ceremony", "received |the corvette Storm|"."""
    things = (c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"})
    called = (t for c in things for t in ((c, *c.lefts) if c.text[:1].isupper() else (c,)))
    return any(lemma_of(t) in scene.words.ceremonies.given for t in called)


def _held(scene: Scene, noun: Token, verb: Token) -> Iterator[Sighting]:
    """ "A welcome ceremony preceded the talks" is of all at the table; "the ceremony was held", "graced the
    ceremony" need not."""
    lemma = lemma_of(verb)
    happens = scene.words.course.holding | scene.words.course.happening
    graced = lemma in scene.words.ceremonies.witnessing and noun.dep_ in {"dobj", "pobj"}
    rule = f"ceremony:{lemma}"
    left, right = scene.clause(verb, noun)
    if lemma in scene.words.ceremonies.marking and _has_purpose(scene, noun):
        yield make(scene, "ceremony", rule, Telling(noun, left, right), [_table(scene, noun)])
    elif graced or lemma in happens or _is_set(scene, noun, verb):
        of_all = _is_between_sides(scene, noun) or _is_of_the_event(scene, noun)
        sides = [_table(scene, noun)] if of_all else _both(scene, verb) if graced else []
        sighting = make(scene, "ceremony", rule, Telling(noun, left, right, verb), sides)
        yield msgspec.structs.replace(sighting, definite=is_told_before(noun))


def _both(scene: Scene, verb: Token) -> list[Actor]:
    """ "|The two Ministers| attended the roll-out ceremony"."""
    subjects = scene.who(grammar.subject_of(verb))
    return [actor for actor in subjects if actor.collective and len(actor.parties) > 1]


def _table(scene: Scene, noun: Token) -> Actor:
    return Actor(scene.actors.frame(noun.idx), None, True)


def _is_between_sides(scene: Scene, noun: Token) -> bool:
    """ "the signing ceremony", "a grant contract signing ceremony", "a ceremony |to hand over| the vessel",
    "a ceremony |marking the delivery| of it"."""
    words = scene.words.ceremonies
    if any(token.lower_ in words.between for token in (noun, *noun.lefts)):
        return True
    clauses = [c for c in noun.rights if c.dep_ in {"relcl", "acl"}]
    marked = [c for clause in clauses for c in clause.children if c.dep_ == "dobj"]
    marked += grammar.prep_objects(noun, "for", "of")
    return any(lemma_of(c) in words.between_done for c in clauses) or any(
        lemma_of(c) in words.between_marked for c in marked
    )


def _is_of_the_event(scene: Scene, noun: Token) -> bool:
    """ "the |closing| ceremony" of what those at the table do together."""
    attended = noun.dep_ == "dobj" and lemma_of(noun.head) in {"attend", "join", "participate"}
    closes = any(t.lower_ in _OF_THE_EVENT for t in noun.lefts)
    return closes and not attended and scene.actors.is_seated(noun.idx)


def _is_set(scene: Scene, noun: Token, verb: Token) -> bool:
    """ "A handover ceremony |is set| for Friday"."""
    set_for = lemma_of(verb) in scene.words.course.preparing and grammar.is_passive(verb)
    return set_for and noun.dep_ == "nsubjpass" and grammar.is_planned(verb)


def _has_purpose(scene: Scene, noun: Token) -> bool:
    """ "the welcome ceremony", "the ceremony of handover"."""
    return any(token.lower_ in scene.words.ceremonies.purposes for token in noun.subtree)
