"""Consultations of two ministries without a capital are rounds of a dialogue."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("name", ["political consultations", "foreign office consultations"])
def test_consultations_of_two_ministries_are_a_dialogue(engagement, name) -> None:
    round_ = engagement(f"Sweden and Portugal held {name} in Lisbon on 3 July 2024.")
    assert (round_.type, round_.series, round_.date) == ("dialogue", name, "2024-07-03")


def test_other_consultations_are_talks(engagement) -> None:
    assert engagement("{reis} held consultations with {lind} in Lisbon on 3 July 2024.").type == "meeting"
