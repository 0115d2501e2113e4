"""Works and ships that are to be begun: "the keel of the first ship will be laid in May"."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.begun import begun, two_of_it
from servanda.extract.commitment.deliveries import is_ahead, to_come
from servanda.extract.commitment.found import Talk, Undertaking
from servanda.extract.speech import reported_by


def works_to_begin(verb: Token, talk: Talk) -> Undertaking | None:
    """What is to be begun, as a common work of the two at the table."""
    told = begun(verb) if is_ahead(verb) else None
    if told is None or grammar.is_unreal(verb) or grammar.is_negated(verb):
        return None
    pair = two_of_it(verb, told, talk.actors)
    if not pair or not set(reported_by(verb, talk.actors).parties) <= set(pair):
        return None
    both = Actor(pair, None, True, "the two at the table")
    return to_come(verb, "begun", both, (), "works that are to be begun")
