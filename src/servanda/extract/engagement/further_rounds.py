"""Rounds told by no more than their place in a row: "the next round of talks", "the previous edition".

What they are of is known from what was told before, or from who sits at the table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.analysis import unique
from servanda.extract.engagement.event import Event
from servanda.extract.engagement.next_rounds import DUE, has_setting
from servanda.extract.engagement.out import is_out
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.sighting import Sighting
from servanda.extract.engagement.tokens import has_before, lemma_of

_A_PAIR = 2
_SEATED = frozenset({"nsubj", "nsubjpass", "dobj"})
_KINDS = frozenset({"meeting", "exercise"})


def further_rounds(scene: Scene, sentence: Tokens, events: Sequence[Event]) -> Iterator[Sighting]:
    """The rounds to come and those before that a sentence tells of, with a time or a place."""
    words = scene.words.rounds
    for noun in sentence:
        if lemma_of(noun) not in words.counted or noun.dep_ not in _SEATED or noun.text[:1].isupper():
            continue
        verb = grammar.governing_verb(noun)
        if verb is None or not _is_of_two(scene, noun) or is_out(scene.words.course, verb):
            continue
        if has_before(noun, words.further) and _is_to_come(verb):
            yield from _ahead(scene, noun, verb)
        elif has_before(noun, words.former) and not _is_to_come(verb):
            yield from _before(scene, noun, verb, events)


def _is_of_two(scene: Scene, noun: Token) -> bool:
    """ "the next round", "round |of talks|", "meeting |of the committee|"; but not "of elections", "of the
    cabinet"."""
    of_what = grammar.prep_objects(noun, "of")
    kinds = {scene.words.noun_type(lemma_of(body)) for body in of_what}
    return not of_what or bool(kinds & _KINDS) or any(actor.collective for actor in scene.who(*of_what))


def _is_of_talks(scene: Scene, noun: Token) -> bool:
    """ "the next round |of talks|", "the next |meeting|"."""
    of_what = [*grammar.prep_objects(noun, "of"), noun]
    return any(scene.words.noun_type(lemma_of(body)) == "meeting" for body in of_what)


def _is_to_come(verb: Token) -> bool:
    """ "will be held", "is due in", "is to take place"."""
    due = verb.lemma_ == "be" and any(c.lower_ in DUE for c in verb.children)
    scheduled = verb.lower_ in DUE and any(c.lower_ in {"is", "are"} for c in verb.children)
    return due or scheduled or grammar.is_planned(verb)


def _ahead(scene: Scene, noun: Token, verb: Token) -> Iterator[Sighting]:
    """ "The next round of talks |will be held in May|": of the two states at the table, or of those named."""
    left, right = grammar.clause_bounds(verb)
    named = unique(m.code for m in scene.parties_in_phrase(noun) if m.form != "capital" and is_state(m.code))
    parties = named if len(named) >= _A_PAIR else scene.actors.pair(noun.idx)
    known = len(parties) >= _A_PAIR and all(map(is_state, parties)) and set(named) <= set(parties)
    hosts = scene.actors.resolve(grammar.subject_of(verb)).parties if lemma_of(verb) == "host" else ()
    host = hosts[0] if len(hosts) == 1 and hosts[0] in parties else None
    if known and (host is not None or has_setting(scene, left, right)):
        yield Sighting(
            type="meeting" if _is_of_talks(scene, noun) else "dialogue",
            status="planned",
            trigger=noun,
            left=left,
            right=right,
            rule=f"engagement/further-round:{lemma_of(noun)}",
            parties=parties,
            country=host,
        )


def _before(scene: Scene, noun: Token, verb: Token, events: Sequence[Event]) -> Iterator[Sighting]:
    """ "The previous edition |was held in Lima in 2023|": of the series told last."""
    told = next((e for e in reversed(events) if e.series and e.type in {"exercise", "dialogue"}), None)
    if told is None or len(told.parties) < _A_PAIR or (told.type == "exercise" and _is_of_talks(scene, noun)):
        return
    left, right = grammar.clause_bounds(verb)
    if scene.analysis.date_in(*grammar.text_between(noun.doc, left, right), "past") is not None:
        yield Sighting(
            type=told.type,
            status="held",
            trigger=noun,
            left=left,
            right=right,
            rule=f"engagement/former-round:{lemma_of(noun)}",
            parties=told.parties,
            series=told.series,
        )
