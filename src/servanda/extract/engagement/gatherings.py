"""Workshops, seminars and the like that are held together with another party's people: "was organised in
collaboration with the FAO", "with the participation of experts from Chile"."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from servanda.extract import grammar
from servanda.extract.analysis import unique
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.sighting import Sighting, Telling, make
from servanda.extract.engagement.tokens import lemma_of

_TOGETHER = re.compile(
    r"\b(?:in (?:collaboration|partnership|co-?operation|association|coordination|conjunction) with|"
    r"(?:jointly|together) with|(?:jointly )?(?:co-?)?(?:organi[sz]ed|hosted|sponsored) (?:jointly )?by|"
    r"with the (?:participation|attendance|support|assistance|presence) of|"
    r"brought together|bringing together|attended by|facilitated by)\b",
    re.IGNORECASE,
)
_OF_IT = re.compile(r"\b(?:the|this) (?:event|workshop|seminar|conference|forum|symposium|course|programme|"
                    r"program|training|gathering|exhibition|summit)\b", re.IGNORECASE)  # fmt: skip


def gathering(scene: Scene, noun: Token, verb: Token | None) -> Iterator[Sighting]:
    """One that takes place in this clause, and with whom: told here or in the sentence behind it, which
    speaks of "the event"."""
    if verb is None or lemma_of(verb) not in scene.words.conferences.taking_place or noun.tag_ == "NNS":
        return
    held = noun.dep_ == "nsubjpass" or (noun.dep_ == "nsubj" and lemma_of(verb) != "host")
    if not held and not _is_run_by_somebody(scene, noun, verb):
        return
    told = [noun.sent, *_next_sentence(scene, noun.sent)]
    others = unique(code for sentence in told for code in _partners(scene, sentence))
    home = scene.analysis.home
    own = () if held else scene.actors.resolve(grammar.subject_of(verb)).parties
    jointly = any(c.lower_ in {"jointly", "together"} for c in verb.children) and len(own) > 1
    if not held and not others and not jointly:
        return
    parties = unique([*own, *others]) if own or home is None else unique([home, *others])
    if not set(parties) - {home} or len(parties) < 2:
        return
    telling = Telling(noun, *scene.clause(verb, noun), verb)
    sighting = make(scene, "conference", f"gathering:{lemma_of(noun)}", telling)
    yield msgspec.structs.replace(sighting, parties=unique([*sighting.parties, *parties]))


def _is_run_by_somebody(scene: Scene, noun: Token, verb: Token) -> bool:
    """ "The Ministry, in collaboration with the Embassy of Peru, |organised a workshop|"."""
    return (
        lemma_of(verb) in scene.words.conferences.running
        and noun.dep_ == "dobj"
        and noun.head == verb
        and verb.tag_ in {"VBD", "VBN"}
    )


def _next_sentence(scene: Scene, sentence: Tokens) -> list[Tokens]:
    """The sentence behind, where it goes on with "the event"."""
    number = scene.analysis.sentence_number(sentence.start_char)
    behind = scene.analysis.sentences[number + 1 : number + 2]
    return [s for s in behind if _OF_IT.search(s.text)]


def _partners(scene: Scene, sentence: Tokens) -> Iterator[str]:
    """The parties named behind words of acting together."""
    text = scene.analysis.text
    found = _TOGETHER.search(text, sentence.start_char, sentence.end_char)
    if found is None or grammar.is_negated(sentence.root):
        return
    for mention in scene.analysis.parties_in(found.end(), sentence.end_char):
        if mention.form != "capital":
            yield mention.code
