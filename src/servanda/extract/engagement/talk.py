"""A noun of meeting as the readers of talks see it: with those who stand behind "with" or "between"."""

from __future__ import annotations

import msgspec
from spacy.tokens import Token

from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.analysis import unique
from servanda.extract.engagement.rounds import is_title_like, series_of
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.status import is_on_the_programme, is_to_come, put_off
from servanda.extract.engagement.tokens import (
    SUBJECTS,
    are_told_before,
    has_before,
    has_child,
    is_new,
    lemma_of,
    stands_behind,
    takes_part,
)
from servanda.model.facts import EngagementType

_WITH = ("with", "between", "on", "to")
DURING = ("at", "during", "in")
"""In the course of what."""
_NONE = frozenset({"no", "few", "any"})
A_PAIR = 2
"""So many as stand behind "between"."""


class Talk(msgspec.Struct, frozen=True):
    """A noun of meeting with those who stand behind "with" or "between"."""

    noun: Token
    lemma: str
    kind: EngagementType
    partners: list[Token]
    definite: bool


def talk_of(scene: Scene, noun: Token, verb: Token | None) -> Talk:
    """The noun of meeting with its partners in the clause of `verb`, and whether it is a call."""
    lemma = lemma_of(noun)
    partners = grammar.prep_objects(noun, *(_WITH if lemma == "call" else _WITH[:2]))
    if verb is not None and (is_of_holding(scene, verb) or takes_place(scene, noun, verb)):
        ways = _WITH if lemma == "call" else _WITH[:2] if _deals_with(scene, verb) else _WITH[:3]
        partners += [
            t for t in grammar.prep_objects(verb, *ways) if t != noun and not _is_topic(scene, t, lemma)
        ]
        partners += [p for word in (noun, verb) for p in _along_with(word)]
        to_be_held = (c for c in noun.rights if c.dep_ in {"relcl", "acl"} and c.lemma_ == "hold")
        partners += [p for clause in to_be_held for p in grammar.prep_objects(clause, "with")]
        partners += brought(scene, verb) if noun.dep_ in SUBJECTS else []
    partners = [partner for partner in partners if not scene.is_in_a_date(partner)] or _those_of(scene, noun)
    if not partners and noun.dep_ == "conj":  # "the signing of agreements and |engagements with firms|"
        partners = [t for t in grammar.prep_objects(noun.head, "with") if t.i > noun.i]
    wired = (
        scene.is_wire(noun)
        or lemma in scene.words.by_wire
        or (verb is not None and noun.dep_ == "dobj" and scene.is_by_wire(verb))
    )
    kind: EngagementType = "call" if wired else "meeting"
    other = has_before(noun, scene.words.rounds.further | scene.words.rounds.former)
    return Talk(noun, lemma, kind, partners, are_told_before(noun) and not other)


def _is_topic(scene: Scene, noun: Token, lemma: str) -> bool:
    """ "discussions took place with X |on urban planning|": no partner."""
    if lemma == "call" or noun.head.lower_ != "on":
        return False
    return scene.analysis.person_of(noun) is None and not scene.is_person_or_group(noun)


def _along_with(word: Token) -> list[Token]:
    """ "talks with A, |along with| B", "together with B"."""
    joining = (c for c in word.children if c.lower_ in {"along", "together"})
    return [noun for joint in joining for noun in grammar.prep_objects(joint, "with")]


def _those_of(scene: Scene, noun: Token) -> list[Token]:
    """ "the meeting |of President X and Prime Minister Y|", "a meeting |of the two leaders|": those who met,
    where two are named or meant."""
    told = grammar.prep_objects(noun, "of")
    people = [t for t in told if scene.analysis.person_of(t) is not None]
    if is_new(noun) and any(len(_states_of(scene, t)) >= A_PAIR for t in told):
        return told  # "a meeting |of the ministers of Peru, Chile and Bolivia|"
    both = (t for t in told if is_new(noun) and has_child(t, {"two", "both", "three"}))
    several = [t for t in both if scene.actors.resolve(t).collective]
    return people if len(people) > 1 else several


def _states_of(scene: Scene, noun: Token) -> tuple[str, ...]:
    """The states that a phrase names, but for places: "the ministers of |Peru| and |Chile|"."""
    named = (m for m in scene.parties_in_phrase(noun) if m.form != "capital")
    return unique(m.code for m in named if is_state(m.code))


def is_of_holding(scene: Scene, verb: Token) -> bool:
    """ "held", "had", "saw", "focused"; "postponed"."""
    course = scene.words.course
    held = lemma_of(verb) in course.holding | scene.words.meetings.seeing or takes_part(verb)
    return held or put_off(course, verb) is not None


