"""Meetings of the foreign and defence ministers called by their number alone: "the second 2+2 in Manila last
July", "held the inaugural 2+2", of which the parse has figures and a sign."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
from spacy.tokens import Doc, Token

from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.sighting import Sighting, Telling, make
from servanda.extract.engagement.tokens import is_noun, lemma_of
from servanda.extract.numbers import find_ordinals

_CALLED = "2+2"
_TALKS = frozenset(
    {
        "talk",
        "meeting",
        "ministerial",
        "dialogue",
        "consultation",
        "discussion",
        "session",
        "format",
        "summit",
    }
)
_IN_NAME = frozenset({"ADJ", "NOUN", "PROPN", "CCONJ", "PART"})
_FIGURES = 10
"""Tokens of "two-plus-two foreign and defence ministers'"."""
_NUMBER_BEFORE = re.compile(
    r"\b(?:2 ?\+ ?2|two[- ]plus[- ]two)\b[”\"’')]*\s*(?:[a-z]+\s+){0,4}(?:ministers?['’]s?\s+)?$",
    re.IGNORECASE,
)
_BEFORE = 5
"""Tokens before it in which its number stands."""
_FIRST = frozenset({"inaugural", "first-ever"})
_QUOTED = frozenset({"(", "“", '"', "‘", "'"})
_GOES_ON = frozenset({"ADP", "PROPN", "NUM", "ADJ", "DET", "NOUN"})
_HELD = frozenset({"held", "to", "be", "which", "was", "took", "place", "due", "scheduled", "is"})
_DUE = frozenset({"be", "due", "scheduled", "planned"})
_PAIR = 2


def is_two_plus_two(token: Token) -> bool:
    """Whether the token ends a "2+2" that stands for the meeting itself: not "2+2 dialogue", nor "(2+2)"."""
    if token.text != "2" or token.i < _PAIR or token.doc[token.i - _PAIR : token.i + 1].text != _CALLED:
        return False
    first = token.i - _PAIR
    before = token.doc[first - 1] if first > 0 else None
    behind = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    if behind is not None and (is_noun(behind) or _names_talks(token)):
        return False
    return before is None or before.text not in _QUOTED or _is_counted(token.doc, first - 2)


def _names_talks(token: Token) -> bool:
    """ "2+2 foreign and defence ministers' |meeting|"."""
    for t in token.doc[token.i + 1 : token.i + _FIGURES]:
        if t.pos_ not in _IN_NAME:
            return False
        if lemma_of(t) in _TALKS:
            return True
    return False


def _is_counted(doc: Doc, at: int) -> bool:
    """ "for the sixth |“2+2”|"; not "the Ministerial Dialogue (“2+2”)"."""
    return at >= 0 and bool(find_ordinals(doc[at].text) or doc[at].lower_ in _FIRST)


def two_plus_two(scene: Scene, token: Token) -> Iterator[Sighting]:
    """The round that a number or an article before it tells, of the two states at the table."""
    pair = scene.actors.pair(token.idx)
    left = max(token.sent.start, token.i - _PAIR - _BEFORE)
    told = token.doc[left : token.i - _PAIR + 1]
    numbers = find_ordinals(told.text)
    first = any(t.lower_ in _FIRST for t in told)
    ordinal = numbers[-1].value if numbers else 1 if first else None
    if (
        len(pair) != _PAIR
        or not all(map(is_state, pair))
        or not any(t.dep_ == "det" or ordinal for t in told)
    ):
        return
    right = _end(token)
    ahead = any(t.lower_ in scene.words.course.ahead for t in told)
    ahead = ahead or any(t.lower_ in _DUE for t in token.doc[token.i + 1 : right + 1])
    everybody = Actor(pair, None, True, "of the two at the table")
    opens = next((t.i for t in reversed(told) if t.dep_ == "det"), token.i - _PAIR)
    telling, actors = _told(scene, token, opens, right)
    sighting = make(scene, "dialogue", f"two-plus-two:{_CALLED}", telling, [*actors, everybody])
    yield msgspec.structs.replace(
        sighting,
        collective=False,
        parties=pair,
        series=_CALLED,
        ordinal=ordinal,
        status="planned" if ahead else sighting.status,
    )


def is_called_so(scene: Scene, noun: Token) -> bool:
    """Whether talks are called by that number: "2+2 talks", "the “2+2” ministerial |meeting|", "two-plus-two
    |consultations|"."""
    if lemma_of(noun) not in _TALKS or noun.dep_ == "compound" or noun.text == "Ministerial":
        return False
    start = noun.doc[max(noun.sent.start, noun.i - _FIGURES)].idx
    return _NUMBER_BEFORE.search(scene.analysis.text[start : noun.idx]) is not None


def as_two_plus_two(scene: Scene, sighting: Sighting) -> Sighting:
    """The talks that `is_called_so` holds of, as the round that they are."""
    noun = sighting.trigger
    before = noun.doc[max(noun.sent.start, noun.i - _FIGURES - _BEFORE) : noun.i]
    numbers = find_ordinals(before.text)
    first = any(t.lower_ in _FIRST for t in before)
    ordinal = numbers[-1].value if numbers else 1 if first else None
    pair = scene.actors.pair(noun.idx)
    bare = len(sighting.parties) < _PAIR and set(sighting.parties) <= set(pair) and all(map(is_state, pair))
    return msgspec.structs.replace(
        sighting,
        type="dialogue",
        series=_CALLED,
        ordinal=ordinal,
        parties=pair if bare and len(pair) == _PAIR else sighting.parties,
        definite=False,
        collective=False,
    )


def _told(scene: Scene, token: Token, left: int, right: int) -> tuple[Telling, list[Actor]]:
    """The clause of "held the 2+2", with its people; else its own phrase."""
    verb = grammar.governing_verb(token)
    course = scene.words.course
    if verb is None or token.dep_ == "pobj" or lemma_of(verb) not in course.holding | course.happening:
        return Telling(token, left, right), []
    subject = grammar.subject_of(verb)
    first, last = scene.clause(verb, subject)
    return Telling(token, min(first, left), max(last, right), verb), scene.who(subject)


def _end(token: Token) -> int:
    """The end of "in Manila last July", "held in Tokyo on April 9, 2022", ", to be held in Tokyo"."""
    right = token.i
    for t in token.doc[token.i + 1 : token.sent.end]:
        if t.pos_ not in _GOES_ON and t.lower_ not in _HELD and t.text != ",":
            break
        right = t.i
    return grammar.trim_right(token.doc, token.i, right)
