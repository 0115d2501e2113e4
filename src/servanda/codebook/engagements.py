"""How English tells that people of two parties meet; data/engagements.yaml defines each class."""

from __future__ import annotations

from functools import cache

import msgspec

from servanda.codebook.load import load_data
from servanda.model.facts import EngagementType

Words = frozenset[str]


class CourseWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Whether an engagement takes place, is put off, or only wished for."""

    holding: Words
    happening: Words
    dealing: Words
    programme: Words
    preparing: Words
    ordering: Words
    postponing: Words
    moving: Words
    cancelling: Words
    dropping: Words
    failing: dict[str, Words]
    coming_about: dict[str, Words]
    against_the_plan: tuple[str, ...]
    ahead: Words
    intending: Words
    wishing: Words
    wishes: Words
    bounding: Words
    listing: Words
    announcing: Words
    setting_out: Words
    recurrent: Words
    doubting: Words


class MeetingWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Meetings, talks and calls."""

    verbs: Words
    idioms: dict[str, str]
    institutions: Words
    settling: Words
    of_ones_own: Words
    talking: Words
    phoning: Words
    calling: Words
    joining: Words
    attending: Words
    seeing: Words
    people: Words
    gathering: Words
    vague_company: Words
    passers_by: Words
    compatriots: Words
    things: Words
    holders: Words
    discussing: Words
    purposes: Words
    calls: Words
    convening: Words
    parts: Words
    meals: Words
    begun_together: Words
    addressed_together: dict[str, Words]
    formats: Words


class ReceptionWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Receptions and welcomes."""

    verbs: Words
    courtesy: Words
    accorded: Words
    arrivals: Words
    landings: Words
    according: Words
    seats: Words
    envoys: Words
    hosted: Words
    honours: Words


class VisitWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Visits and the travel to them."""

    verbs: Words
    inspecting: Words
    reasons: Words
    ways: dict[str, Words]
    staying: Words
    coming_back: Words
    guiding: Words
    travel: Words
    common_travel: Words
    invited_to: Words
    arriving: Words
    awaited: Words
    not_seen: Words
    on_own_soil: Words
    sights: Words
    journeys: Words
    bringing: Words
    ending: Words
    ended: Words
    doings: Words
    frames: Words
    sending: Words
    delegating: Words
    missions: Words
    travellers: Words
    flying_in: Words
    stages: Words
    kinds: Words
    timed: Words
    parts: Words
    vague: Words
    moving_together: Words
    touring_together: Words
    seen_together: Words
    seen_at_work: Words
    onward: Words
    no_travellers: Words
    bases: Words
    no_goals: Words
    neighbours: Words


class CeremonyWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Openings, signings, handovers."""

    opening: Words
    beginning: dict[str, Words]
    built: Words
    showing: Words
    shown: dict[str, Words]
    set_for_later: Words
    not_built: Words
    paid: Words
    ceremonial: Words
    signing: Words
    witnessed: Words
    witnessing: Words
    presenting: Words
    presented: Words
    given: Words
    sites: Words
    purposes: Words
    between: Words
    between_done: Words
    between_marked: Words
    decorating: Words
    decorations: Words
    done_together: dict[str, Words]
    marking: Words
    honouring: Words


class ConferenceWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Multilateral gatherings."""

    convening: Words
    convened: Words
    fairs: Words
    attending: Words
    taking_place: Words
    running: Words
    led: Words
    forums: Words
    delivering: Words
    speeches: Words
    parliaments: Words
    parliament_names: Words
    loose: Words
    occasions: Words
    sessions: Words
    of_bodies: Words
    not_of_bodies: Words


class RoundWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Rounds of standing mechanisms and how they are named and counted."""

    standing: Words
    jointly: Words
    joint: Words
    bodies: Words
    governments: Words
    of_officials: Words
    units: Words
    no_rounds: Words
    passing: Words
    counting_talks: Words
    counted: Words
    held_again: Words
    further: Words
    former: Words
    planning: Words


class ExerciseWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Joint exercises and visits of ships."""

    ships: Words
    forces: Words
    warships: Words
    also_people: Words
    of_people: Words
    afloat: Words
    vessels: Words
    no_exercises: Words
    calling: Words
    ship_prefixes: dict[str, str]
    reaching: Words
    ports: Words
    port_calls: Words
    port_call_nouns: Words
    stopovers: Words
    deploying: Words
    training: Words
    drilling: Words
    conducting: Words
    running: Words
    editions: Words
    known: tuple[str, ...]
    joint: Words
    planning: Words
    agreeing: Words
    telling: Words


class ProgrammeWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Items of the programme of a stay."""

    welcomes: Words
    ceremonial: Words
    meals: Words
    of_state: Words
    forums: Words
    of_business: Words


class EngagementWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All words of engagement: those that several kinds share, and those of each kind."""

    nouns: dict[EngagementType, Words]
    mechanisms: Words
    by_wire: Words
    not_taking_part: tuple[str, ...]
    not_places: Words
    stretches: Words
    course: CourseWords
    meetings: MeetingWords
    receptions: ReceptionWords
    visits: VisitWords
    ceremonies: CeremonyWords
    conferences: ConferenceWords
    rounds: RoundWords
    exercises: ExerciseWords
    programme: ProgrammeWords

    def noun_type(self, lemma: str) -> EngagementType | None:
        """The type of engagement that a noun names."""
        return next((kind for kind, nouns in self.nouns.items() if lemma in nouns), None)


@cache
def engagement_words() -> EngagementWords:
    """The words of engagement, read once."""
    return load_data("engagements.yaml", EngagementWords)
