"""Meetings told by a verb: "met with", "called on", "spoke by telephone with", "conveyed by phone"."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
from spacy.tokens import Token

from servanda.codebook.places import is_state
from servanda.codebook.resolving import resolving_words
from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.engagement.rounds import series_of
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.sighting import Sighting, Telling, make
from servanda.extract.engagement.tokens import has_before, is_told_before, lemma_of, owner_of
from servanda.extract.engagement.views import exchanges_views, hosts_of, with_whom
from servanda.extract.grammar.dependents import first_child
from servanda.model.facts import EngagementType

_SITTING_DOWN = {"sit": "down", "catch": "up", "come": "together"}
"""Verbs that tell a meeting by their particle."""
_TIMES = frozenset({"twice", "thrice"})
_NEAR = 3
"""Tokens behind the verb among which "twice" stands."""
_LAST = frozenset({"last", "previously"})
_BEFORE = _LAST | {"first", "time"}
"""Words of a round before: "|last| met in May", "met for the first |time|"."""
_OTHER_END = ("to", "with", "from", "by")
_OF_BOTH = frozenset({"joint", "mixed", "bilateral"})
_FACE_TO_FACE = frozenset({"meeting", "conference"})
_BESTOWED = frozenset(
    {"order", "medal", "rank", "title", "insignia", "award", "honour", "honor", "decoration"}
)
_COMING_TOGETHER = frozenset({"convene", "gather"})
_IDIOM = 6
"""Tokens behind a verb in which the words of its idiom stand."""
_TOGETHER = {"sit": "down", "stand": "side by side", "appear": "together"}
"""What two of two sides do together where nothing more is told of their talks."""
_BY_PHONE = re.compile(r"\b(over|on|by) (the )?(tele)?phone\b|\btelephone call\b")


def tells_of_meeting(scene: Scene, verb: Token) -> bool:
    """ "met", "conferred with"; "spoke", "talked" only by wire."""
    words = scene.words.meetings
    lemma = lemma_of(verb)
    if lemma == "see" and any(c.dep_ == "dobj" and c.lower_ == "other" for c in verb.children):
        return True
    if lemma == "see" and not grammar.is_passive(verb):
        return _sees(scene, grammar.subject_of(verb), first_child(verb, "dobj"))
    if lemma == "tell":
        return _tells_in_person(scene, verb)
    if lemma in words.talking:
        return scene.is_by_wire(verb) or _speaks_with_another(scene, verb)
    if lemma == "confer" and _bestows(verb):
        return False
    if lemma in words.verbs or _is_idiom(scene, verb):
        return True
    if _engages(scene, verb) or _sits_down(scene, verb) or exchanges_views(scene, verb):
        return True
    if lemma in _COMING_TOGETHER and _come_together(scene, verb):
        return True
    if _discusses_with_another(scene, verb) or _discuss_together(scene, verb) or _briefs(scene, verb):
        return True
    return _are_together(scene, verb)


def _come_together(scene: Scene, verb: Token) -> bool:
    """ "X and Y |convened|", "The ministers of Peru and Chile |gathered|", "We, leaders of Peru and Chile,
    |convened|": people of whom each is named, or offices of two states or more."""
    subject = _who_they_are(scene, verb, grammar.subject_of(verb))
    if subject is None or grammar.is_passive(verb):
        return False
    if _are_people(scene, *grammar.with_conjuncts(subject)):
        return True
    sides = scene.actors.resolve(subject).parties
    return lemma_of(subject) in scene.words.meetings.holders and len(sides) > 1 and all(map(is_state, sides))


def _are_together(scene: Scene, verb: Token) -> bool:
    """ "General X and Minister Y |sat down| in Oslo", "|stood side by side|": two of two sides."""
    words = _TOGETHER.get(lemma_of(verb))
    if words is None or words not in verb.doc[verb.i + 1 : verb.i + _IDIOM].text.lower():
        return False
    subject = grammar.subject_of(verb)
    if subject is None or grammar.is_passive(verb):
        return False
    named = {person.party for person in scene.names(subject.left_edge.i, subject.right_edge.i)}
    return len(named - {None}) > 1 or scene.actors.resolve(subject).collective


