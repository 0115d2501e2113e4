"""Visits told by a verb: "visited Viet Nam", "arrived in Hanoi", "left for India"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from spacy.tokens import Token

from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.actors import NOBODY, Actor
from servanda.extract.engagement.abroad import LANDS, host_abroad, is_base, who_is_named
from servanda.extract.engagement.conferences import journey_to
from servanda.extract.engagement.rounds import ordinal_of
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.ships import is_of_a_ship
from servanda.extract.engagement.sighting import Sighting, Telling, make_visit
from servanda.extract.engagement.stops import hosts_among
from servanda.extract.engagement.tokens import has_child, lemma_of

_GOALS = {"arrive": ("in", "at"), "land": ("in", "at"), "touch": ("in", "at", "on"), "embark": ("on",)}
_GOAL = ("for", "to", "into")
"""Prepositions before the destination, of some verbs and of all others."""


_WHERE = ("in", "of", "at", "near", "outside")
"""Prepositions before the place where something visited stands."""
_LEAVING = frozenset({"leave", "depart"})
_LOOSELY = frozenset({"before", "by", "after", "soon", "shortly", "next", "around"})
"""Words that tell a time without a date."""


def tells_of_visit(scene: Scene, verb: Token) -> bool:
    """ "visited", "toured"; "inspected the radar at Wallace Air Station"."""
    lemma, words = lemma_of(verb), scene.words.visits
    return lemma in words.verbs or (lemma in words.inspecting and bool(_places_told(scene, verb)))


def _places_told(scene: Scene, verb: Token) -> list[Token]:
    """Where what is inspected stands; but nobody travels to a guard of honour, or to watch a situation."""
    known, looks_on = scene.words, lemma_of(verb) in {"watch", "observe"}
    seen = known.visits.seen_together | known.ceremonies.built | known.exercises.ships
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    things = [c for c in objects if not looks_on or lemma_of(c) in seen]
    things = [c for c in things if lemma_of(c) not in known.visits.not_seen]
    words = (verb, *things) if things else ()
    return [t for word in words for t in grammar.prep_objects(word, *_WHERE) if t.pos_ == "PROPN"]


def visited(scene: Scene, verb: Token) -> Iterator[Sighting]:
    """ "The minister visited Japan", "toured the Indian naval base": one party in another's country."""
    passive = grammar.is_passive(verb)
    goal = next((c for c in verb.children if c.dep_ == ("nsubjpass" if passive else "dobj")), None)
    goal = goal or _place_behind(verb)
    subject = grammar.agent_of(verb) if passive else grammar.subject_of(verb)
    if goal is None or subject is None or (passive and scene.analysis.person_of(subject) is None):
        return
    if lemma_of(goal) in scene.words.visits.on_own_soil | scene.words.visits.sights or _is_invited(verb):
        return
    mention = scene.analysis.party_of(goal)
    who = _visitor(scene, subject)
    host = mention.code if mention is not None else _host_of(scene, verb, goal, who)
    if host is None and (_is_a_group(subject) or _are_of_a_state(scene, subject)):
        host = _whose_works(scene, verb, goal, who)
    several = who.collective and (host in who.parties or subject.lower_ in {"they", "both", "sides"})
    if host is None or not who.parties or who.parties == (host,) or several:
        return
    sighting = make_visit(scene, "visit-verb", Telling(verb, *scene.clause(verb, subject)), who, host)
    clauses = (c.left_edge.i for c in goal.subtree if c.dep_ in {"relcl", "acl", "appos"} and c.i > goal.i)
    end = min(clauses, default=goal.right_edge.i + 1)
    whole = goal.doc[goal.left_edge.i : end].text.rstrip(" ,")
    yield msgspec.structs.replace(sighting, place=whole if mention is None else None)
    for code in hosts_among(scene, grammar.with_conjuncts(goal)[1:], (host, *who.parties)):
        yield make_visit(scene, "next-stop", Telling(verb, *scene.clause(verb, subject)), who, code)


