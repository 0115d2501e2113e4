"""Handovers told by the way, or in other words: "thanked India for |handing over the corvette| in July", "the
corvette |handed over in 2023|", "the frigate |changed flags| at Talcahuano", "|took over| two boats from the
Ambassador"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.analysis import unique
from servanda.extract.engagement.ceremonies import handed
from servanda.extract.engagement.looked_back import own_time
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.ships import is_of_a_ship
from servanda.extract.engagement.sighting import Sighting, Telling, make
from servanda.extract.engagement.tokens import has_child, is_told_before, lemma_of

_A_PAIR = 2
_HANDS = frozenset({"hand", "turn"})
_SIGNS = frozenset({"flag", "hand", "colour", "color"})
_TAKEN = {"take": {"delivery", "possession"}, "accept": {"delivery"}}


def tells_of_handing_by_the_way(scene: Scene, verb: Token) -> bool:
    """ "|handing| over the corvette", "the corvette |handed| over", "had |handed| over the corvette"."""
    over = _over(verb)
    if over is None or grammar.is_planned(verb):
        return False
    if _is_attribute(verb):
        return is_told_before(verb.nbor(-1)) and _is_given(scene, verb.nbor(-1))
    if grammar.is_passive(verb):
        return False
    to_one = any(t.lower_ == "to" and t.dep_ in {"prep", "dative"} for t in verb.subtree)
    thing = next((t for t in verb.doc[over.i + 1 : verb.sent.end] if t.pos_ in {"NOUN", "PROPN"}), None)
    thing = thing.head if thing is not None and thing.dep_ == "compound" else thing
    return thing is not None and not to_one and _is_given(scene, thing)


def handed_by_the_way(scene: Scene, verb: Token) -> Iterator[Sighting]:
    """Between the two at the table, with a time of its own that lies back; else as any handover."""
    over = _over(verb)
    time = own_time(scene, over) if over is not None else None
    told: list[Sighting] = []
    if time is not None:
        first = verb.nbor(-1).left_edge.i if _is_attribute(verb) else verb.i
        subject = grammar.subject_of(verb) if verb.tag_ == "VBD" or has_child(verb, {"had", "has"}) else None
        left = first if subject is None else min(first, subject.left_edge.i)
        told = list(_of_the_pair(scene, Telling(verb, left, _last_of(verb, time.end))))
    yield from told or handed(scene, verb)


def handover_looked_back_on(scene: Scene, noun: Token) -> Iterator[Sighting]:
    """ "recalled |the handing over of the corvette in July last year|", "since the |handover| of the boats in
    Hai Phong in June 2022": between the two at the table."""
    of = grammar.prep_objects(noun, "of")
    last = next((c for c in noun.rights if c.lower_ == "over"), noun)  # "the handing |over|"
    time = own_time(scene, last) if any(_is_given(scene, t) for t in of) else None
    verb = grammar.governing_verb(noun)
    if time is not None and not (verb is not None and grammar.is_planned(verb)):
        yield from _of_the_pair(scene, Telling(noun, noun.left_edge.i, _last_of(noun, time.end)))


def _over(verb: Token) -> Token | None:
    if lemma_of(verb) not in _HANDS:
        return None
    return next((c for c in verb.rights if c.lower_ == "over"), None)


def _is_attribute(verb: Token) -> bool:
    """ "the corvette |handed| over", whatever the parser hangs it on."""
    before = verb.nbor(-1) if verb.i > verb.sent.start else verb
    bare = not any(c.dep_ in {"aux", "auxpass"} for c in verb.children)
    return verb.tag_ == "VBN" and bare and before.pos_ in {"NOUN", "PROPN"}


def _last_of(token: Token, end: int) -> int:
    return max(t.i for t in token.sent if t.idx < end)


def tells_of_flags(scene: Scene, verb: Token) -> bool:
    """ "In July the corvette |changed flags| at Cam Ranh", "the ship |changed hands|"."""
    changes = lemma_of(verb) == "change" and any(
        c.dep_ == "dobj" and lemma_of(c) in _SIGNS and c.left_edge == c for c in verb.children
    )
    subject = grammar.subject_of(verb) if changes else None
    return subject is not None and (_is_given(scene, subject) or is_of_a_ship(scene, subject))


def changed_flags(scene: Scene, verb: Token) -> Iterator[Sighting]:
    """Between the two at the table, with its time."""
    if not grammar.is_planned(verb) and not grammar.is_unreal(verb):
        left, right = scene.clause(verb, grammar.subject_of(verb))
        yield from _of_the_pair(scene, Telling(verb, left, right, None, verb.i))


def tells_of_taking_over(scene: Scene, verb: Token) -> bool:
    """ "|took over| two boats from", "|took| delivery of two boats from"; not "took over the office"."""
    lemma = lemma_of(verb)
    if lemma == "take" and has_child(verb, {"over"}):
        return any(_is_given(scene, c) for c in grammar.objects_of(verb))
    taken = [c for c in grammar.objects_of(verb) if lemma_of(c) in _TAKEN.get(lemma, ())]
    return any(_is_given(scene, t) for c in taken for t in grammar.prep_objects(c, "of"))


def taken_over(scene: Scene, verb: Token) -> Iterator[Sighting]:
    """From somebody of another side, who is named, or on a day at a place."""
    subject = grammar.subject_of(verb)
    left, right = scene.clause(verb, subject)
    objects = grammar.objects_of(verb)
    words = (verb, *objects, *(t for c in objects for t in grammar.prep_objects(c, "of")))
    givers = [t for word in words for t in grammar.prep_objects(word, "from")]
    actors = scene.who(subject, *givers)
    sides = unique(party for actor in actors for party in actor.parties if is_state(party))
    named = {person.party for person in scene.names(left, right) if person.party in sides}
    dated = scene.analysis.date_in(*scene.stretch(verb), "past") is not None
    told = len(named) == _A_PAIR or (dated and _names_a_place(scene, givers or [verb], verb))
    if len(sides) == _A_PAIR and told and not grammar.is_planned(verb):
        yield make(scene, "ceremony", "handing-over", Telling(verb, left, right), actors)


def _of_the_pair(scene: Scene, telling: Telling) -> Iterator[Sighting]:
    start, end = grammar.text_between(scene.analysis.doc, telling.left, telling.right)
    pair = scene.actors.pair(telling.trigger.idx)
    named = {m.code for m in scene.analysis.parties_in(start, end) if is_state(m.code)}
    dated = scene.analysis.date_in(start, end, "past") is not None
    if dated and len(pair) == _A_PAIR and all(map(is_state, pair)) and named <= set(pair):
        yield make(scene, "ceremony", "gift-handed", telling, [Actor(pair, None, False, "at the table")])


def _is_given(scene: Scene, noun: Token) -> bool:
    """ "corvette"; "Kirpan" of "the corvette Kirpan"."""
    given = scene.words.ceremonies.given
    called = noun.text[:1].isupper() and any(lemma_of(t) in given for t in noun.lefts)
    return called or lemma_of(noun) in given


def _names_a_place(scene: Scene, givers: list[Token], verb: Token) -> bool:
    """ "in |Tema|", which the parser may hang on who gives."""
    places = (t for word in (verb, *givers) for t in grammar.prep_objects(word, "at", "in"))
    return any(t.pos_ == "PROPN" and not scene.is_in_a_date(t) for t in places)
