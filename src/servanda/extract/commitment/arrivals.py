"""What is to arrive, to begin or to be ready, told of the thing or the people themselves: "The first two
boats will arrive in 2025", "A first course of twenty is to begin in May", "The rest will be here by May"."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.codebook.lots import lot_words
from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.commitment.deliveries import words_above
from servanda.extract.commitment.found import Talk, Undertaking, opens_at_report
from servanda.extract.grammar.dependents import auxiliaries, without_openers
from servanda.extract.lots import Lot, lot_of
from servanda.extract.speech import reported_by, reporter_of


def lot_to_come(verb: Token, talk: Talk) -> Undertaking | None:
    """What one of the two at the table will give or send to the other; of both where it is not told which."""
    if verb.lemma_.lower() not in lot_words().verbs or not _is_ahead(verb):
        return None
    if grammar.is_unreal(verb) or grammar.is_negated(verb):
        return None
    lot = lot_of(verb, talk.actors)
    if lot is None:
        return None
    said_by = reported_by(verb, talk.actors)
    if said_by.parties and not set(said_by.parties) <= set(lot.pair):
        return None
    left, right = grammar.clause_bounds(words_above(verb))
    left = without_openers(verb, left)
    speaker = _speaker(lot, said_by)
    return Undertaking(
        trigger=verb,
        speaker=speaker,
        content=(left, right),
        opens=opens_at_report(verb, left),
        rule=f"commitment/lot:{verb.lemma_.lower()}",
        act="pledge" if lot.giver else "agree",
        addressee=lot.taker,
        why="what is to go over, part by part",
    )


def _speaker(lot: Lot, said_by: Actor) -> Actor:
    if not lot.giver:
        return Actor(lot.pair, None, True, "the two at the table")
    person = said_by.person if said_by.parties == lot.giver else None
    return Actor(lot.giver, person, False, "whose it is, or from where it goes")


def _is_ahead(verb: Token) -> bool:
    """As in "will arrive", "is due to arrive", "said that it would arrive", "were to arrive"."""
    told = "would" in auxiliaries(verb) and reporter_of(verb) is not None
    return told or grammar.is_planned(verb) or words_above(verb) != verb
