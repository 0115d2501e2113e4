"""A word that was kept: "Tokyo has kept its promise", "delivered on its pledge", "the promise was kept"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from servanda.codebook.lots import lot_words
from servanda.extract import grammar
from servanda.extract.activities.scene import Found, Scene, clause_with


def kept_word(verb: Token, scene: Scene) -> Iterator[Found]:
    """What one of the two at the table has done as it said to the other."""
    if verb.lemma_.lower() not in lot_words().word_kept or grammar.is_unreal(verb):
        return
    word = _word(verb)
    if word is None and not _did_as_promised(verb):
        return
    giver = scene.doer(verb).parties if not grammar.is_passive(verb) else ()
    if word is not None and not giver:
        giver = scene.actors.resolve(grammar.possessor_of(word)).parties
        giver = giver or tuple(m.code for m in scene.named(word.left_edge.i, word.i))
    taker = scene.other_of_pair(verb, giver) if len(giver) == 1 else ()
    pair = scene.actors.pair(verb.idx) if grammar.is_passive(verb) and not giver else ()
    if len(taker) == 1 or pair:
        left, right = clause_with(verb, grammar.subject_of(verb))
        yield Found(
            trigger=verb,
            left=left,
            right=right,
            rule=f"activity/kept:{verb.lemma_.lower()}",
            provider=giver if taker else (),
            recipient=taker,
            parties=() if taker else pair,
            why="done as was promised",
        )


def _did_as_promised(verb: Token) -> bool:
    """As in "Japan *delivered as promised*"."""
    told = (c for c in verb.children if c.dep_ == "advcl" and c.lemma_.lower() in lot_words().promised)
    return verb.lemma_ == "deliver" and any(
        grammar.has_child(c, "mark", "advmod", words={"as"}) for c in told
    )


def _word(verb: Token) -> Token | None:
    """The promise that is kept: "kept its *promise*", "made good on its *pledge*"."""
    given, lemma = lot_words().word_given, verb.lemma_.lower()
    if grammar.is_passive(verb):
        subject = grammar.subject_of(verb)
        if subject is None or lemma in {"make", "deliver", "live", "stand"}:
            return None
        return subject if subject.lemma_.lower() in given else None
    if lemma == "make" and not any(c.lower_ == "good" for c in verb.children):
        return None
    nouns = [*grammar.prep_objects(verb, "on", "to", "by"), *grammar.objects_of(verb)]
    good = (
        t for c in verb.children if c.lower_ in {"good", "up"} for t in grammar.prep_objects(c, "on", "to")
    )
    word = next((t for t in (*nouns, *good) if t.lemma_.lower() in given), None)
    if word is None:
        return None
    owned = grammar.possessor_of(word) is not None or word.left_edge.lower_ in {"this", "that"}
    return word if owned else None
