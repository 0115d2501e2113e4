"""Visits told by a noun: "his official visit to France", "is on a state visit", "paid a visit to"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from spacy.tokens import Token

from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.actors import NOBODY, Actor
from servanda.extract.analysis import unique
from servanda.extract.engagement.further_visits import (
    above_following,
    apart_from_others,
    is_said_to_follow,
    joined_visit,
    with_traveller,
)
from servanda.extract.engagement.looked_back import own_time
from servanda.extract.engagement.paid import is_to_be_paid, paid_to, who_paid_it
from servanda.extract.engagement.port_calls import tells_of_port_call
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.ships import is_of_a_ship
from servanda.extract.engagement.sighting import Sighting, Telling, make, make_visit
from servanda.extract.engagement.status import is_said_to_be_ahead, put_off
from servanda.extract.engagement.stops import goals_of, hosts_among, stops_behind
from servanda.extract.engagement.tokens import (
    SUBJECTS,
    has_before,
    has_child,
    is_new,
    is_told_before,
    lemma_of,
    noun_bounds,
    owner_of,
    stands_behind,
)

_ARTICLE = 4
"""Characters of "the " before a person's office."""
_GOAL = 5
"""Tokens behind "to" up to which the country stands: "to the Republic of India"."""
_A_PAIR = 2
_PAID = frozenset({"homage", "tribute", "respect"})
_FLYING_HOME = frozenset({"fly", "return"})
_RECEIVING = frozenset({"receive", "host", "welcome", "expect", "greet", "await"})
_OPEN = frozenset({"would", "could", "may", "might", "should"})
_AHEAD = frozenset({"for", "before", "until", "ahead", "to"})
_OF_NAMED = frozenset({"arrival", "stop", "journey"})
"""Nouns of which a visit is told only where somebody named comes to a country."""


class _Trip(msgspec.Struct, frozen=True):
    """What a noun of visit says of itself: who travels, to which country, and where that is told."""

    who: Actor
    host: str | None
    telling: Telling


def visit(scene: Scene, noun: Token, verb: Token | None) -> Iterator[Sighting]:
    """The visit that `noun` names in the clause of `verb`: one with a traveller and a host from the text or
    from the table, or one told before ("the visit")."""
    if _is_no_single_visit(scene, noun) or (verb is not None and tells_of_port_call(scene, verb)):
        return
    if verb is not None and (whom := _visited(scene, noun, verb)):
        subject = grammar.subject_of(verb)
        actors = scene.who(subject, *whom)
        yield make(scene, "meeting", "courtesy-visit", Telling(noun, *scene.clause(verb, subject)), actors)
        return
    verb = above_following(noun, verb)
    trip = _trip(scene, noun, verb)
    if lemma_of(noun) in _OF_NAMED and (trip.host is None or trip.who.person is None):
        return
    told = _is_told(scene, noun, verb, trip)
    if trip.host is None and not told:
        yield from _told_before(scene, noun, verb, trip)
        return
    who, host = (trip.who, trip.host) if trip.host else _unsaid_host(scene, noun, trip.who)
    if host is None:
        return
    if not who.parties or host in who.parties:
        who = _other_side(scene, noun, host)
    if who.parties and not who.collective and not _is_wished(scene, noun, verb):
        sighting = make_visit(scene, "visit-noun", with_traveller(noun, trip.telling), who, host)
        active = verb is not None and not grammar.is_passive(verb)
        by_ship = verb is not None and active and is_of_a_ship(scene, _visitor(scene, noun, verb))
        if by_ship and not sighting.people:
            sighting = msgspec.structs.replace(sighting, type="exercise", rule="engagement/ship", visitor=())
        yield sighting
        for code in hosts_among(scene, stops_behind(noun), (host, *who.parties)):
            yield make_visit(scene, "next-stop", trip.telling, who, code)


def _visited(scene: Scene, noun: Token, verb: Token) -> list[Token]:
    """ "paid |Minister X| a visit", "paid a courtesy visit |to the President|": somebody, and no country."""
    if has_before(noun, {"courtesy"}) and (hosts := _called_on(scene, noun, verb)):
        return hosts
    if lemma_of(verb) != "pay" or noun.dep_ != "dobj":
        return []
    return [c for c in verb.children if c.dep_ == "dative" and scene.actors.resolve(c).person is not None]