def _host_of(scene: Scene, verb: Token, goal: Token, who: Actor) -> str | None:
    """Where "the shipyard in Gdansk, Poland", "their counterparts in Niger", "the air base at Cincu" are."""
    places = grammar.prep_objects(goal, *_WHERE) + grammar.prep_objects(verb, *_WHERE)
    near = [t for place in places for t in (place, *(c for c in place.children if c.dep_ == "appos"))]
    known = next((code for t in (goal, *near) if (code := scene.country_of(t))), None)
    if known is not None and known not in who.parties:
        return known
    named = who.person is not None and _is_somewhere(scene, goal)
    away = (host_abroad(scene, t, who) for t in (goal, *near)) if named else ()
    return next((code for code in away if code), known)


def _place_behind(verb: Token) -> Token | None:
    """ "visited |Luanda|", which the parser can take for no object."""
    behind = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else verb
    beside = behind.pos_ == "PROPN" and behind.head == verb and behind.dep_ in {"npadvmod", "advmod"}
    return behind if beside else None


def _whose_works(scene: Scene, verb: Token, goal: Token, who: Actor) -> str | None:
    """ "French experts visited |the naval base| in May": that of the other of the two at the table."""
    works = lemma_of(goal) in scene.words.ceremonies.built and grammar.has_child(goal, "det", words={"the"})
    others = scene.actors.other_of_pair(verb.idx, who.parties)
    return others[0] if works and len(others) == 1 and _is_dated(scene, verb) else None


def _is_somewhere(scene: Scene, goal: Token) -> bool:
    """A name, or a thing that stands somewhere: nobody visits "the family" abroad by being told so."""
    return goal.pos_ == "PROPN" or lemma_of(goal) in scene.words.ceremonies.built


def _is_invited(verb: Token) -> bool:
    """ "extended the invitation for X |to visit| Peru"; not "made the invitation when he |visited| Peru"."""
    if verb.tag_ in {"VBD", "VBN"}:
        return False
    above = [verb.head, *(c for c in verb.head.children if c.dep_ == "dobj")]
    return any(lemma_of(t) == "invitation" for t in above if t.i < verb.i)


def tells_of_travel(scene: Scene, verb: Token) -> bool:
    """ "arrived", "left", "flew", "touched down"."""
    touches = lemma_of(verb) == "touch" and any(c.lower_ == "down" for c in verb.children)
    return touches or lemma_of(verb) in scene.words.visits.travel


def travelled(scene: Scene, verb: Token) -> Iterator[Sighting]:
    """ "The minister arrived in Hanoi", "left the island for India": not home, and not to a dialogue."""
    lemma = lemma_of(verb)
    if lemma == "fly" and grammar.direct_objects(verb):
        return  # "will fly the hospital to Juba": carries it there
    subject = grammar.subject_of(verb)
    who = who_is_named(scene, subject) if subject is not None else _named_before(scene, verb)
    home = scene.analysis.home
    if not who.parties and home is not None and lemma in _LEAVING and _is_a_group(subject):
        who = Actor((home,), None, False, "who leaves, in the press of his own country")
    if not who.parties and _is_a_group(subject) and _is_dated(scene, verb):
        who = _group_sent(scene, verb, grammar.prep_objects(verb, *_GOALS.get(lemma, _GOAL)))
    if not who.parties or who.collective or _is_to_a_round(scene, verb):
        return
    gathering = list(journey_to(scene, verb))
    if gathering:
        yield from gathering
        return
    goals = _goals(scene, verb)
    if lemma == "arrive" and not goals and who.person is not None and _is_dated(scene, verb):
        yield from _arrives_at_home(scene, verb, who)
        return
    for goal in goals:
        host = host_abroad(scene, goal, who) if who.person is not None else scene.country_of(goal)
        host = host or _whose_seat(scene, lemma, goal, who)
        if host is None or host in who.parties or not _can_be_journey(scene, verb, goal, who):
            continue
        telling = Telling(verb, *scene.clause(verb, subject))
        sighting = make_visit(scene, f"travel:{lemma}", telling, who, host)
        yield msgspec.structs.replace(sighting, place=_airport(scene, lemma, goal))
        for code in hosts_among(scene, grammar.with_conjuncts(goal)[1:], (host, *who.parties)):
            yield make_visit(scene, "next-stop", telling, who, code)
        return


