"""What runs between the two: "direct flights between Delhi and Manila began", "the two capitals have been
linked by a ferry since May"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from servanda.extract import grammar
from servanda.extract.activities.scene import Found, Scene, clause_with
from servanda.extract.lines import is_between, is_running, line_told


def line_runs(verb: Token, scene: Scene) -> Iterator[Found]:
    """A line between the two at the table that is told to have come to be."""
    line = line_told(verb)
    if line is None or grammar.is_negated(verb) or not is_running(verb):
        return
    pair = scene.actors.pair(verb.idx)
    if not is_between(verb, line, pair, scene.actors):
        return
    left, right = clause_with(verb, grammar.subject_of(verb) or line)
    rule = f"activity/line:{verb.lemma_.lower()}"
    why = "what runs between the two"
    yield Found(trigger=verb, left=left, right=right, rule=rule, why=why, parties=pair)
