"""What one side is told to have ordered of the other beyond what it had: "ordered three more frigates"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from servanda.codebook.activities import activity_words
from servanda.codebook.lots import lot_words
from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.activities.scene import Found, Scene, clause_with
from servanda.extract.goods import is_model

_FURTHER = frozenset({"more", "further", "additional", "another"})
_A_PAIR = 2


def ordered_more(verb: Token, scene: Scene) -> Iterator[Found]:
    """As in "Kenya *ordered* two more boats last May", of the two at the table: who builds them is seldom
    told with it, so it is told of both. One without "more" may be a first order of anybody."""
    if verb.lemma_.lower() != "order" or grammar.is_negated(verb):
        return
    subject = grammar.subject_of(verb)
    passive = grammar.is_passive(verb)
    near = [subject] if passive else grammar.objects_of(verb)
    goods = next((t for t in near if t is not None and _are_further_goods(t)), None)
    pair = scene.actors.pair(verb.idx)
    if goods is None or len(pair) != _A_PAIR or not all(map(is_state, pair)):
        return
    doer = scene.doer(verb).parties
    left, right = clause_with(verb, subject)
    named = {m.code for m in scene.named(left, right) if is_state(m.code)}
    if len(doer) != 1 or doer[0] not in pair or not named <= set(pair):
        return
    rule = "activity/ordered:more"
    yield Found(
        trigger=verb, left=left, right=right, rule=rule, parties=pair, why="further goods are ordered"
    )


def _are_further_goods(noun: Token) -> bool:
    """ "three *more* frigates", "*another* four boats"."""
    lemma, words = noun.lemma_.lower(), activity_words()
    known = lemma in words.moving | lot_words().ships or words.is_goods(lemma) or is_model(noun)
    before = (t for t in noun.doc[noun.left_edge.i : noun.i])
    return known and any(t.lower_ in _FURTHER for t in before)
