"""Lines between two states that are to be opened: "Air India will start direct flights between Delhi and
Manila in October", "A ferry service between the two countries is to be launched"."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.commitment.deliveries import is_ahead, to_come
from servanda.extract.commitment.found import Talk, Undertaking
from servanda.extract.lines import is_between, is_opening, line_told
from servanda.extract.speech import reported_by


def line_to_come(verb: Token, talk: Talk) -> Undertaking | None:
    """A line between the two at the table that is told to come: by the side whose carrier runs it, else by
    both."""
    if not is_ahead(verb) or grammar.is_unreal(verb) or grammar.is_negated(verb) or not is_opening(verb):
        return None
    pair = talk.actors.pair(verb.idx)
    line = line_told(verb)
    if line is None or not is_between(verb, line, pair, talk.actors):
        return None
    said_by = reported_by(verb, talk.actors)
    if not set(said_by.parties) <= set(pair):
        return None
    doer = () if grammar.is_passive(verb) else talk.actors.resolve(grammar.subject_of(verb)).parties
    person = said_by.person if said_by.parties == doer else None
    speaker = Actor(doer, person, False, "whose carrier is to run it")
    taker: tuple[str, ...] = ()
    if len(doer) == 1 and doer[0] in pair:
        taker = talk.actors.other_of_pair(verb.idx, doer)
    else:
        speaker = Actor(pair, None, True, "the two between whom it runs")
    return to_come(verb, "line", speaker, taker, "what is to run between the two")
