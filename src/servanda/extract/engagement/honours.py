"""Ceremonies told by what is given to a guest: "received a Guard of Honour at the headquarters", "A
contingent presented the guard of honour to the visitor", "A 21-gun salute was fired"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.engagement.out import is_out
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.sighting import Sighting, Telling, make
from servanda.extract.engagement.tokens import lemma_of

_OF_HONOUR = re.compile(
    r"(?:(?:guards?|cordon) of hono(?:u)?r|gun salute|hono(?:u)?r guard)\b", re.IGNORECASE
)
_LONGEST = len("guards of honour ")
_GIVING = frozenset(
    {
        "receive",
        "review",
        "inspect",
        "present",
        "give",
        "accord",
        "mount",
        "take",
        "offer",
        "extend",
        "render",
    }
    | {
        "form",
        "provide",
        "follow",
        "begin",
        "start",
        "include",
        "pay",
        "hold",
        "greet",
        "welcome",
        "fire",
        "salute",
    }
)
_PAIR = 2


def is_honour(noun: Token) -> bool:
    """ "Guard" of "a Guard of Honour", "salute" of "a 21-gun salute"."""
    text, at = noun.doc.text, noun.idx
    if noun.lower_ not in {"guard", "guards", "cordon", "salute"}:
        return False
    start = at - len("gun ") if noun.lower_ == "salute" else at
    before = text[max(0, at - len("honour ")) : at + len(noun)].lower()
    return _OF_HONOUR.match(text, max(start, 0)) is not None or before.startswith("honour guard")


def honoured(scene: Scene, noun: Token) -> Iterator[Sighting]:
    """The ceremony of the guest and the host: those named in the clause and those at the table."""
    verb = grammar.governing_verb(noun)
    if verb is None or lemma_of(verb) not in _GIVING or is_out(scene.words.course, verb):
        return
    subject = grammar.subject_of(verb)
    left, right = scene.clause(verb, subject)
    actors = scene.who(subject, *(c for c in verb.children if c.dep_ in {"dobj", "dative"}))
    named = {m.code for m in scene.parties_in_sentence(noun) if is_state(m.code)}
    people = {person.party for person in scene.names(left, right) if person.party}
    known = people.union(named, *(actor.parties for actor in actors))
    if len(known) < _PAIR:
        table = scene.actors.table(noun.idx)
        guest = known if scene.names(left, right) or any(actor.parties for actor in actors) else set()
        if not guest or not known <= set(table):
            return
        actors.append(Actor(table, None, True, "the guest and the host"))
    elif len(known) == _PAIR:
        actors.append(Actor(tuple(known), None, True, "named beside the honours"))
    yield make(scene, "ceremony", "honours", Telling(noun, left, right, verb), actors)
