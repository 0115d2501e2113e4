"""What is to arrive, to begin or to be ready, told of the thing or the people themselves: "The first two
boats will arrive in 2025", "A first course of twenty is to begin in May", "The rest will be here by May"."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.codebook.lots import lot_verbs
from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.commitment.deliveries import is_ahead, to_come
from servanda.extract.commitment.found import Talk, Undertaking
from servanda.extract.grammar.dependents import auxiliaries
from servanda.extract.lots import lot_of
from servanda.extract.lots_time import has_a_time, is_set_aside, is_timetabled
from servanda.extract.lots_ways import Lot
from servanda.extract.owned import OWNING, new_owner
from servanda.extract.speech import reported_by


def lot_to_come(verb: Token, talk: Talk) -> Undertaking | None:
    """What one of the two at the table will give or send to the other; of both where it is not told which."""
    if verb.lemma_.lower() not in lot_verbs() or not _is_to_come(verb, talk):
        return None
    if grammar.is_unreal(verb) or grammar.is_negated(verb):
        return None
    lot = lot_of(verb, talk.actors)
    if lot is None:
        return None
    said_by = reported_by(verb, talk.actors)
    if said_by.parties and not set(said_by.parties) <= set(lot.pair):
        return None
    return to_come(verb, "lot", _speaker(lot, said_by), lot.taker, "what is to go over, part by part")


def to_be_owned(verb: Token, talk: Talk) -> Undertaking | None:
    """As in "By May the boats *will be yours*", "The jets *will become* Romanian": by the other one."""
    if verb.lemma_.lower() not in OWNING or grammar.is_unreal(verb):
        return None
    by_then = verb.lemma_ == "be" and grammar.has_child(verb, "prep", words={"by", "from"})
    if not (by_then or is_ahead(verb)):
        return None
    taker = new_owner(verb, talk.actors)
    giver = talk.actors.other_of_pair(verb.idx, taker)
    if len(giver) != 1:
        return None
    said_by = reported_by(verb, talk.actors)
    quoted = said_by if said_by.parties else talk.actors.quoted(verb)
    speaker = Actor(
        giver, quoted.person if quoted.parties == giver else None, False, "whose they are till then"
    )
    return to_come(verb, "owned", speaker, taker, "what is to belong to the other side")


def _is_to_come(verb: Token, talk: Talk) -> bool:
    """As in "will arrive", "*would* follow *in 2026*", "*should* be there *by May*", "*follows in 2026*",
    "forty places *are reserved*"."""
    if is_ahead(verb) or is_timetabled(verb, talk.analysis) or is_set_aside(verb):
        return True
    supposed = auxiliaries(verb) & {"would", "should"} and verb.dep_ in {"ROOT", "conj"}
    return bool(supposed) and has_a_time(verb, talk.analysis)


def _speaker(lot: Lot, said_by: Actor) -> Actor:
    if not lot.giver:
        return Actor(lot.pair, None, True, "the two at the table")
    person = said_by.person if said_by.parties == lot.giver else None
    return Actor(lot.giver, person, False, "whose it is, or from where it goes")
