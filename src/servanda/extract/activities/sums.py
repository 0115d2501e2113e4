"""Sums of help listed by date under a heading that names whose help it is: "March 2022: €40 million, trucks".

A fact sheet tells no verb. The giver stands in the heading above, or is the body of which the sheet tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from servanda.codebook.activities import activity_words
from servanda.codebook.places import is_state
from servanda.extract.activities.scene import Found, Scene
from servanda.extract.analysis import unique
from servanda.extract.numbers import find_amounts

_ITEM = re.compile(
    r"^[ \t]*(?:[-–•*►▪o][ \t]*)?"
    r"(?:(?:\d{1,2} )?[A-Z][a-z]+\.? (?:19|20)\d\d|(?:19|20)\d\d(?:[-–/]\d{2,4})?"
    r"|[Tt]otal(?: since| in| for)? ?(?:19|20)\d\d(?:[-–]\d{2,4})?|Since (?:19|20)\d\d)"
    r"[ \t]*[:–-][ \t]*(?P<told>[^\n]{3,300})$",
    re.MULTILINE,
)
_PARTS = re.compile(r"; ")
_TOP = 300
"""Characters at the top of a document in which its heading stands."""


def sums_by_date(scene: Scene) -> Iterator[Found]:
    """Each item of such a list, where two alone are told of."""
    analysis = scene.analysis
    for item in _ITEM.finditer(analysis.text):
        end = next((m.start() for m in _PARTS.finditer(analysis.text, item.start(), item.end())), item.end())
        told = analysis.text[item.start("told") : end]
        helps = bool(find_amounts(told)) or any(
            w.lower().strip(",.").removesuffix("s") in activity_words().gifts for w in told.split()
        )
        sides = _sides(item.start(), scene) if helps else None
        tokens = analysis.doc.char_span(item.start(), end, alignment_mode="contract")
        if sides is None or tokens is None:
            continue
        left = next((t.i for t in tokens if t.is_alpha or t.like_num), tokens.start)
        yield Found(
            trigger=analysis.doc[left],
            left=left,
            right=tokens.end - 1,
            rule="activity/sum-by-date",
            provider=(sides[0],),
            recipient=(sides[1],),
            why="listed under the help of one side",
        )


def _sides(offset: int, scene: Scene) -> tuple[str, str] | None:
    """Who gives and who takes: as the nearest heading of help names them, else the top of the text."""
    text, analysis = scene.analysis.text, scene.analysis
    pair = scene.actors.main
    if len(pair) != 2:
        return None
    for line in _lines_above(text, offset):
        words = {w.strip(".,:()").lower() for w in text[slice(*line)].split()}
        if not words & _helping():
            continue
        named = unique(m.code for m in analysis.parties_in(*line) if m.code in pair)
        taker = _behind_to(text, line, pair, scene)
        if taker is not None:
            return next(c for c in pair if c != taker), taker
        giver = named[0] if len(named) == 1 else _body(pair)
        if giver is not None:
            return giver, next(c for c in pair if c != giver)
    return None


def _lines_above(text: str, offset: int) -> Iterator[tuple[int, int]]:
    """The lines above the offset that are no items of the list, the nearest first, and the heading."""
    end = offset
    for _ in range(12):
        end = text.rfind("\n", 0, end)
        if end < 0:
            break
        start = text.rfind("\n", 0, end) + 1
        if end - start < 160 and text[start:end].strip() and not _ITEM.match(text, start, end):
            yield start, end
    yield 0, text.find("\n", 0, _TOP) if "\n" in text[:_TOP] else 0


def _behind_to(text: str, line: tuple[int, int], pair: tuple[str, ...], scene: Scene) -> str | None:
    """NE of "EU assistance *to Niger*"."""
    for mention in scene.analysis.parties_in(*line):
        before = text[line[0] : mention.start].rstrip().lower()
        before = before.removesuffix("the").rstrip()
        if before.endswith((" to", " for")) and mention.code in pair:
            return mention.code
    return None


def _body(pair: tuple[str, ...]) -> str | None:
    """EU of "EU and Moldova": a body helps a state."""
    bodies = [code for code in pair if not is_state(code)]
    return bodies[0] if len(bodies) == 1 else None


@cache
def _helping() -> frozenset[str]:
    """Words of a heading under which sums of help are listed."""
    words = activity_words()
    return words.help | words.money | {"grants", "donations", "loans", "measures", "funding", "facility"}
