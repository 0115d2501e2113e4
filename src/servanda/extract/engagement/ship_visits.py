"""Visits of ships told by a noun: "the visit of USS Blue Ridge to Cam Ranh in July", "the port call of the
frigate at Goa". The parser hangs port and time anywhere, so that the phrase is read as it stands."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from spacy.tokens import Token

from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.engagement.looked_back import own_time
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.ships import flag_of, is_of_a_ship
from servanda.extract.engagement.sighting import Sighting, Telling, make
from servanda.extract.engagement.tokens import SUBJECTS, has_before, has_child, lemma_of, owner_of

_REACH = 20
"""Tokens behind the noun in which the port stands."""
_NO_ONE = frozenset({"no", "any", "each", "every"})
_WHOSE = frozenset({"of", "by"})
_TO_PORT = frozenset({"to", "at", "in"})
_BETWEEN = frozenset({"ADP", "DET", "PROPN", "NOUN", "NUM", "ADJ", "CCONJ", "PUNCT", "SYM", "X"})
"""What stands between the noun and the port, besides."""


def ships_visit(scene: Scene, noun: Token) -> Iterator[Sighting]:
    """The visit of a ship that `noun` names together with the port: of the ship's state and the port's."""
    words = scene.words.exercises
    if lemma_of(noun) not in words.port_call_nouns | words.stopovers or _is_none(scene, noun):
        return
    ship = _ship(scene, noun)
    port = _port(scene, noun) if ship is not None else None
    if ship is None or port is None:
        return
    host = scene.country_of(port)
    owner = flag_of(scene, ship) or next((c for c in scene.states_in_phrase(ship) if c != host), None)
    if host is None and owner is not None:  # "to RAAF Base Tindal": of the other of two
        host = next((code for code in scene.actors.other_of_pair(noun.idx, (owner,)) if is_state(code)), None)
    if host is None:
        return
    others = scene.actors.others(noun.idx, (host,))
    owner = owner or (others[0] if len(others) == 1 and is_state(others[0]) else None)
    if owner is None or owner == host:
        return
    time = own_time(scene, noun)
    if time is None and noun.tag_ == "NNS":
        return  # "visits of ships to Mumbai"
    last = next((t.i for t in reversed(noun.sent) if time and t.idx < time.end), port.i)
    verb = grammar.governing_verb(noun)
    shown_by = verb if verb is not None and noun.dep_ in SUBJECTS else None
    telling = Telling(noun, noun.left_edge.i, max(port.i, last, _end_of(ship)), shown_by)
    sighting = make(scene, "exercise", "ship", telling, [Actor((owner, host))])
    mention = scene.analysis.party_of(port)
    town = mention is None or mention.form == "capital"
    place = port.doc[port.left_edge.i : port.i + 1].text if town else None
    yield msgspec.structs.replace(sighting, country=host, place=place, people=())


def _end_of(ship: Token) -> int:
    """ "the carrier |Cavour|", whichever of the words the parser hangs the name on."""
    end = ship.i
    while end + 1 < ship.sent.end and ship.doc[end + 1].pos_ == "PROPN":
        end += 1
    return end


def _is_none(scene: Scene, noun: Token) -> bool:
    """ "any visit of a ship", "no port calls"; and the call that ships "will make" is read by its verb."""
    verb = grammar.governing_verb(noun)
    made = noun.dep_ == "dobj" and verb is not None and lemma_of(verb) in scene.words.exercises.calling
    call = lemma_of(noun) == "call" and not has_before(noun, {"port"})
    return (
        made or has_child(noun, scene.words.visits.vague | _NO_ONE) or (call and owner_of(noun) is not None)
    )


def _ship(scene: Scene, noun: Token) -> Token | None:
    """ "USS Blue Ridge" of "USS Blue Ridge's visit", "the visit of USS Blue Ridge", "the call at Goa of"."""
    owner = owner_of(noun)
    links = (t for t in _phrase_behind(noun) if t.lower_ in _WHOSE)
    named = [c for link in links for c in link.children if c.dep_ == "pobj"]
    named = named if owner is None else [owner, *named]
    return next((t for t in named if t.pos_ != "PRON" and is_of_a_ship(scene, t)), None)


def _phrase_behind(noun: Token) -> Iterator[Token]:
    """The words behind the noun, up to the next verb."""
    for token in noun.doc[noun.i + 1 : min(noun.i + 1 + _REACH, noun.sent.end)]:
        if token.pos_ not in _BETWEEN:
            return
        yield token


def _port(scene: Scene, noun: Token) -> Token | None:
    """ "Nang" in "the visit of USS Ronald Reagan to Da Nang"."""
    for token in _phrase_behind(noun):
        if token.lower_ in _TO_PORT:
            goals = (c for c in token.children if c.dep_ == "pobj" and not scene.is_in_a_date(c))
            if (port := next((c for c in goals if c.pos_ == "PROPN"), None)) is not None:
                return port
    return None
