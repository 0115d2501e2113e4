"""The tables by which one text is found in several documents."""

from typing import get_args

import pytest

from servanda.codebook.instrument_titles import generic_words, title_words
from servanda.model.facts import InstrumentType
from servanda.model.fold import fold


def test_every_type_has_a_family_in_which_it_is_looked_for() -> None:
    assert [type_ for type_ in get_args(InstrumentType) if not title_words().families_of(type_)] == []


def test_types_that_can_be_one_text_share_a_family() -> None:
    """Else they would never be compared."""
    words = title_words()
    for types in words.one_text:
        assert len(set.intersection(*(set(words.families_of(t)) for t in types))) > 0, types


def test_a_letter_of_intent_is_never_what_it_intends() -> None:
    others = set(get_args(InstrumentType)) - {"letter-of-intent"}
    assert not any(title_words().can_be_one("letter-of-intent", other) for other in others)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Roadmap for Defence Cooperation", "road map on defence cooperation 2030"),
        ("Action Plan 2024-2026", "Plan of Action for 2024 to 2026"),
        ("naval workplan", "Work Plan of the navies"),
    ],
)
def test_a_text_is_called_alike_in_all_spellings(one: str, other: str) -> None:
    assert title_words().callings_in(one) == title_words().callings_in(other) != frozenset()


def test_words_stand_in_the_form_in_which_they_are_looked_up() -> None:
    assert {word for word in generic_words() if word != fold(word)} == set()
    assert not generic_words() & title_words().derived
