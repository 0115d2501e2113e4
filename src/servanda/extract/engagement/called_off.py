"""What was planned and came to nothing: "The naval drill off Lamu was cancelled", "The staff talks that were
to begin in March fell victim to the strike"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from spacy.tokens import Token

from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.analysis import unique
from servanda.extract.engagement.rounds import ordinal_of, series_of
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.sighting import Sighting, Telling, make, make_visit
from servanda.extract.engagement.status import put_off
from servanda.extract.engagement.tokens import SUBJECTS, has_child, is_new, noun_bounds, owner_of
from servanda.model.facts import EngagementStatus, EngagementType

_NO_ONE = frozenset({"no", "any", "every", "each", "some", "many", "several"})
_A_PAIR = 2


def called_off(scene: Scene, noun: Token, verb: Token | None, kind: EngagementType) -> Iterator[Sighting]:
    """What `noun` names and its verb tells to be called off or put off, between those named in its phrase or
    else the two at the table; of a visit where it says whose it is."""
    if verb is None or noun.dep_ not in {*SUBJECTS, "dobj"} or has_child(noun, _NO_ONE):
        return
    status = put_off(scene.words.course, verb)
    if status is None or (noun.dep_ == "dobj" and grammar.is_passive(verb)):
        return
    phrase = grammar.text_between(noun.doc, noun.left_edge.i, noun.right_edge.i)
    if is_new(noun) and not scene.analysis.dates_in(*phrase):
        return  # "a meeting was cancelled": which?
    sides = _sides(scene, noun)
    if len(sides) < _A_PAIR:
        return
    if kind == "visit":
        yield from _visit(scene, noun, sides, status)
        return
    telling = Telling(noun, *scene.clause(verb, noun), verb, names_until=noun.right_edge.i)
    actors = [*scene.who(owner_of(noun)), Actor(sides)]
    sighting = make(scene, kind, "called-off", telling, actors)
    yield msgspec.structs.replace(
        sighting, status=status, parties=unique([*sighting.parties, *sides]), collective=False
    )


def _visit(scene: Scene, noun: Token, sides: tuple[str, ...], status: EngagementStatus) -> Iterator[Sighting]:
    """Of somebody who is told: "The visit of the Chief of Defence, announced for April, never took place"."""
    owner = owner_of(noun) or next(iter(grammar.prep_objects(noun, "of", "by")), None)
    who = scene.actors.resolve(owner)
    host = tuple(side for side in sides if side not in who.parties)
    if len(who.parties) == 1 and len(host) == 1:
        telling = Telling(noun, *noun_bounds(noun))
        told = make_visit(scene, "called-off", telling, who, host[0])
        yield msgspec.structs.replace(told, status=status)


def called_off_round(scene: Scene, noun: Token) -> Iterator[Sighting]:
    """ "The Annual Leaders' |Meeting| planned for May had been postponed": of a mechanism by its name."""
    name = series_of(scene.words.rounds, noun) if noun.pos_ == "PROPN" else None
    for told in called_off(scene, noun, grammar.governing_verb(noun), "dialogue") if name else ():
        yield msgspec.structs.replace(told, series=name, ordinal=ordinal_of(noun))


def is_off_unsaid(sighting: Sighting) -> bool:
    """Whether it tells that something was called off, without saying between whom."""
    return sighting.status in ("cancelled", "postponed") and len(sighting.parties) < _A_PAIR


def _sides(scene: Scene, noun: Token) -> tuple[str, ...]:
    """The two states that the phrase names; else the two at the table, where it names no other."""
    named = unique(m.code for m in scene.parties_in_phrase(noun) if m.form != "capital" and is_state(m.code))
    if len(named) >= _A_PAIR:
        return named
    pair = scene.actors.pair(noun.idx)
    known = len(pair) == _A_PAIR and all(map(is_state, pair))
    return pair if known and set(named) <= set(pair) else ()
