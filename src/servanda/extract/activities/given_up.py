"""Help and works that were to be and are given up: "Norway has withdrawn its offer to train divers", "The
plan for a shipyard was dropped", "The line of credit has been taken off the table"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from servanda.codebook.activities import activity_words
from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.activities.scene import Found, Scene, clause_with

GIVEN_UP = "activity/given-up"
"""Rule by which it is read that nothing came of help or works."""
_A_PAIR = 2


def given_up(verb: Token, scene: Scene) -> Iterator[Found]:
    """What one side gives up, or what is told to have been given up, between the two at the table."""
    if grammar.is_negated(verb):
        return
    subject = grammar.subject_of(verb)
    active = verb.lemma_.lower() in activity_words().giving_up and not grammar.is_passive(verb)
    things = grammar.objects_of(verb) if active else [subject] if _is_off(verb) else []
    thing = next((t for t in things if t is not None and _is_to_come(t)), None)
    if thing is None:
        return
    left, right = clause_with(verb, subject)
    named = [m.code for m in scene.named(left, right) if is_state(m.code)]
    pair = scene.actors.pair(verb.idx)
    if len(pair) != _A_PAIR or not set(named) <= set(pair) or (active and not named):
        return
    rule, why = f"{GIVEN_UP}:{verb.lemma_.lower()}", "what is given up between the two"
    yield Found(trigger=verb, left=left, right=right, rule=rule, why=why, parties=pair)


def _is_off(verb: Token) -> bool:
    """ "was |scrapped|", "has been taken |off the table|", "|came to nothing|", "has |lapsed|"."""
    lemma, words = verb.lemma_.lower(), activity_words()
    if grammar.is_passive(verb) and lemma in words.giving_up:
        return True
    behind = {t.lower_ for c in verb.children if c.i > verb.i for t in (c, *c.children)}
    return bool(behind & words.come_to_nothing.get(lemma, frozenset())) or lemma in words.lapsing


def _is_to_come(thing: Token) -> bool:
    """Whether it is an offer, a plan or a doing that can be given up; not "a plan to invade"."""
    return thing.lemma_.lower() in activity_words().what_is_given_up
