"""Names of instruments and what is done to them (data/instruments.yaml)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

import msgspec

from servanda.codebook.load import load_data
from servanda.model.facts import InstrumentAction, InstrumentType, RelationType


class TypeWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words that show an instrument to be of a type."""

    type: InstrumentType
    words: tuple[str, ...]


class InstrumentWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """See the comments in the data file."""

    types: tuple[TypeWords, ...]
    not_instruments: tuple[str, ...]
    no_texts_of: frozenset[str]
    exchanged: frozenset[str]
    heads: frozenset[str]
    own_names: frozenset[str]
    parties_known: dict[str, tuple[str, ...]]
    heads_of_no_text: frozenset[str]
    plan_words: tuple[str, ...]
    schemes: frozenset[str]
    name_prepositions: frozenset[str]
    name_follows: frozenset[str]
    name_openers: tuple[str, ...]
    signed_partnership: frozenset[str]
    name_participles: frozenset[str]
    time_prepositions: frozenset[str]
    of_any_kind: frozenset[str]
    only_by_hand: frozenset[str]
    not_of_documents: frozenset[str]
    not_in_names: frozenset[str]
    called_again: frozenset[str]
    bare_plurals: frozenset[str]
    plain: frozenset[str]
    actions: dict[InstrumentAction, frozenset[str]]
    signed_by_kind: dict[str, frozenset[str]]
    loosely: frozenset[str]
    signing_by_hand: frozenset[str]
    signing_hands: frozenset[str]
    bearing: frozenset[str]
    quantities: frozenset[str]
    signing_nouns: frozenset[str]
    exchanged_things: frozenset[str]
    ratifying_nouns: frozenset[str]
    planning_nouns: frozenset[str]
    stages: frozenset[str]
    late: frozenset[str]
    ready_for: frozenset[str]
    working: frozenset[str]
    hurrying: frozenset[str]
    proposing: frozenset[str]
    ratifying_verbs: frozenset[str]
    with_particle: dict[str, str]
    legislatures: frozenset[str]
    passing: frozenset[str]
    submitting: frozenset[str]
    weighing: frozenset[str]
    postponing: frozenset[str]
    ideas: frozenset[str]
    known: frozenset[str]
    encounters: frozenset[str]
    yielding: frozenset[str]
    ending: frozenset[str]
    crowning: frozenset[str]
    outcomes: frozenset[str]
    consent: frozenset[str]
    running_out: frozenset[str]
    replacing: frozenset[str]
    upgrading: frozenset[str]
    withdrawing: frozenset[str]
    wordings: frozenset[str]
    nearing: frozenset[str]
    feats: frozenset[str]
    coming_to_sign: frozenset[str]
    verbs_before_signing: frozenset[str]
    intending: frozenset[str]
    awaiting: frozenset[str]
    talking_of: frozenset[str]
    fostering: frozenset[str]
    taking_place: frozenset[str]
    intent_nouns: frozenset[str]
    applying_prepositions: frozenset[str]
    applying_verbs: frozenset[str]
    listing_prepositions: frozenset[str]
    relations: dict[str, RelationType]
    relating_verbs: dict[RelationType, frozenset[str]]
    resting: frozenset[str]
    entering: frozenset[str]
    force: frozenset[str]
    extending_nouns: frozenset[str]

    def type_of(self, title: str) -> InstrumentType | None:
        """The type that the words of a title show, or None."""
        return next((type_ for type_, pattern in _type_patterns() if pattern.search(title)), None)

    def action_of(self, lemma: str) -> InstrumentAction | None:
        """What a verb does to the instrument that is its object."""
        return next((action for action, verbs in self.actions.items() if lemma in verbs), None)

    def relating(self, verb: str, preposition: str) -> RelationType | None:
        """How a text stands to the one behind the verb (a lemma) and its preposition ("" for none)."""
        told = f"{verb} {preposition}".strip()
        return next((type_ for type_, verbs in self.relating_verbs.items() if told in verbs), None)


@cache
def instrument_words() -> InstrumentWords:
    """The words of instruments, read once."""
    return load_data("instruments.yaml", InstrumentWords)


@cache
def _type_patterns() -> tuple[tuple[InstrumentType, re.Pattern[str]], ...]:
    return tuple((entry.type, _any_of(entry.words)) for entry in instrument_words().types)


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(re.escape(w) for w in words) + r")\b", re.IGNORECASE)
