"""Visits told by other turns than a verb of travel: "made his way to Kure", "set foot in Seoul", "took the
ferry to Helsinki", "stopped over in Cebu", "stayed in Lima until Friday", "has just returned from Manila"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from spacy.tokens import Token

from servanda.extract import grammar
from servanda.extract.engagement.abroad import host_abroad, who_is_named
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.sighting import Sighting, Telling, make_visit
from servanda.extract.engagement.stops import hosts_among
from servanda.extract.engagement.tokens import has_child, lemma_of

_TO = ("to", "into", "for", "across")
_IN = ("in", "at", "on", "near")
_OTHERS = frozenset({"turn", "show", "leave"})
"""Verbs that tell a visit with a particle ("turned up in"), or by what is left."""
_STOPS = frozenset({"stop", "stopover"})
_PARTICLES = frozenset({"over", "off", "in", "by"})


def tells_of_a_way(scene: Scene, verb: Token) -> bool:
    """ "made his way to", "stopped over in", "returned from"."""
    words, lemma = scene.words.visits, lemma_of(verb)
    if not any(lemma in verbs for verbs in (words.ways, words.staying, words.coming_back, _OTHERS)):
        return False
    return not grammar.is_passive(verb) and bool(_goals(scene, verb))


def went(scene: Scene, verb: Token) -> Iterator[Sighting]:
    """The visit of one who is named and of another state than the place."""
    subject = grammar.subject_of(verb)
    who = who_is_named(scene, subject)
    if who.person is None or len(who.parties) != 1 or grammar.is_unreal(verb):
        return
    for goal in _goals(scene, verb):
        back = lemma_of(verb) in scene.words.visits.coming_back | {"leave"}
        host = scene.country_of(goal) if back else host_abroad(scene, goal, who)
        if host is None or host in who.parties:
            continue
        telling = Telling(verb, *scene.clause(verb, subject))
        ahead = grammar.is_planned(verb) and (lemma_of(verb) != "set" or verb.tag_ == "VB")
        further = () if back else hosts_among(scene, grammar.with_conjuncts(goal)[1:], (host, *who.parties))
        for number, code in enumerate((host, *further)):
            rule = "next-stop" if number else f"way:{lemma_of(verb)}"
            told = make_visit(scene, rule, telling, who, code)
            yield msgspec.structs.replace(told, status="planned" if ahead else "held")
        return


def _goals(scene: Scene, verb: Token) -> list[Token]:
    """Where the way leads, where one stays, or whence one comes back."""
    words, lemma = scene.words.visits, lemma_of(verb)
    taken = [c for c in verb.children if c.dep_ == "dobj" and lemma_of(c) in words.ways.get(lemma, ())]
    if taken:
        stops = lemma == "set" or any(lemma_of(c) in _STOPS for c in taken)
        ways = _IN if stops else _TO
        return [t for word in (verb, *taken) for t in grammar.prep_objects(word, *ways)]
    stops = lemma != "stop" or has_child(verb, _PARTICLES) or any(t.lower_ == "way" for t in verb.subtree)
    if lemma in words.staying and stops and _is_dated(scene, verb):
        parts = [c for c in verb.children if c.lower_ in _PARTICLES]
        return [t for word in (verb, *parts) for t in grammar.prep_objects(word, *_IN) if t.pos_ == "PROPN"]
    if lemma in {"turn", "show"} and has_child(verb, {"up"}):  # "turned up in Madrid"
        return [t for t in grammar.prep_objects(verb, "in", "at") if t.pos_ == "PROPN"]
    if lemma == "leave" and not grammar.prep_objects(verb, "for"):  # "left Rabat on Tuesday"
        return [c for c in verb.children if c.dep_ == "dobj" and scene.analysis.party_of(c) is not None]
    homeward = lemma == "return" or has_child(verb, {"home", "back"})
    if lemma in words.coming_back and homeward and not grammar.prep_objects(verb, *_TO):
        beside = [c for c in verb.children if c.lower_ in {"home", "back"}]
        return [t for word in (verb, *beside) for t in grammar.prep_objects(word, "from")]
    return []


def _is_dated(scene: Scene, verb: Token) -> bool:
    """With a time, or a purpose: "stayed in Lima |until Friday|", "stopped over in Cebu"."""
    return lemma_of(verb) == "stop" or bool(scene.analysis.dates_in(*scene.stretch(verb)))
