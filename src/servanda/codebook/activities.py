"""Words by which cooperation is reported as done or going on (data/activities.yaml)."""

from __future__ import annotations

from functools import cache

import msgspec

from servanda.codebook.load import load_data


class ActivityWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Lemmas by what they report; see the comments in the data file."""

    giving: frozenset[str]
    helping: frozenset[str]
    granting: frozenset[str]
    giving_anything: frozenset[str]
    measures: frozenset[str]
    thanked_deeds: frozenset[str]
    decisions: frozenset[str]
    teaching: frozenset[str]
    learning: frozenset[str]
    gifts: frozenset[str]
    leading: frozenset[str]
    led: frozenset[str]
    hosted: frozenset[str]
    building: frozenset[str]
    backed: frozenset[str]
    means: frozenset[str]
    collaboration: frozenset[str]
    common_works: frozenset[str]
    attending_courses: frozenset[str]
    courses: frozenset[str]
    schools: frozenset[str]
    taken_in: frozenset[str]
    posting: frozenset[str]
    forces: frozenset[str]
    having_there: frozenset[str]
    posts: frozenset[str]
    being_there: frozenset[str]
    letting: frozenset[str]
    using: frozenset[str]
    stationing: frozenset[str]
    governing: frozenset[str]
    having_part: frozenset[str]
    schooling: frozenset[str]
    running_courses: frozenset[str]
    beginning: frozenset[str]
    begun: frozenset[str]
    taking: frozenset[str]
    glad: frozenset[str]
    arriving: frozenset[str]
    delivering: frozenset[str]
    handed_out: frozenset[str]
    courtesies: frozenset[str]
    finishing: frozenset[str]
    works: frozenset[str]
    no_goods: frozenset[str]
    moving: frozenset[str]
    done_by_things: frozenset[str]
    reported_of_things: frozenset[str]
    travelling: frozenset[str]
    leaving: frozenset[str]
    in_a_state: frozenset[str]
    taken_by_works: frozenset[str]
    elsewhere_told: frozenset[str]
    visiting_people: frozenset[str]
    missions: frozenset[str]
    presents: frozenset[str]
    consignments: frozenset[str]
    counting: frozenset[str]
    acknowledging: frozenset[str]
    repeated: frozenset[str]
    again: tuple[str, ...]
    flows: frozenset[str]
    one_way: frozenset[str]
    coins: frozenset[str]
    amounting: frozenset[str]
    talks: frozenset[str]
    help: frozenset[str]
    help_prepositions: frozenset[str]
    general_ends: frozenset[str]
    money: frozenset[str]
    promising: frozenset[str]
    mutual: frozenset[str]
    side_by_side: frozenset[str]
    done_in_turns: frozenset[str]
    beside: frozenset[str]
    habitual: frozenset[str]
    no_deeds: frozenset[str]
    no_doers: frozenset[str]
    no_objects: frozenset[str]
    bounding: frozenset[str]
    engaged_in_talk: frozenset[str]
    engaged_in: frozenset[str]
    results: frozenset[str]
    obtaining: frozenset[str]
    result_prepositions: frozenset[str]
    going_on: frozenset[str]
    ongoing: frozenset[str]
    state_of: frozenset[str]
    speaking_of: frozenset[str]

    def is_help(self, noun: str) -> bool:
        """Whether the noun names help or money with which something is done."""
        return noun in self.help or noun in self.money or noun in self.means


@cache
def activity_words() -> ActivityWords:
    """The words of activity, read once."""
    return load_data("activities.yaml", ActivityWords)
