"""The states of a journey behind the first: "visited Kenya, Rwanda and Togo", "a tour of Peru and Chile"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.analysis import unique
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.tokens import lemma_of

_OF_A_TOUR = {"tour": ("of",), "stop": ("at",), "stopover": ("at",)}
"""Prepositions before the goal of some journeys, besides "to" and "in"."""


def goals_of(noun: Token) -> list[Token]:
    """ "a visit to |Kenya| and |Rwanda|", "a tour of |Peru|"; what stands right behind the noun, where the
    parser hangs it on another word, and not what stands behind the next visit."""
    goals = grammar.prep_objects(noun, "to", "in", *_OF_A_TOUR.get(lemma_of(noun), ()))
    behind = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else noun
    if behind.lower_ == "to" and behind.head != noun:
        return [c for c in behind.children if c.dep_ == "pobj"]
    named = lemma_of(noun)
    others = (t.i for goal in goals for t in noun.doc[noun.i + 1 : goal.i] if lemma_of(t) == named)
    another = next(others, None)
    return [goal for goal in goals if another is None or goal.i < another]


def stops_behind(noun: Token) -> list[Token]:
    """The goals of the noun, or those that the parse has under the verb: "paid a visit in May to |Kenya|"."""
    goals = goals_of(noun)
    if goals or noun.dep_ not in {"dobj", "pobj"}:
        return goals
    return grammar.prep_objects(grammar.finite_above(noun), "to")


def hosts_among(scene: Scene, goals: Sequence[Token], known: Sequence[str] = ()) -> tuple[str, ...]:
    """The states that are named as goals, besides those known: each is a visit of its own."""
    named = (scene.analysis.party_of(goal) for goal in goals)
    return unique(m.code for m in named if m is not None and is_state(m.code) and m.code not in known)
