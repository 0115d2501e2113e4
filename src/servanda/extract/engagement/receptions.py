"""Receptions told by a verb: "received the General", "hosted a dinner for", "accorded a welcome"."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
from spacy.tokens import Token

from servanda.codebook.actors import actor_words
from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.analysis import unique
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.sighting import Sighting, Telling, make
from servanda.extract.engagement.tokens import is_told_before, lemma_of, owner_of

_PLAYING_HOST = {"play": "host", "roll": "carpet"}
"""Verbs that tell a reception by their object."""


_TAUGHT = frozenset({"training", "study", "education", "course", "treatment", "internship"})
"""What people are received for who come to stay."""


_OF_SOMETHING_ELSE = re.compile(r"\b(?:who|which|on|for|in|at|during|and|after|ahead)\b")
"""Opens words after which "to" is of another one: "welcomed him |on his visit| to Peru"."""


class _Reception(msgspec.Struct, frozen=True):
    """The clause of a reception: who receives, what or who stands as its object, and where it is told."""

    lemma: str
    host: Token | None
    objects: list[Token]
    left: int
    right: int


def tells_of_reception(scene: Scene, verb: Token) -> bool:
    """ "received", "welcomed", "hosted"; "played host to", "rolled out the red carpet for"."""
    return lemma_of(verb) in scene.words.receptions.verbs or _plays_host(verb) or _treats(scene, verb)


def _treats(scene: Scene, verb: Token) -> bool:
    """ "|treated| him to a state dinner", "|entertained| the delegation to lunch"."""
    if lemma_of(verb) not in {"treat", "entertain"}:
        return False
    return any(
        lemma_of(t) in scene.words.meetings.meals for t in grammar.prep_objects(verb, "to", "at", "with")
    )


def _plays_host(verb: Token) -> bool:
    """ "|played| host to the minister", "|rolled| out the red carpet for"."""
    told_by = _PLAYING_HOST.get(lemma_of(verb))
    return told_by is not None and any(c.dep_ == "dobj" and lemma_of(c) == told_by for c in verb.children)


def _hosted(verb: Token) -> list[Token]:
    """ "played host |to the minister|", whichever word the parser hangs "to" on."""
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    return [t for word in (verb, *objects) for t in grammar.prep_objects(word, "to", "for")]


def received(scene: Scene, verb: Token) -> Iterator[Sighting]:
    """ "received General X" is a meeting, "welcomed General X with military honours" a ceremony."""
    clause = _clause_of(scene, verb)
    if not _tells_of_guest(scene, verb, clause) or _is_for_a_visit(scene, verb):
        return
    audience = _is_audience(scene, verb)
    according = clause.lemma in scene.words.receptions.according
    honoured = (
        according
        or _hosts_a_welcome(clause)
        or _has_honours(scene, verb, clause)
        or _is_on_arrival(scene, verb)
    )
    ceremonial = honoured and not audience and not (according and _is_given(scene, clause))
    courtesy = clause.lemma in scene.words.receptions.courtesy and not _is_at_a_seat(scene, verb)
    if not (ceremonial or audience) and courtesy:
        return
    named = [t for noun in clause.objects for t in grammar.prep_objects(noun, "for", "of", "to")]
    ways = ("for", "by", "to") if according and grammar.is_passive(verb) else ("for", "by")
    named += [t for t in grammar.prep_objects(verb, *ways) if not scene.words.noun_type(lemma_of(t))]
    actors = scene.who(clause.host, *clause.objects, *named)
    if _is_of_one_state(scene, clause):
        return
    away = _other_side(scene, verb, clause)
    actors += _honoured(scene, verb, actors)
    if away is not None:
        actors.append(Actor((away,), None, False, "the guests: the other side at the table"))
    host = _host_without_a_name(scene, verb, clause)
    if host is not None:
        actors.append(Actor((host,), None, False, "the host: whose place it is, or who publishes"))
    telling = Telling(verb, clause.left, clause.right)
    sighting = make(
        scene, "ceremony" if ceremonial else "meeting", f"receive:{clause.lemma}", telling, actors
    )
    yield msgspec.structs.replace(
        sighting, country=_country(scene, scene.actors.resolve(clause.host), clause)
    )


def _is_of_one_state(scene: Scene, clause: _Reception) -> bool:
    """ "The President of India was received in London |by the High Commissioner of India|"."""
    host = scene.actors.resolve(clause.host).parties
    guests = {party for guest in scene.who(*clause.objects) for party in guest.parties}
    return len(host) == 1 and guests == set(host)


def _hosts_a_welcome(clause: _Reception) -> bool:
    """ "hosted an official |welcome| for her guest"."""
    return clause.lemma == "host" and any(lemma_of(c) in {"welcome", "ceremony"} for c in clause.objects)


def _honoured(scene: Scene, verb: Token, actors: list[Actor]) -> list[Actor]:
    """Those "in whose honour" a meal is given: named, or the other one of the two at the table."""
    honours = [t for t in _behind_in(verb) if lemma_of(t) in {"honour", "honor"}]
    if not honours:
        return []
    named = [t for honour in honours for t in grammar.prep_objects(honour, "of")]
    named += [owner for honour in honours if (owner := owner_of(honour)) is not None]  # "in his honour"
    known = unique(party for actor in actors for party in actor.parties)
    guests = scene.who(*named)
    if guests and not known:
        others = scene.actors.others(verb.idx, guests[0].parties) if len(guests[0].parties) == 1 else ()
        return [*guests, Actor(others, None, False, "who gives it")] if len(others) == 1 else guests
    if named and not all(set(guest.parties) <= set(known) for guest in guests):
        return guests
    others = scene.actors.others(verb.idx, known) if len(known) == 1 else ()
    return [Actor(others, None, False, "in whose honour it is given")] if len(others) == 1 else []


def _behind_in(verb: Token) -> list[Token]:
    """ "hosted a dinner |in honour of X|", whichever word the parser hangs it on."""
    words = [verb, *(c for c in verb.children if c.dep_ == "dobj")]
    return [t for word in words for t in grammar.prep_objects(word, "in")]


def _is_for_a_visit(scene: Scene, verb: Token) -> bool:
    """ "hosted the President |for a state visit|", "is to receive him |on a working visit|": the visit,
    and no meeting besides; "receives officers |for training|" is none at all."""
    objects = grammar.objects_of(verb)
    taught = [t for c in (verb, *objects) for t in grammar.prep_objects(c, "for")]
    if any(lemma_of(goal) in _TAUGHT for goal in taught):
        return True
    if lemma_of(verb) != "host" and verb.tag_ != "VB":
        return False
    goals = [t for c in (verb, *grammar.objects_of(verb)) for t in grammar.prep_objects(c, "for", "on")]
    behind = (goal for goal in goals if goal.i > verb.i and lemma_of(goal) != "arrival")
    return any(scene.words.noun_type(lemma_of(goal)) == "visit" for goal in behind)


def _is_on_arrival(scene: Scene, verb: Token) -> bool:
    """ "was received |at the airport| by Minister X": a welcome, with no talks yet."""
    lemma = lemma_of(verb)
    welcomed = lemma == "receive" or lemma in scene.words.receptions.courtesy
    if lemma in scene.words.receptions.courtesy and not _is_at_a_seat(scene, verb):
        in_town = _is_somewhere(scene, verb) or _are_both_named(scene, verb)
        if in_town and _are_people_of_two(scene, verb):
            return True
    return welcomed and scene.is_at_arrival(verb)


def _are_both_named(scene: Scene, verb: Token) -> bool:
    """ "Minister X |was welcomed by General Y|", wherever."""
    host = grammar.agent_of(verb)
    guest = scene.actors.resolve(grammar.subject_of(verb))
    nowhere = not grammar.prep_objects(verb, "at", "in", "on")
    return host is not None and nowhere and grammar.is_passive(verb) and guest.person is not None


def _are_people_of_two(scene: Scene, verb: Token) -> bool:
    """ "They were welcomed in Vilnius |by Minister X|": by one who is named."""
    host = grammar.doer_of(verb)
    guests = grammar.objects_of(verb) or [c for c in verb.children if c.dep_ == "nsubjpass"]
    if host is None or scene.analysis.person_of(host) is None:
        return False
    told = any(_are_those_told(scene, verb, noun) for noun in guests)
    return told or (grammar.is_passive(verb) and any(scene.actors.resolve(t).person for t in guests))


def _host_without_a_name(scene: Scene, verb: Token, clause: _Reception) -> str | None:
    """The state of "|the President| received X at the Élysée", "X was received in Lima": that of the place,
    else of who publishes, where nobody tells who receives but by an office."""
    if scene.actors.resolve(clause.host).parties:
        return None
    if clause.host is not None and lemma_of(clause.host) not in actor_words().roles:
        return None
    if clause.host is None and _has_honours(scene, verb, clause):
        return _host_of_honours(scene, verb, clause)
    places = (noun for noun in grammar.prep_objects(verb, "at", "in") for noun in noun.subtree)
    told = (scene.analysis.party_of(place) for place in places)
    state = next((m.code for m in told if m is not None and is_state(m.code)), None)
    return state or (scene.analysis.home if clause.host is not None else None)


def _host_of_honours(scene: Scene, verb: Token, clause: _Reception) -> str | None:
    """The state of "X was received |with military honours|": the other one of the two at the table."""
    pair = scene.actors.pair(verb.idx)
    guests = {party for actor in scene.who(*clause.objects) for party in actor.parties}
    if not guests & set(pair):
        return None
    return next((code for code in pair if code not in guests and is_state(code)), None)


def _is_audience(scene: Scene, verb: Token) -> bool:
    """ "granted X |an audience|", which the parser may take for an apposition to X."""
    near = (t for c in verb.children for t in (c, *c.children) if c.dep_ in {"dobj", "dative", "nsubjpass"})
    according = lemma_of(verb) in scene.words.receptions.according
    return according and any(lemma_of(t) == "audience" for t in near)


def _is_at_a_seat(scene: Scene, verb: Token) -> bool:
    """ "was welcomed *at the Ministry* by General X": to talks, and not at the airport."""
    places = [*_brought_to(verb, "at", "to"), *_behind_at(verb)]
    seated = any(place.lemma_.lower() in scene.words.receptions.seats for place in places)
    return seated or _is_to_a_capital(scene, verb) or _is_named_in_a_place(scene, verb)


def _is_named_in_a_place(scene: Scene, verb: Token) -> bool:
    """ "President X welcomed President Y |in Tallinn|": both by name."""
    if grammar.is_passive(verb) or lemma_of(verb) not in scene.words.receptions.courtesy:
        return False
    people = [grammar.subject_of(verb), *(c for c in verb.children if c.dep_ == "dobj")]
    named = len(people) > 1 and all(t and scene.analysis.person_of(t) is not None for t in people)
    places = grammar.prep_objects(verb, "in", "at")
    return named and any(scene.country_of(t) is not None for t in places)


def _is_to_a_capital(scene: Scene, verb: Token) -> bool:
    """ "welcomed President X |to London|", "|to the United Kingdom|": one who is named, in a city of the
    host's or his country, whatever word the parser hangs it on."""
    if grammar.is_passive(verb):
        return False
    behind = scene.analysis.parties_in(verb.idx, scene.stretch(verb)[1])
    text = scene.analysis.text
    goals = (m for m in behind if text.endswith(("to ", "to the "), 0, m.start))
    cities = {m.code for m in goals if _OF_SOMETHING_ELSE.search(text, verb.idx, m.start) is None}
    guests = [scene.analysis.person_of(guest) for guest in grammar.objects_of(verb)]
    host = scene.actors.resolve(grammar.subject_of(verb)).parties
    return bool(cities & set(host)) and any(guest is not None for guest in guests)


