"""Forces that go abroad to train with those of another state: "fighters will come to Japan for joint
training", "sent a company to Kenya to exercise with its army"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.analysis import unique
from servanda.extract.engagement.exercises import is_force, is_joint, is_told_by_name, whose
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.ships import is_of_a_ship
from servanda.extract.engagement.sighting import Sighting, Telling, make
from servanda.extract.engagement.tokens import lemma_of

_WITH = ("with", "alongside")


def tells_of_deployment(scene: Scene, verb: Token) -> bool:
    """Forces that go or are sent, and a purpose to train with others, which has no name of its own."""
    if lemma_of(verb) not in scene.words.exercises.deploying or is_told_by_name(scene, verb):
        return False
    forces = _forces(verb)
    sent = forces is not None and (is_force(scene, forces) or is_of_a_ship(scene, forces))
    return sent and bool(_drills(scene, verb) or _trains_there(scene, verb))


def deployed(scene: Scene, verb: Token) -> Iterator[Sighting]:
    """The exercise of the state whose forces they are with those of where they go, or of their partners."""
    forces, subject = _forces(verb), grammar.subject_of(verb)
    mine = (
        unique([whose(scene, forces), *scene.actors.resolve(subject).parties]) if forces is not None else ()
    )
    purposes = [*_drills(scene, verb), *_trains_there(scene, verb)]
    partners = (t for word in purposes for t in grammar.prep_objects(word, *_WITH))
    goals = (t for word in (verb, *grammar.objects_of(verb)) for t in grammar.prep_objects(word, "to", "in"))
    theirs = unique([*(whose(scene, t) for t in partners), *(scene.country_of(goal) for goal in goals)])
    states = unique(code for code in (*mine, *theirs) if is_state(code))
    if mine and len(states) > len(mine):
        left, right = scene.clause(verb, subject)
        telling = Telling(verb, left, max(right, *(word.right_edge.i for word in purposes)))
        yield make(scene, "exercise", "deployed", telling, [Actor(states, None, True, "who train there")])


def _forces(verb: Token) -> Token | None:
    """ "sent |a company|", "|A company| deployed"."""
    sent = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    return sent if sent is not None else grammar.subject_of(verb)


def _drills(scene: Scene, verb: Token) -> list[Token]:
    """ "for joint |training|", "for |manoeuvres| with the Hellenic Navy"; not "for language training"."""
    words = [verb, *grammar.objects_of(verb)]
    goals = [t for word in words for t in grammar.prep_objects(word, "to", "in")]
    nouns = (t for word in (*words, *goals) for t in grammar.prep_objects(word, "for"))
    drills = (t for t in nouns if scene.words.noun_type(lemma_of(t)) == "exercise")
    return [t for t in drills if is_joint(scene, t) or _has_partners(scene, t)]


def _trains_there(scene: Scene, verb: Token) -> list[Token]:
    """ "to |train| alongside Kenyan soldiers"."""
    purposes = (c for c in verb.rights if c.dep_ in {"xcomp", "advcl"} and c.tag_ == "VB")
    drilling = scene.words.exercises.drilling
    return [c for c in purposes if lemma_of(c) in drilling and _has_partners(scene, c)]


def _has_partners(scene: Scene, drill: Token) -> bool:
    """Forces or a state with which they train; not "with their dogs", "with new radars"."""
    partners = grammar.prep_objects(drill, *_WITH)
    return any(
        is_force(scene, t) or is_of_a_ship(scene, t) or whose(scene, t) or scene.parties_in_phrase(t)
        for t in partners
    )
