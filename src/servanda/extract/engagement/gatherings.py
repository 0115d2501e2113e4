"""Workshops, seminars and the like that are held together with another party's people: "was organised in
collaboration with the FAO", "with the participation of experts from Chile"."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.analysis import unique
from servanda.extract.engagement.conferences import tells_of_attendance
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.sighting import Sighting, Telling, make
from servanda.extract.engagement.tokens import lemma_of
from servanda.extract.grammar.dependents import auxiliaries

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
    if noun.tag_ == "NNS" or (taking_place := _taking_place(scene, noun, verb)) is None:
        return
    if verb is not None and tells_of_attendance(scene, verb):
        return  # "attended the forum held in May" is read by its verb
    verb = taking_place
    if is_of_two_states(scene, noun):
        yield _told(scene, noun, verb, _states_in_name(scene, noun))
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
    yield _told(scene, noun, verb, parties)


def _told(scene: Scene, noun: Token, verb: Token, parties: tuple[str, ...]) -> Sighting:
    telling = Telling(noun, *scene.clause(verb, noun), verb)
    sighting = make(scene, "conference", f"gathering:{lemma_of(noun)}", telling)
    status = "planned" if "to" in auxiliaries(verb) else sighting.status  # "the forum, to be held in May"
    return msgspec.structs.replace(sighting, status=status, parties=unique([*sighting.parties, *parties]))


def is_of_two_states(scene: Scene, noun: Token) -> bool:
    """ "the Peru-Chile Business |Forum|": a gathering whose name says whose it is."""
    if noun.pos_ != "PROPN" or scene.words.noun_type(lemma_of(noun)) != "conference":
        return False
    return len(_states_in_name(scene, noun)) > 1


def _states_in_name(scene: Scene, noun: Token) -> tuple[str, ...]:
    start, end = grammar.text_between(noun.doc, noun.left_edge.i, noun.i)
    return unique(m.code for m in scene.analysis.parties_in(start, end) if is_state(m.code))


def _taking_place(scene: Scene, noun: Token, verb: Token | None) -> Token | None:
    """The verb by which it takes place: of its clause, else of one on it ("the forum, |to be held| in May,
    will bring together")."""
    clauses = (c for c in noun.children if c.dep_ in {"acl", "relcl"} and c.i > noun.i)
    told = (v for v in (verb, *clauses) if v is not None)
    return next((v for v in told if lemma_of(v) in scene.words.conferences.taking_place), None)


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