def _is_told(scene: Scene, noun: Token, verb: Token | None, trip: _Trip) -> bool:
    """Whether a visit is told for the first time where its goal is not: "a two-day official visit"."""
    now = has_before(noun, scene.words.visits.timed) and trip.who.person is not None
    led = is_new(noun) and bool(grammar.prep_objects(noun, "by")) and bool(trip.who.parties)
    told = led or now or _is_of_kind(scene, noun) or _is_looked_back_on(scene, noun, trip)
    told = told or _is_of_a_guest(scene, noun, verb, trip)
    return told or (verb is not None and owner_of(noun) is not None and _is_set(scene, noun, verb))


def _called_on(scene: Scene, noun: Token, verb: Token) -> list[Token]:
    """ "paid a courtesy visit |to the President|": somebody, and no country."""
    goals = [*grammar.prep_objects(noun, "to", "on"), *grammar.prep_objects(verb, "to", "on")]
    return [t for t in goals if scene.analysis.person_of(t) is not None or scene.is_person_or_group(t)]


def _is_no_single_visit(scene: Scene, noun: Token) -> bool:
    """ "visits", "high-level visit", "any visit"; but not "his visits to Kenya and Rwanda"."""
    if noun.tag_ == "NNS" and len(hosts_among(scene, stops_behind(noun))) < _A_PAIR:
        return True
    return has_child(noun, scene.words.visits.vague)


def _is_of_kind(scene: Scene, noun: Token) -> bool:
    """ "a two-day official visit": told for the first time, where to need not be said."""
    return has_before(noun, scene.words.visits.kinds) and not is_told_before(noun)


def _is_looked_back_on(scene: Scene, noun: Token, trip: _Trip) -> bool:
    """ "the visit of then minister X in January 2021", "signed in Lima in May during the visit of X": with
    a time of its own, or with that of what was done during it, of somebody named."""
    behind = bool(grammar.prep_objects(noun, "of", "by"))
    named = trip.who.person is not None and (behind or owner_of(noun) is not None)
    if not named or own_time(scene, noun) is not None:
        return named
    if not behind:
        return False
    capital = any(m.form == "capital" for m in scene.parties_in_sentence(noun))
    return capital and noun.head.lower_ == "during" and is_told_before(noun)


def _is_of_a_guest(scene: Scene, noun: Token, verb: Token | None, trip: _Trip) -> bool:
    """ "during Prime Minister X's visit", "recalled the visit of the Prime Minister of Y": of somebody of
    another state than the publisher's, over and done."""
    guest, owner = trip.who.parties, owner_of(noun)
    named = (owner is not None and owner.pos_ == "PROPN") or grammar.prep_objects(noun, "of", "by")
    if not named or len(guest) != 1 or not is_state(guest[0]) or guest[0] == scene.analysis.home:
        return False
    if goals_of(noun) or has_before(noun, scene.words.course.ahead) or (noun.head.lower_ in _AHEAD):
        return False
    return verb is None or not (grammar.is_planned(verb) or grammar.is_unreal(verb) or has_child(verb, _OPEN))


def _is_wished(scene: Scene, noun: Token, verb: Token | None) -> bool:
    """ "proposed a visit to"; but not "the visit ... invited attention"."""
    framed = stands_behind(noun, "during", "after", "following", "since")
    if verb is None or framed or noun.dep_ == "nsubj" or put_off(scene.words.course, verb):
        return False
    if is_said_to_be_ahead(scene.words.course, noun):
        return False  # "discussed the visit of X to Oslo, scheduled for May"
    return lemma_of(verb) in scene.words.course.wishing


