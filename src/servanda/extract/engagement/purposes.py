"""Visits of guests told by what they are for: "deeper ties were a central objective of his visit", of one
who is received by the publisher's own side."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.sighting import Sighting, Telling, make_visit
from servanda.extract.engagement.tokens import SUBJECTS, lemma_of, owner_of, stands_behind

VISIT_FOR = "visit-purpose"
_PURPOSES = frozenset({"objective", "purpose", "aim", "goal", "focus", "object", "intention", "priority"})
_AIMING = frozenset({"aim", "seek", "intend", "focus", "serve"})
_VISITS = frozenset({"visit", "trip", "stay"})
_RESIDENT = ("ambassador", "high commissioner", "consul", "chargé", "resident", "country director", "embassy")
"""In the posts of those who live in the land and visit a ministry."""


def _tells_of_purpose(noun: Token) -> bool:
    """ "the purpose of his |visit|", "her |visit| aims at"."""
    owner = owner_of(noun) if lemma_of(noun) in _VISITS else None
    if owner is None or owner.tag_ != "PRP$":
        return False
    if stands_behind(noun, "of") and lemma_of(noun.head.head) in _PURPOSES:
        return True
    return noun.dep_ in SUBJECTS and lemma_of(noun.head) in _AIMING


def visit_for(scene: Scene, noun: Token) -> Iterator[Sighting]:
    """The visit of a guest by name, whose land nobody needs to name: that of the publisher."""
    if not _tells_of_purpose(noun):
        return
    who, home, verb = scene.actors.resolve(owner_of(noun)), scene.analysis.home, grammar.governing_verb(noun)
    person = next((p for p in scene.analysis.people if p.name == who.person), None)
    if person is None or home is None or verb is None or len(who.parties) != 1:
        return
    if home in who.parties or not is_state(who.parties[0]) or not is_state(home):
        return
    lives_there = any(word in (person.post or "").lower() for word in _RESIDENT)
    elsewhere = any(m.code != home for m in scene.parties_in_phrase(noun))
    if lives_there or elsewhere or grammar.is_planned(verb) or not scene.actors.is_seated(noun.idx):
        return
    left, right = scene.clause(verb, grammar.subject_of(verb))
    yield make_visit(scene, VISIT_FOR, Telling(noun, left, max(right, noun.i)), who, home)
