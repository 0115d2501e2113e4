"""Visits told as stops of a journey: "a trip that is also to take him to Israel and Egypt", "the tour will
bring her to Nairobi"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from spacy.tokens import Token

from servanda.codebook.engagements import engagement_words
from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.analysis import unique
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.sighting import Sighting, Telling, make_visit
from servanda.extract.engagement.tokens import lemma_of

_TO = ("to", "on", "through")


def tells_of_tour(scene: Scene, verb: Token) -> bool:
    """Whether a journey takes somebody somewhere."""
    if lemma_of(verb) not in scene.words.visits.bringing or grammar.is_passive(verb) or not _goals(verb):
        return False
    journey = _journey(verb)
    return journey is not None and lemma_of(journey) in scene.words.visits.journeys


def toured(scene: Scene, verb: Token) -> Iterator[Sighting]:
    """The stops that are told, of one who is named or spoken of: each a visit of its own."""
    taken = next((c for c in verb.children if c.dep_ in {"dobj", "dative"}), None)
    journey = _journey(verb)
    who = scene.actors.resolve(taken)
    if not who.parties and journey is not None:
        above = grammar.governing_verb(journey)
        who = scene.actors.resolve(grammar.subject_of(above)) if above is not None else who
    if taken is None or journey is None or len(who.parties) != 1:
        return
    stops = (scene.country_of(goal) for goal in _goals(verb))
    hosts = unique(code for code in stops if code and is_state(code) and code not in who.parties)
    if not hosts:
        return
    opens = journey.left_edge.i if verb.dep_ in {"relcl", "acl"} else scene.clause(verb, journey)[0]
    telling = Telling(verb, min(opens, verb.i), max(scene.clause(verb, None)[1], verb.i), verb)
    ahead = grammar.is_planned(verb) or _is_to_be(verb)
    for host in hosts:
        sighting = make_visit(scene, f"tour:{lemma_of(verb)}", telling, who, host)
        yield msgspec.structs.replace(sighting, status="planned") if ahead else sighting


def _journey(verb: Token) -> Token | None:
    """ "a |trip| that takes him to", "a |tour| taking him to", "his |tour| takes him to"."""
    if verb.dep_ in {"relcl", "acl"}:
        of = verb.head.head  # "a tour |of the Gulf| that takes him to"
        return (
            of.head
            if verb.head.dep_ == "pobj" and lemma_of(of.head) in engagement_words().visits.journeys
            else verb.head
        )
    above = verb.head if verb.dep_ == "xcomp" and lemma_of(verb.head) in {"be", "expect", "set"} else verb
    return above.head if above.dep_ in {"relcl", "acl"} else grammar.subject_of(above)


def _is_to_be(verb: Token) -> bool:
    """ "is to take him to"."""
    return verb.dep_ == "xcomp" and grammar.has_child(verb, "aux", words={"to"})


def _goals(verb: Token) -> list[Token]:
    """ "to |Israel| and |Egypt|", "on to |Doha|"."""
    first = grammar.prep_objects(verb, *_TO)
    deeper = [
        t for c in verb.children if c.dep_ in {"advmod", "prt", "prep"} for t in grammar.prep_objects(c, "to")
    ]
    return [stop for goal in (*first, *deeper) for stop in grammar.with_conjuncts(goal)]
