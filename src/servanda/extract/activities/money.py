"""Money that was promised and has come: "the loan of 100 million dollars was disbursed", "has received the
five million euros that Japan promised"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from servanda.codebook.activities import activity_words
from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.activities.scene import Found, Scene, clause_with
from servanda.extract.analysis import unique
from servanda.extract.goods import direction_told
from servanda.extract.lots_told import promised_by
from servanda.extract.numbers import find_amounts

_PAYING = frozenset({"disburse", "pay", "release", "transfer", "remit", "credit"})
_GETTING = frozenset({"receive", "get", "obtain"})
_A_PAIR = 2


def money_came(verb: Token, scene: Scene) -> Iterator[Found]:
    """A sum that one of the two at the table is told to have paid or got, as the other promised."""
    lemma, pair = verb.lemma_.lower(), scene.actors.pair(verb.idx)
    if lemma not in _PAYING | _GETTING or grammar.is_negated(verb) or len(pair) != _A_PAIR:
        return
    passive = grammar.is_passive(verb)
    if passive == (lemma in _GETTING):
        return
    sums = [grammar.subject_of(verb)] if passive else grammar.objects_of(verb)
    money = next((t for t in sums if t is not None and _is_sum(t)), None)
    if money is None:
        return
    left, right = clause_with(verb, grammar.subject_of(verb) or money)
    named = unique(m.code for m in scene.named(left, right) if is_state(m.code))
    if not set(named) <= set(pair):
        return
    vowed = promised_by(money, verb)
    direction = direction_told(money, scene.actors)
    if not passive:
        doer = scene.doer(verb).parties
        other = scene.other_of_pair(verb, doer) if len(doer) == 1 else ()
        promised = vowed is not None and scene.doer(vowed).parties == other
        if not other or (lemma in _GETTING and not promised):
            return
        direction = (other, doer) if lemma in _GETTING else (doer, other)
    elif direction is None and not grammar.has_child(money, "det", words={"the"}):
        return
    giver, taker = direction or ((), ())
    clear = {*giver, *taker} == set(pair)
    yield Found(
        trigger=verb,
        left=left,
        right=right,
        rule=f"activity/money:{lemma}",
        provider=giver if clear else (),
        recipient=taker if clear else (),
        parties=() if clear else pair,
        why="money that was promised",
    )


def _is_sum(noun: Token) -> bool:
    """As in "the *loan* of 100 million dollars", "100 million *dollars*": a sum that is told."""
    words = activity_words()
    counted = bool(find_amounts(grammar.phrase(noun).text))
    return counted and (
        noun.lemma_.lower() in words.money | words.coins | {"euro", "yen", "sum", "amount", "won"}
    )
