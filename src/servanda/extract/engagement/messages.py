"""Messages brought in person: "delivered a letter from President X to President Y at his office"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from spacy.tokens import Token

from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.analysis import unique
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.sighting import Sighting, Telling, make
from servanda.extract.engagement.tokens import lemma_of

_BRINGING = frozenset({"deliver", "hand", "bring", "present", "transmit"})
_MESSAGES = frozenset({"message", "letter"})
_A_PAIR = 2


def tells_of_message(scene: Scene, verb: Token) -> bool:
    """ "delivered a special message", "the letter was handed over by the minister", "a letter brought by"."""
    if lemma_of(verb) not in _BRINGING or _bringer(scene, verb) is None:
        return False
    brought = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
    brought += [verb.head] if verb.dep_ == "acl" and verb.tag_ == "VBN" else []
    return any(lemma_of(thing) in _MESSAGES for thing in brought)


def brought(scene: Scene, verb: Token) -> Iterator[Sighting]:
    """A meeting of who brings the message and who takes it, of two states."""
    bringer = _bringer(scene, verb)
    takers = grammar.prep_objects(verb, "to") or [
        t for c in grammar.direct_objects(verb) for t in grammar.prep_objects(c, "to")
    ]
    subject = grammar.subject_of(verb.head.head) if verb.dep_ == "acl" else grammar.subject_of(verb)
    if verb.dep_ == "acl" and verb.head.head.lemma_ == "receive" and subject is not None:
        takers = [subject]
    actors = scene.who(bringer, *takers)
    sides = {code for actor in actors for code in actor.parties if is_state(code)}
    if not takers and len(sides) == 1:
        pair = [code for code in scene.actors.pair(verb.idx) if code not in sides]
        actors.append(Actor(tuple(pair), None, False, "to whom it is brought"))
        sides |= set(pair)
    if len(sides) == _A_PAIR and not _is_at_their_table(scene, verb, sides):
        telling = Telling(verb, *scene.clause(verb, subject))
        sighting = make(scene, "meeting", f"message:{lemma_of(verb)}", telling, actors)
        yield msgspec.structs.replace(sighting, people=unique(actor.person for actor in actors))


def _is_at_their_table(scene: Scene, verb: Token, sides: set[str]) -> bool:
    """Whether the two have been told to meet: the message is then handed over at that meeting."""
    return scene.actors.is_seated(verb.idx) and sides <= set(scene.actors.frame(verb.idx))


def _bringer(scene: Scene, verb: Token) -> Token | None:
    """Who brings it: somebody by name, or an envoy."""
    who = (
        grammar.agent_of(verb) if grammar.is_passive(verb) or verb.dep_ == "acl" else grammar.subject_of(verb)
    )
    if who is None:
        return None
    envoy = lemma_of(who) in scene.words.receptions.envoys
    return who if envoy or scene.actors.resolve(who).person is not None else None