def takes_place(scene: Scene, noun: Token, verb: Token) -> bool:
    """ "The talks took place", "the meeting was held", "the meeting was at the ministry"."""
    words = scene.words.course
    happens = words.happening | words.holding | words.preparing | {"be"}
    tells = (
        lemma_of(verb) in happens
        or bool(brought(scene, verb))
        or follows(verb)
        or is_to_come(verb)
        or put_off(words, verb) is not None
    )
    there = lemma_of(verb) == "be" and any(c.dep_ == "expl" for c in verb.children)
    if noun.dep_ == "attr" and not has_child(noun, _NONE) and (there or is_on_the_programme(words, verb)):
        return True
    of_whom = grammar.prep_objects(noun, "with", "between", "of") or has_child(noun, {"their", "our"})
    if _is_a_round_of(scene, noun):
        return tells and lemma_of(verb) != "be"
    if _has_of_its_own(verb):
        return False
    return noun.dep_ in SUBJECTS and (tells or (bool(of_whom) and _deals_with(scene, verb)))


def _has_of_its_own(verb: Token) -> bool:
    """ "The meeting |has its origin| in the treaty that X and Y concluded in 2018": what it comes from. The
    people and the year are those of the other event."""
    owned = (c for c in verb.children if c.dep_ == "dobj")
    return lemma_of(verb) == "have" and any(has_child(thing, {"its", "their"}) for thing in owned)


def _is_a_round_of(scene: Scene, noun: Token) -> bool:
    """ "Another round of Kenyan-Peruvian |consultations| took place": consultations of two states, once."""
    above = noun.head.head
    counted = stands_behind(noun, "of") and lemma_of(above) in scene.words.rounds.counting_talks
    if not counted or above.dep_ not in SUBJECTS or lemma_of(noun) != "consultation":
        return False
    named = {m.code for m in scene.parties_in_phrase(noun) if is_state(m.code)}
    return len(named) == A_PAIR


def _deals_with(scene: Scene, verb: Token) -> bool:
    """ "The talks |dealt| with trade", "Their meeting |led| to the signing of": told as it was."""
    return lemma_of(verb) in scene.words.course.dealing and verb.tag_ == "VBD"


def brought(scene: Scene, verb: Token) -> list[Token]:
    """ "The talks brought together |the ministers of Peru and Chile|": of two states or more; "brought |him|
    together with |Minister X|"."""
    if lemma_of(verb) == "await":
        return [c for c in verb.children if c.dep_ == "dobj"]
    if lemma_of(verb) not in scene.words.meetings.gathering or grammar.is_passive(verb):
        return []
    together = [t for t in verb.subtree if t.lower_ == "together"]
    others = [t for w in (verb, *together) for t in grammar.prep_objects(w, "with")]
    if together and others:
        return [*(c for c in verb.children if c.dep_ == "dobj"), *others]
    return [c for c in verb.children if c.dep_ == "dobj" and len(_states_of(scene, c)) >= A_PAIR]


def follows(verb: Token) -> bool:
    """ "A working lunch |followed|": behind what was told before."""
    alone = not any(c.dep_ in {"dobj", "ccomp", "prep", "agent"} for c in verb.children)
    return lemma_of(verb) in {"follow", "ensue"} and verb.tag_ == "VBD" and alone


def other_side(scene: Scene, talk: Talk, actors: list[Actor]) -> list[Actor]:
    """ "Talks will be held with the Vietnamese minister": with the one other party at the table."""
    named = unique(party for actor in actors for party in actor.parties)
    others = scene.actors.others(talk.noun.idx, named) if len(named) == 1 else ()
    return [Actor(others, None, False, "the other side at the table")] if len(others) == 1 else []


def not_of_one_side(scene: Scene, doer: Token | None, partners: list[Token]) -> list[Actor]:
    """The one who holds talks and those with whom. Of "X visited Peru and was received by President Y. |He|
    held talks with General Z" of Peru it is X: "he" holds no talks with his own side, but for its envoys."""
    actors = scene.who(doer, *partners)
    sides = unique(party for actor in actors for party in actor.parties)
    if doer is None or doer.lower_ not in {"he", "she"} or len(sides) != 1 or not partners:
        return actors
    others = scene.actors.others(doer.idx, sides)
    envoy = any(t.lower_ in scene.words.receptions.envoys for t in partners[0].subtree)
    named = scene.actors.resolve(partners[0]).person is not None and not envoy
    guest = scene.actors.acted_last_of(others[0], doer.idx) if named and len(others) == 1 else None
    return [guest, *scene.who(*partners)] if guest is not None and guest.person is not None else actors


def standing_body(scene: Scene, talk: Talk) -> str | None:
    """ "General Border Committee" in "at a meeting of the General Border Committee": of two sides, no
    international body."""
    if talk.lemma not in scene.words.rounds.counted:
        return None
    for body in grammar.prep_objects(talk.noun, "of"):
        named = body.pos_ == "PROPN" and body.text in scene.words.mechanisms and is_title_like(body)
        if named and all(is_state(m.code) for m in scene.parties_in_phrase(body)):
            return series_of(scene.words.rounds, body)
    return None
