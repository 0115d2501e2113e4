"""Visits told by those who are sent: "will dispatch a trade mission to Kenya", "led a delegation to Oslo",
"the minister's business mission to Peru". It is the visit of the state that sends them, and of who leads
them where he is named."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from spacy.tokens import Token

from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.actors import NOBODY, Actor
from servanda.extract.analysis import unique
from servanda.extract.clauses import is_repeated
from servanda.extract.engagement.out import is_out
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.sighting import Sighting, Telling, make_visit
from servanda.extract.engagement.tokens import lemma_of, noun_bounds, owner_of


def _is_delegation(scene: Scene, noun: Token) -> bool:
    """ "a |delegation|", "a trade |mission|"; not "a training mission", which stays."""
    lemma, words = lemma_of(noun), scene.words.visits
    if lemma == "mission":
        return any(t.lower_ in words.missions for t in noun.lefts)
    return lemma == "delegation"


def delegated(scene: Scene, noun: Token) -> Iterator[Sighting]:
    """The visit of a delegation to the country that is told with it, by who sends or leads it."""
    if not _is_delegation(scene, noun):
        return
    verb = noun.head if noun.dep_ in {"dobj", "nsubjpass"} else None
    told = verb is not None and lemma_of(verb) in scene.words.visits.delegating
    owner = owner_of(noun)
    if not told and (owner is None or lemma_of(noun) != "mission"):
        return
    if verb is not None and told and (is_out(scene.words.course, verb) or _is_habit(verb)):
        return
    host = _host(scene, noun, verb if told else None)
    if verb is not None and told:
        doer = grammar.agent_of(verb) if grammar.is_passive(verb) else grammar.subject_of(verb)
        bounds = scene.clause(verb, grammar.subject_of(verb))
        who = _of_whom(scene, verb, doer)
        telling = Telling(noun, *bounds, verb)
    else:
        who = _sender(scene.actors.resolve(owner))
        telling = Telling(noun, *noun_bounds(noun))
    if host is not None and len(who.parties) == 1 and is_state(who.parties[0]) and host not in who.parties:
        sighting = make_visit(scene, "delegation", telling, who, host)
        if who.person is None:  # nobody is told to go along but whom the phrase itself names
            led = (p.name for p in scene.names(noun.i, noun.right_edge.i) if p.party in who.parties)
            sighting = msgspec.structs.replace(sighting, people=unique(led))
        yield sighting


def _is_habit(verb: Token) -> bool:
    """ "|Every year| Japan sends a mission to Kenya"."""
    present = verb.tag_ in {"VBZ", "VBP"}
    return is_repeated(verb) or (present and any(t.lower_ in {"every", "each"} for t in verb.subtree))


def _of_whom(scene: Scene, verb: Token, doer: Token | None) -> Actor:
    """Who leads is the guest; who sends stays at home."""
    who = scene.actors.resolve(doer)
    return _sender(who) if lemma_of(verb) in scene.words.visits.sending else who


def _sender(who: Actor) -> Actor:
    return Actor(who.parties, None, False, "who sends them") if who.parties else NOBODY


def _host(scene: Scene, noun: Token, verb: Token | None) -> str | None:
    """ "a mission |to Kenya|", "sent a mission |to Kenya|"; a summit is attended, and its place no goal."""
    words = [noun, *(t for t in noun.children if t.i > noun.i), *([verb] if verb is not None else [])]
    behind = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else noun
    goals = [t for word in words for t in grammar.prep_objects(word, "to")]
    goals += [t for t in behind.children if behind.lower_ == "to"]  # whichever word the parser hangs it on
    places = (t for t in goals if scene.words.noun_type(lemma_of(t)) is None)
    return next((code for t in places if (code := scene.country_of(t)) is not None), None)