def _sees(scene: Scene, subject: Token | None, other: Token | None) -> bool:
    """ "Prime Minister X last *saw* President Y", "he *saw* Minister Y": people of two sides, the one seen by
    name."""
    if subject is None or other is None or scene.analysis.person_of(other) is None:
        return False
    if scene.analysis.person_of(subject) is not None:
        return True
    one, two = scene.who(subject, other)
    meant = one.person is not None or lemma_of(subject) in scene.words.meetings.holders
    told = subject.lower_ in {"he", "she"} or lemma_of(subject) in scene.words.meetings.holders
    return told and meant and bool(one.parties) and one.parties != two.parties


def _bestows(verb: Token) -> bool:
    """ "conferred the order on General X", "will confer |on General X the rank| of": no talks."""
    if any(t.lemma_ in _BESTOWED for t in verb.subtree):
        return True
    return grammar.is_passive(verb) or any(c.dep_ == "dobj" for c in verb.children)


def _discusses_with_another(scene: Scene, verb: Token) -> bool:
    """ "had discussed the order with his counterpart, Minister X": when the one is named with whom, and is of
    another side; but not "discussed with X the visit of Y"."""
    if lemma_of(verb) not in {"discuss", "negotiate"} or verb.tag_ == "VB":
        return False
    if grammar.is_passive(verb):
        return _is_discussed_with(scene, verb)
    named = [t for t in with_whom(verb) if _are_people(scene, t)]
    subject = grammar.subject_of(verb)
    if not named or subject is None or any(lemma_of(t) == "meeting" for t in grammar.objects_of(verb)):
        return False
    one, other = scene.who(subject, named[0])
    return bool(one.parties and other.parties) and one.parties != other.parties


def _is_discussed_with(scene: Scene, verb: Token) -> bool:
    """ "Ships |were discussed with| Admiral X": by the other of two at the table, with one who is named."""
    named = [t for t in grammar.prep_objects(verb, "with") if _are_people(scene, t)]
    side = scene.actors.resolve(named[0]).parties if named and verb.dep_ == "ROOT" else ()
    return bool(side) and set(side) < set(scene.actors.pair(verb.idx))


def _tells_in_person(scene: Scene, verb: Token) -> bool:
    """ "Minister X |told| Minister Y in Amman yesterday": two who are named, with the place and the day."""
    subject, told = grammar.subject_of(verb), first_child(verb, "dobj")
    if verb.tag_ != "VBD" or not _are_people(scene, subject, told):
        return False
    near = [*grammar.prep_objects(verb, "in", "at"), *(c for c in verb.children if c.lower_ == "here")]
    places = [t for t in near if t.lower_ == "here" or t.pos_ == "PROPN"]
    start, end = scene.stretch(verb)
    dated = scene.analysis.date_in(start, end, "past") is not None
    one, other = scene.who(subject, told)
    return bool(places) and dated and one.parties != other.parties


def _discuss_together(scene: Scene, verb: Token) -> bool:
    """ "Minister X and Ambassador Y discussed today ...": two who are named, each of another side."""
    together = lemma_of(verb) in scene.words.meetings.discussing
    if not together or grammar.is_passive(verb) or verb.tag_ != "VBD":
        return False
    subject = grammar.subject_of(verb)
    views = lemma_of(verb) != "exchange" or any(lemma_of(t) == "view" for t in grammar.objects_of(verb))
    if subject is None or subject.i > verb.i or not views:
        return False
    if all(t.lower_ not in {"and", "&"} for t in verb.doc[subject.left_edge.i : verb.i]):
        return False
    sides = [person.party for person in scene.names(subject.left_edge.i, verb.i)]
    return None not in sides and len(set(sides)) > 1


def _briefs(scene: Scene, verb: Token) -> bool:
    """ "The Ethiopian minister was briefed by Major General X": both named, one of each side; what a guest
    briefs his host on is said at the meeting that is told."""
    if lemma_of(verb) != "brief" or not grammar.is_passive(verb):
        return False
    one = scene.actors.resolve(grammar.subject_of(verb))
    other = scene.actors.resolve(grammar.agent_of(verb))
    named = one.person is not None and other.person is not None
    return named and bool(one.parties and other.parties) and one.parties != other.parties


