"""Workshops, seminars and the like of two states, or held together with another party's people: "organised
in collaboration with the FAO", "with the participation of experts from Chile"."""

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
from servanda.extract.engagement.out import is_out
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
_HOLDING = frozenset({"hold", "organise", "organize", "conduct", "run", "host", "convene"})
"""Verbs of two that hold one; what they open or launch is told by others."""
_HYPHENS = frozenset({"-", "–", "/"})
_PATRONS = re.compile(
    r"\bunder the (?:joint |distinguished |high )?(?:patronage|auspices|chairmanship) of\b", re.IGNORECASE
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
    if both := _of_two(scene, noun, verb):
        yield _told(scene, noun, verb, both)
        return
    held = noun.dep_ == "nsubjpass" or (noun.dep_ == "nsubj" and lemma_of(verb) != "host")
    if not held and not _is_run_by_somebody(scene, noun, verb):
        return
    told = [noun.sent, *_next_sentence(scene, noun.sent)]
    others = unique(code for sentence in told for code in _partners(scene, sentence))
    others = unique([*others, *_patrons_abroad(scene, noun.sent, verb)])
    home = scene.analysis.home
    own = () if held else scene.actors.resolve(grammar.subject_of(verb)).parties
    jointly = any(c.lower_ in {"jointly", "together"} for c in verb.children) and len(own) > 1
    if not held and not others and not jointly:
        return
    parties = unique([*own, *others]) if own or home is None else unique([home, *others])
    if not set(parties) - {home} or len(parties) < 2:
        return
    yield _told(scene, noun, verb, parties)


def course(scene: Scene, noun: Token) -> Iterator[Sighting]:
    """A course that two states hold by themselves; one that is given by one to another is an activity."""
    if noun.tag_ == "NNS" or lemma_of(noun) != "course":
        return
    taking_place = _taking_place(scene, noun, grammar.governing_verb(noun))
    if taking_place is not None and (both := _of_two(scene, noun, taking_place)):
        yield _told(scene, noun, taking_place, both)


def led(scene: Scene, noun: Token) -> Iterator[Sighting]:
    """ "during a |forum chaired by| the President this morning": of those who led or attended it."""
    leading = scene.words.conferences.led
    for clause in noun.children:
        agent = grammar.agent_of(clause) if clause.dep_ == "acl" and clause.tag_ == "VBN" else None
        if agent is not None and lemma_of(clause) in leading and scene.actors.resolve(agent).person:
            right = max(clause.right_edge.i, agent.right_edge.i)
            telling = Telling(noun, noun.left_edge.i, grammar.trim_right(noun.doc, noun.i, right))
            yield make(scene, "conference", f"led:{lemma_of(noun)}", telling, scene.who(agent))


def _told(scene: Scene, noun: Token, verb: Token, parties: tuple[str, ...]) -> Sighting:
    telling = Telling(noun, *scene.clause(verb, noun), verb)
    sighting = make(scene, "conference", f"gathering:{lemma_of(noun)}", telling)
    status = "planned" if "to" in auxiliaries(verb) else sighting.status  # "the forum, to be held in May"
    return msgspec.structs.replace(sighting, status=status, parties=unique([*sighting.parties, *parties]))


def is_of_two_states(scene: Scene, noun: Token) -> bool:
    """ "the Peru-Chile Business |Forum|": a gathering whose name says whose it is."""
    if noun.pos_ not in {"PROPN", "NOUN"} or scene.words.noun_type(lemma_of(noun)) != "conference":
        return False
    named = noun.pos_ == "PROPN" or any(t.text in _HYPHENS for t in noun.doc[noun.left_edge.i : noun.i])
    return named and len(_states_in_name(scene, noun)) > 1


def _of_two(scene: Scene, noun: Token, verb: Token) -> tuple[str, ...]:
    """ "Peru and Chile |held a workshop| in Lima in May", "a seminar |of the two navies| took place": of two
    states, once, by themselves."""
    told = verb.tag_ in {"VBD", "VBN"} or grammar.is_planned(verb)
    if not told or is_out(scene.words.course, verb) or not scene.analysis.dates_in(*scene.stretch(verb)):
        return ()
    runs = noun.dep_ == "dobj" and noun.head == verb and lemma_of(verb) in _HOLDING
    relative = verb.dep_ == "relcl" and verb.head == noun
    owners = [grammar.subject_of(verb)] if runs or relative else grammar.prep_objects(noun, "between", "of")
    known = (scene.actors.resolve(owner) for owner in owners if owner is not None)
    return next((a.parties for a in known if len(a.parties) > 1 and all(map(is_state, a.parties))), ())


def is_under_patronage(scene: Scene, noun: Token) -> bool:
    """ "The Business |Forum| was held in Berlin under the patronage of the President"."""
    return _PATRONS.search(scene.analysis.text, noun.idx, noun.sent.end_char) is not None


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


def _patrons_abroad(scene: Scene, sentence: Tokens, verb: Token) -> tuple[str, ...]:
    """The states of those under whose patronage it is held, with that of the place: a forum "held in Berlin
    |under the patronage of President X|" of another state."""
    found = _PATRONS.search(scene.analysis.text, sentence.start_char, sentence.end_char)
    if found is None:
        return ()
    after = sentence.doc.char_span(found.end(), sentence.end_char, alignment_mode="contract")
    named = scene.names(after.start, sentence.end - 1) if after is not None else []
    patrons = unique(person.party for person in named if person.party)
    there = (scene.country_of(t) for t in verb.subtree if t.pos_ == "PROPN")
    hosts = unique(code for code in there if code and code not in patrons)
    return (*patrons, *hosts[:1]) if patrons else ()


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
