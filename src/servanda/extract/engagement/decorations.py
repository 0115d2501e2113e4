"""Decorations that somebody of one state gives to somebody of another: "pinned an order on General X", "was
decorated with the Legion of Honour by Minister Y"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.sighting import Sighting, Telling, make
from servanda.extract.engagement.tokens import lemma_of


def tells_of_decoration(scene: Scene, verb: Token) -> bool:
    """ "|awarded| him the order", "was |decorated| with the medal"."""
    words = scene.words.ceremonies
    if lemma_of(verb) not in words.decorating:
        return False
    things = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass", "oprd"}]
    things += [c for thing in things for c in thing.children if c.dep_ == "appos"]
    things += grammar.prep_objects(verb, "with", "into")
    return any(lemma_of(t) in words.decorations and _is_worn(verb, t) for t in things)


def _is_worn(verb: Token, thing: Token) -> bool:
    """ "the |Order| of Merit", "pinned an |order| on him"; not "gave him the order to leave"."""
    named = thing.text[:1].isupper() or lemma_of(thing) in {"medal", "decoration", "insignia"}
    return named or lemma_of(verb) in {"pin", "decorate", "bestow", "confer"}


def decorated(scene: Scene, verb: Token) -> Iterator[Sighting]:
    """Both are named, and each is of another state."""
    if grammar.is_unreal(verb):
        return
    subject = grammar.subject_of(verb)
    whom = [c for c in verb.children if c.dep_ in {"dobj", "dative", "nsubjpass"}]
    links = [t for t in verb.subtree if t.dep_ in {"prep", "dative"} and t.lower_ in {"on", "upon", "to"}]
    whom += [t for link in links for t in link.children if scene.analysis.person_of(t) is not None]
    actors = [a for a in scene.who(grammar.doer_of(verb), *whom) if a.person is not None]
    states = {code for actor in actors for code in actor.parties if is_state(code)}
    if len(states) > 1:
        telling = Telling(verb, *scene.clause(verb, subject))
        yield make(scene, "ceremony", f"decoration:{lemma_of(verb)}", telling, actors)
