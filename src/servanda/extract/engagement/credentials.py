"""Letters of credence handed over: "presented his credentials to the President", "it was the turn of X to
present hers", "accredited the ambassadors of Peru and Mali"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.sighting import Sighting, Telling, make
from servanda.extract.engagement.tokens import lemma_of

_LETTERS = frozenset({"commission", "introduction", "accreditation"})
"""What letters are of, besides credence, by which an envoy is presented."""
_TURNS = frozenset({"turn", "first", "next", "second", "third", "last", "one"})
_TAKING = frozenset({"receive", "accept", "take"})


def tells_of_credentials(scene: Scene, verb: Token) -> bool:
    """ "presented their credentials", "handed his letters of credence", "received the credentials of";
    "accredited the ambassador"."""
    words = scene.words.ceremonies
    if lemma_of(verb) == "accredit":
        return any(lemma_of(t) in scene.words.receptions.envoys for t in grammar.direct_objects(verb))
    if lemma_of(verb) not in words.presenting:
        return False
    objects = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
    return any(lemma_of(t) in words.presented for c in objects for t in c.subtree) or any(
        c.lower_.startswith("letter") and lemma_of(t) in _LETTERS
        for c in objects
        for t in grammar.prep_objects(c, "of")
    )


def presented(scene: Scene, verb: Token) -> Iterator[Sighting]:
    """The ceremony of who presents them and who takes them, the same as before where it is not said."""
    subject = _whose_turn(verb) or grammar.subject_of(verb)
    left, right = scene.clause(verb, subject)
    objects = grammar.direct_objects(verb)
    others = objects if lemma_of(verb) == "accredit" else grammar.prep_objects(verb, "to")
    if lemma_of(verb) in _TAKING:
        others = [t for word in (verb, *objects) for t in grammar.prep_objects(word, "from", "of")]
    actors = scene.who(subject, *others)
    if len({code for actor in actors for code in actor.parties}) == 1 and not others:
        actors += _taken_before(scene, verb)
    yield make(scene, "ceremony", f"witness:{lemma_of(verb)}", Telling(verb, left, right), actors)


def _whose_turn(verb: Token) -> Token | None:
    """X in "it was the turn |of X| to present", "the first to present them was |X|"."""
    turn = verb.head
    if verb.dep_ not in {"relcl", "acl"} or turn.lower_ not in _TURNS:
        return None
    whose = grammar.prep_objects(turn, "of") if turn.lower_ == "turn" else []
    attributes = (c for c in turn.head.children if c.dep_ == "attr" and turn.dep_ == "nsubj")
    taker = grammar.subject_of(turn.head) if turn.dep_ == "dobj" else None
    return next(iter(whose), None) or next(attributes, None) or taker


def _taken_before(scene: Scene, verb: Token) -> list[Actor]:
    """Who took the letters that the text tells of before these."""
    for token in reversed(verb.doc[: verb.sent.start]):
        if token.pos_ == "VERB" and tells_of_credentials(scene, token):
            taking = lemma_of(token) in _TAKING
            takers = [grammar.subject_of(token)] if taking else grammar.prep_objects(token, "to")
            if takers:
                return scene.who(*takers)
    return []