def _is_idiom(scene: Scene, verb: Token) -> bool:
    """ "came face to face", "compared notes with", "put their heads together", "sat together"."""
    words = scene.words.meetings.idioms.get(lemma_of(verb))
    if words is None or words not in verb.doc[verb.i + 1 : verb.i + _IDIOM].text.lower():
        return False
    if lemma_of(verb) != "shake":
        return True
    return verb.tag_ in {"VBD", "VBN"} and bool(grammar.prep_objects(verb, "in", "at"))  # no caption


def _engages(scene: Scene, verb: Token) -> bool:
    """ "will engage with the Singaporean business community", "engaged with Minister X": no matter, and
    no habit."""
    if lemma_of(verb) != "engage" or verb.tag_ in {"VBG", "VBZ", "VBP"} or grammar.is_passive(verb):
        return False
    business = resolving_words().company["business"]
    with_whom = grammar.prep_objects(verb, "with")
    return any(
        _are_people(scene, t) or any(word in grammar.phrase(t).text.lower() for word in business)
        for t in with_whom
    )


def _sits_down(scene: Scene, verb: Token) -> bool:
    """ "sat down with his counterpart", "caught up with the minister", "had last come together in Tokyo"."""
    particle = _SITTING_DOWN.get(lemma_of(verb))
    if particle is None:
        return False
    particles = {c.lower_ for c in verb.children if c.dep_ in {"prt", "advmod"}}
    if lemma_of(verb) == "sit" and verb.tag_ == "VBD" and not particles:
        others = grammar.prep_objects(verb, "with")[:1]
        return bool(others) and _are_people(scene, *others)
    if particle not in particles:
        return False
    if particle == "together":
        return bool(grammar.prep_objects(verb, "in", "at") or particles & _LAST)
    meals = grammar.prep_objects(verb, "for", "to", "over")
    return any(grammar.prep_objects(word, "with") for word in (verb, *meals))


def _speaks_with_another(scene: Scene, verb: Token) -> bool:
    """ "Secretary X spoke with Minister Y", "The Prime Minister spoke to President Z": a call, as readouts
    tell it, of two of two sides; to the other, when he is named."""
    subject = grammar.subject_of(verb)
    partners = grammar.prep_objects(verb, "with") or [
        other for other in grammar.prep_objects(verb, "to") if _are_people(scene, other)
    ]
    places = grammar.prep_objects(verb, "at", "during", "in")
    face_to_face = any(scene.words.noun_type(lemma_of(place)) in _FACE_TO_FACE for place in places)
    if subject is None or not partners or face_to_face or not _is_somebody(scene, subject):
        return False
    one, other = scene.who(subject, partners[0])
    holders = lemma_of(partners[0]) in scene.words.meetings.holders and partners[0].tag_ == "NNS"
    if not holders and not _are_people(scene, partners[0]):
        return False
    return bool(one.parties and other.parties) and one.parties != other.parties


def _are_people(scene: Scene, *nouns: Token | None) -> bool:
    """ "Prime Minister X last *saw* President Y": both are named."""
    return all(noun is not None and scene.analysis.person_of(noun) is not None for noun in nouns)


def _is_somebody(scene: Scene, noun: Token) -> bool:
    """ "Prime Minister X", or by the office alone "The Prime Minister"."""
    office = lemma_of(noun) in scene.words.meetings.holders and noun.text[:1].isupper()
    meant = noun.lower_ in {"he", "she"} and scene.actors.resolve(noun).person is not None
    return office or meant or _are_people(scene, noun)


def tells_of_call_on(scene: Scene, verb: Token) -> bool:
    """ "called on the President"; but not "called on Japan to ratify". A part of a name is no verb ("Carlos
    |do| Rosario")."""
    behind = [c for c in verb.children if c.dep_ in {"xcomp", "advcl", "ccomp"} and c.i > verb.i]
    purposes = scene.words.meetings.purposes
    asks = any(scene.analysis.person_of(c) is None and lemma_of(c) not in purposes for c in behind)
    return lemma_of(verb) == "call" and bool(grammar.prep_objects(verb, "on") or _on_whom(verb)) and not asks


