"""A guest who is taken round by his host: "showed her round the yard", "accompanied him to the base", "was
shown the radar by General X"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from spacy.tokens import Token

from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.analysis import unique
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.sighting import Sighting, Telling, make
from servanda.extract.engagement.tokens import has_child, lemma_of

_NOT_SHOWN = frozenset(
    {"door", "way", "respect", "interest", "cold", "mercy", "courtesy", "support", "kindness"}
)
"""What is shown to somebody without taking him anywhere."""
_LED = frozenset({"side", "delegation", "team", "mission"})
"""What one leads without taking a guest anywhere."""


def tells_of_a_guide(scene: Scene, verb: Token) -> bool:
    """ "|showed| him round", "|escorted| the guest to", "was |accompanied| by"."""
    return lemma_of(verb) in scene.words.visits.guiding and verb.tag_ in {"VBD", "VBN", "VBZ"}


def guided(scene: Scene, verb: Token) -> Iterator[Sighting]:
    """Two who are named, each of another state, one of whom takes the other round."""
    guest, host = _two(scene, verb)
    if lemma_of(verb) == "accompany" and grammar.is_passive(verb) and _is_a_delegation(scene, verb):
        return
    thing = {lemma_of(c) for c in verb.children if c.dep_ == "dobj"}
    if thing & _NOT_SHOWN or (guest is not None and _leads_his_own(verb, guest)):
        return
    if guest is None or host is None or verb.dep_ in {"amod", "acl"} or grammar.is_unreal(verb):
        return
    one, other = scene.actors.resolve(guest), scene.actors.resolve(host)
    states = unique(code for code in (*one.parties, *other.parties) if is_state(code))
    both = one.person is not None and other.person is not None and len(states) > 1
    if not both or one.collective or other.collective:
        return
    telling = Telling(verb, *scene.clause(verb, grammar.subject_of(verb)))
    told = make(scene, "meeting", f"guide:{lemma_of(verb)}", telling, [one, other])
    yield msgspec.structs.replace(told, parties=states)


def _leads_his_own(verb: Token, guest: Token) -> bool:
    """ "|led the Swedish side| and X the Peruvian one", of which the parser makes X the one who is led."""
    return any(lemma_of(token) in _LED for token in verb.doc[verb.i : guest.right_edge.i + 1])


def _is_a_delegation(scene: Scene, verb: Token) -> bool:
    """ "is accompanied by |Minister X, Minister Y| and others": of the traveller's own side."""
    several = len(scene.names(verb.i, verb.sent.end - 1)) > 1
    return several or verb.tag_ != "VBN" or not has_child(verb, {"was", "were"})


def _two(scene: Scene, verb: Token) -> tuple[Token | None, Token | None]:
    """Who is taken round, and who takes him."""
    if grammar.is_passive(verb):
        agents = [t for t in verb.subtree if t.dep_ == "pobj" and t.head.lower_ == "by"]
        agents = [t for t in agents if grammar.governing_verb(t) == verb]
        named = (t for t in agents if scene.analysis.person_of(t) is not None)
        return grammar.subject_of(verb), grammar.agent_of(verb) or next(named, None)
    guests = [c for c in verb.children if c.dep_ in {"dobj", "dative"}]
    guest = next((c for c in guests if scene.actors.resolve(c).person is not None), None)
    return guest, grammar.subject_of(verb)