def _whose_seat(scene: Scene, lemma: str, goal: Token, who: Actor) -> str | None:
    """The host's, where a guest who is named "arrived |at State House|"."""
    host = scene.actors.host_at(goal.idx)
    named = who.person is not None and lemma == "arrive" and scene.actors.is_seated(goal.idx)
    seat = lemma_of(goal) in scene.words.receptions.seats and goal.text[:1].isupper()
    return host if named and seat and host in scene.actors.pair(goal.idx) else None


def _goals(scene: Scene, verb: Token) -> list[Token]:
    """ "flew |to Oslo|", "went on |to Cincu|", whichever word the parser hangs "to" on."""
    ways = _GOALS.get(lemma_of(verb), _GOAL)
    onward = (
        c
        for c in verb.children
        if c.dep_ in {"advmod", "prt", "prep"} and c.lower_ in scene.words.visits.onward
    )
    return [t for word in (verb, *onward) for t in grammar.prep_objects(word, *ways)]


def _group_sent(scene: Scene, verb: Token, goals: list[Token]) -> Actor:
    """ "|A team of experts| will travel to Nairobi in May": of the other of two states."""
    host = next((code for goal in goals if (code := scene.country_of(goal))), None)
    others = scene.actors.others(verb.idx, (host,)) if host is not None else ()
    if len(others) != 1 or not is_state(others[0]):
        return NOBODY
    return Actor(others, None, False, "a group that travels to the other of two states")


def _arrives_at_home(scene: Scene, verb: Token, who: Actor) -> Iterator[Sighting]:
    """ "He is due to arrive on 4 April", of a guest, in the press of the host."""
    home = scene.analysis.home
    if home is not None and who.parties != (home,) and len(who.parties) == 1 and is_state(who.parties[0]):
        telling = Telling(verb, *scene.clause(verb, grammar.subject_of(verb)))
        yield make_visit(scene, "travel:arrive", telling, who, home)


def tells_of_coming(scene: Scene, verb: Token) -> bool:
    """ "is expected in Paris in October", "is due in Beijing on Monday"."""
    if lemma_of(verb) == "be":
        return any(c.dep_ == "acomp" and c.lower_ == "due" for c in verb.children)
    if lemma_of(verb) not in scene.words.visits.awaited or not grammar.is_passive(verb):
        return False
    return not any(c.dep_ in {"xcomp", "ccomp"} for c in verb.children)  # "is expected to sign"


def expected(scene: Scene, verb: Token) -> Iterator[Sighting]:
    """Somebody by name is to come to a place in another country, at a time that is told."""
    subject = grammar.subject_of(verb)
    who = scene.actors.resolve(subject)
    ship = is_of_a_ship(scene, subject)
    if ship and subject is not None:
        who = Actor(scene.states_in_phrase(subject), None)
    known = who.person is not None or _is_a_group(subject) or ship
    in_time = _is_dated(scene, verb) or (who.person is not None and _is_awaited_in_a_city(scene, verb))
    if not known or len(who.parties) != 1 or not in_time:
        return
    words = [verb, *(c for c in verb.children if c.dep_ == "acomp")]
    if any(c.lower_ == "there" for c in verb.children):  # "is expected there in October"
        others = scene.actors.others(verb.idx, who.parties)
        if len(others) == 1 and is_state(others[0]) and not ship:
            telling = Telling(verb, *scene.clause(verb, subject))
            sighting = make_visit(scene, f"expected:{lemma_of(verb)}", telling, who, others[0])
            yield msgspec.structs.replace(sighting, status="planned")
        return
    for goal in (t for word in words for t in grammar.prep_objects(word, "in", "at")):
        host = scene.country_of(goal)
        if host is None or host in who.parties:
            continue
        telling = Telling(verb, *scene.clause(verb, subject))
        sighting = make_visit(scene, f"expected:{lemma_of(verb)}", telling, who, host)
        sighting = msgspec.structs.replace(sighting, status="planned")
        yield msgspec.structs.replace(sighting, type="exercise", visitor=()) if ship else sighting
        return


