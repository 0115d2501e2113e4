"""Visits of ships to a port of another state: "the frigate docked in Colombo", "two warships will call"."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
from spacy.tokens import Token

from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.analysis import unique
from servanda.extract.clauses import is_repeated
from servanda.extract.engagement.exercises import is_to_sea
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.ships import flag_of, is_of_a_ship, is_task_group, is_vessel, phrase_left
from servanda.extract.engagement.sighting import Sighting, Telling, make
from servanda.extract.engagement.tokens import has_child, lemma_of
from servanda.extract.goods import brings_a_visitor

_OF_FORCES = frozenset({"military", "naval", "navy", "force", "combat"})
_DELIVERED = re.compile(
    r"\b(?:deliver|batch|purchas|bought|buy|acqui|donat|hand(?:ed|ing)?[ -]?over)", re.IGNORECASE
)
"""What tells that a ship or an aircraft comes to stay."""
_NAVIES = frozenset({"navy", "guard", "fleet", "coastguard", "squadron", "force"})
_GROUPS = frozenset({"squadron", "flotilla"})
_PORTS_OF = frozenset({"at", "in"})


def tells_of_port_call(scene: Scene, verb: Token) -> bool:
    """ "The frigate docked", "two warships will call"."""
    words = scene.words.exercises
    told = lemma_of(verb) in words.port_calls or lemma_of(verb) in words.calling
    if not told and not _reaches_a_port(scene, verb) and not _lies_in_port(scene, verb):
        return False
    if lemma_of(verb) in words.calling and _call_of(scene, verb) is None:
        return False
    subject = grammar.subject_of(verb)
    if subject is not None and brings_a_visitor(scene.analysis, subject):
        return False
    return is_of_a_ship(scene, subject) or _is_afloat(scene, verb, subject)


def _is_afloat(scene: Scene, verb: Token, subject: Token | None) -> bool:
    """ "The Bayern |lay| in Goa harbour": what else "the" with a name does not lie, or dock."""
    if lemma_of(verb) not in scene.words.exercises.afloat or subject is None or subject.pos_ != "PROPN":
        return False
    if not has_child(subject, {"the"}) or scene.analysis.person_of(subject) is not None:
        return False
    return not scene.parties_in_phrase(subject) and lemma_of(subject) not in scene.words.mechanisms


def _reaches_a_port(scene: Scene, verb: Token) -> bool:
    """ "arrived at Port Klang on a goodwill visit", "sailed into the harbour of Haifa"."""
    words = scene.words.exercises
    if lemma_of(verb) not in words.reaching:
        return False
    together = grammar.prep_objects(verb, "with", "alongside") or has_child(verb, {"together"})
    if (lemma_of(verb) in words.drilling or is_to_sea(verb)) and together:
        return False  # "will sail with ships of Japan"
    ship = grammar.subject_of(verb)
    if ship is not None and flag_of(scene, ship) is not None:
        return True
    if lemma_of(verb) == "put" and has_child(verb, {"in", "into"}):
        return True
    if ship is not None and _is_owned_vessel(scene, ship):
        return True
    if ship is not None and is_task_group(ship) and scene.parties_in_phrase(ship):
        return True
    if ship is not None and (_is_warship(scene, ship) or _is_afloat(scene, verb, ship)):
        return not any(_is_of_drill(scene, t) for t in verb.subtree)  # "will come to train with"
    return _is_at_a_port(scene, verb)


def _is_of_drill(scene: Scene, word: Token) -> bool:
    return scene.words.noun_type(lemma_of(word)) == "exercise" or (
        word.tag_ == "VB" and lemma_of(word) in scene.words.exercises.drilling
    )


def _is_warship(scene: Scene, ship: Token) -> bool:
    """ "the frigate |Bayern|", "two Rafale |fighters|", "military |aircraft|", where the text tells of none
    that are delivered."""
    words = scene.words.exercises
    named = ship.doc[phrase_left(ship) : ship.i + 1]
    beside = ship.nbor(-1) if ship.i > ship.sent.start else ship
    one = ship.pos_ == "PROPN" or lemma_of(ship) in words.ships or lemma_of(beside) in words.warships
    by_arms = lemma_of(ship) in words.ships and any(t.lower_ in _OF_FORCES for t in named)
    kinds = {lemma_of(t) for t in named} & words.warships
    if not scene.analysis.parties_in(named[0].idx, ship.idx):
        # "The fighters came", "the bomber X came": men, as likely as not; "a submarine came": nobody's
        by_arms, kinds = False, kinds - words.also_people if ship.pos_ == "PROPN" else set()
    told = (by_arms or bool(kinds)) and not has_child(ship, {"from", "for"})
    told = told and not any(t.lower_ in words.of_people for t in named)
    return told and one and _DELIVERED.search(scene.analysis.text) is None


def _is_owned_vessel(scene: Scene, ship: Token) -> bool:
    """ "The Spanish |frigate|", "the Spanish patrol vessel |Furor|", "two ships |of the French Navy|",
    "Indian Naval Ships |Delhi| and Kiltan", that float: they arrive at a port."""
    named = ship.doc[phrase_left(ship) : ship.i + 1]
    if lemma_of(ship) in _GROUPS or any(is_vessel(scene, t) for t in named):
        by_name = lemma_of(ship) not in _GROUPS and scene.analysis.parties_in(named[0].idx, ship.idx)
        return bool(by_name) or _is_of_a_navy(scene, ship)
    return False


def _is_of_a_navy(scene: Scene, ship: Token) -> bool:
    """ "two ships |of the Royal Australian Navy|"."""
    owners = grammar.prep_objects(ship, "of", "from")
    return any(t.lower_ in _NAVIES and scene.states_in_phrase(t) for t in owners)


def _is_at_a_port(scene: Scene, verb: Token) -> bool:
    """ "tied up |at the pier|"."""
    left, right = grammar.clause_bounds(verb)
    around = verb.doc[left : right + 1].text.lower()
    return any(port in around for port in scene.words.exercises.ports)


def _lies_in_port(scene: Scene, verb: Token) -> bool:
    """ "are in Manila for a port call and goodwill visit"."""
    if lemma_of(verb) != "be" or not grammar.prep_objects(verb, "in", "at"):
        return False
    ship = grammar.subject_of(verb)
    known = ship is not None and (scene.owner_before(ship) or flag_of(scene, ship) is not None)
    if verb.tag_ in {"VBN", "VBD"} and known and is_of_a_ship(scene, ship):
        return _is_dated(scene, verb) or _is_at_a_port(scene, verb)  # "have been at Ream since December"
    purposes = (t.lower_ for noun in grammar.prep_objects(verb, "for", "on") for t in noun.subtree)
    return bool(set(purposes) & {"port", "goodwill"})


def _is_dated(scene: Scene, verb: Token) -> bool:
    return bool(scene.analysis.dates_in(*scene.stretch(verb)))


def _call_of(scene: Scene, verb: Token) -> Token | None:
    """ "make a *port call*", "made a *stopover*", "made a *call* at Goa"."""
    words = scene.words.exercises
    calls = [c for c in verb.children if c.dep_ == "dobj"]
    named = (c for c in calls if lemma_of(c) in words.port_call_nouns and _is_at_port(verb, c))
    return next(named, next((c for c in calls if lemma_of(c) in words.stopovers), None))


def _is_at_port(verb: Token, noun: Token) -> bool:
    """ "a |port| call", "a call |at Goa|"."""
    at = [t for word in (noun, verb) for t in grammar.prep_objects(word, *_PORTS_OF)]
    return has_child(noun, {"port"}) or (lemma_of(noun) == "call" and any(t.pos_ == "PROPN" for t in at))


def port_call(scene: Scene, verb: Token) -> Iterator[Sighting]:
    """ "A French frigate will call in Viet Nam": the ship's party and the port's."""
    ship = grammar.subject_of(verb)
    leaves = lemma_of(verb) in {"leave", "depart"} and not grammar.prep_objects(verb, "for", "to")
    if ship is None or (leaves and grammar.is_planned(verb)):  # "will leave on Friday" ends a call
        return
    if verb.tag_ in {"VBP", "VBZ"} and is_repeated(verb):
        return  # "frequently pay port calls to Kenya"
    goals = [c for c in verb.rights if c.dep_ == "dobj"]
    goals += grammar.prep_objects(verb, "in", "at", "to", "into")
    goals += grammar.prep_objects(verb, "on")  # "on the coast of Peru", but "on its way from Peru"
    goals = [goal for goal in goals if scene.analysis.person_of(goal) is None]
    goals += [
        part for goal in goals for part in (*grammar.prep_objects(goal, "of", "in", "at"), *_added(goal))
    ]
    call = _call_of(scene, verb)
    if call is not None:
        goals += grammar.prep_objects(call, "in", "at", "to")
    host = next((code for noun in goals if (code := scene.country_of(noun))), None)
    before = scene.analysis.parties_in(*grammar.text_between(ship.doc, phrase_left(ship), ship.i))
    owners = unique(m.code for m in before) or _owners_in_phrase(scene, verb, ship)
    flag = flag_of(scene, ship)
    owners = (flag,) if flag is not None and len(owners) != 1 else owners
    if host is not None and not owners:
        owners = scene.actors.others(verb.idx, (host,))
    in_it = any(lemma_of(noun) == "country" and has_child(noun, {"the"}) for noun in goals)
    if host is None and len(owners) == 1 and (in_it or _is_at_a_port(scene, verb)):
        # "tied up at the pier": in the other state of which the text tells
        others = scene.actors.others(verb.idx, owners)
        host = others[0] if len(others) == 1 and is_state(others[0]) else None
    if host is None or len(owners) != 1 or host in owners:
        return
    telling = Telling(verb, *scene.clause(verb, ship))
    sighting = make(scene, "exercise", "ship", telling, [Actor((owners[0], host))])
    yield msgspec.structs.replace(sighting, country=host)


def _owners_in_phrase(scene: Scene, verb: Token, ship: Token) -> tuple[str, ...]:
    """Of "two frigates |of Peru|", not of the clause on them: "the two Rafales that landed |at Mumbai|"."""
    aside = range(verb.left_edge.idx, verb.right_edge.idx + 1) if verb.dep_ in {"relcl", "acl"} else range(0)
    return unique(m.code for m in scene.parties_in_phrase(ship) if m.start not in aside)


def _added(noun: Token) -> list[Token]:
    """ "Port Klang, |Malaysia|"."""
    return [c for c in noun.children if c.dep_ == "appos"]
