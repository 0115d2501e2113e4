"""What was promised or ordered, told of by a pronoun as come: "Japan promised ten boats. *They* arrived in
March"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from spacy.tokens import Token

from servanda.codebook.activities import activity_words
from servanda.codebook.lots import lot_words
from servanda.extract import grammar
from servanda.extract.activities.scene import Found, Scene, clause_with
from servanda.extract.goods import direction_told, goods_in
from servanda.extract.lots_told import kind_of

_MANY = frozenset({"they", "these", "those", "both", "all"})
_NEAR = 45
"""Tokens before the pronoun in which that for which it stands is sought."""
_ABOVE = 3
_OPENING = frozenset({"open", "reopen", "inaugurate", "commission", "install", "launch", "pay", "disburse"})
_THINGS = frozenset({"goods", "works", "learners", "given"})


def they_came(verb: Token, scene: Scene) -> Iterator[Found]:
    """Things and learners who were promised, told before, have come to the other side."""
    pronoun = grammar.subject_of(verb)
    if pronoun is None or pronoun.pos_ not in {"PRON", "DET"} or grammar.is_negated(verb):
        return
    if pronoun.lower_ not in _MANY | {"it"} or not _tells_coming(verb):
        return
    noun = _meant(pronoun, scene)
    pair = scene.actors.pair(verb.idx)
    if noun is None or len(pair) != 2:
        return
    left, right = clause_with(verb, pronoun)
    states = {m.code for m in scene.named(left, right)}
    if not states <= set(pair):
        return
    direction = direction_told(noun, scene.actors) or _direction_here(noun, scene)
    giver, taker = direction or ((), ())
    clear = {*giver, *taker} == set(pair)
    yield Found(
        trigger=verb,
        left=left,
        right=right,
        about=(noun.left_edge.i, noun.i),
        rule=f"activity/pronoun:{verb.lemma_.lower()}",
        provider=giver if clear else (),
        recipient=taker if clear else (),
        parties=() if clear else pair,
        why="what was promised, told of before",
    )


def _direction_here(noun: Token, scene: Scene) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """As told by the verb of promising, or of asking, itself."""
    verb = _vowed(noun)
    giver = scene.doer(verb).parties if verb is not None else ()
    if verb is None or len(giver) != 1:
        return None
    other = scene.other_of_pair(verb, giver)
    wanted = verb.lemma_.lower() in lot_words().wanted
    return (other, giver) if wanted else (giver, other)


def _meant(pronoun: Token, scene: Scene) -> Token | None:
    """The boats of "promised ten *boats*. They …": the nearest things of that number before it, where they
    were promised, ordered or asked for."""
    many = pronoun.lower_ != "it"
    before = pronoun.doc[max(0, pronoun.i - _NEAR) : pronoun.i]
    nouns = (
        t
        for t in reversed(before)
        if t.pos_ in {"NOUN", "PROPN"} and t.dep_ != "compound" and (t.tag_ in {"NNS", "NNPS"}) == many
    )
    nearest = (t for t in nouns if kind_of(goods_in(t), scene.analysis) in _THINGS)
    return next((t for t in islice(nearest, 1) if _vowed(t) is not None), None)


def _vowed(noun: Token) -> Token | None:
    """The verb of promising, buying, asking or handing over above the noun: "*promised* to provide two
    boats", "two trucks have *changed* hands"."""
    words = lot_words()
    above = islice(noun.ancestors, _ABOVE)
    vowing = words.promised | words.bought | activity_words().taking | {"ask", "change", "give", "provide"}
    return next((t for t in above if t.lemma_.lower() in vowing), None)


def _tells_coming(verb: Token) -> bool:
    """As in "were *delivered*", "have *arrived*", "*opened* in May", "*entered service*"."""
    lemma, words = verb.lemma_.lower(), activity_words()
    if verb.dep_ not in {"ROOT", "conj", "ccomp", "parataxis"}:
        return False
    if grammar.is_passive(verb):
        return lemma in words.delivering | words.finishing | words.put_to_use | _OPENING
    in_service = lemma == "enter" and any(o.lemma_ == "service" for o in grammar.objects_of(verb))
    return in_service or lemma in {"arrive", "land", "open", "come"}
