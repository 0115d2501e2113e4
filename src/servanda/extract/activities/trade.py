"""Who buys and who supplies: "is among the largest buyers of Turkish drones", "India's main supplier"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from servanda.codebook.activities import activity_words
from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.activities.scene import Found, Scene, clause_with
from servanda.extract.analysis import unique

_BEING = frozenset({"be", "become", "remain"})


def dealing(verb: Token, scene: Scene) -> Iterator[Found]:
    """As in "Japan *is* the largest *donor* to Kenya", "Kenya *became* one of the main *buyers* of ..."."""
    role = _role_behind(verb) if verb.lemma_ in _BEING else None
    subject = grammar.subject_of(verb)
    if role is None or subject is None or grammar.is_unreal(verb):
        return
    mine = scene.actors.resolve(subject).parties or scene.side_of(subject)
    behind = scene.named(role.left_edge.i, role.right_edge.i)
    others = unique(m.code for m in behind if is_state(m.code) and m.code not in mine)
    if len(mine) != 1 or len(others) != 1 or not is_state(mine[0]):
        return
    takes = role.lemma_.lower() in activity_words().buyers
    left, right = clause_with(verb, subject)
    yield Found(
        trigger=verb,
        left=left,
        right=right,
        rule=f"activity/dealing:{role.lemma_.lower()}",
        provider=others if takes else mine,
        recipient=mine if takes else others,
        why="who supplies whom",
    )


def _role_behind(verb: Token) -> Token | None:
    """As in "is a *buyer*", "is one of the *buyers*", "is among the *buyers*"."""
    words = activity_words()
    told = [c for c in verb.children if c.dep_ == "attr"]
    told += [t for noun in told for t in grammar.prep_objects(noun, "of")]
    told += grammar.prep_objects(verb, "among")
    return next((t for t in told if t.lemma_.lower() in words.buyers | words.suppliers), None)
