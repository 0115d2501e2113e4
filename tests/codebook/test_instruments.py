"""Names of instruments and what is done to them."""

from __future__ import annotations

from typing import get_args

import pytest

from servanda.codebook.instruments import instrument_words
from servanda.model.facts import InstrumentType


@pytest.mark.parametrize(
    ("title", "type_"),
    [
        ("Letter of Intent on an agreement", "letter-of-intent"),
        ("MEMORANDUM OF UNDERSTANDING", "memorandum"),
        ("joint vision statement", "vision-statement"),
        ("Plan of Action 2024-2026", "programme"),
        ("Extradition Treaty", "agreement"),
        ("disagreement", None),
        ("moustache", None),
        ("", None),
    ],
)
def test_the_first_type_whose_words_occur_decides(title, type_) -> None:
    assert instrument_words().type_of(title) == type_


@pytest.mark.parametrize(
    ("verb", "action"), [("ink", "signed"), ("prolong", "extended"), ("negotiate", "planned"), ("eat", None)]
)
def test_what_a_verb_does_to_a_text(verb, action) -> None:
    assert instrument_words().action_of(verb) == action


def test_a_verb_does_one_thing_only() -> None:
    verbs = [v for verbs in instrument_words().actions.values() for v in verbs]
    assert len(verbs) == len(set(verbs))


def test_every_type_of_the_guidelines_has_words() -> None:
    assert {t.type for t in instrument_words().types} == set(get_args(InstrumentType))


def test_what_can_be_no_text_is_a_known_head() -> None:
    words = instrument_words()
    assert words.heads_of_no_text <= words.heads
    assert words.time_prepositions <= words.name_prepositions
