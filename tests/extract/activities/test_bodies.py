"""Bodies that two sides have set up."""

from __future__ import annotations

import pytest

_MET = "Sweden and Peru held talks in Lima on 3 July 2024. "


@pytest.mark.parametrize(
    "sentence",
    [
        "The joint working group on cyber defence was set up in March 2024.",
        "The working group on cyber defence, established in March 2024, has met twice.",
        "In March 2024 the two countries launched a working group on cyber defence.",
        "A working group on cyber defence was created by the two ministries in March 2024.",
        "A working group of the two ministries was created in March 2024.",
        "The joint working group was set up in Lima in March 2024.",
    ],
)
def test_a_body_that_was_set_up_is_of_both(deeds, sentence) -> None:
    (told,) = deeds(_MET + sentence)
    assert (set(told.parties), told.date) == ({"SE", "PE"}, "2024-03")
    assert "working group" in told.content


@pytest.mark.parametrize(
    "sentence",
    [
        "The Swedish government established a working group on cyber defence in March 2024.",
        "A Swedish working group on cyber defence was set up in March 2024.",
        "A joint working group on cyber defence will be set up in March 2025.",
        "The minister suggested that the two countries set up a joint working group.",
        "A committee of inquiry was set up in March 2024.",
        "A working group of the Ministry of Health was established in March 2024.",
        "A dedicated cell within the police was created in March 2024.",
        "In Peru, a joint committee of the chambers was set up in March 2024.",
        "A joint working group with Chile was set up in March 2024.",
        "Together with Chile, a joint working group was created in March 2024.",
    ],
)
def test_a_body_of_one_side_or_of_the_future_is_none(deeds, sentence) -> None:
    assert deeds(_MET + sentence) == []


@pytest.mark.parametrize(
    ("sentence", "parties"),
    [
        ("The chambers of commerce founded a business council in March 2024.", [{"SE", "PE"}]),
        ("A business council was founded in March 2024.", [{"SE", "PE"}]),
        ("The Swedish chambers of commerce founded a business council in March 2024.", []),
        ("The employers founded a business council in March 2024.", []),
    ],
)
def test_chambers_of_both_found_a_council(deeds, sentence, parties) -> None:
    assert [set(told.parties) for told in deeds(_MET + sentence)] == parties