def _is_awaited_in_a_city(scene: Scene, verb: Token) -> bool:
    """ "is expected |in Canberra| before Christmas", "soon": in a capital, at a time that is told loosely."""
    if not has_child(verb, _LOOSELY):
        return False
    goals = (scene.analysis.party_of(t) for t in grammar.prep_objects(verb, "in"))
    return any(goal is not None and goal.form == "capital" for goal in goals)


def tells_of_stay(scene: Scene, verb: Token) -> bool:
    """ "was in New Delhi on Monday", "is in Hanoi for talks"."""
    if lemma_of(verb) in {"spend", "use"}:  # "spent two days in Oslo last week", "used a few hours in Oslo"
        return bool(_lengths(scene, verb)) and bool(_stays(scene, verb))
    if lemma_of(verb) != "be" or _is_to_act_there(verb):
        return False
    return bool(_stays(scene, verb)) and _has_time_or_purpose(scene, verb)


def _is_to_act_there(verb: Token) -> bool:
    """ "|In Lima|, Minister X is to meet": where somebody will act, told before the verb."""
    fronted = any(c.dep_ == "prep" and c.i < verb.i for c in verb.children)
    return fronted and any(c.dep_ == "xcomp" and c.tag_ == "VB" for c in verb.children)


def stayed(scene: Scene, verb: Token) -> Iterator[Sighting]:
    """Somebody by name is in another country, at a time or for a purpose that is told."""
    subject = grammar.subject_of(verb)
    who = who_is_named(scene, subject)
    known = who.person is not None or _is_a_group(subject) or _are_of_a_state(scene, subject)
    if not known or len(who.parties) != 1:
        return
    if _is_at_a_body(scene, verb):
        return
    for goal in _stays(scene, verb):
        host = host_abroad(scene, goal, who)
        if host is None or host in who.parties:
            continue
        several = who.person is None and subject is not None and subject.tag_ == "NNS"
        rule = "delegation" if several else "stay"  # none of them is he whose visit is told beside
        yield make_visit(scene, rule, Telling(verb, *scene.clause(verb, subject)), who, host)
        return


def _is_at_a_body(scene: Scene, verb: Token) -> bool:
    """ "is in New York |to attend the UN General Assembly|": at a body's session one visits no country."""
    why = [c for c in verb.children if c.i > verb.i and (c.dep_ in {"advcl", "xcomp"} or c.lower_ == "for")]
    named = [
        m
        for c in why
        for m in scene.analysis.parties_in(*grammar.text_between(verb.doc, c.left_edge.i, c.right_edge.i))
    ]
    sessions = any(lemma_of(t) in scene.words.conferences.sessions for c in why for t in c.subtree)
    return sessions and any(m.form == "body" for m in named)


def _is_a_group(noun: Token | None) -> bool:
    """ "a delegation", "a team of experts"."""
    return noun is not None and lemma_of(noun) in {"delegation", "team", "mission", "party", "group", "batch"}


def _are_of_a_state(scene: Scene, noun: Token | None) -> bool:
    """ "the Slovak |minister|", "|engineers| of the Dutch navy": people whose phrase says of which state."""
    words = scene.words
    known = words.meetings.people | words.meetings.holders | words.visits.travellers
    return noun is not None and lemma_of(noun) in known and len(scene.states_in_phrase(noun)) == 1


def _lengths(scene: Scene, verb: Token) -> list[Token]:
    """ "spent |two days| in Oslo"."""
    return [c for c in verb.children if c.dep_ == "dobj" and lemma_of(c) in scene.words.stretches]


