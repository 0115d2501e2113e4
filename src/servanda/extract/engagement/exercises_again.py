"""More of an exercise that the text has named before: "The drill began on 5 May and lasts until the 12th"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from spacy.tokens import Token

from servanda.extract import grammar
from servanda.extract.engagement.named_exercises import exercise_name
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.sighting import Sighting, Telling, make
from servanda.extract.engagement.tokens import SUBJECTS, lemma_of

_CALLED = frozenset({"exercise", "drill"})
_THAT = frozenset({"the", "this"})
_PAIR = 2


def exercise_again(scene: Scene, noun: Token) -> Iterator[Sighting]:
    """When the exercise takes place whose name was told last, by those at the table."""
    verb = grammar.governing_verb(noun) if _is_told_again(noun) else None
    if verb is None or lemma_of(verb) not in scene.words.exercises.running:
        return
    if scene.analysis.date_in(*scene.stretch(verb), "past") is None:
        return
    name, sides = _name_told_last(scene, noun), scene.actors.pair(noun.idx)
    sides = sides if len(sides) == _PAIR else scene.actors.table(noun.idx)
    if name is None or len(sides) < _PAIR:
        return
    telling = Telling(noun, *scene.clause(verb, noun), verb)
    told = make(scene, "exercise", f"exercise-again:{lemma_of(verb)}", telling)
    yield msgspec.structs.replace(told, parties=sides, people=(), series=name)


def _is_told_again(noun: Token) -> bool:
    """ "|The exercise|, the largest this year, began"; "|This exercise| lasts"."""
    first = noun.left_edge
    bare = first.lower_ in _THAT and first.i + 1 == noun.i
    return bare and lemma_of(noun) in _CALLED and noun.dep_ in SUBJECTS


def _name_told_last(scene: Scene, noun: Token) -> str | None:
    """ "Exercise Otter 25", where the text has one name before; of two, nobody knows whose the days are."""
    names: set[str] = set()
    for token in noun.doc[: noun.i]:
        bounds = exercise_name(scene, token) if lemma_of(token) == "exercise" else None
        if bounds is not None:
            names.add(noun.doc[bounds[0] : bounds[1] + 1].text)
    longest = max(names, key=len, default=None)
    alike = longest is not None and all(longest.startswith(name) for name in names)  # "Exercise Otter" too
    return longest if alike else None