def _trip(scene: Scene, noun: Token, verb: Token | None) -> _Trip:
    owner = owner_of(noun) or who_paid_it(scene, noun)
    goals = goals_of(noun)
    named = (t for t in grammar.prep_objects(noun, "of", "by") if t.lower_ != "own" and t not in goals)
    doers = [t for t in named if scene.actors.resolve(t).parties]
    doers = doers or [t for t in noun.subtree if stands_behind(t, "by") and scene.actors.resolve(t).parties]
    who = scene.actors.resolve(owner if owner is not None else next(iter(doers), None))
    if owner is not None and verb is not None and owner.lower_ in {"his", "her"}:
        who = _whose_visit(scene, noun, verb) or who
    left, right = noun_bounds(noun)
    if verb is not None and _is_framework(scene, noun) and not _is_dated(scene, left, right):
        left, right = scene.clause(verb, grammar.subject_of(verb))
    shown_by = verb if verb is not None and _is_made(scene, noun, verb) else is_to_be_paid(scene, noun)
    is_set = verb is not None and _is_set(scene, noun, verb)
    if verb is not None and is_set:
        (left, right), shown_by = scene.clause(verb, noun), verb
    traveller = _traveller(scene, noun, verb) if verb is not None and not who.parties else None
    if verb is not None and traveller is not None:
        who = scene.actors.resolve(traveller)
        left, right = _told_in(scene, noun, verb, traveller)
        shown_by = None if _is_under_way(noun) else verb
    elif verb is not None and owner is not None and _is_bounded(scene, noun, verb):
        (left, right), shown_by = _bounded_in(scene, verb), verb
    host = _goal(scene, noun, verb) or _goal_of_doer(scene, doers, who)
    if host is None and verb is not None and traveller is not None:
        host = _of_the_receiver(scene, noun, verb)
    told = _of_whom(scene, noun) if host is None else None
    told = told or (_by_whom(scene, noun) if not who.parties else None)
    if told is not None:
        who, host, last = told
        right = max(right, last) if is_set else last
    left, right = apart_from_others(scene, noun, left, right)
    left = min(left, _ended_from(scene, noun))
    return _Trip(who, host, Telling(noun, left, right, shown_by))


def _ended_from(scene: Scene, noun: Token) -> int:
    """Where the words begin that tell the end of the visit: "came home, |successfully concluding| his visit",
    "following the |successful conclusion of| his visit"; the noun itself where none do."""
    head, words = noun.head, scene.words.visits
    if noun.dep_ == "dobj" and head.tag_ == "VBG" and lemma_of(head) in words.ending and head.i < noun.i:
        return min([head.i, *(c.i for c in head.children if c.dep_ == "advmod")])
    if noun.dep_ == "pobj" and head.lower_ == "of" and lemma_of(head.head) in words.ended:
        return head.head.left_edge.i
    return noun.i


def _whose_visit(scene: Scene, noun: Token, verb: Token) -> Actor | None:
    """ "General X met General Y on the first day of |his| visit": he who goes to meet the other."""
    subject = grammar.subject_of(verb)
    goes = lemma_of(verb) in scene.words.visits.doings and not grammar.is_passive(verb)
    behind = noun.dep_ == "pobj" and noun.i > verb.i
    if subject is None or not (goes and behind) or scene.analysis.person_of(subject) is None:
        return None
    return scene.actors.resolve(subject)


def _of_whom(scene: Scene, noun: Token) -> tuple[Actor, str, int] | None:
    """ "the visit |of the Minister of Defence, Mr X, to India|", whose parts the parser hangs anywhere: who
    travels, to which country, and the last token of it."""
    doc, at = noun.doc, noun.i + 1
    if at + 1 >= len(doc) or doc[at].lower_ not in {"of", "by"}:
        return None
    first = doc[at + 1].idx
    named = scene.analysis.names_in(first, noun.sent.end_char)
    mention, person = next(((m, p) for m, p in named if m.whole_start <= first + _ARTICLE), (None, None))
    if mention is None or person is None or person.party is None:
        return None
    for other, _ in named:  # "by Minister A |and Minister B| to Cairo"
        between = doc.text[mention.whole_end : other.whole_start]
        mention = other if between.strip(" ,") in {"and", ""} and between.strip() else mention
    behind = [t for t in doc[at : noun.sent.end] if t.idx >= mention.whole_end and t.text != ","]
    if len(behind) < 2 or behind[0].lower_ != "to":
        return None
    goal = next((t for t in behind[1:_GOAL] if scene.country_of(t)), None)
    host = scene.country_of(goal) if goal is not None else None
    if goal is None or host is None or host == person.party:
        return None
    return Actor((person.party,), person.name), host, goal.i


