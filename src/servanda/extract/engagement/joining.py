"""Forces of one state that join those of another: "Canada joined Japan for naval manoeuvres", "two frigates
will join the carrier strike group of HMS X"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.analysis import unique
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.ships import flag_of, is_of_a_ship
from servanda.extract.engagement.sighting import Sighting, Telling, make
from servanda.extract.engagement.tokens import lemma_of

_FOR = ("for", "in", "on", "during")
_GROUPS = frozenset({"strike", "task", "carrier", "battle", "maritime", "amphibious", "naval"})
"""Words before "group" or "force" that make it one of ships."""


def tells_of_joining(scene: Scene, verb: Token) -> bool:
    """ "joined X for manoeuvres", "joined the carrier strike group"."""
    if lemma_of(verb) != "join" or grammar.is_passive(verb):
        return False
    return bool(_drills(scene, verb)) or any(_is_group_of_ships(c) for c in grammar.objects_of(verb))


def joined(scene: Scene, verb: Token) -> Iterator[Sighting]:
    """The exercise or voyage of all that are named, by state, flag or adjective."""
    subject = grammar.subject_of(verb)
    whom = grammar.objects_of(verb)
    if subject is None or grammar.is_unreal(verb):
        return
    mine = _sides(scene, subject) or (
        scene.actors.resolve(subject).parties if not is_of_a_ship(scene, subject) else ()
    )
    theirs = unique(code for noun in whom for code in _sides(scene, noun))
    if not mine and len(theirs) == 1:
        mine = scene.actors.others(verb.idx, theirs)
    states = unique([*mine, *theirs])
    if not mine or not set(states) - set(mine):
        return
    telling = Telling(verb, *scene.clause(verb, subject))
    yield make(scene, "exercise", "joined", telling, [Actor(states, None, True, "who join each other")])


def _drills(scene: Scene, verb: Token) -> list[Token]:
    """ "joined Japan |for naval manoeuvres|"."""
    words = (verb, *(c for c in verb.children if c.dep_ == "dobj"))
    nouns = (t for word in words for t in grammar.prep_objects(word, *_FOR))
    return [t for t in nouns if scene.words.noun_type(lemma_of(t)) == "exercise"]


def _is_group_of_ships(noun: Token) -> bool:
    """ "the |carrier strike group| of HMS X"."""
    return lemma_of(noun) in {"group", "force", "squadron", "flotilla"} and any(
        t.lower_ in _GROUPS for t in noun.lefts
    )


def _sides(scene: Scene, noun: Token) -> tuple[str, ...]:
    """The states of "Canada", "the Indian frigate X", "ships of Peru and Chile", "the group of HMS X"."""
    named = [m.code for m in scene.parties_in_phrase(noun) if is_state(m.code) and m.form != "capital"]
    flags = [flag for t in (noun, *grammar.prep_objects(noun, "of")) if (flag := flag_of(scene, t))]
    return unique([*named, *flags])
