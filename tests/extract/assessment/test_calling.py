"""What a side calls the cooperation."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from servanda.model.facts import AnyFact, Assessment

Said = Callable[..., list[Assessment]]
Bracketed = Callable[[str], str]


@pytest.mark.parametrize(
    ("words", "polarity"),
    [
        ("[Mr Ishida described the partnership as exemplary].", "positive"),
        ("[Mr Ishida called the partnership vital].", "positive"),
        ("[Japan regards Kenya as a close friend].", "positive"),
    ],
)
def test_what_it_is_called(said: Said, bracketed: Bracketed, words: str, polarity: str) -> None:
    (fact,) = said(words)
    assert (fact.polarity, fact.content) == (polarity, bracketed(words))


@pytest.mark.parametrize(
    "words",
    [
        "Mr Ishida described the partnership as new.",
        "Mr Ishida called the President.",
        "Mr Ishida did not describe the partnership as exemplary.",
    ],
)
def test_what_is_no_praise(said: Said, words: str) -> None:
    assert said(words) == []


def test_what_the_talks_named_so_is_said_by_all_at_the_table(said: Said) -> None:
    (fact,) = said("Training was identified as a key area of cooperation.")
    assert fact.holder == ("JP", "KE")


def test_without_talks_what_is_named_so_is_said_by_nobody(read: Callable[..., list[AnyFact]]) -> None:
    facts = read("Training in Kenya was identified as a key area of cooperation with Japan.")
    assert not any(isinstance(f, Assessment) for f in facts)


def test_thanks_and_praise_joined_by_and_are_two(read) -> None:
    found = read(
        "President Lourenço of Angola met Minister Costa of Portugal. "
        "Lourenço thanked Portugal for its help and called the relationship excellent."
    )
    assert [f.content for f in found if f.kind == "assessment"] == [
        "thanked Portugal for its help",
        "called the relationship excellent",
    ]


def test_what_is_called_good_can_be_long(said: Said) -> None:
    (fact,) = said("Mr Ishida called cooperation in aerospace important to both countries.")
    assert fact.polarity == "positive"
