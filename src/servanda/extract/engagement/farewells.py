"""Farewells told by a verb: "saw them off at the airport", "was seen off by Minister X"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from servanda.codebook.actors import actor_words
from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.sighting import Sighting, Telling, make
from servanda.extract.engagement.tokens import lemma_of

_SEEING = frozenset({"see", "send", "wave"})
_PEOPLE = frozenset({"them", "him", "her", "they", "he", "she", "who", "whom"})


def tells_of_farewell(scene: Scene, verb: Token) -> bool:
    """ "saw them |off|": people, and no rival."""
    if lemma_of(verb) not in _SEEING:
        return False
    off = any(c.lower_ == "off" and c.dep_ in {"prt", "advmod", "prep"} for c in verb.children)
    return off and _who_goes(scene, verb) is not None


def saw_off(scene: Scene, verb: Token) -> Iterator[Sighting]:
    """Those who leave and the one by name who sees them off; soldiers go to the other of two states."""
    goes, host = _who_goes(scene, verb), scene.actors.resolve(grammar.doer_of(verb))
    if goes is None or host.person is None or len(host.parties) != 1 or grammar.is_unreal(verb):
        return
    guest = scene.actors.resolve(goes)
    sides = {code for code in (*host.parties, *guest.parties) if is_state(code)}
    if len(sides) == 1 and guest.person is not None:
        return  # the President leaves, seen off by his own deputy
    if len(sides) == 1:
        others = scene.actors.others(verb.idx, sides)
        guest = Actor(others, guest.person, False, "the other of two states") if len(others) == 1 else guest
    telling = Telling(verb, *scene.clause(verb, grammar.subject_of(verb)))
    yield make(scene, "ceremony", f"farewell:{lemma_of(verb)}", telling, [host, guest])


def _who_goes(scene: Scene, verb: Token) -> Token | None:
    """Who is seen off: by name, by pronoun, or a group of people."""
    groups = scene.words.exercises.forces | actor_words().guests
    for noun in (c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}):
        if noun.lower_ in _PEOPLE or lemma_of(noun) in groups or scene.is_person_or_group(noun):
            return noun
        if scene.analysis.person_of(noun) is not None:
            return noun
    return None