def _on_whom(verb: Token) -> bool:
    """ "called on |Defence Minister X|", which the parser takes for an object of the verb."""
    behind = verb.nbor() if verb.i + 1 < len(verb.doc) else verb
    return behind.lower_ == "on" and any(c.dep_ == "dobj" and c.i > behind.i for c in verb.children)


def met(scene: Scene, verb: Token) -> Iterator[Sighting]:
    """ "The minister met (with) his counterpart", "the two ministers met", "X and Y met"; no one meeting is
    told by "have met twice"."""
    if any(t.lower_ in _TIMES for t in verb.doc[verb.i + 1 : verb.i + _NEAR]) or _is_thing_met(scene, verb):
        return
    subject = _who_they_are(scene, verb, grammar.subject_of(verb))
    ways = (
        ("with", "on", "by", "to") if lemma_of(verb) in scene.words.meetings.talking else ("with", "on", "by")
    )
    partners = [c for c in verb.children if c.dep_ == "dobj"] + grammar.prep_objects(verb, *ways)
    partners = [partner for partner in partners if partner.lower_ != "other"]  # "see each other"
    if lemma_of(verb) in {"discuss", "negotiate", "review"} or _is_idiom(scene, verb):
        partners = with_whom(verb) or grammar.prep_objects(verb, "into", "to", "of")
        partners = [partner for partner in partners if partner.lower_ != "other"]
    meals = grammar.prep_objects(verb, "for", "to", "over") if lemma_of(verb) == "sit" else []
    partners += [t for meal in meals for t in grammar.prep_objects(meal, "with") if t not in partners]
    actors = _those_who_met(scene, verb, subject, partners)
    left, right = scene.clause(verb, subject)
    if _is_attribute(verb) or _is_by_mechanism(scene, subject) or scene.is_of_nobody_else(verb, partners):
        return
    if partners and lemma_of(verb) != "exchange":
        if partners[0].dep_ == "dobj" and not _can_be_met(scene, partners[0]):
            return
    elif not _are_several(actors) and len(scene.names(left, right)) < 2 and not _with_hosts(verb, actors):
        return
    by_wire = (
        _rings(verb, partners) or scene.is_by_wire(verb) or lemma_of(verb) in scene.words.meetings.talking
    )
    if lemma_of(verb) in scene.words.meetings.talking and _is_face_to_face(scene, verb):
        by_wire = False
    kind: EngagementType = "call" if by_wire else "ceremony" if _is_on_arrival(scene, verb) else "meeting"
    yield make(scene, kind, f"meet:{lemma_of(verb)}", Telling(verb, left, right), actors)


def _those_who_met(scene: Scene, verb: Token, subject: Token | None, partners: list[Token]) -> list[Actor]:
    """Subject and partners; of "|We| met today" and "was discussed with X" those at the table, and of
    "exchanged views with members of the committee" the host."""
    table = Actor(scene.actors.pair(verb.idx), None, True)
    if subject is not None and subject.lower_ == "we" and not partners and _meet_each_other(verb):
        return [table]
    if lemma_of(verb) == "discuss" and grammar.is_passive(verb):
        return [table, *scene.who(*partners)]
    actors = scene.who(subject, *partners)
    return [*actors, *hosts_of(scene, verb, actors)] if lemma_of(verb) == "exchange" else actors


def _meet_each_other(verb: Token) -> bool:
    """ "We will meet again", "Today |we met| at Gallipoli Barracks": those for whom the text speaks."""
    there = grammar.prep_objects(verb, "in", "at") or any(
        c.lower_ in {"today", "here"} for c in verb.children
    )
    return lemma_of(verb) == "meet" and (grammar.is_planned(verb) or bool(there))


