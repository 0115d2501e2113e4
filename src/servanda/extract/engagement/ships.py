"""What names a ship, and under whose flag it sails: "two warships", "INS Tarkash", "a task group"."""

from __future__ import annotations

import re

from spacy.tokens import Token

from servanda.extract import grammar
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.tokens import SUBJECTS, lemma_of

_CALLED = 5
"""Tokens before the name of a ship in which it is called one: "Naval Ship (INS) Sukanya"."""
_LONGEST_KIND = 12
"""Characters before the name of a ship in which its letters or its kind stand."""
_OF_PHRASES = frozenset({"NOUN", "ADJ", "PROPN"})
_AFLOAT = frozenset({"naval", "navy", "maritime", "ship", "ships", "fleet"})
"""Words in a phrase that make a task group or task force one of ships."""


def is_of_a_ship(scene: Scene, noun: Token | None) -> bool:
    """ "two warships", "the Indian Naval Ship (INS) Sukanya"."""
    if noun is None or _is_ship(scene, noun):
        return noun is not None
    before = noun.doc[max(noun.sent.start, noun.i - _CALLED) : noun.i]
    if noun.pos_ != "PROPN" or scene.analysis.person_of(noun) is not None:
        return False
    called = any(lemma_of(t) in scene.words.exercises.vessels for t in before)
    return called or _ship_named(scene, noun) is not None


def _ship_named(scene: Scene, noun: Token) -> str | None:
    """ "HMCS" or "frigate" of "Vancouver", which the text has called so before."""
    if noun.dep_ not in SUBJECTS:
        return None
    first = noun.left_edge.i + (noun.left_edge.lower_ == "the")
    name = noun.doc[first : noun.i + 1].text
    if not name[:1].isupper():
        return None
    words, text = scene.words.exercises, scene.analysis.text
    so_called = re.compile(rf" {re.escape(name)}(?!\w)")
    for told in so_called.finditer(text, 0, noun.idx - 1):
        at = told.start()
        before = text[max(0, at - _LONGEST_KIND) : at].replace(")", "").replace("(", " ").split()
        if before and (before[-1] in words.ship_prefixes or before[-1].lower() in words.vessels):
            return before[-1]
    return None


def _is_ship(scene: Scene, noun: Token) -> bool:
    """ "two warships", "the frigate Bayern", "the frigate X and the support ship Y"."""
    words = scene.words.exercises.ships
    named = [t for n in grammar.with_conjuncts(noun) for t in (n, *n.lefts) if t.dep_ != "poss"]
    by_kind = any(lemma_of(t) in words or is_vessel(scene, t) for t in named)
    return is_task_group(noun) or by_kind or flag_of(scene, noun) is not None


def is_vessel(scene: Scene, word: Token) -> bool:
    """ "frigate", and the "Ships" of "Indian Naval Ships Delhi and Kiltan"."""
    kinds = scene.words.exercises.vessels
    return lemma_of(word) in kinds or (word.pos_ == "PROPN" and word.lower_.removesuffix("s") in kinds)


def is_task_group(noun: Token) -> bool:
    """ "a three-ship |task group| of the Pakistan Navy"."""
    task = any(t.lower_ == "task" for t in noun.lefts)
    return task and any(t.lower_ in _AFLOAT for t in noun.subtree)


def phrase_left(noun: Token) -> int:
    """Where "Indian naval ships |Tarkash|" begins, of which the parser cuts off what the ship is."""
    left = noun.left_edge.i
    while noun.pos_ == "PROPN" and left > noun.sent.start and noun.doc[left - 1].pos_ in _OF_PHRASES:
        left = noun.doc[left - 1].left_edge.i
    return left


def flag_of(scene: Scene, noun: Token) -> str | None:
    """IN of "INS Tarkash", and of "Tarkash" where the text has called it so before."""
    prefixes = scene.words.exercises.ship_prefixes
    before = list(noun.doc[phrase_left(noun) : noun.i])
    for name in noun.rights:  # "the destroyer |JS Ariake|"
        if name.dep_ == "appos" and lemma_of(noun) in scene.words.exercises.ships:
            before += noun.doc[name.left_edge.i : name.i]
    own = next((prefixes[t.text] for t in before if t.text in prefixes), None)
    if own is not None or noun.pos_ != "PROPN":
        return own
    return prefixes.get(_ship_named(scene, noun) or "")
