"""Who gives goods to whom, where a sentence only tells that they are handed over: as told of them before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from spacy.tokens import Token

from servanda.codebook.activities import activity_words
from servanda.codebook.acts import act_words
from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.actors import Actors
from servanda.extract.analysis import Analysis, unique

Direction = tuple[tuple[str, ...], tuple[str, ...]]
"""Who gives and who takes: one state each."""

_GIVING = frozenset({"promise", "pledge", "sell", "commit", "announce", "offer"})
_MODEL = re.compile(r"[A-Z][A-Za-z]{0,3}-?\d{1,4}[A-Z]{0,2}s?")
_ABOVE = 4
"""Words above the goods up to which a verb of giving or taking is sought: "pledge to provide two *boats*"."""
_MENTIONS = 6
"""Earlier mentions of the goods that are asked, the nearest first."""


def is_model(noun: Token) -> bool:
    """As in "F-16", "C-130J", "K2", "T-72s"."""
    return noun.pos_ in {"NOUN", "PROPN", "NUM"} and _MODEL.fullmatch(noun.text) is not None


def has_number(noun: Token) -> bool:
    """As in "*fifteen* Bushmasters", which the parser can take for one name."""
    return any(c.pos_ == "NUM" and c.dep_ in {"nummod", "compound"} for c in noun.lefts)


def brings_a_visitor(analysis: Analysis, noun: Token) -> bool:
    """As in "the aircraft *carrying the President and his delegation*", "a plane with the minister *on
    board*": how somebody came, and neither a gift nor a call of its own."""
    words = activity_words()
    carrying = (c for c in noun.children if c.dep_ in {"acl", "relcl"} and c.lemma_.lower() in words.laden)
    loads = [o for c in carrying for o in grammar.objects_of(c)]
    loads += grammar.prep_objects(noun, "with")
    return any(analysis.person_of(t) is not None or t.lemma_.lower() in words.visitors for t in loads)


def goods_in(noun: Token) -> Token:
    """The boats of "the first of the four *boats*", "two of the *boats*"; else the noun itself."""
    if noun.lower_ in activity_words().parts_of or noun.pos_ == "NUM":
        return next(iter(grammar.prep_objects(noun, "of")), noun)
    return noun


def direction_told(noun: Token, actors: Actors) -> Direction | None:
    """Who gives what the noun names to whom, by the nearest of the earlier sentences that tells it."""
    kind = noun.lemma_.lower()
    before = (
        t
        for t in reversed(noun.doc[: noun.sent.start])
        if t.pos_ == "NOUN" and t.lemma_.lower() == kind and t.dep_ != "compound"
    )
    found = (_direction_at(token, actors) for token in islice(before, _MENTIONS))
    return next((direction for direction in found if direction is not None), None)


def _direction_at(noun: Token, actors: Actors) -> Direction | None:
    for verb in _verbs_above(noun):
        lemma = verb.lemma_.lower()
        doer = _states(grammar.doer_of(verb), actors)
        objects = [c for c in verb.children if c.dep_ in {"dobj", "dative"} and noun not in c.subtree]
        others = unique(code for t in objects for code in _states(t, actors))
        others = others or unique(
            code
            for t in grammar.prep_objects(verb, "to", "with", "for", "from")
            for code in _states(t, actors)
        )
        if lemma == "thank" or lemma in act_words().buying | activity_words().taking:
            giver, taker = others, doer
        elif lemma in activity_words().giving | activity_words().delivering | _GIVING:
            giver, taker = doer, others
        else:
            continue
        giver = giver or (actors.others(verb.idx, taker) if taker else ())
        taker = taker or (actors.others(verb.idx, giver) if giver else ())
        if len(giver) == len(taker) == 1 and giver != taker:
            return giver, taker
    return None


def _verbs_above(noun: Token) -> Iterator[Token]:
    above = islice(noun.ancestors, _ABOVE)
    return (token for token in above if grammar.is_verbal(token))


def _states(token: Token | None, actors: Actors) -> tuple[str, ...]:
    return tuple(code for code in actors.resolve(token).parties if is_state(code))
