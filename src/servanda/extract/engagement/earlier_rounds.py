"""Rounds before, told by their number alone: "The first was held in Hanoi in 2018, the second in Paris in
April 2022", where a later round of the series has been told, or the one before in the same sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

import msgspec
from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from servanda.extract.engagement.event import Event
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.sighting import Sighting
from servanda.extract.numbers import find_ordinals

_ALONE = re.compile(
    r"\b(?:[Tt]he|[Ii]ts)\s+(?P<number>[\w-]+)(?P<noun>\s+round)?(?=\s*,?\s+(?:(?:was|took|had|met|came|followed)\b|(?:in|at|on)\s+[A-Z\d]))"
)
"""An ordinal without a noun, or with "round", before a verb of holding or before its place or time."""
_ENDS = re.compile(r";|\.\s|,?\s+(?:and|but|while|whereas)\s+the\b|,\s+the\b")
"""Where the words on one round end and those on the next begin."""
_SERIES = frozenset({"dialogue", "exercise"})
_MOST = 40
"""More rounds than are told in one sentence with the one before."""


def with_earlier_rounds(
    scene: Scene, sentence: Tokens, seen: list[Sighting], events: Sequence[Event]
) -> list[Sighting]:
    """The sightings of a sentence, and the rounds that it tells by their number alone, with their time."""
    rounds = [e for e in events if e.type in _SERIES and e.series and e.ordinal]
    if rounds:
        found = list(_by_number(scene, sentence, lambda number: _round_after(rounds, number)))
        starts = {s.trigger.i for s in found}
        seen = [*(s for s in seen if s.trigger.i not in starts), *found]
    return _with_the_next(scene, sentence, seen)


def _round_after(rounds: Sequence[Event], number: int) -> Event | None:
    """The round told last that is a later one than `number`, where that one has not been told: of the twelfth
    dialogue and the tenth, the twelfth is later than the eleventh."""
    later = next((e for e in reversed(rounds) if number < (e.ordinal or 0)), None)
    if later is None:
        return None
    known = {e.ordinal for e in rounds if e.series == later.series or {*e.parties} == {*later.parties}}
    return None if number in known else later


def _with_the_next(scene: Scene, sentence: Tokens, seen: list[Sighting]) -> list[Sighting]:
    """ "The first round met in Paris in June, |the second in Oslo in May|": behind one told by its noun."""
    told = next((s for s in seen if s.ordinal and _is_counted(s)), None)
    if told is None:
        return seen
    behind = sentence.doc[told.trigger.i + 1 : sentence.end]
    numbered = range((told.ordinal or 0) + 1, _MOST)
    known = {s.ordinal for s in seen}
    found = [
        s
        for s in _by_number(scene, behind, lambda number: told if number in numbered else None)
        if s.ordinal not in known
    ]
    if not found:
        return seen
    apart = [s for s in seen if not any(f.left <= s.trigger.i <= f.right for f in found)]
    return [*(_up_to(s, found[0].left) for s in apart), *found]


def _is_counted(sighting: Sighting) -> bool:
    """ "|The first round| met in Paris", of two sides."""
    return sighting.type in _SERIES and sighting.status == "held" and len(sighting.parties) > 1


def _up_to(sighting: Sighting, next_one: int) -> Sighting:
    """The words on a round without those on the next, whose place and time are none of its own."""
    if not sighting.trigger.i < next_one <= sighting.right:
        return sighting
    right = next_one - 1
    while sighting.trigger.doc[right].pos_ in {"CCONJ", "ADP", "PUNCT"} and right > sighting.trigger.i:
        right -= 1
    return msgspec.structs.replace(sighting, right=right)


def _by_number(
    scene: Scene, sentence: Tokens, round_of: Callable[[int], Event | Sighting | None]
) -> Iterator[Sighting]:
    """The rounds of the numbers of which `round_of` finds the mechanism, each up to where the words on the
    next begin."""
    for match in _ALONE.finditer(sentence.text):
        numbers = find_ordinals(match["number"])
        told = round_of(numbers[0].value) if len(numbers) == 1 else None
        if told is None:
            continue
        if match["noun"] and isinstance(told, Event):  # a round that its noun tells
            continue
        start = sentence.start_char + match.start()
        ends = _ENDS.search(sentence.text, match.end())
        end = sentence.start_char + ends.start() if ends else sentence.end_char
        if scene.analysis.date_in(start, end, "past") is None:
            continue
        words = [t for t in sentence if start <= t.idx < end and not t.is_punct]
        yield Sighting(
            type=told.type,
            status="held",
            trigger=_token_at(words, sentence.start_char + match.start("number")),
            left=words[0].i,
            right=words[-1].i,
            rule="engagement/looked-back:number",
            parties=told.parties,
            series=told.series,
            ordinal=numbers[0].value,
        )


def _token_at(words: Sequence[Token], start: int) -> Token:
    return next((t for t in words if t.idx >= start), words[0])