def _by_whom(scene: Scene, noun: Token) -> tuple[Actor, str, int] | None:
    """The same of "a visit to India |by the Minister of Defence, Mr X|"."""
    near = noun.doc[noun.i + 1 : min(noun.i + 2 + _GOAL, noun.sent.end)]
    by = next((t for t in near if t.lower_ in {"by", "of"} and t.i > noun.i + 1), None)
    if by is None or near[0].lower_ != "to" or by.i + 1 >= noun.sent.end:
        return None
    host = next((code for t in noun.doc[noun.i + 2 : by.i] if (code := scene.country_of(t))), None)
    first = noun.doc[by.i + 1].idx
    named = scene.analysis.names_in(first, noun.sent.end_char)
    mention, person = next(((m, p) for m, p in named if m.whole_start <= first + _ARTICLE), (None, None))
    if mention is None or person is None or host is None or person.party in {None, host}:
        return None
    last = next(t.i for t in reversed(noun.doc[by.i : noun.sent.end]) if t.idx < mention.whole_end)
    return Actor.of(person, f"named: {person.name}"), host, last


def _told_in(scene: Scene, noun: Token, verb: Token, traveller: Token) -> tuple[int, int]:
    """The clause of the visit; or its phrase alone, where the clause tells of something else: "on a state
    visit to Viet Nam" in "the President, on a state visit to Viet Nam, met its leaders"."""
    left, right = noun_bounds(noun)
    tells_of_travel = {*scene.words.visits.travel, *scene.words.visits.stages}
    awaited = lemma_of(verb) in _RECEIVING and verb.tag_ == "VB" and traveller.dep_ == "dobj"
    told = awaited or lemma_of(verb) in tells_of_travel or _is_framework(scene, noun)
    if any(c.dep_ == "dobj" and lemma_of(c) in _PAID for c in verb.children):
        told = False  # "X, on a visit to Peru, |paid homage| at the shrine"
    if noun.dep_ == "pobj" and not told:
        phrase = noun.head
        before = phrase.left_edge.i
        if before > 0 and phrase.doc[before - 1].pos_ == "ADV" and phrase.doc[before - 1].is_alpha:
            before -= 1  # "currently", which the parser may hang elsewhere
        return min(before, left), right
    first, last = scene.clause(verb, traveller)
    return min(first, left), max(last, right)


def _is_made(scene: Scene, noun: Token, verb: Token) -> bool:
    """ "will make a visit", "concluded their visit"."""
    return noun.dep_ == "dobj" and lemma_of(verb) in scene.words.course.holding


def _is_bounded(scene: Scene, noun: Token, verb: Token) -> bool:
    """ "concluded her visit to", "returned, |concluding his visit|", "|returned| at the end of her visit"."""
    if _is_a_day_of(scene, noun):
        return lemma_of(verb) in _FLYING_HOME and not grammar.is_planned(verb)
    return noun.dep_ == "dobj" and lemma_of(verb) in scene.words.course.bounding & scene.words.visits.stages


def is_over_at_home(scene: Scene, noun: Token) -> bool:
    """ "returned this morning after concluding his |visit|": the day is that of the journey home."""
    verb = grammar.governing_verb(noun)
    if verb is None or verb.tag_ != "VBG" or lemma_of(verb) not in scene.words.course.bounding:
        return False
    above = (t for t in verb.ancestors if t.pos_ == "VERB")
    return any(lemma_of(t) in scene.words.visits.travel | _FLYING_HOME for t in above)


def _bounded_in(scene: Scene, verb: Token) -> tuple[int, int]:
    """The clause of the verb; with that of the journey home, where the visit is told behind it."""
    home = verb.head if verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.head.i < verb.i else verb
    above = home if lemma_of(home) in scene.words.visits.travel | _FLYING_HOME else verb
    left, right = scene.clause(above, grammar.subject_of(above))
    return left, max(right, grammar.trim_right(verb.doc, verb.i, verb.right_edge.i))