def _stays(scene: Scene, verb: Token) -> list[Token]:
    """ "was |in New Delhi|", "had been |to Lagos|"."""
    goals = ("in", "at", "to") if verb.lower_ == "been" else ("in", "at")
    back = (c for c in verb.children if c.dep_ == "advmod" and c.lower_ == "back")
    nouns = (t for word in (verb, *_lengths(scene, verb), *back) for t in grammar.prep_objects(word, *goals))
    return [t for t in nouns if _is_where_one_stays(scene, t)]


def _is_where_one_stays(scene: Scene, noun: Token) -> bool:
    """ "|Lagos|", "the |base|", "the Norwegian |capital|"."""
    if noun.pos_ == "PROPN" or is_base(scene, noun) or scene.analysis.party_of(noun) is not None:
        return True
    if lemma_of(noun) in LANDS and noun.left_edge.lower_ in {"the", "town"}:
        told = any(scene.words.noun_type(lemma_of(t)) == "visit" for t in noun.sent)
        return noun.right_edge == noun and not told
    return lemma_of(noun) == "capital" and scene.country_of(noun) is not None


def _has_time_or_purpose(scene: Scene, verb: Token) -> bool:
    """ "on 2 March", "for talks", "to sign the pact"."""
    if any(c.dep_ == "prep" and c.lower_ == "for" for c in verb.children) or _is_dated(scene, verb):
        return True
    if verb.lower_ == "been" and any(c.lower_ in {"before", "earlier"} for c in verb.children):
        return True  # "had been in Oslo the summer before"
    if any(lemma_of(t) == "tour" for t in grammar.prep_objects(verb, "on")):
        return True  # "is in Kathmandu on a study tour"
    if any(lemma_of(t) == "invitation" for t in grammar.prep_objects(verb, "at", "on", "upon")):
        return True
    return any(c.dep_ in {"xcomp", "advcl"} and c.tag_ == "VB" for c in verb.children)


def _is_dated(scene: Scene, verb: Token) -> bool:
    return any(d.past or d.future for d in scene.analysis.dates_in(*scene.stretch(verb)))


def _visitor(scene: Scene, subject: Token) -> Actor:
    """ "The President thanked him for the opportunity to visit": the President visits."""
    giver = grammar.governing_verb(subject) if subject.lemma_ == "opportunity" else None
    return scene.actors.resolve(subject if giver is None else grammar.subject_of(giver))


def _named_before(scene: Scene, verb: Token) -> Actor:
    """The person named last before a verb whose subject the parser missed."""
    start = verb.sent.start
    people = scene.names(start, verb.i - 1) if verb.i > start else []
    last = people[-1] if people else None
    if last is None or last.party is None:
        return NOBODY
    return Actor((last.party,), last.name, False, f"named before the verb: {last.name}")


def _is_to_a_round(scene: Scene, verb: Token) -> bool:
    """ "travelled to Paris for the third Defence Dialogue": read as the dialogue."""
    return any(ordinal_of(t) is not None and t.text in scene.words.mechanisms for t in verb.subtree)


def _can_be_journey(scene: Scene, verb: Token, goal: Token, who: Actor) -> bool:
    """ "Minister X came to Hanoi", "a team came to Lima in May"; not "the aid that went to Japan"."""
    if lemma_of(verb) not in scene.words.visits.common_travel:
        return True
    subject = grammar.subject_of(verb)
    group = (_is_a_group(subject) or _are_of_a_state(scene, subject)) and _is_dated(scene, verb)
    return (who.person is not None or group) and goal.dep_ == "pobj"


def _airport(scene: Scene, lemma: str, goal: Token) -> str | None:
    """ "Noi Bai Airport" in "landed at Noi Bai Airport": a named place that is not the country itself."""
    named = goal.pos_ == "PROPN" and scene.analysis.party_of(goal) is None
    return grammar.phrase(goal).text if named and lemma in scene.words.visits.arriving else None
