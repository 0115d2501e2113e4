"""Meetings looked back on by what two people settled at them: "X and Y |laid the ground| in Seoul in May",
"It was in Seoul, in May 2022, that X and Y agreed on it"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from servanda.extract import grammar
from servanda.extract.engagement.days import is_years
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.sighting import Sighting, Telling, make
from servanda.extract.engagement.tokens import lemma_of
from servanda.model.edtf import precision

_A_PAIR = 2
_BEHIND = frozenset({"after", "following"})
_AT = frozenset({"in", "at", "near"})


def tells_of_agreeing(scene: Scene, verb: Token) -> bool:
    """A verb of what two people who are named, one of each side, settle or speak of together, at a time and a
    place of its own; what they sign or announce so need not bring them together."""
    if lemma_of(verb) not in scene.words.meetings.settling or verb.tag_ != "VBD" or grammar.is_passive(verb):
        return False
    subject = grammar.subject_of(verb)
    if subject is None or subject.i > verb.i:
        return False
    if all(t.lower_ != "and" for t in verb.doc[subject.left_edge.i : verb.i]):
        return False
    if any(lemma_of(o) in scene.words.meetings.of_ones_own for o in grammar.objects_of(verb)):
        return False
    sides = {person.party for person in scene.names(subject.left_edge.i, verb.i)}
    if None in sides or len(sides) != _A_PAIR or grammar.is_unreal(verb):
        return False
    left, right = _stretch(scene, verb, subject)
    wanted = [c.left_edge.i for c in verb.children if c.dep_ in {"xcomp", "ccomp"} and c.i > verb.i]
    right = min([right, *(i - 1 for i in wanted)])  # "agreed |to meet in Oslo in May|"
    right = min([right, *(t.i - 1 for t in verb.subtree if t.i > verb.i and _is_after_talks(scene, t))])
    there = lemma_of(verb) in scene.words.meetings.talking or _has_place(scene, verb, left, right)
    return there and _has_time(scene, verb, left, right)


def _is_after_talks(scene: Scene, word: Token) -> bool:
    """ "launched the project |after their talks| at the palace this morning": where and when they talked."""
    if word.lower_ not in _BEHIND:
        return False
    return any(scene.words.noun_type(lemma_of(c)) == "meeting" for c in word.children if c.dep_ == "pobj")


def agreed(scene: Scene, verb: Token) -> Iterator[Sighting]:
    """The meeting of the two."""
    subject = grammar.subject_of(verb)
    if subject is not None:
        telling = Telling(verb, *_stretch(scene, verb, subject))
        yield make(scene, "meeting", f"agreed-there:{lemma_of(verb)}", telling, scene.who(subject))


def _stretch(scene: Scene, verb: Token, subject: Token) -> tuple[int, int]:
    """The clause; of "It was in Seoul that X and Y agreed" the sentence."""
    left, right = scene.clause(verb, subject)
    cleft = verb.sent[0].lower_ == "it" and verb.head.lemma_ == "be" and verb.head != verb
    return (min(left, verb.sent.start), right) if cleft else (left, right)


def _has_place(scene: Scene, verb: Token, left: int, right: int) -> bool:
    nouns = (t for t in verb.doc[left : right + 1] if t.dep_ == "pobj" and t.pos_ == "PROPN")
    return any(t.head.lower_ in _AT and not scene.is_in_a_date(t) for t in nouns)


def _has_time(scene: Scene, verb: Token, left: int, right: int) -> bool:
    """Whether a day or month that lies back is told."""
    mentions = scene.analysis.dates_in(*grammar.text_between(verb.doc, left, right))
    told = (m.past for m in mentions if m.kind != "duration" and m.past)
    return any(precision(date) in {"day", "month"} and not is_years(date) for date in told)
