"""Visits told behind another, "a visit to A and a visit to B", "will visit A, followed by a visit to B",
or in an aside: "X, on a visit to A, said"."""

from __future__ import annotations

import msgspec
from spacy.tokens import Token

from servanda.extract import grammar
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.sighting import Telling
from servanda.extract.engagement.stops import goals_of
from servanda.extract.engagement.tokens import lemma_of, noun_bounds, stands_behind

_BETWEEN_VISITS = frozenset({"and", "then", "followed", "by", "with"})
"""Words between the two."""
_ASIDE = 2
"""Tokens from the comma to the visit told in an aside."""


def apart_from_others(scene: Scene, noun: Token, left: int, right: int) -> tuple[int, int]:
    """Of "concluding |a visit to A| and |a visit to B|", "will visit A, followed |by a visit to B|" to each
    what tells of it alone."""
    if _is_further(scene, noun):
        above = noun.head.head if is_said_to_follow(noun) else noun
        first, last = noun_bounds(above)
        goals = [goal.right_edge.i for goal in goals_of(noun)]
        return first if above is not noun else noun.left_edge.i, max(last, *goals)
    others = (t for t in noun.doc[noun.i + 1 : right + 1] if _is_further(scene, t))
    other = next(others, None)
    if other is None:
        return left, right
    last = other.left_edge.i - 1
    while last > noun.i and (noun.doc[last].is_punct or noun.doc[last].lower_ in _BETWEEN_VISITS):
        last -= 1
    return left, last


def _is_further(scene: Scene, noun: Token) -> bool:
    """Whether the noun names the second of two visits: "a visit to A and |a visit| to B"."""
    if scene.words.noun_type(lemma_of(noun)) != "visit" or not goals_of(noun):
        return False
    return joined_visit(scene, noun) is not None or is_said_to_follow(noun)


def joined_visit(scene: Scene, noun: Token) -> Token | None:
    """The first of "a visit to A and |a visit| to B", which the parser may join to A."""
    above = noun.head if noun.dep_ == "conj" else noun
    if above is not noun and above.dep_ == "pobj" and above.head.lower_ in {"to", "in"}:
        above = above.head.head
    return above if above is not noun and scene.words.noun_type(lemma_of(above)) == "visit" else None


def is_said_to_follow(noun: Token) -> bool:
    """ "followed |by a visit| to B"."""
    return stands_behind(noun, "by") and noun.head.head.lemma_ == "follow"


def above_following(noun: Token, verb: Token | None) -> Token | None:
    """The verb of "will pay a visit to A, followed |by a visit to B|": "pay"."""
    if verb is None or not (is_said_to_follow(noun) and noun.head.head == verb):
        return verb
    return grammar.finite_above(verb) if verb.dep_ in {"acl", "advcl"} else verb


def with_traveller(noun: Token, telling: Telling) -> Telling:
    """ "|President Lula|, on a state visit to China, held talks": an aside is told with its subject."""
    on, doc = noun.head, noun.doc
    if on.lower_ != "on" or on.i < _ASIDE or doc[on.i - 1].text != ",":
        return telling
    subject = grammar.subject_of(on.head) if on.head.pos_ in {"VERB", "AUX"} else on.head
    if subject is None or not on.i - _ASIDE <= subject.right_edge.i < on.i:
        return telling
    return msgspec.structs.replace(telling, left=min(telling.left, subject.left_edge.i))
