"""Summits and sessions told by the way: "met on the sidelines of the SCO summit", "Minister X, in Lima for
the session, met", and in the heading of a speech: "Address by President X at the session of the Assembly"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import msgspec
from spacy.tokens import Token

from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.analysis import unique
from servanda.extract.engagement.conferences import conveners, names_a_gathering, number_of, series_told
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.sighting import Sighting, Telling, make
from servanda.extract.engagement.tokens import SUBJECTS, lemma_of, noun_bounds, stands_behind

_MARGINS = frozenset({"sideline", "sidelines", "margin", "margins", "fringe", "fringes"})
_ABOVE = 4
"""Words above the name of a gathering among which its margins are told."""
_OF_A_NAME = frozenset({"pobj", "conj"})
_OPENING = 4
"""Tokens that can open a heading before "speech": "Full text of the keynote"."""
_GIVEN = frozenset({"by", "of"})
_THERE = frozenset({"at", "to", "before", "during", "in"})


def told_by_the_way(scene: Scene, noun: Token) -> list[Sighting] | None:
    """What `noun` tells so, which may be nothing; None where it is to be read otherwise."""
    if noun.pos_ not in {"NOUN", "PROPN"}:
        return None
    if scene.tells_of_margins and _are_margins(noun):
        return list(_on_the_margins(scene, noun))
    if _is_speech(scene, noun):
        return list(_spoke_at(scene, noun))
    if _is_there_for(scene, noun):
        return list(_there_for(scene, noun))
    if noun.dep_ not in _OF_A_NAME or not scene.tells_of_margins:
        return None
    margins = next((t for t in islice(noun.ancestors, _ABOVE) if _are_margins(t) and t.i < noun.i), None)
    return [] if margins is not None and _gathering_of(scene, margins) == noun else None


def _are_margins(token: Token) -> bool:
    """ "sidelines", "side-lines", "margins"."""
    if token.lower_ in _MARGINS:
        return True
    return token.lower_ == "lines" and token.i > 1 and token.doc[token.i - 2].lower_ == "side"


def _on_the_margins(scene: Scene, margins: Token) -> Iterator[Sighting]:
    """The gathering on the margins of which the named ones met: they took part in it."""
    noun = _gathering_of(scene, margins)
    verb = grammar.governing_verb(margins)
    if noun is None or verb is None:
        return
    left = margins.head.i if margins.dep_ == "pobj" else margins.left_edge.i
    right = max(noun_bounds(noun)[1], noun.i)
    first, _ = scene.clause(verb, grammar.subject_of(verb))
    actors = scene.who(grammar.subject_of(verb))
    sighting = make(scene, "conference", "margins", Telling(noun, left, right, verb), actors)
    met = scene.names(min(first, left), left)
    yield _of_gathering(
        scene,
        msgspec.structs.replace(
            sighting,
            parties=unique([*sighting.parties, *(p.party for p in met)]),
            people=unique([*sighting.people, *(p.name for p in met)]),
        ),
    )


def _is_there_for(scene: Scene, noun: Token) -> bool:
    """ "Minister X, in Geneva for the |session| of the Council, met": of the one who is there."""
    return stands_behind(noun, "for") and _who_is_there(noun) is not None and names_a_gathering(scene, noun)


def _there_for(scene: Scene, noun: Token) -> Iterator[Sighting]:
    """The gathering for which somebody is where he does something else."""
    who = _who_is_there(noun)
    actor = scene.actors.resolve(who)
    if who is None or not actor.parties:
        return
    told = Telling(noun, who.left_edge.i, noun_bounds(noun)[1])
    yield _of_gathering(scene, make(scene, "conference", "there-for", told, [actor]))


def _who_is_there(noun: Token) -> Token | None:
    """Whom "in Geneva for the session" stands behind."""
    above = noun.head.head
    above = above.head if above.dep_ == "prep" and above.lower_ in {"in", "at"} else above
    return above if above.dep_ in SUBJECTS and above.i < noun.i and above.head.i > noun.i else None


def _is_speech(scene: Scene, noun: Token) -> bool:
    """Whether a speech opens a line that has no other verb: "Remarks by President X at"."""
    if noun.dep_ != "ROOT" or lemma_of(noun) not in scene.words.conferences.speeches:
        return False
    return noun.pos_ in {"NOUN", "PROPN"} and noun.i - noun.sent.start <= _OPENING


def _spoke_at(scene: Scene, speech: Token) -> Iterator[Sighting]:
    """The gathering at which the speech was given, with the one who gave it."""
    places = (t for t in speech.sent if t.dep_ == "pobj" and t.head.lower_ in _THERE and t.i > speech.i)
    noun = next((t for t in places if names_a_gathering(scene, t)), None)
    if noun is None or not _is_given(speech):
        return
    speaker = next((p for p in scene.names(speech.i, noun.i) if p.party), None)
    if speaker is None:
        return
    told = Telling(noun, speech.sent.start, grammar.trim_right(speech.doc, speech.i, speech.sent.end - 1))
    who = Actor.of(speaker, f"whose speech it is: {speaker.name}")
    sighting = make(scene, "conference", "speech", told, [who])
    yield _of_gathering(scene, msgspec.structs.replace(sighting, status="held", people=(speaker.name,)))


def _is_given(speech: Token) -> bool:
    """ "Speech delivered |by|", "Remarks |by|", "Address |of|"."""
    return any(c.lower_ in _GIVEN for word in (speech, *speech.rights) for c in word.rights)


def _gathering_of(scene: Scene, margins: Token) -> Token | None:
    """ "of |the SCO Plus Summit|": the first word of the phrase that is the name of one."""
    for noun in grammar.prep_objects(margins, "of", "at"):
        inside = sorted((t for t in noun.subtree if t.i >= noun.i), key=lambda t: t.i)
        return next((t for t in (noun, *inside) if names_a_gathering(scene, t)), None)
    return None


def _of_gathering(scene: Scene, sighting: Sighting) -> Sighting:
    noun = sighting.trigger
    return msgspec.structs.replace(
        sighting,
        parties=unique([*sighting.parties, *conveners(scene, noun, noun)]),
        ordinal=number_of(scene, noun),
        series=series_told(scene, noun),
    )