def _is_thing_met(scene: Scene, verb: Token) -> bool:
    """ "|The threat| had to be met by both"."""
    subject = grammar.subject_of(verb) if grammar.is_passive(verb) else None
    return subject is not None and lemma_of(subject) in scene.words.meetings.things


def _is_on_arrival(scene: Scene, verb: Token) -> bool:
    """ "was met |at the airport| by Minister X": a welcome, with no talks yet."""
    return lemma_of(verb) == "meet" and grammar.is_passive(verb) and scene.is_at_arrival(verb)


def _is_face_to_face(scene: Scene, verb: Token) -> bool:
    """ "talked with him |on board| the Jan Mayen", "spoke with Minister X |in Oslo|"."""
    if scene.is_by_wire(verb):
        return False
    words = (verb, *grammar.prep_objects(verb, "with", "to"))
    places = [t for word in words for t in grammar.prep_objects(word, "in", "at", "on", "aboard")]
    return any(t.lower_ == "board" or (t.pos_ == "PROPN" and scene.country_of(t)) for t in places)


def _rings(verb: Token, partners: list[Token]) -> bool:
    """ "called |President X| from Oslo", "whom she |called|"; not "called on"."""
    whom = lemma_of(verb) == "call" and bool(partners) and partners[0].dep_ == "dobj"
    return whom and verb.doc[verb.i + 1 : verb.i + 2].text.lower() != "on"


def _who_they_are(scene: Scene, verb: Token, subject: Token | None) -> Token | None:
    """ "X and Y announced it when |they| met": those of the clause above, where it names two or more."""
    if subject is not None and subject.lower_ == "we":  # "We, |the ministers of Peru and Chile|, met"
        return next((c for c in subject.children if c.dep_ == "appos"), subject)
    if subject is None or subject.lower_ not in {"they", "both"} or verb.dep_ != "advcl":
        return subject
    above = grammar.subject_of(grammar.finite_above(verb))
    named = grammar.with_conjuncts(above) if above is not None else []
    return above if len(named) > 1 and _are_people(scene, *named) else subject


def tells_of_convening(scene: Scene, verb: Token) -> bool:
    """ "The mechanism will next convene in Baghdad", "The group last met in May": one told before that is to
    meet again, or met before."""
    subject = grammar.subject_of(verb) if lemma_of(verb) in scene.words.meetings.convening else None
    if subject is None:
        return False
    owner = owner_of(subject)
    of_two = owner is not None and (owner.lower_ == "their" or scene.actors.resolve(owner).collective)
    if not (is_told_before(subject) or of_two or has_before(subject, _OF_BOTH)):
        return False
    ahead_or_before = grammar.is_planned(verb) or _is_told_of_before(verb)
    return scene.words.noun_type(lemma_of(subject)) == "dialogue" and ahead_or_before


def _is_told_of_before(verb: Token) -> bool:
    """ "|last| met in May", "met for the first |time| in June"."""
    return verb.tag_ in {"VBD", "VBN"} and not _times(verb).isdisjoint(_BEFORE)


def _times(verb: Token) -> set[str]:
    """ "first" of "first met" and of "met for the first time"."""
    of_time = grammar.prep_objects(verb, "for")
    return {c.lower_ for t in (verb, *of_time) for c in t.children} | {t.lower_ for t in of_time}


def convened(scene: Scene, verb: Token) -> Iterator[Sighting]:
    """The next round of the mechanism told before, of all at its table."""
    subject = grammar.subject_of(verb)
    left, right = scene.clause(verb, subject)
    everybody = Actor(scene.actors.frame(verb.idx), None, True)
    past = _is_told_of_before(verb)
    rule = f"{'looked-back' if past else 'convene'}:{lemma_of(verb)}"
    told = make(scene, "dialogue", rule, Telling(verb, left, right), [everybody])
    if not past:
        yield told
        return
    first = 1 if "first" in _times(verb) else None
    named = subject is not None and any(c.dep_ in {"compound", "amod"} for c in subject.children)
    series = series_of(scene.words.rounds, subject) if subject is not None and named else None
    yield msgspec.structs.replace(told, status="held", ordinal=first, series=series)