def _brought_to(verb: Token, *prepositions: str) -> list[Token]:
    """ "welcomed X |to London|", "welcomed X back |to London|"."""
    back = [t for c in verb.children for t in (c, *c.children) if t.lower_ == "back"]
    return [t for word in (verb, *back) for t in grammar.prep_objects(word, *prepositions)]


def _behind_at(verb: Token) -> list[Token]:
    """ "welcomed a team from Japan |at State House|", which the parser hangs on Japan."""
    guests = (c for c in verb.children if c.dep_ == "dobj")
    return [t for guest in guests for t in guest.subtree if t.dep_ == "pobj" and t.head.lower_ == "at"]


def _clause_of(scene: Scene, verb: Token) -> _Reception:
    lemma = lemma_of(verb)
    subject = grammar.subject_of(verb)
    host = grammar.agent_of(verb) if grammar.is_passive(verb) else subject
    left, right = scene.clause(verb, subject)
    if _plays_host(verb):
        return _Reception(lemma, host, _hosted(verb), left, right)
    honouring = _honouring(verb) if lemma in scene.words.receptions.courtesy else None
    if honouring is None:
        guests = grammar.objects_of(verb)
        if not guests and grammar.is_passive(verb) and subject is not None:
            guests = grammar.with_conjuncts(subject)  # "is to be received by"
        return _Reception(lemma, host, guests, left, right)
    return _Reception(lemma, host, grammar.objects_of(honouring), left, max(right, honouring.right_edge.i))


