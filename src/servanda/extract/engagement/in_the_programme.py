"""What is told as an item of a stay, without saying who comes: "A ceremonial welcome at the palace is planned
for tomorrow", "The programme includes a business forum", "talks, followed by a state banquet"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from spacy.tokens import Token

from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.engagement.gatherings import is_of_two_states
from servanda.extract.engagement.out import is_out
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.sighting import Sighting, Telling, make
from servanda.extract.engagement.status import is_on_the_programme
from servanda.extract.engagement.tokens import SUBJECTS, has_before, is_new, lemma_of, stands_behind
from servanda.model.facts import EngagementStatus, EngagementType

_STAYS = frozenset({"visit", "stay", "trip", "tour"})
_PAIR = 2


def programmed(scene: Scene, noun: Token) -> Iterator[Sighting]:
    """The item that `noun` names, of the two at the table; nothing where they are not known."""
    kind = _kind(scene, noun)
    verb = _told_by(scene, noun) if kind is not None and _is_an_item(noun) else None
    pair = scene.actors.pair(noun.idx)
    if kind is None or verb is None or len(pair) != _PAIR or not all(map(is_state, pair)):
        return
    if is_out(scene.words.course, verb) or not scene.actors.is_seated(noun.idx):
        return
    if is_of_two_states(scene, noun):
        return  # "the Peru-Kenya Business Forum" says itself whose it is
    words = Telling(noun, noun.left_edge.i, noun.i)
    if lemma_of(verb) != "follow":
        words = Telling(noun, *_without_the_next(noun, *scene.clause(verb, noun)), None, noun.i)
    sighting = make(scene, kind, f"programme:{lemma_of(noun)}", words, [Actor(pair, None, False, "the stay")])
    meal = kind == "meeting" and not _are_business_meetings(scene, noun)
    yield msgspec.structs.replace(sighting, status=_status(scene, verb), collective=False, meal=meal)


def _is_an_item(noun: Token) -> bool:
    """ "|a| business forum", "business meetings": not one that the text has spoken of."""
    return is_new(noun) or (noun.tag_ == "NNS" and all(c.dep_ not in {"det", "poss"} for c in noun.children))


def _without_the_next(noun: Token, left: int, right: int) -> tuple[int, int]:
    """ "|includes a ceremonial welcome at the palace|, talks with X and a forum": up to the next item."""
    further = (t for t in noun.children if t.dep_ == "conj" and t.i > noun.i)
    following = [t.left_edge.i for t in further if any(True for _ in t.lefts) or any(True for _ in t.rights)]
    first = noun.left_edge.i if noun.dep_ == "conj" else left
    return first, min([right, *(grammar.trim_right(noun.doc, noun.i, i - 1) for i in following)])


def lists_items(scene: Scene, noun: Token) -> bool:
    """ "|The visit| includes a forum on 12 May": the day is that of the forum."""
    verb = noun.head
    return noun.dep_ == "nsubj" and lemma_of(verb) in scene.words.course.listing


def _kind(scene: Scene, noun: Token) -> EngagementType | None:
    """ "a ceremonial |welcome|", "a state |banquet|", "a business |forum|"."""
    lemma, words = lemma_of(noun), scene.words.programme
    if noun.tag_ in {"NNS", "NNPS"}:
        return "meeting" if _are_business_meetings(scene, noun) else None
    if lemma in words.welcomes and has_before(noun, words.ceremonial):
        return "ceremony"
    if lemma in words.meals and has_before(noun, words.of_state):
        return "meeting"
    before = {t.lower_ for t in noun.doc[noun.left_edge.i : noun.i]}
    return "conference" if lemma in words.forums and not before.isdisjoint(words.of_business) else None


def _are_business_meetings(scene: Scene, noun: Token) -> bool:
    """ "The visit also includes high-level |business meetings| and discussions"."""
    before = {t.lower_ for t in noun.doc[noun.left_edge.i : noun.i]}
    met = noun.tag_ == "NNS" and scene.words.noun_type(lemma_of(noun)) == "meeting"
    return met and not before.isdisjoint(scene.words.programme.of_business)


def _told_by(scene: Scene, noun: Token) -> Token | None:
    """The verb that tells it as an item: "is planned", "will be held", "includes", "followed by"."""
    verb, course, kind = noun.head, scene.words.course, _kind(scene, noun)
    if noun.dep_ in SUBJECTS:
        if kind == "meeting":
            return None  # "A state banquet will be held" is read by the readers of talks
        ready = lemma_of(verb) in course.preparing and grammar.is_passive(verb)
        return verb if ready or _takes_place(scene, verb) else None
    if stands_behind(noun, "by"):
        above = noun.head.head
        return above if kind == "meeting" and lemma_of(above) == "follow" else None
    listed = noun.dep_ in {"dobj", "conj"} and _first_listed(noun).dep_ == "dobj"
    verb = _first_listed(noun).head
    if not listed or lemma_of(verb) not in course.listing:
        return None
    subject = grammar.subject_of(verb)
    told = subject is not None and lemma_of(subject) in course.programme | _STAYS
    return verb if told else None


def _takes_place(scene: Scene, verb: Token) -> bool:
    """ "will be held", "took place"."""
    course = scene.words.course
    held = lemma_of(verb) in course.holding and grammar.is_passive(verb)
    return held or (lemma_of(verb) == "take" and any(c.lower_ == "place" for c in verb.children))


def _first_listed(noun: Token) -> Token:
    """ "talks" of "includes talks, a welcome and |a forum|"."""
    while noun.dep_ == "conj":
        noun = noun.head
    return noun


def _status(scene: Scene, verb: Token) -> EngagementStatus:
    """Of "followed by" that of the clause it hangs on."""
    above = verb.head if verb.dep_ in {"advcl", "acl"} and lemma_of(verb) == "follow" else verb
    ahead = grammar.is_planned(verb) or grammar.is_planned(above)
    ready = lemma_of(verb) in scene.words.course.preparing and verb.tag_ == "VBN"
    listed = verb.tag_ in {"VBZ", "VBP"} or is_on_the_programme(scene.words.course, verb)
    return "planned" if ahead or ready or listed else "held"
