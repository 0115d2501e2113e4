"""Meetings told by what went on in their course or came after them: "At the meeting, the minister said",
"X and Y announced after talks that"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from spacy.tokens import Token

from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.analysis import unique
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.sighting import Sighting, Telling, make
from servanda.extract.engagement.talk import A_PAIR, DURING, Talk, standing_body
from servanda.extract.engagement.tokens import (
    has_before,
    has_child,
    is_new,
    lemma_of,
    noun_bounds,
    stands_behind,
)


def comes_after(talk: Talk) -> bool:
    """ "signed after talks": the sides are those of the clause."""
    plain = talk.lemma in {"talk", "discussion", "meeting"}
    if talk.partners or not plain:
        return False
    if _is_end_of(talk.noun):
        return True
    behind = stands_behind(talk.noun, "after", "following", "in") or _is_left(talk.noun)
    return behind and not talk.definite


def _is_end_of(noun: Token) -> bool:
    """ "signed it |at the end of| the talks in Lima", "at the close of |two days of| talks": those who did so
    are named there."""
    if not stands_behind(noun, "of"):
        return False
    above = noun.head.head
    above = above.head.head if above.lemma_ in {"day", "hour"} and stands_behind(above, "of") else above
    return above.lemma_ in {"end", "close", "conclusion"} and stands_behind(above, "at", "after")


def _is_left(noun: Token) -> bool:
    """ "had just come out of a |meeting|", "emerged from the |talks|"."""
    above = noun.head.head
    out = stands_behind(noun, "of") and above.lower_ == "out"
    verb = above.head if out else above
    return (out or stands_behind(noun, "from")) and verb.lemma_ in {"come", "emerge", "walk", "step"}


def after_talks(scene: Scene, talk: Talk, verb: Token) -> Iterator[Sighting]:
    """ "X and Y announced after talks that"."""
    verb = verb.head if verb.dep_ == "prep" else verb  # "|following| talks" is a verb to the parser
    subject = grammar.subject_of(verb)
    left, right = scene.clause(verb, subject)
    actors = scene.who(grammar.agent_of(verb) or subject)
    if len(scene.names(left, right)) > 1 or any(len(a.parties) > 1 for a in actors):
        ahead = verb if _is_end_of(talk.noun) and grammar.is_planned(verb) else None
        if _is_apart(scene, talk.noun, verb) and len(unique(p for a in actors for p in a.parties)) > 1:
            left = talk.noun.head.i
        telling = Telling(talk.noun, left, right, ahead)
        yield make(scene, talk.kind, f"after-talks:{talk.lemma}", telling, actors)


def _is_apart(scene: Scene, noun: Token, verb: Token) -> bool:
    """ "jointly opened the plant |following their meeting|": the opening is told by its own words."""
    opens = lemma_of(verb) in scene.words.ceremonies.opening
    return opens and noun.i > verb.i and stands_behind(noun, "after", "following")


def during(scene: Scene, talk: Talk, verb: Token) -> Iterator[Sighting]:
    """What is told in the course of a meeting: "At the meeting, the minister said"."""
    noun = talk.noun
    if stands_behind(noun, *DURING) or in_the_course_of(noun):
        if _is_theirs(noun):
            yield from _at_their_meeting(scene, talk, verb)
        elif talk.definite:
            yield _at_the_meeting(scene, talk, verb)
        elif is_new(noun):
            yield from _during_a_meeting(scene, talk, verb)
    if talk.lemma == "briefing" and noun.dep_ == "pobj" and has_child(noun, {"joint"}):
        telling = Telling(noun, noun.left_edge.i, max(noun.i, verb.i))
        yield make(scene, "meeting", "joint-briefing", telling)


def are_formal(scene: Scene, talk: Talk) -> bool:
    """ "Following the official |talks|, an agreement was signed"."""
    behind = stands_behind(talk.noun, "following", "after") or in_the_course_of(talk.noun)
    return behind and has_before(talk.noun, scene.words.meetings.formats)


def at_formal_talks(scene: Scene, talk: Talk, verb: Token) -> Iterator[Sighting]:
    """The talks of those at the table, told by what came after them."""
    table = scene.actors.table(talk.noun.idx)
    left, right = noun_bounds(talk.noun)
    if len(table) == A_PAIR and not grammar.is_unreal(verb):
        telling = Telling(talk.noun, min(left, talk.noun.head.i), right, verb)
        yield make(scene, talk.kind, f"formal:{talk.lemma}", telling, [Actor(table, None, True)])


def in_the_course_of(noun: Token) -> bool:
    """ "in the course of the |talks|", "on the occasion of the |meeting|"."""
    return stands_behind(noun, "of") and noun.head.head.lower_ in {"course", "occasion"}


def _is_theirs(noun: Token) -> bool:
    """ "in *their* talks", "at *our* meeting"."""
    return has_child(noun, {"their", "our"})


def _at_their_meeting(scene: Scene, talk: Talk, verb: Token) -> Iterator[Sighting]:
    """ "In their talks the pair discussed energy", "agreed at their meeting in Oslo": of all at the table."""
    subject = grammar.subject_of(verb)
    actors = scene.who(subject)
    several = any(actor.collective or len(actor.parties) > 1 for actor in actors)
    if not several:
        return
    left, right = scene.clause(verb, subject)
    telling = Telling(talk.noun, min(left, talk.noun.head.i), max(right, talk.noun.right_edge.i))
    yield make(scene, talk.kind, f"their:{talk.lemma}", telling, actors)


def _at_the_meeting(scene: Scene, talk: Talk, verb: Token) -> Sighting:
    """ "At the meeting, X said": one told before, in which X takes part."""
    left, right = min(talk.noun.head.i, verb.i), max(verb.i, talk.noun.i)
    actors = scene.who(grammar.subject_of(verb))
    sighting = make(scene, talk.kind, f"at-the:{talk.lemma}", Telling(talk.noun, left, right), actors)
    return msgspec.structs.replace(sighting, definite=True)


def _during_a_meeting(scene: Scene, talk: Talk, verb: Token) -> Iterator[Sighting]:
    """ "X told Y in a meeting"."""
    left, right = scene.clause(verb, grammar.subject_of(verb))
    left = min(left, talk.noun.head.i)
    told = [c for c in verb.children if c.dep_ in {"dobj", "dative"}]
    told += [t for t in verb.subtree if stands_behind(t, "with")]
    actors = [a for a in scene.who(grammar.subject_of(verb), *told) if a.person is not None]
    subject = scene.actors.resolve(grammar.subject_of(verb))
    actors += [subject] if subject.collective else []
    of_two = len({a.parties for a in actors if a.parties}) > 1 or len(subject.parties) == A_PAIR
    if len(scene.names(left, right)) > 1 or of_two:
        telling = Telling(talk.noun, left, right)
        sighting = make(scene, talk.kind, f"during-a:{talk.lemma}", telling, actors if of_two else ())
        series = standing_body(scene, talk)
        yield msgspec.structs.replace(sighting, type="dialogue", series=series) if series else sighting
