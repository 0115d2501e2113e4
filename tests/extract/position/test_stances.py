"""Words of stance."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from servanda.model.facts import Position

Said = Callable[..., list[Position]]
Bracketed = Callable[[str], str]


@pytest.mark.parametrize(
    "words",
    [
        "[Japan supports a two-state solution].",
        "[Japan condemned the attack on Ukraine].",
        "[Japan supports Somalia].",
        "[Japan continues to adhere to the One China policy].",
        "[Japan will abide by the arbitration ruling on the reef].",
        "[Japan called for a ceasefire].",
        "[Japan never recognised the annexation of Ukrainian territory].",
        "Japan expressed [grave concern over the situation in Sudan].",
        "Japan expressed [its opposition to the bill].",
        "Japan reiterated [its support for a two-state solution].",
        "[Mr Ishida was concerned about unilateral action in the strait].",
    ],
)
def test_a_verb_a_noun_or_an_adjective_of_stance(said: Said, bracketed: Bracketed, words: str) -> None:
    (fact,) = said(words)
    assert fact.content == bracketed(words)


@pytest.mark.parametrize(
    "words",
    [
        "Japan supports the port project.",
        "Japan will support a two-state solution.",
        "Japan does not condemn the attack on Ukraine.",
        "Mr Ishida was concerned about the weather.",
        "Mr Ishida was not concerned about unilateral action.",
        "Concern over the situation in Sudan is old.",
    ],
)
def test_no_stance_on_the_world(said: Said, words: str) -> None:
    assert said(words) == []


def test_a_side_does_not_recognise_something(said: Said) -> None:
    (fact,) = said("Japan does not recognise the annexation of Ukrainian territory.")
    assert fact.holder == ("JP",)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Both ministers strongly condemned the bombing of the market.", 1),
        ("Japan deplored the attack on the hospital.", 1),
        ("Neither side condemned the bombing of the market.", 0),
        ("Japan agreed to condemn the bombing of the market.", 0),
    ],
)
def test_what_is_condemned_need_be_no_matter_of_the_world(said: Said, words: str, number: int) -> None:
    assert len(said(words)) == number


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Mr Ishida raised concern about the war in Ukraine.", 1),
        ("Mr Ishida raised the flag.", 0),
        ("Mr Ishida raised support for the ceasefire.", 0),
    ],
)
def test_concern_is_also_raised(said: Said, words: str, number: int) -> None:
    assert len(said(words)) == number