def _is_set(scene: Scene, noun: Token, verb: Token) -> bool:
    """ "The visit |is planned| for May", "|is expected| to take place in June", "|took place| in July"."""
    course, lemma = scene.words.course, lemma_of(verb)
    if noun.dep_ not in SUBJECTS:
        return False
    if lemma == "take":
        return has_child(verb, {"place"})
    if lemma in {"occur", "happen"}:
        return True
    further = [c for c in verb.children if c.dep_ in {"xcomp", "ccomp"}]
    ahead = lemma in course.preparing and grammar.is_passive(verb)
    return ahead and all(lemma_of(c) in course.happening for c in further)


def _goal(scene: Scene, noun: Token, verb: Token | None) -> str | None:
    """VN in "a visit to Viet Nam", or in "paid a visit last week to Viet Nam"."""
    goals = goals_of(noun)
    goals += [c for c in noun.rights if c.dep_ == "acl" and c.nbor(-1).lower_ == "to"]  # "to" as of a verb
    goals += paid_to(scene, noun)
    host = next((code for t in goals if (code := scene.country_of(t))), None)
    if host is None and any(_is_neighbour(scene, goal) for goal in goals):
        host = _the_other(scene, noun)
    if host is None and verb is not None and noun.dep_ in {"dobj", "pobj"}:
        goals = grammar.prep_objects(verb, "to")
        host = next((code for t in goals if (code := scene.country_of(t))), None)
    if host is None and verb is not None and verb.lemma_ == "be" and stands_behind(noun, "on"):
        here = grammar.prep_objects(verb, "in")  # "It is a pleasure to be |in New Delhi| on my first visit"
        host = next((code for t in here if (code := scene.country_of(t))), None)
    return host


def _of_the_receiver(scene: Scene, noun: Token, verb: Token) -> str | None:
    """KR in "|Seoul| will receive the President of Poland on a state visit"."""
    if lemma_of(verb) not in _RECEIVING or grammar.is_passive(verb) or not stands_behind(noun, "on", "for"):
        return None
    hosts = scene.actors.resolve(grammar.subject_of(verb)).parties
    return hosts[0] if len(hosts) == 1 and is_state(hosts[0]) else None


def _is_neighbour(scene: Scene, goal: Token) -> bool:
    """ "the southern neighbour", "the neighbouring country"."""
    words = scene.words.visits.neighbours
    return lemma_of(goal) in words or (lemma_of(goal) in {"country", "state"} and has_child(goal, words))


def _the_other(scene: Scene, noun: Token) -> str | None:
    """Whose country "the neighbouring country" is, in a document on two states: not that of the traveller,
    who is named in the sentence."""
    told = {m.code for m in scene.analysis.parties} | {p.party for p in scene.analysis.people if p.party}
    states = {code for code in told if is_state(code)}
    here = {p.party for p in scene.names(noun.sent.start, noun.i) if p.party}
    away = states - here
    return away.pop() if len(states) == _A_PAIR and len(here) == 1 and len(away) == 1 else None


def _goal_of_doer(scene: Scene, doers: list[Token], who: Actor) -> str | None:
    """VN in "the visit of the French minister to Viet Nam", which the parser hangs on the minister."""
    inside = (t for doer in doers for t in doer.subtree if stands_behind(t, "to"))
    countries = (scene.country_of(t) for t in inside)
    return next((code for code in countries if code and code not in who.parties), None)


def _is_under_way(noun: Token) -> bool:
    """ "|currently| on a state visit", whatever else its traveller will do."""
    before = noun.head.i - 1
    return stands_behind(noun, "on") and before >= 0 and noun.doc[before].lower_ in {"currently", "now"}


def _traveller(scene: Scene, noun: Token, verb: Token) -> Token | None:
    """The subject of "pay a visit", "is on a visit", "commencing his visit"."""
    joined = joined_visit(scene, noun)
    if joined is not None and joined.i < noun.i:
        return _traveller(scene, joined, verb)
    if is_said_to_follow(noun):
        return grammar.subject_of(verb)
    framed = stands_behind(noun, "on", "during", "for", "after", "following") or _is_framework(scene, noun)
    framed = framed or _is_a_day_of(scene, noun)
    made = noun.dep_ in {"dobj", "attr"} and lemma_of(verb) in scene.words.visits.stages
    brought = [c for c in verb.children if c.dep_ == "dobj" and scene.analysis.person_of(c) is not None]
    if framed and brought and lemma_of(verb) in scene.words.visits.bringing | _FLYING_HOME | _RECEIVING:
        return brought[0]  # "an aircraft brought |the President| home at the end of his visit"
    return grammar.subject_of(verb) if framed or made else None


