"""Consultations of two ministries without a capital are rounds of a dialogue."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("name", ["political consultations", "foreign office consultations"])
def test_consultations_of_two_ministries_are_a_dialogue(engagement, name) -> None:
    round_ = engagement(f"Sweden and Portugal held {name} in Lisbon on 3 July 2024.")
    assert (round_.type, round_.series, round_.date) == ("dialogue", name, "2024-07-03")


def test_other_consultations_are_talks(engagement) -> None:
    assert engagement("{reis} held consultations with {lind} in Lisbon on 3 July 2024.").type == "meeting"


def test_another_round_of_the_consultations_of_two_states_is_one(engagements) -> None:
    told = "Another round of Swedish-Portuguese political consultations took place today in Lisbon."
    found = engagements(told, published="2024-05-10")
    assert [(e.type, set(e.parties), e.date) for e in found] == [("dialogue", {"PT", "SE"}, "2024-05-10")]


def test_rounds_of_consultations_in_general_are_none(engagements) -> None:
    assert engagements("The next round of consultations is useful for Sweden and Portugal.") == []
