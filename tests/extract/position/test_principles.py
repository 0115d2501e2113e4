"""Principles affirmed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from servanda.model.facts import Position

Said = Callable[..., list[Position]]
Bracketed = Callable[[str], str]


@pytest.mark.parametrize(
    "words",
    [
        "Mr Ishida affirmed [the importance of a free and open sea].",
        "Japan underlined [the primacy of international law].",
        "Both sides stressed [the need to reform the fund].",
    ],
)
def test_a_principle_of_the_world(said: Said, bracketed: Bracketed, words: str) -> None:
    (fact,) = said(words)
    assert fact.content == bracketed(words)


@pytest.mark.parametrize(
    "words",
    [
        "Japan stressed the need to reform the fund.",
        "Both sides stressed the need for closer cooperation.",
        "Japan stressed the weather in the Indian Ocean.",
        "Japan did not stress the importance of international law.",
        "If Japan stresses the importance of international law, others follow.",
    ],
)
def test_other_things_that_are_stressed(said: Said, words: str) -> None:
    assert said(words) == []


def test_who_holds_it(said: Said) -> None:
    (fact,) = said("Mr Ishida affirmed the primacy of international law.")
    assert (fact.holder, fact.by) == (("JP",), "Taro Ishida")
    assert [span.text for span in fact.evidence] == ["Mr Ishida affirmed the primacy of international law"]