def _honouring(verb: Token) -> Token | None:
    """The guest in "welcomed with military honours her counterpart" hangs on "honours", which the parser
    takes for a verb."""
    return next((c for c in verb.children if c.dep_ == "conj" and c.lemma_ in {"honour", "honor"}), None)


def _tells_of_guest(scene: Scene, verb: Token, clause: _Reception) -> bool:
    if clause.lemma in scene.words.receptions.according:
        whom = _for_whom(clause) or grammar.prep_objects(verb, "for") or _behind_in(verb)
        given = bool(whom) and _is_given(scene, clause)
        return given or _is_audience(scene, verb) or _is_welcome_accorded(scene, verb, clause)
    guests = any(_is_guest(scene, noun) for noun in clause.objects)
    guests = guests or _other_side(scene, verb, clause) is not None
    return guests or (clause.lemma == "host" and _is_given(scene, clause))


def _for_whom(clause: _Reception) -> list[Token]:
    """ "gave a dinner |for the delegation|"."""
    return [t for noun in clause.objects for t in grammar.prep_objects(noun, "for")]


def _other_side(scene: Scene, verb: Token, clause: _Reception) -> str | None:
    """The state of "the *guests* were welcomed at the airport by Minister X": the other one of the two at the
    table, where nobody tells whose guests they are."""
    guests = actor_words().guests
    named = [noun for noun in clause.objects if lemma_of(noun) in guests and is_told_before(noun)]
    named = named or [noun for noun in clause.objects if _are_those_told(scene, verb, noun)]
    hosts = scene.actors.resolve(clause.host).parties
    pair = scene.actors.pair(verb.idx)
    if not named or len(hosts) != 1 or hosts[0] not in pair:
        return None
    if scene.parties_in_phrase(named[0]):
        return next((m.code for m in scene.parties_in_phrase(named[0]) if is_state(m.code)), None)
    return next((code for code in pair if code != hosts[0] and is_state(code)), None)


