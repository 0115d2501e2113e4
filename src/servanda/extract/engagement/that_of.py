"""A visit told by a pronoun beside another: "The visit follows |that of Minister X to Peru in August|", "the
first since |that of President Y in 2019|"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.engagement.looked_back import own_time
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.sighting import Sighting, Telling, make_visit
from servanda.extract.engagement.tokens import lemma_of

_A_PAIR = 2


def that_of(scene: Scene, that: Token) -> Iterator[Sighting]:
    """The visit of somebody named, with its country or its time."""
    doers = grammar.prep_objects(that, "of") if that.lower_ == "that" else []
    if not doers or not _stands_for_a_visit(scene, that):
        return
    who = scene.actors.resolve(doers[0])
    goal = next((t for t in _goals(that, doers[0]) if scene.country_of(t)), None)
    host = scene.country_of(goal) if goal is not None else _other(scene, that, who)
    last = goal if goal is not None else doers[0]
    time = own_time(scene, last)
    if who.person is None or len(who.parties) != 1 or host is None or host in who.parties:
        return
    if goal is None and time is None:
        return
    right = max(last.right_edge.i, last.i)
    if time is not None:
        right = max(t.i for t in that.sent if t.idx < time.end)
    yield make_visit(scene, "that-of", Telling(that, that.i, right), who, host)


def _stands_for_a_visit(scene: Scene, that: Token) -> bool:
    """ "|The visit| follows that of", "the first such |visit| since that of": the noun told last."""
    before = (t for t in reversed(that.doc[that.sent.start : that.i]) if t.pos_ == "NOUN" and not _counts(t))
    noun = next(before, None)
    return noun is not None and scene.words.noun_type(lemma_of(noun)) == "visit"


def _goals(that: Token, doer: Token) -> list[Token]:
    """ "that of X |to Peru|", which the parser may hang on the verb."""
    own = [t for t in that.subtree if t.head.lower_ == "to"]
    return own or [t for t in grammar.prep_objects(that.head, "to") if t.head.i == doer.right_edge.i + 1]


def _counts(noun: Token) -> bool:
    """ "a |year| after that of", "on the |heels| of that of"."""
    return lemma_of(noun) in {"day", "week", "month", "year", "decade", "heel", "wake", "footstep"}


def _other(scene: Scene, that: Token, who: Actor) -> str | None:
    pair = scene.actors.pair(that.idx)
    others = [code for code in pair if code not in who.parties and is_state(code)]
    return others[0] if len(pair) == _A_PAIR and len(others) == 1 else None