def _visitor(scene: Scene, noun: Token, verb: Token) -> Token | None:
    """Whose visit it is: "was promised during |the President's| stay", "the warship ended |its| stay"."""
    owner = owner_of(noun)
    if owner is not None and owner.pos_ != "PRON":
        return owner
    return _traveller(scene, noun, verb) or owner


def _is_a_day_of(scene: Scene, noun: Token) -> bool:
    """ "On the final |day of| his visit, the minister met", "at the |end of| her tour"."""
    part = noun.head.head if stands_behind(noun, "of") else noun
    return (
        part is not noun
        and lemma_of(part) in scene.words.visits.parts
        and stands_behind(part, "on", "at", "in")
    )


def _is_dated(scene: Scene, left: int, right: int) -> bool:
    """ "the visit from 25 to 28 March": what is done in its course has another date."""
    stretch = grammar.text_between(scene.analysis.doc, left, right)
    return scene.analysis.date_in(*stretch, "past") is not None


def _is_framework(scene: Scene, noun: Token) -> bool:
    """ "as part of the state visit", "within the framework of a visit"."""
    if not stands_behind(noun, "of"):
        return False
    framed = stands_behind(noun.head.head, "as", "in", "within", "under")
    return framed and noun.head.head.lemma_ in scene.words.visits.frames


def _told_before(scene: Scene, noun: Token, verb: Token | None, trip: _Trip) -> Iterator[Sighting]:
    """ "The visit marks an anniversary", "her visit is the first": more of a visit told elsewhere."""
    if verb is None:
        return
    before = trip.telling.left
    left, right = scene.clause(verb, noun)
    right = verb.i if noun.dep_ in SUBJECTS and _comes_after(verb) else right
    actors: list[Actor] = []
    if trip.who.person:
        if not is_told_before(noun) and owner_of(noun) is None:
            return
        left, right, actors = min(before, left), max(trip.telling.right, right), [trip.who]
    elif not is_told_before(noun) or noun.dep_ not in SUBJECTS:
        return
    sighting = make(scene, "visit", "the-visit", Telling(noun, left, right, None, before), actors)
    yield msgspec.structs.replace(sighting, definite=True)


def _comes_after(verb: Token) -> bool:
    """ "The visit |follows| a meeting in May", "comes |on the heels of| one", "|builds on| the talks of
    2023": what came before has another date."""
    if lemma_of(verb) in {"follow", "precede"}:
        return not grammar.is_passive(verb)
    before = {"build": {"on", "upon"}, "come": {"after", "following", "on", "amid", "ahead"}}
    return has_child(verb, before.get(lemma_of(verb), frozenset()))


def _unsaid_host(scene: Scene, noun: Token, who: Actor) -> tuple[Actor, str | None]:
    """ "is on a two-day official visit": to the other party at the table, or where it is told."""
    if any(_is_neighbour(scene, goal) for goal in grammar.prep_objects(noun, "to")):
        return who, None
    frame = scene.actors.frame(noun.idx)
    if len(who.parties) == 1:
        others = [party for party in frame if party not in who.parties and is_state(party)]
        return who, others[0] if len(others) == 1 else None
    capitals = (m.code for m in scene.parties_in_sentence(noun) if m.form == "capital")
    cities = unique(code for code in capitals if code in frame)
    if len(cities) != 1 or len(frame) != 2:
        return who, None
    return _travels(tuple(party for party in frame if party != cities[0])), cities[0]


def _other_side(scene: Scene, noun: Token, host: str) -> Actor:
    """The one party at the table that is not the host; of "|the latter's| visit" with its guest."""
    others = scene.actors.others(noun.idx, (host,))
    owner = owner_of(noun)
    if len(others) == 1 and owner is not None and owner.lower_ == "latter":
        return scene.actors.acted_last_of(others[0], noun.idx)
    return _travels(others) if len(others) == 1 else NOBODY


def _travels(parties: tuple[str, ...]) -> Actor:
    return Actor(parties, None, False, "the other side travels")
