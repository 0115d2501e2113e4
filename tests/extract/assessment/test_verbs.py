"""Verbs of evaluation: thanks, praise, esteem and stress."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from servanda.model.facts import Assessment

Said = Callable[..., list[Assessment]]
Bracketed = Callable[[str], str]


@pytest.mark.parametrize(
    ("words", "polarity"),
    [
        ("Mr Ishida [thanked Kenya for its help].", "positive"),
        ("Mr Ishida [praised the progress in trade].", "positive"),
        ("Mr Ishida [hailed the results].", "positive"),
        ("Japan [regretted the delay in the port project].", "negative"),
    ],
)
def test_what_is_valued(said: Said, bracketed: Bracketed, words: str, polarity: str) -> None:
    (fact,) = said(words)
    assert (fact.polarity, fact.content) == (polarity, bracketed(words))


@pytest.mark.parametrize(
    ("words", "polarity"),
    [
        ("[Mr Ishida spoke highly of the cooperation].", "positive"),
        ("[Japan attaches great importance to its ties with Kenya].", "positive"),
        ("[Japan takes pride in its partnership with Kenya].", "positive"),
    ],
)
def test_esteem_in_a_phrase(said: Said, bracketed: Bracketed, words: str, polarity: str) -> None:
    (fact,) = said(words)
    assert (fact.polarity, fact.content) == (polarity, bracketed(words))


@pytest.mark.parametrize(
    ("words", "polarity"),
    [
        ("Mr Ishida highlighted [the importance of the partnership].", "positive"),
        ("Mr Ishida highlighted [the strong ties with Kenya].", "positive"),
        ("Mr Ishida welcomed [the progress of the port project].", "positive"),
        ("Mr Ishida reflected on [the enduring friendship with Kenya].", "positive"),
    ],
)
def test_what_is_stressed(said: Said, bracketed: Bracketed, words: str, polarity: str) -> None:
    (fact,) = said(words)
    assert (fact.polarity, fact.content) == (polarity, bracketed(words))


@pytest.mark.parametrize(
    "words",
    [
        "Mr Ishida highlighted the ties with Kenya.",
        "Mr Ishida welcomed the journalists.",
        "The team hailed from Nairobi.",
        "Mr Ishida spoke of the cooperation.",
        "Mr Ishida highlighted the importance of freedom of navigation.",
    ],
)
def test_words_that_evaluate_nothing(said: Said, words: str) -> None:
    assert said(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "Mr Ishida did not thank Kenya for its help.",
        "If Mr Ishida thanks Kenya, ties will grow.",
        "Mr Ishida failed to praise the progress in trade.",
    ],
)
def test_what_is_denied_or_supposed_is_nothing(said: Said, words: str) -> None:
    assert said(words) == []


def test_who_values_it(said: Said) -> None:
    (fact,) = said("Mr Ishida thanked Kenya for its help.")
    assert (fact.holder, fact.by) == (("JP",), "Taro Ishida")
    assert [span.text for span in fact.evidence] == ["Mr Ishida thanked Kenya for its help"]


def test_potential_is_worth_by_itself(said: Said, bracketed: Bracketed) -> None:
    words = "Mr Ishida noted [Kenya's potential in renewable energy]."
    (fact,) = said(words)
    assert (fact.polarity, fact.content) == ("positive", bracketed(words))


def test_praise_in_the_passive_is_of_who_joins_in(said: Said) -> None:
    (fact,) = said("The new initiative was praised, with Kenya noting the dedication of the Japanese.")
    assert (fact.holder, fact.polarity) == (("KE",), "positive")


@pytest.mark.parametrize(
    "words",
    [
        "The new initiative was praised.",
        "The new initiative was praised, with Kenya paying for the cranes.",
        "The new initiative was praised, with the dockers noting the work.",
    ],
)
def test_praise_in_the_passive_is_else_of_nobody(said: Said, words: str) -> None:
    assert said(words) == []