def _are_those_told(scene: Scene, verb: Token, noun: Token) -> bool:
    """ "In Vilnius |they| were welcomed by Minister X", "welcomed |the soldiers| at the airport": at a place;
    but not "welcomed the soldiers home"."""
    if lemma_of(verb) not in scene.words.receptions.courtesy | {"receive"} or not _is_somewhere(scene, verb):
        return False
    forces = lemma_of(noun) in scene.words.exercises.forces and is_told_before(noun)
    return forces or noun.lower_ in {"them", "they"}


def _is_somewhere(scene: Scene, verb: Token) -> bool:
    """ "in Vilnius", "at the airport", "in the Lithuanian capital"; not "back home"."""
    if any(c.lower_ in {"home", "back"} for c in verb.children):
        return False
    return any(
        t.pos_ == "PROPN" or lemma_of(t) in scene.words.receptions.landings
        for t in grammar.prep_objects(verb, "in", "at", "on", "to")
    )


def _is_guest(scene: Scene, noun: Token) -> bool:
    """ "General X", "the Indian delegation"."""
    actor = scene.actors.resolve(noun)
    named = scene.analysis.person_of(noun) is not None
    return bool(named or actor.person or (scene.is_person_or_group(noun) and actor.parties))


def _is_given(scene: Scene, clause: _Reception) -> bool:
    """ "hosted a luncheon", "a State Banquet", "hosted talks"; but not "hosted the Ministerial Meeting",
    which has a name."""
    meals, given = scene.words.meetings.meals, scene.words.receptions.hosted
    return any(lemma_of(noun) in meals or noun.lemma_ in given for noun in clause.objects)


def _is_welcome_accorded(scene: Scene, verb: Token, clause: _Reception) -> bool:
    """ "was accorded a warm welcome", "accorded him a guard of honour"."""
    nouns = [*clause.objects, *(c for c in verb.children if c.dep_ in {"dobj", "oprd", "attr"})]
    return any(noun.lemma_ in scene.words.receptions.accorded for noun in nouns)


def _has_honours(scene: Scene, verb: Token, clause: _Reception) -> bool:
    """ "with full military honours", "on the red carpet"."""
    text = verb.doc[clause.left : clause.right + 1].text.lower()
    return any(phrase in text for phrase in scene.words.receptions.honours)


def _country(scene: Scene, host: Actor, clause: _Reception) -> str | None:
    """The host's own; where one is accorded a welcome the subject may be the guest."""
    according = clause.lemma in scene.words.receptions.according
    if according or len(host.parties) != 1 or not is_state(host.parties[0]):
        return None
    if clause.host is not None and _is_envoy(scene, clause.host):
        return None
    return host.parties[0]


def _is_envoy(scene: Scene, host: Token) -> bool:
    """ "was received by |Ambassador X|": at the embassy, abroad."""
    return any(t.lower_ in scene.words.receptions.envoys for t in host.subtree)
