"""Talks told by how long they were, without a word for them: "The two ministers spoke for an hour about the
sea lanes", "X and Y talked for two hours in Rabat"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from servanda.extract import grammar
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.sighting import Sighting, Telling, make
from servanda.extract.engagement.tokens import lemma_of
from servanda.model.facts import EngagementType

_TALKING = frozenset({"talk", "speak", "converse"})
_MANNERS = ("at length", "in private", "face to face", "one-on-one", "one on one", "behind closed doors")
_A_PAIR = 2


def tells_of_talking(scene: Scene, verb: Token) -> bool:
    """Whether it is told how long or in which manner two sides spoke; that "both spoke of peace" tells of no
    talks."""
    if lemma_of(verb) not in _TALKING or verb.tag_ not in {"VBD", "VBN"} or grammar.is_passive(verb):
        return False
    if grammar.prep_objects(verb, "with", "to"):
        return False
    lengths = (t for t in grammar.prep_objects(verb, "for") if lemma_of(t) in scene.words.stretches)
    behind = verb.doc[verb.i : verb.sent.end].text.lower()
    return any(lengths) or any(manner in behind for manner in _MANNERS)


def talked(scene: Scene, verb: Token) -> Iterator[Sighting]:
    """The talks of two sides, which are those of a subject in the plural."""
    subject = grammar.subject_of(verb)
    if subject is None:
        return
    actors = scene.who(subject)
    sides = scene.parties_at(subject.left_edge.i, subject.right_edge.i, actors)
    if len(sides) >= _A_PAIR:
        kind: EngagementType = "call" if scene.is_by_wire(verb) else "meeting"
        yield make(
            scene, kind, f"talked:{lemma_of(verb)}", Telling(verb, *scene.clause(verb, subject)), actors
        )
