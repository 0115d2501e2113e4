"""Words and times by which promises are followed (data/following.yaml)."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from servanda.codebook.load import load_data

Phrases = tuple[str, ...]


class FollowingWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """See the comments in the data file. Lists and lines of single words are compared by stems, `Phrases`
    that are named so in `says` as they stand."""

    windows_years: dict[str, int]
    late_days: int
    near_days: int
    restated_days: int
    unnamed_texts_days: int
    general: str
    deeds: dict[str, str]
    also_deeds: dict[str, Phrases]
    coming: Phrases
    ships_come: Phrases
    services: Phrases
    lines: dict[str, Phrases]
    opening_lines: Phrases
    further_lines: Phrases
    first_works: Phrases
    working: Phrases
    working_together: Phrases
    work_begins: Phrases
    sending: Phrases
    groups: Phrases
    sent_people: Phrases
    access: Phrases
    resuming: Phrases
    halted: Phrases
    deciding: Phrases
    decided: Phrases
    unique: Phrases
    places: Phrases
    kinds: dict[str, str]
    types: dict[str, Phrases]
    one_thing: Phrases
    asides: Phrases
    making_texts: Phrases
    texts_done: Phrases
    under_discussion: Phrases
    of_stages: Phrases
    of_force: Phrases
    of_those_texts: Phrases
    procedure: Phrases
    holding: Phrases
    attending: Phrases
    setting_up: Phrases
    events: Phrases
    visiting: Phrases
    ceremonies: Phrases
    with_the_visit: Phrases
    invited_public: Phrases
    answering_visit: Phrases
    to_be_invited: Phrases
    promise_words: Phrases
    done_so: Phrases
    carried_out: Phrases
    wish_words: Phrases
    before: Phrases
    vague: Phrases
    partial: Phrases
    outstanding: Phrases
    on_the_way: Phrases
    arrived: Phrases
    of_a_kind: Phrases
    handover: Phrases
    renewing: Phrases
    withdrawing: Phrases
    refusing: Phrases
    withdrawing_phrases: Phrases
    called_off: Phrases
    called_off_phrases: Phrases
    concluded: Phrases
    lasting: Phrases
    only_begun: Phrases
    met_with: Phrases
    offices: Phrases


@cache
def following_words() -> FollowingWords:
    """The words of following, read once."""
    return load_data("following.yaml", FollowingWords)


def says(text: str, phrases: Phrases) -> bool:
    """Whether one of the phrases stands in `text`, as whole words; capitals do not matter."""
    return _any_of(phrases).search(text) is not None


def said(text: str, phrases: Phrases) -> tuple[str, ...]:
    """The phrases that stand in `text`, in lower case and in its order; of overlapping ones the longest."""
    return tuple(phrase for _, phrase in places(text, phrases))


def places(text: str, phrases: Phrases) -> tuple[tuple[int, str], ...]:
    """Where the phrases stand in `text`, with them as `said` tells them."""
    return tuple((found.start(), found[0].lower()) for found in _any_of(phrases).finditer(text))


@cache
def _any_of(phrases: Phrases) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)
