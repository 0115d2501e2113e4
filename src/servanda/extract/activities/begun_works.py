"""Works and ships for the other side that are told to be begun: "steel was cut for the first frigate"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from servanda.extract import grammar
from servanda.extract.activities.scene import Found, Scene, clause_with
from servanda.extract.begun import begun, two_of_it


def works_begun(verb: Token, scene: Scene) -> Iterator[Found]:
    """What was begun, as a common work of the two at the table: who of them builds is seldom told with it."""
    told = begun(verb)
    if told is None or grammar.is_negated(verb):
        return
    parties = two_of_it(verb, told, scene.actors)
    if parties:
        left, right = clause_with(verb, grammar.subject_of(verb) or told.work)
        rule = f"activity/begun:{verb.lemma_.lower()}"
        yield Found(trigger=verb, left=left, right=right, rule=rule, parties=parties, why="begun for the two")
