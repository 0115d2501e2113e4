"""Principles affirmed: "affirmed the importance of a free and open maritime order"."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.codebook.acts import act_words
from servanda.codebook.stances import stance_words
from servanda.extract import grammar
from servanda.extract.actors import Actor, Actors
from servanda.extract.between import is_between_the_sides
from servanda.extract.clauses import is_together
from servanda.extract.found import Found, Scene
from servanda.extract.grammar.dependents import forms
from servanda.extract.speech import opening, speaker_of, tells_accord


def principle(verb: Token, scene: Scene) -> Found | None:
    """As in "underlined the *need* to uphold international law", "stressed the *primacy* of ..."."""
    words = stance_words()
    lemma = verb.lemma_.lower()
    if not (lemma in words.stressing | words.affirming or tells_accord(verb)) or grammar.is_negated(verb):
        return None
    speaker, subject = speaker_of(verb, scene.actors)
    for noun in _affirmed(verb):
        if noun.lemma_.lower() not in words.principles:
            continue
        left, right = noun.left_edge.i, grammar.trim_right(noun.doc, noun.i, noun.right_edge.i)
        if _is_for_the_world(noun, noun.doc[left : right + 1].text, speaker, scene.actors):
            return Found(
                verb, speaker, (left, right), opening(verb, subject), f"position/stress:{noun.lemma_}"
            )
    return None


def _affirmed(verb: Token) -> list[Token]:
    """As in "stressed *the need*", "agreed on *the need*", "there was agreement on *the need*"."""
    plain = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
    accord = [c for c in verb.children if c.dep_ == "attr"]
    behind = [n for t in (verb, *accord) for n in grammar.prep_objects(t, "on", "upon", "about")]
    return plain + (behind if verb.lemma_.lower() not in {"note", "report"} else [])


def _is_for_the_world(noun: Token, text: str, speaker: Actor, actors: Actors) -> bool:
    """A matter of the world, or a need that several sides stress and that is not their own cooperation."""
    wanted = grammar.prep_objects(noun, "of", "for")
    need = noun.lemma_ in {"need", "necessity"} and len(speaker.parties) > 1
    if need and forms(t for n in wanted for t in n.lefts) & act_words().of_all:
        return True
    out = any(stance_words().is_way_out(t.lemma_.lower(), forms(t.lefts)) for t in wanted)
    if out or stance_words().on_world_matter(text):
        return not is_between_the_sides(noun, actors)
    return need and not is_together(text)
