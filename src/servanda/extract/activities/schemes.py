"""What one side has from the other without a verb of giving: it is let into its scheme, benefits from its
help, has a gift of it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from servanda.codebook.activities import activity_words
from servanda.extract import grammar
from servanda.extract.activities.scene import Found, Scene, clause_with
from servanda.extract.analysis import unique


def included(verb: Token, scene: Scene) -> Iterator[Found]:
    """The giver is named with the scheme, or is the other of the two at the table."""
    words, lemma = activity_words(), verb.lemma_.lower()
    subject = grammar.subject_of(verb) if lemma in words.letting_in and grammar.is_passive(verb) else None
    if subject is None or verb.dep_ == "acl":
        return
    into = grammar.prep_objects(verb, "in", "to", "into", "under")
    scheme = next((t for t in into if t.lemma_.lower() in words.schemes | words.schools), None)
    taker = scene.side_of(subject)
    if scheme is None or len(taker) != 1:
        return
    named = scene.named(scheme.left_edge.i, scheme.right_edge.i)
    giver = unique(m.code for m in named if m.form != "capital" and m.code not in taker)
    giver = giver or (scene.actors.others(verb.idx, taker) if scene.actors.is_seated(verb.idx) else ())
    if len(giver) == 1:
        yield _found(verb, clause_with(verb, subject), "included", giver, taker)


def benefited(verb: Token, scene: Scene) -> Iterator[Found]:
    """As in "the Belizean army *benefits* from British instruction", "has profited from Japan's help"."""
    words = activity_words()
    if verb.lemma_.lower() not in words.benefiting:
        return
    known = words.help | words.schooling | words.courses | words.money
    helps = (t for t in grammar.prep_objects(verb, "from") if t.lemma_.lower() in known)
    noun = next(helps, None)
    taker = scene.side_of(grammar.subject_of(verb))
    if noun is None or len(taker) != 1:
        return
    named = scene.named(noun.left_edge.i, noun.right_edge.i)
    giver = unique(m.code for m in named if m.form != "capital" and m.code not in taker)
    if len(giver) == 1:
        yield _found(verb, clause_with(verb, grammar.subject_of(verb)), "benefited", giver, taker)


def gift_of(noun: Token, scene: Scene) -> Iterator[Found]:
    """As in "came as a *gift* from London", "the boats, a gift of the Japanese Government, are in use"; what
    a person gives is a courtesy."""
    if noun.lemma_.lower() not in {"gift", "donation", "grant"} or noun.dep_ not in {"appos", "attr", "pobj"}:
        return
    if noun.dep_ == "pobj" and noun.head.lower_ != "as":
        return
    verb = grammar.governing_verb(noun)
    if verb is None or grammar.is_unreal(verb) or grammar.is_planned(verb):
        return
    givers = [
        t for t in grammar.prep_objects(noun, "from", "of", "by") if scene.analysis.person_of(t) is None
    ]
    places = (scene.analysis.offsets(t.left_edge.i, t.right_edge.i) for t in givers)
    giver = unique(m.code for place in places for m in scene.analysis.parties_in(*place))
    taker = scene.other_side(noun, giver)
    if len(giver) == len(taker) == 1 and giver != taker:
        bounds = clause_with(verb, grammar.subject_of(verb))
        bounds = min(bounds[0], noun.left_edge.i), max(bounds[1], noun.i)
        yield _found(noun, bounds, "gift-of", giver, taker)


_Parties = tuple[str, ...]


def _found(trigger: Token, bounds: tuple[int, int], rule: str, giver: _Parties, taker: _Parties) -> Found:
    return Found(
        trigger=trigger,
        left=bounds[0],
        right=bounds[1],
        rule=f"activity/{rule}:{trigger.lemma_.lower()}",
        provider=giver,
        recipient=taker,
        why="named with what the other side has",
    )
