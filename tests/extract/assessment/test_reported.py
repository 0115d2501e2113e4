"""Reported clauses that evaluate."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from servanda.model.facts import Assessment

Said = Callable[..., list[Assessment]]
Bracketed = Callable[[str], str]


@pytest.mark.parametrize(
    ("words", "polarity"),
    [
        ("Mr Ishida emphasised that [the partnership is a pillar of stability].", "positive"),
        ("Mr Ishida said that [Kenya plays an important role].", "positive"),
        ("Mr Ishida said that [relations have deepened].", "positive"),
        ("Mr Ishida said that [the agreement would strengthen ties].", "positive"),
        ("Mr Ishida noted that [Kenya has great potential].", "positive"),
    ],
)
def test_what_is_said_to_be_good(said: Said, bracketed: Bracketed, words: str, polarity: str) -> None:
    (fact,) = said(words)
    assert (fact.polarity, fact.content) == (polarity, bracketed(words))


@pytest.mark.parametrize(
    "words",
    [
        "Mr Ishida said that the road is long.",
        "Mr Ishida did not say that the partnership is a pillar.",
        "Mr Ishida asked whether the partnership is a pillar.",
        "The partnership is a pillar of stability.",
        "Mr Ishida said that relations should deepen.",
    ],
)
def test_words_that_evaluate_nothing(said: Said, words: str) -> None:
    assert said(words) == []


def test_a_policy_that_wins_trust_is_praised(said) -> None:
    (fact,) = said("Mr Ishida said that the reforms of Kenya have attracted investors.")
    assert (fact.polarity, fact.holder) == ("positive", ("JP",))


@pytest.mark.parametrize(
    "words",
    [
        "The two sides shared the assessment that the partnership is strong.",
        "Mr Ishida was confident that the partnership with Kenya is strong.",
    ],
)
def test_a_view_held_is_reported(said, words: str) -> None:
    assert len(said(words)) == 1
