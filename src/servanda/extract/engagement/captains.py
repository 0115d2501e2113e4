"""Calls that the captains of ships pay in port: "The commanding officers of the two ships called on Rear
Admiral X". The parser takes "ships called" for one thing, and the ships' state stands by their names or in
what was told before, so that the phrase is read as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from servanda.codebook.engagements import engagement_words
from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.analysis import unique
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.sighting import Sighting, Telling, make
from servanda.extract.engagement.tokens import lemma_of

_HOLDERS = frozenset({"captain", "officer", "commander", "skipper", "master", "crew"})
_CALLING = re.compile(
    r"\b(?:call(?:s|ed)? on|pa(?:id|ys?) (?:\w+ ){0,2}(?:courtesy |official )?(?:call|visit)s?\b|met\b|"
    r"(?:was|were) (?:also )?received by|ha(?:d|s|ve) (?:a )?(?:\w+ ){0,2}(?:meeting|talks|discussions) with|"
    r"held (?:\w+ ){0,2}(?:meeting|talks|discussions) with|exchanged (?:views|mementos|plaques|crests) with)",
    re.IGNORECASE,
)
_SHIP = 6
"""Tokens behind "of" in which the ship is named."""


def captains_call(scene: Scene, noun: Token) -> Iterator[Sighting]:
    """The call that the captain or captains pay in this sentence: of the ships' state, and of the other state
    that is named behind the call."""
    if lemma_of(noun) not in _HOLDERS or noun.i + 2 >= len(noun.doc):
        return
    text, sentence = scene.analysis.text, noun.sent
    call = _CALLING.search(text, noun.idx, sentence.end_char)
    if call is None or not (_is_of_ships(noun) or _is_hers(noun)):
        return
    flag = _flag(scene, noun, call.start())
    hosts = _hosts(scene, call.end(), sentence.end_char)
    host = next((code for code in hosts if code != flag and is_state(code)), None)
    verb = next((t for t in sentence if t.idx >= call.start()), None)
    if flag is None or verb is None or (host is None and not scene.names(verb.i, sentence.end - 1)):
        return
    host = host or next((code for code in scene.actors.pair(noun.idx) if code != flag), None)
    if host is None:
        return
    right = grammar.trim_right(noun.doc, noun.i, sentence.end - 1)
    sides = Actor((flag, host), None, False, "the ships' state and the port's")
    yield make(
        scene, "meeting", f"captain:{lemma_of(noun)}", Telling(noun, noun.left_edge.i, right, None), [sides]
    )


def _is_of_ships(noun: Token) -> bool:
    """ "captains |of the two Indian ships|", "of INS Tarkash"."""
    if noun.nbor().lower_ != "of":
        return False
    words = engagement_words().exercises
    near = noun.doc[noun.i + 2 : noun.i + 2 + _SHIP]
    return any(lemma_of(t) in words.ships or t.text in words.ship_prefixes for t in near)


def _is_hers(noun: Token) -> bool:
    """ "|Her| captain", "|the ship's| commanding officer"."""
    words = engagement_words().exercises
    owners = [c for c in noun.lefts if c.dep_ == "poss"]
    return any(t.text in {"Her", "her", "Its", "its"} or lemma_of(t) in words.vessels for t in owners)


def _flag(scene: Scene, noun: Token, end: int) -> str | None:
    """The state of the ships: of their letters, of the one named in the phrase, else of the ships in port."""
    prefixes = scene.words.exercises.ship_prefixes
    near = [t for t in noun.doc[noun.i : noun.i + 2 + _SHIP] if t.text in prefixes]
    if near:
        return prefixes[near[0].text]
    named = unique(m.code for m in scene.analysis.parties_in(noun.sent.start_char, end) if is_state(m.code))
    if len(named) == 1:
        return named[0]
    pair = scene.actors.pair(noun.idx)
    return pair[0] if not named and len(pair) > 1 else None


def _hosts(scene: Scene, start: int, end: int) -> tuple[str, ...]:
    """The parties named behind the call, of people and of places."""
    people = (person.party for _, person in scene.analysis.names_in(start, end))
    named = (m.code for m in scene.analysis.parties_in(start, end))
    return unique([*people, *named])
