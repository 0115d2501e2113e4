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

_HONOURS = re.compile(r"(?:(?:guards?|cordon) of honou?r|gun salute|honou?r guards?)\b", re.IGNORECASE)
_BEFORE = len("honour ")
_BEHIND = len("s of honour ")
"""Characters before and behind a noun in which the other words of honours stand."""
_PAIR = 2


def is_honour(noun: Token) -> bool:
    """ "Guard" of "a Guard of Honour", "salute" of "a 21-gun salute"."""
    if noun.lower_ not in {"guard", "guards", "cordon", "salute"}:
        return False
    at, end = noun.idx, noun.idx + len(noun)
    told = _HONOURS.finditer(noun.doc.text, max(0, at - _BEFORE), end + _BEHIND)
    return any(honours.start() <= at < honours.end() for honours in told)


def honoured(scene: Scene, noun: Token) -> Iterator[Sighting]:
    """The ceremony of the guest and the host: those named in the clause and those at the table."""
    verb = grammar.governing_verb(noun)
    if (
        verb is None
        or lemma_of(verb) not in scene.words.ceremonies.honouring
        or is_out(scene.words.course, verb)
    ):
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
        actors.append(Actor(tuple(sorted(known)), None, True, "named beside the honours"))
    yield make(scene, "ceremony", "honours", Telling(noun, left, right, verb), actors)
