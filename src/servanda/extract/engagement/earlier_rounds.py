"""Rounds before, told by their number alone: "The first was held in Hanoi in 2018, the second in Paris in
April 2022", where a later round of the series has been told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from servanda.extract.engagement.event import Event
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.sighting import Sighting
from servanda.extract.numbers import find_ordinals

_ALONE = re.compile(
    r"\b(?:[Tt]he|[Ii]ts)\s+(?P<number>[\w-]+)(?=\s*,?\s+(?:(?:was|took|had|met|came)\b|(?:in|at|on)\s+[A-Z\d]))"
)
"""An ordinal without a noun, before a verb of holding or before its place or time."""
_ENDS = re.compile(r";|\.\s|,?\s+(?:and|but|while|whereas)\s+the\b|,\s+the\b")
"""Where the words on one round end and those on the next begin."""
_SERIES = frozenset({"dialogue", "exercise"})


def with_earlier_rounds(
    scene: Scene, sentence: Tokens, seen: list[Sighting], events: Sequence[Event]
) -> list[Sighting]:
    """The sightings of a sentence, and the rounds that it tells by their number alone, with their time."""
    rounds = [e for e in events if e.type in _SERIES and e.series and e.ordinal]
    if not rounds:
        return seen
    told = rounds[-1]
    known = {e.ordinal for e in rounds if e.series == told.series}
    found = [s for s in _by_number(scene, sentence, told) if s.ordinal not in known]
    starts = {s.trigger.i for s in found}
    return [*(s for s in seen if s.trigger.i not in starts), *found]


def _by_number(scene: Scene, sentence: Tokens, told: Event) -> Iterator[Sighting]:
    for match in _ALONE.finditer(sentence.text):
        numbers = find_ordinals(match["number"])
        if len(numbers) != 1 or numbers[0].value >= (told.ordinal or 0):
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
