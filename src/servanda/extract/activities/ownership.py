"""What has become the other side's own: "Eighteen jets became Romanian on 3 November"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from servanda.extract import grammar
from servanda.extract.activities.scene import Found, Scene, clause_with
from servanda.extract.owned import OWNING, is_now, new_owner


def owned_now(verb: Token, scene: Scene) -> Iterator[Found]:
    """Goods of one of the two that belong to the other from now on."""
    if verb.lemma_.lower() not in OWNING or grammar.is_unreal(verb) or not is_now(verb):
        return
    taker = new_owner(verb, scene.actors)
    giver = scene.other_of_pair(verb, taker) if taker else ()
    if len(giver) == 1:
        left, right = clause_with(verb, grammar.subject_of(verb))
        yield Found(
            trigger=verb,
            left=left,
            right=right,
            rule=f"activity/owned:{verb.lemma_.lower()}",
            provider=giver,
            recipient=taker,
            why="to whom it has come to belong",
        )
