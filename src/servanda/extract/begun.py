"""Works and ships that are begun: "work on the first frigate began", "steel was cut for the third vessel",
"the keel of the ship will be laid", "construction of the bridge is under way"."""

from __future__ import annotations

import msgspec
from spacy.tokens import Token

from servanda.codebook.activities import activity_words
from servanda.codebook.lots import lot_words
from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.actors import Actors
from servanda.extract.analysis import unique

_OF = ("on", "of", "for", "in")
_OF_SHIPS = frozenset({"steel", "keel"})
_WAY = frozenset({"way", "underway", "progress"})


class Begun(msgspec.Struct, frozen=True):
    """work   the word for what is begun: the work, the steel, the keel
    thing  what is built by it; None where it is not told"""

    work: Token
    thing: Token | None


def begun(verb: Token) -> Begun | None:
    """What a clause tells to be begun, at whatever time."""
    lemma, words = verb.lemma_.lower(), activity_words()
    subject, objects = grammar.subject_of(verb), grammar.objects_of(verb)
    passive = grammar.is_passive(verb)
    if lemma in words.first_works:
        near = [subject] if passive else objects
        work = next((t for t in near if t is not None and t.lemma_.lower() in words.first_works[lemma]), None)
        return Begun(work, _thing(verb, work)) if work is not None else None
    starts = lemma in {"begin", "start", "commence"} or (lemma == "be" and _is_under_way(verb))
    if not starts:
        return None
    building = next(
        (c for c in verb.children if c.dep_ == "xcomp" and c.lemma_.lower() in words.to_build), None
    )
    if building is not None and lemma != "be":
        return _built(building)
    near = [subject] if passive or not objects else objects
    work = next((t for t in near if t is not None and t.lemma_.lower() in words.building_work), None)
    return Begun(work, _thing(verb, work)) if work is not None else None


def two_of_it(verb: Token, told: Begun, actors: Actors) -> tuple[str, ...]:
    """The two at the table, of whose works the clause tells: it names one of them and no third, or what is
    built was told before; "a new bridge in Kenya" alone is no common work."""
    pair = actors.pair(verb.idx)
    left, right = grammar.clause_bounds(verb)
    left, right = min(left, told.work.left_edge.i), max(right, told.work.i)
    named = actors.analysis.parties_in(*actors.analysis.offsets(left, right))
    states = unique(m.code for m in named if is_state(m.code))
    if len(pair) != 2 or not all(map(is_state, pair)) or not set(states) <= set(pair):
        return ()
    if told.thing is None:
        return pair if told.work.lemma_.lower() in _OF_SHIPS and _are_ships_told(verb) else ()
    by_name = any(m.form != "capital" for m in named)
    anywhere = grammar.is_indefinite(told.thing) and len(states) == 1  # "a new bridge in Kenya": of one side
    return pair if (by_name and not anywhere) or _is_told_before(told.thing) else ()


def _thing(verb: Token, work: Token) -> Token | None:
    """The frigate of "work on the first *frigate*", "steel was cut for the *frigate*", "the first of the
    *frigates*"; none that is no ship, aircraft or work."""
    words = activity_words()
    behind = [t for near in (work, verb) for t in grammar.prep_objects(near, *_OF)]
    behind += [t for near in behind for t in grammar.prep_objects(near, "of")]
    built = words.works | words.moving | lot_words().ships | lot_words().works
    return next(
        (t for t in behind if t.lemma_.lower() in built or t.lower_ == "them" or _is_one_of_them(t)), None
    )


def _built(building: Token) -> Begun | None:
    """As in "began to *build* the first frigate", "started *building* it"."""
    words = activity_words()
    built = words.works | words.moving | lot_words().ships | lot_words().works
    made = [t for o in grammar.objects_of(building) for t in (o, *grammar.prep_objects(o, "of"))]
    thing = next((t for t in made if t.lemma_.lower() in built or _is_one_of_them(t)), None)
    return Begun(building, thing) if thing is not None else None


def _is_one_of_them(thing: Token) -> bool:
    """As in "the first *one*" of the ships told before."""
    return thing.lower_ == "one" and any(t.lower_ in activity_words().counting for t in thing.lefts)


def _is_told_before(thing: Token) -> bool:
    """As in "*the first* vessel", "the *corvettes*" of which was told, "the first of *them*"."""
    if thing.lower_ == "them":
        return True
    if thing.lower_ == "one":
        return _are_ships_told(thing)
    definite = grammar.has_child(thing, "det", words={"the", "these", "both", "all"})
    lemma = thing.lemma_.lower()
    before = any(t.lemma_.lower() == lemma for t in thing.doc[: thing.sent.start])
    ordered = any(t.lower_ in activity_words().counting for t in thing.lefts)
    return definite and (before or (ordered and lemma in activity_words().moving | lot_words().ships))


def _are_ships_told(verb: Token) -> bool:
    """As in "the three *corvettes* … when steel was cut at the yard"."""
    return any(t.lemma_.lower() in lot_words().ships for t in verb.doc[: verb.i])


def _is_under_way(verb: Token) -> bool:
    near = {c.lower_ for c in verb.children if c.dep_ in {"advmod", "acomp", "attr"}}
    return bool(near & _WAY) or any(t.lower_ in _WAY for t in grammar.prep_objects(verb, "under", "in"))
