"""Sentences that tell no event of cooperation."""

from __future__ import annotations

import pytest

from servanda.codebook.frames import is_out_of_scope


@pytest.mark.parametrize(
    "sentence",
    [
        "In the novel, the two presidents sign a treaty.",
        "Suppose that Norway and Chile went to war.",
        "The striker scored against Norway in the semi-final.",
        "The brewery signed an agreement with its distributors.",
        "A shipyard and two suppliers signed a contract.",
    ],
)
def test_fiction_sport_and_commerce_are_out_of_scope(sentence) -> None:
    assert is_out_of_scope(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway and Chile signed an agreement on sport.",
        "The ministry bought ships from a shipyard and a manufacturer.",
        "Two companies signed a contract.",
        "The novelty of the agreement was praised.",
        "",
    ],
    ids=["sport as a field", "a state beside firms", "one kind of firm", "part of a word", "nothing"],
)
def test_the_record_of_states_is_in_scope(sentence) -> None:
    assert not is_out_of_scope(sentence)
