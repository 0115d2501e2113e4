"""Decorations that somebody of one state gives to somebody of another: "pinned an order on General X", "was
decorated with the Legion of Honour by Minister Y"; and degrees that a university gives to a guest."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.sighting import Sighting, Telling, make
from servanda.extract.engagement.tokens import lemma_of

_DEGREES = frozenset({"doctorate", "degree", "professorship", "doctor", "professor", "diploma"})
_HONORARY = frozenset({"honorary", "honoris"})
_SCHOOLS = frozenset({"university", "academy", "institute", "college", "school"})
_PAIR = 2


def tells_of_degree(scene: Scene, verb: Token) -> bool:
    """ "|received| an honorary doctorate from the university", "was |made| an honorary professor"."""
    if lemma_of(verb) not in scene.words.ceremonies.decorating | {"make", "grant", "accept"}:
        return False
    things = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass", "oprd", "attr"}]
    things += grammar.prep_objects(verb, "with")
    return any(lemma_of(t) in _DEGREES and any(c.lower_ in _HONORARY for c in t.subtree) for t in things)


def degree(scene: Scene, verb: Token) -> Iterator[Sighting]:
    """Of the guest, and of the other one of the two at the table, whose university it is; nothing where
    nobody is told to be abroad."""
    pair = scene.actors.pair(verb.idx)
    known = len(pair) == _PAIR and all(map(is_state, pair)) and scene.actors.is_seated(verb.idx)
    if not known or grammar.is_unreal(verb):
        return
    subject = grammar.subject_of(verb)
    whom = [c for c in verb.children if c.dep_ in {"dobj", "dative", "nsubjpass", "nsubj"}]
    whom += grammar.prep_objects(verb, "on", "upon", "to") + ([] if subject is None else [subject])
    host = scene.actors.host_at(verb.idx)
    known_guests = (a for a in scene.who(*whom) if a.person is not None and set(a.parties) < set(pair))
    guests = [a for a in known_guests if a.parties != (host,)]  # "on her" can be misread
    if guests or _is_given_by_a_school(verb):
        telling = Telling(verb, *scene.clause(verb, subject))
        actors = [*guests[:1], Actor(pair, None, False, "whose guest it is")]
        yield make(scene, "ceremony", f"degree:{lemma_of(verb)}", telling, actors)


def _is_given_by_a_school(verb: Token) -> bool:
    """ "|The University| conferred an honorary degree on the President"."""
    giver = grammar.doer_of(verb)
    return giver is not None and any(t.lower_ in _SCHOOLS for t in giver.subtree)


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
