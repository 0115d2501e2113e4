"""What people of one side may now do with the other: "Kenyan cadets can now study in Japan"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from servanda.codebook.lots import lot_words
from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.activities.scene import Found, Scene, clause_with
from servanda.extract.analysis import unique
from servanda.extract.grammar.dependents import auxiliaries
from servanda.extract.lots_time import holds_now

_MAY = frozenset({"can", "may"})


def may_now(verb: Token, scene: Scene) -> Iterator[Found]:
    """As in "*can now* enlist", "*have been able to* call the centre *since* May"; both sides are named."""
    above = _leave(verb)
    if above is None or grammar.is_unreal(above) or grammar.is_passive(verb):
        return
    guests = grammar.subject_of(verb)
    if guests is None or guests.sent != verb.sent or guests.pos_ == "PRON":
        return
    left, right = clause_with(above, guests)
    first = scene.named(guests.left_edge.i, guests.right_edge.i)
    named = unique(m.code for m in scene.named(left, right) if is_state(m.code))
    pair = scene.actors.pair(verb.idx)
    if len(pair) == 2 and first and set(named) == set(pair) and first[0].code in pair:
        taker = (first[0].code,)
        yield Found(
            trigger=verb,
            left=left,
            right=right,
            rule=f"activity/leave:{verb.lemma_.lower()}",
            provider=scene.other_of_pair(verb, taker),
            recipient=taker,
            why="leave of the one for people of the other",
        )


def _leave(verb: Token) -> Token | None:
    """The word whose clause gives the leave, where it says that it holds now."""
    if auxiliaries(verb) & _MAY and verb.tag_ == "VB":
        return verb if _is_now(verb) else None
    above = verb.head
    if verb.dep_ != "xcomp" or above.lower_ not in lot_words().allowed:
        return None
    clause = above if grammar.is_verbal(above) else above.head
    if grammar.is_planned(clause) or auxiliaries(clause) & {"will", "would", "should"}:
        return None
    return clause if any(map(_is_now, (clause, above, verb))) else None


def _is_now(verb: Token) -> bool:
    """As in "*now*", "*since* May", "*from January 1*"."""
    begins = any(
        c.lower_ == "from" and any(t.like_num or t.text[:1].isupper() for t in c.children)
        for c in verb.children
    )
    return begins or holds_now(verb)