def tells_of_phone(scene: Scene, verb: Token) -> bool:
    """ "conveyed his condolences over the phone"."""
    rung = (
        lemma_of(verb) == "ring"
        and _are_people(scene, grammar.subject_of(verb))
        and _rings_somebody(scene, verb)
    )
    if rung or lemma_of(verb) in {"telephone", "phone"} or _call_given(scene, verb) is not None:
        return True
    said = lemma_of(verb) in scene.words.meetings.phoning
    return said and _BY_PHONE.search(verb.sent.text) is not None


def _rings_somebody(scene: Scene, verb: Token) -> bool:
    """ "had |rung| her", "|rang| Minister X"; not "rang the bell"."""
    called = first_child(verb, "dobj")
    return called is not None and (called.pos_ == "PRON" or scene.analysis.person_of(called) is not None)


def _call_given(scene: Scene, verb: Token) -> Token | None:
    """ "received a |telephone call| from X", "received a |call| from Y"; a call for peace is none."""
    if lemma_of(verb) not in scene.words.meetings.calling:
        return None
    words = scene.words.meetings.calls
    calls = (c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"} and lemma_of(c) in words)
    return next((c for c in calls if scene.is_wire(c) or _has_other_end(verb, c)), None)


def _has_other_end(verb: Token, call: Token) -> bool:
    """ "received a call |from| the minister", whichever word the parser hangs it on; "a call |by|"."""
    ends = ("from", "by") if _is_courtesy(call) else ("from",)
    return bool(grammar.prep_objects(call, *ends) or grammar.prep_objects(verb, *ends))


def _is_courtesy(call: Token | None) -> bool:
    """ "a |courtesy| call": paid in person."""
    return call is not None and has_before(call, {"courtesy", "farewell", "introductory"})


def phoned(scene: Scene, verb: Token) -> Iterator[Sighting]:
    """ "conveyed his condolences to Prime Minister X over the phone": when both ends are named."""
    subject = grammar.subject_of(verb)
    left, right = scene.clause(verb, subject)
    call = _call_given(scene, verb)
    called = [c for c in verb.children if c.dep_ in {"dobj", "dative"} and c is not call]
    words = [verb] if call is None else [verb, call]
    actors = scene.who(subject, *called, *(t for w in words for t in grammar.prep_objects(w, *_OTHER_END)))
    parties = {party for actor in actors for party in actor.parties}
    if len(scene.names(left, right)) > 1 or len(parties) > 1:
        telling = Telling(verb, left, right)
        if _is_courtesy(call):
            yield make(scene, "meeting", "call-paid", telling, actors)
        else:
            yield make(scene, "call", "by-phone", telling, actors)


def _is_attribute(verb: Token) -> bool:
    """ "the meeting room"."""
    return verb.dep_ in {"amod", "compound"}


def _is_by_mechanism(scene: Scene, subject: Token | None) -> bool:
    """ "the Joint Commission met": read by its name, see `mechanisms.py`."""
    return subject is not None and scene.words.noun_type(lemma_of(subject)) == "dialogue"


def _with_hosts(verb: Token, actors: list[Actor]) -> bool:
    """ "She exchanged views with members of the committee": of the one and of the other side."""
    return lemma_of(verb) == "exchange" and len({p for actor in actors for p in actor.parties}) > 1


def _are_several(actors: list[Actor]) -> bool:
    """ "the two sides met", "France and Japan met"."""
    return any(actor.collective or len(actor.parties) > 1 for actor in actors)


def _can_be_met(scene: Scene, noun: Token) -> bool:
    """People, delegations, sides; not needs, targets or challenges."""
    if lemma_of(noun) in scene.words.meetings.things:
        return False
    actor = scene.actors.resolve(noun)
    if actor.person or actor.collective or _is_institution(scene, noun):
        return True
    words = {form for token in noun.subtree for form in (token.lower_, lemma_of(token))}
    return bool(words & scene.words.meetings.people)


def _is_institution(scene: Scene, noun: Token) -> bool:
    """ "met |the Board of Investment|": a body of people, with its name."""
    return noun.pos_ == "PROPN" and noun.text in scene.words.meetings.institutions
