"""What a side says of its own affairs, in its own press, is no assessment of cooperation."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from servanda.model.facts import Assessment

Said = Callable[..., list[Assessment]]


HOME = "Ministry of Foreign Affairs, Kenya"


@pytest.mark.parametrize(
    "words",
    [
        "Ms Otieno praised the nurses of Japan.",
        "Ms Otieno praised the strong trade.",
        "Ms Otieno praised the ambassador.",
        "Ms Otieno thanked her guest.",
        "Mr Ishida praised the nurses of Nairobi.",
    ],
)
def test_it_is_of_cooperation_when_another_or_something_joint_is_named(said: Said, words: str) -> None:
    assert len(said(words, publisher=HOME)) == 1


def test_it_is_not_when_the_home_side_speaks_of_its_own(said: Said) -> None:
    assert said("Ms Otieno praised the nurses of Nairobi.", publisher=HOME) == []


def test_the_same_words_elsewhere_are(said: Said) -> None:
    assert len(said("Ms Otieno praised the nurses of Nairobi.")) == 1


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Ms Otieno said that the agreement would contribute to peace.", 1),
        ("Ms Otieno said that the budget would contribute to peace.", 0),
    ],
)
def test_a_text_that_the_sides_have_is_of_cooperation(said: Said, words: str, number: int) -> None:
    assert len(said(words, publisher=HOME)) == number
