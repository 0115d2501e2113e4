"""Talks with others, told by no more than "with": "held talks with President X, |as well as with cabinet
ministers|", "met with the Premier |and separately with the Speaker|"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from spacy.tokens import Token

from servanda.extract import grammar
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.sighting import Sighting, Telling, links_others, make
from servanda.extract.engagement.tokens import is_verb, lemma_of

_LINKS = frozenset({"as", "well", "and", "also", "separately"})
_MEETING = frozenset({"meet", "confer"})


def also_with(scene: Scene, link: Token) -> Iterator[Sighting]:
    """The talks of those who held the first with the others behind `link`, who are on the other side."""
    if not links_others(scene, link):
        return
    told = _told_before(scene, link)
    others = [t for t in link.children if t.dep_ == "pobj"]
    if told is None or not others:
        return
    verb = told if is_verb(told) else grammar.governing_verb(told)
    if verb is None or grammar.is_unreal(verb):
        return
    doer, first = grammar.doer_of(verb), _first_partner(told, verb)
    if doer is None or first is None or scene.analysis.person_of(first) is None:
        return
    partners = grammar.with_conjuncts(others[0])
    actors = [*scene.who(doer), *scene.who(*partners), *scene.who(first)]
    sides = [a.parties for a in scene.who(doer)]
    theirs = [a.parties for a in scene.who(*partners) if a.parties]
    if not sides or (theirs and all(parties == sides[0] for parties in theirs)):
        return
    right = max(partner.right_edge.i for partner in partners)
    telling = Telling(others[0], _linked_from(link), right, verb)
    told_again = make(scene, "meeting", f"also-with:{lemma_of(told)}", telling, actors)
    people = tuple(name for name in told_again.people if name != scene.actors.resolve(first).person)
    yield msgspec.structs.replace(told_again, people=people, partner=others[0].lower_, collective=False)


def _told_before(scene: Scene, link: Token) -> Token | None:
    """The "talks" or the "met" that the first "with" hangs on, in the same sentence."""
    for word in reversed(link.doc[link.sent.start : link.i]):
        if any(c.lower_ == "with" and c.i < link.i for c in word.children):
            talks = scene.words.noun_type(lemma_of(word)) == "meeting" or lemma_of(word) in _MEETING
            return word if talks else None
    return None


def _first_partner(told: Token, verb: Token) -> Token | None:
    found = grammar.prep_objects(told, "with") or grammar.prep_objects(verb, "with")
    return found[0] if found else None


def _linked_from(link: Token) -> int:
    """The first word of "|as well as| with", "|and also| with"."""
    first = link.i
    while first > link.sent.start and link.doc[first - 1].lower_ in _LINKS:
        first -= 1
    return first
