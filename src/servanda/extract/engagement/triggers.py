"""Which word calls which reader: verbs and nouns that can tell of an engagement."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec
from spacy.tokens import Token

from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.engagement import (
    agreed_there,
    awaited,
    ceremonies,
    comings,
    conferences,
    credentials,
    decorations,
    deployments,
    exercises,
    farewells,
    guides,
    handovers,
    invitations,
    joining,
    jointly,
    meetings,
    messages,
    openings,
    parliaments,
    port_calls,
    receptions,
    talked,
    tours,
    travel,
    ways,
)
from servanda.extract.engagement.also_with import also_with
from servanda.extract.engagement.called_off import called_off, called_off_round, is_off_unsaid
from servanda.extract.engagement.captains import captains_call
from servanda.extract.engagement.consultations import as_consultations
from servanda.extract.engagement.delegations import delegated
from servanda.extract.engagement.exercises import exercise
from servanda.extract.engagement.exercises_again import exercise_again
from servanda.extract.engagement.fairs import fair
from servanda.extract.engagement.gatherings import (
    course,
    gathering,
    is_of_two_states,
    is_under_patronage,
    led,
)
from servanda.extract.engagement.honours import honoured, is_honour
from servanda.extract.engagement.in_the_programme import programmed
from servanda.extract.engagement.looked_back import is_named_summit, looked_back_on
from servanda.extract.engagement.margins import told_by_the_way
from servanda.extract.engagement.mechanisms import can_be_mechanism, mechanism
from servanda.extract.engagement.named_exercises import (
    exercise_name,
    named_exercise,
    named_exercise_off,
)
from servanda.extract.engagement.occasions import ceremony
from servanda.extract.engagement.out import is_against_the_plan, is_out
from servanda.extract.engagement.purposes import visit_for
from servanda.extract.engagement.rounds import verb_of_round
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.ship_visits import ships_visit
from servanda.extract.engagement.side_by_side import tells_of_two, two_beside
from servanda.extract.engagement.sighting import Sighting
from servanda.extract.engagement.status import put_off
from servanda.extract.engagement.talks import talks
from servanda.extract.engagement.that_of import that_of
from servanda.extract.engagement.tokens import (
    SUBJECTS,
    has_before,
    has_child,
    is_noun,
    is_verb,
    lemma_of,
)
from servanda.extract.engagement.two_plus_two import (
    as_two_plus_two,
    is_called_so,
    is_two_plus_two,
    two_plus_two,
)
from servanda.extract.engagement.visits import visit
from servanda.extract.grammar.dependents import HELPING
from servanda.model.facts import EngagementType

VerbReader = Callable[[Scene, Token], Iterator[Sighting]]
NounReader = Callable[[Scene, Token, Token | None], Iterator[Sighting]]

_BY_VERB: tuple[tuple[Callable[[Scene, Token], bool], VerbReader], ...] = (
    (decorations.tells_of_decoration, decorations.decorated),
    (decorations.tells_of_degree, decorations.degree),
    (handovers.tells_of_taking_over, handovers.taken_over),
    (parliaments.tells_of_parliament, parliaments.addressed),
    (meetings.tells_of_convening, meetings.convened),
    (meetings.tells_of_meeting, meetings.met),
    (talked.tells_of_talking, talked.talked),
    (agreed_there.tells_of_agreeing, agreed_there.agreed),
    (port_calls.tells_of_port_call, port_calls.port_call),
    (deployments.tells_of_deployment, deployments.deployed),
    (exercises.tells_of_training, exercises.trained),
    (joining.tells_of_joining, joining.joined),
    (meetings.tells_of_call_on, meetings.met),
    (meetings.tells_of_phone, meetings.phoned),
    (credentials.tells_of_credentials, credentials.presented),
    (messages.tells_of_message, messages.brought),
    (farewells.tells_of_farewell, farewells.saw_off),
    (ceremonies.tells_of_keys, ceremonies.handed),
    (awaited.tells_of_awaited, awaited.awaited),
    (receptions.tells_of_reception, receptions.received),
    (jointly.tells_of_doing_together, jointly.did_together),
    (tours.tells_of_tour, tours.toured),
    (invitations.tells_of_invitation, invitations.invited),
    (comings.tells_of_coming_over, comings.came_over),
    (ways.tells_of_a_way, ways.went),
    (travel.tells_of_visit, travel.visited),
    (travel.tells_of_travel, travel.travelled),
    (travel.tells_of_coming, travel.expected),
    (travel.tells_of_stay, travel.stayed),
    (openings.tells_of_opening, openings.opened),
    (handovers.tells_of_handing_by_the_way, handovers.handed_by_the_way),
    (handovers.tells_of_flags, handovers.changed_flags),
    (ceremonies.tells_of_handing, ceremonies.handed),
    (openings.tells_of_showing, openings.opened),
    (conferences.tells_of_attendance, conferences.attended),
    (guides.tells_of_a_guide, guides.guided),
    (ceremonies.tells_of_signing, ceremonies.signed),
    (ceremonies.tells_of_witnessing, ceremonies.witnessed),
)
"""The first reader whose test holds reads the verb: a ship's visit is no minister's."""


def _conference(scene: Scene, noun: Token, verb: Token | None) -> Iterator[Sighting]:
    yield from conferences.in_passing(scene, noun, verb)
    told = list(gathering(scene, noun, verb))
    yield from told or led(scene, noun)


_BY_NOUN: dict[EngagementType, NounReader] = {
    "visit": visit,
    "meeting": talks,
    "call": talks,
    "exercise": exercise,
    "ceremony": ceremony,
    "conference": _conference,
}
_TWO_OR_THREE = (2, 3)
_TWO_AND_THREE = frozenset({"bilateral", "trilateral"})
_JOINT = frozenset({"joint", "cooperative", "bilateral", "combined"})
_LOOKED_BACK_ON = frozenset({"meeting", "dialogue", "call", "exercise"})
"""What is told by the way with a time of its own: "since the talks in Berlin last May"."""


def sightings(scene: Scene, token: Token) -> Iterator[Sighting]:
    """All engagements that this one word tells of."""
    if token.dep_ in HELPING:
        return
    heading = token.text == "Visit" and token.i + 1 < len(token.doc) and token.nbor().lower_ == "of"
    if is_verb(token) and not heading:
        yield from _by_verb(scene, token)
    elif is_honour(token):
        yield from honoured(scene, token)
    elif is_two_plus_two(token):
        yield from two_plus_two(scene, token)
    elif token.lower_ == "with":
        yield from also_with(scene, token)
    elif token.lower_ == "that":
        yield from that_of(scene, token)
    elif is_noun(token) or is_verb(token) or _stands_for_noun(token):  # "Visit of X", taken for a verb
        told = told_by_the_way(scene, token)
        yield from _by_noun(scene, token) if told is None else told


def _stands_for_noun(token: Token) -> bool:
    """ "had a |bilateral| with Minister X", "at the IDEF |fair| in Istanbul"."""
    if token.pos_ != "ADJ":
        return False
    named = token.lower_ == "fair" and token.i > 0 and token.nbor(-1).text[:1].isupper()
    return named or (token.dep_ in {"dobj", "pobj"} and token.lower_ in _TWO_AND_THREE)


def _by_verb(scene: Scene, verb: Token) -> Iterator[Sighting]:
    reader = next((read for tells, read in _BY_VERB if tells(scene, verb)), None)
    convenes = conferences.tells_of_convening(scene, verb)
    if reader is None and not convenes:
        return
    stops_over = reader in {ways.went, port_calls.port_call} and lemma_of(verb) == "stop"
    if is_out(scene.words.course, verb) and not stops_over:
        if reader is not None and is_against_the_plan(scene.words.course, verb):
            yield from (msgspec.structs.replace(s, status="cancelled") for s in reader(scene, verb))
        return
    found = list(reader(scene, verb)) if reader is not None else []
    if not found and tells_of_two(scene, verb):
        found = list(two_beside(scene, verb))
    if convenes and not found:
        found = list(conferences.attended(scene, verb))  # "hosted a summit" is no guest received
    yield from found


def _by_noun(scene: Scene, noun: Token) -> Iterator[Sighting]:
    if exercise_name(scene, noun) is not None:
        verb = grammar.governing_verb(noun)
        out = verb is not None and is_out(scene.words.course, verb)
        yield from ([] if out else list(named_exercise(scene, noun))) or named_exercise_off(scene, noun)
        return
    if sent := _first_told(scene, noun):
        yield from sent
        return
    if can_be_mechanism(scene, noun):
        rounds = list(mechanism(scene, noun)) or list(called_off_round(scene, noun))
        yield from rounds
        told_apart = (
            is_of_two_states(scene, noun) or is_under_patronage(scene, noun) or is_named_summit(scene, noun)
        )
        if rounds or (noun.pos_ == "PROPN" and not told_apart and not _is_at_sea(noun)):
            return
    if openings.tells_of_occasion(scene, noun) and (told := list(openings.occasion(scene, noun))):
        yield from told
        return
    called_so = is_called_so(scene, noun)
    kind = "meeting" if called_so else _kind(scene, noun)
    if kind is None or scene.analysis.person_of(noun) is not None:
        return
    verb = verb_of_round(scene.words.course, noun)
    if verb is not None and is_out(scene.words.course, verb):
        return
    seen = list(_BY_NOUN[kind](scene, noun, verb)) if kind in _BY_NOUN else []
    back = kind in _LOOKED_BACK_ON or lemma_of(noun) == "summit"
    again = back and all(sighting.definite for sighting in seen)
    told = (list(looked_back_on(scene, noun)) if again else []) or seen
    if kind == "ceremony" and not told:
        told = list(handovers.handover_looked_back_on(scene, noun))
    if all(is_off_unsaid(sighting) for sighting in told):
        told = list(called_off(scene, noun, verb, kind)) or told
    yield from (as_two_plus_two(scene, s) for s in told) if called_so else as_consultations(scene, noun, told)


def _first_told(scene: Scene, noun: Token) -> list[Sighting]:
    """Of ships, delegations, what a visit is for and the like, which go before all else that the noun could
    name."""
    readers = (
        fair,
        exercise_again,
        captains_call,
        ships_visit,
        delegated,
        visit_for,
        conferences.with_place_and_time,
        course,
        programmed,
    )
    return next((told for read in readers if (told := list(read(scene, noun)))), [])


def _kind(scene: Scene, noun: Token) -> EngagementType | None:
    """What a noun names; "a courtesy call" is a meeting, "consultations" and "dialogue" without a name are
    talks."""
    lemma = lemma_of(noun)
    if lemma == "call":
        return _kind_of_call(scene, noun)
    if lemma == "conference" and scene.is_wire(noun):
        return "call"
    if lemma == "negotiation":
        return "meeting" if _are_held(noun) else None
    if lemma in {"consultation", "dialogue"} or _is_of_two(scene, noun) or _is_exchange(scene, noun):
        return "meeting"
    if lemma == "table" and has_before(noun, {"round"}):
        return "meeting"
    if lemma == "session" and has_before(noun, {"working"}):
        return "meeting"
    if lemma == "handing" and has_child(noun, {"over"}):
        return "ceremony"
    return "exercise" if _is_at_sea(noun) else scene.words.noun_type(lemma)


def _are_held(noun: Token) -> bool:
    """ "|Negotiations| were held with President X", "held |negotiations| with": talks; those on a treaty that
    "were concluded" took years."""
    verb = grammar.governing_verb(noun)
    if verb is None or lemma_of(verb) not in {"hold", "conduct", "take"}:
        return False
    return any(t.lower_ in {"with", "between"} and t.dep_ == "prep" for t in verb.subtree)


def _is_at_sea(noun: Token) -> bool:
    """ "their first joint maritime |activity|", "a joint |sail|"."""
    if lemma_of(noun) == "activity":
        return has_before(noun, _JOINT) and has_before(noun, {"maritime", "naval"})
    return lemma_of(noun) == "sail" and has_before(noun, _JOINT)


def _is_of_two(scene: Scene, noun: Token) -> bool:
    """ "held a |summit| in Seoul with the President", "The two leaders held a |summit|": talks of two states
    or three, as long as it is told with whom."""
    if lemma_of(noun) != "summit" or noun.dep_ != "dobj":
        return False
    states = _holders(scene, noun.head)
    few = len(states) in _TWO_OR_THREE and all(map(is_state, states))
    if few and lemma_of(noun.head) == "hold" and noun.text == noun.lower_:
        return True
    return bool(grammar.prep_objects(noun, "with", "between") or grammar.prep_objects(noun.head, "with"))


def _holders(scene: Scene, verb: Token) -> set[str]:
    """JP and PH of "Prime Minister X of Japan and President Y of the Philippines |held|", whatever the parser
    hangs "President Y" on."""
    first = grammar.subject_of(verb)
    holders = [*(grammar.with_conjuncts(first) if first else []), *verb.lefts]
    said = {p for t in holders if t.dep_ in {*SUBJECTS, "conj"} for p in scene.actors.resolve(t).parties}
    named = scene.names(first.left_edge.i, first.right_edge.i) if first else []
    return said | {person.party for person in named if person.party is not None}


def _is_exchange(scene: Scene, noun: Token) -> bool:
    """ "had an in-depth |exchange| with Minister X": of views, as it is told with whom; not of students."""
    if lemma_of(noun) != "exchange" or noun.dep_ != "dobj" or noun.head.lemma_ not in {"have", "hold"}:
        return False
    with_whom = grammar.prep_objects(noun, "with") + grammar.prep_objects(noun.head, "with")
    subject = grammar.subject_of(noun.head)
    both = grammar.with_conjuncts(subject) if subject is not None else []
    if len(both) > 1 and len({p for t in both for p in scene.actors.resolve(t).parties}) > 1:
        return all(scene.analysis.person_of(t) is not None for t in both)
    holders = scene.words.meetings.holders
    offices = [t for t in with_whom if lemma_of(t) in holders and scene.actors.resolve(t).parties]
    return bool(offices) or any(scene.analysis.person_of(partner) is not None for partner in with_whom)


def _kind_of_call(scene: Scene, noun: Token) -> EngagementType | None:
    """ "a telephone call", "paid a courtesy call", "a call on the President"."""
    if scene.is_wire(noun):
        return "call"
    calls_on = any(token.lower_ in {"courtesy", "on"} for token in noun.subtree)
    if calls_on and (noun.dep_ in {"dobj", "pobj"} or _is_called_off(scene, noun)):
        return "meeting"
    return "exercise" if has_before(noun, {"port"}) and _is_called_off(scene, noun) else None


def _is_called_off(scene: Scene, noun: Token) -> bool:
    """ "The minister's |call| on the King did not take place"."""
    verb = grammar.governing_verb(noun) if noun.dep_ in SUBJECTS else None
    return verb is not None and put_off(scene.words.course, verb) is not None
