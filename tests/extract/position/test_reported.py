"""Stances in reported clauses."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from servanda.model.facts import Position

Said = Callable[..., list[Position]]
Bracketed = Callable[[str], str]


@pytest.mark.parametrize(
    "words",
    [
        "Both sides agreed that [disputes should be settled by peaceful means].",
        "Mr Ishida said that [issues must be resolved by talks].",
        "Mr Ishida said that [Japan is not seeking permanent bases].",
        "Mr Ishida said that [the tests threaten regional stability].",
        "Mr Ishida said that [Japan supports the ceasefire].",
    ],
)
def test_a_norm_a_denial_or_a_judgement(said: Said, bracketed: Bracketed, words: str) -> None:
    (fact,) = said(words)
    assert fact.content == bracketed(words)


@pytest.mark.parametrize(
    "words",
    [
        "Mr Ishida said that both sides should trade more.",
        "Mr Ishida said that the road should be widened.",
        "Mr Ishida said that rain fell in the Indian Ocean.",
        "Mr Ishida did not say that issues must be resolved by talks.",
    ],
)
def test_no_stance_on_the_world(said: Said, words: str) -> None:
    assert said(words) == []


def test_what_the_other_at_the_table_holds_it_holds_itself(said: Said) -> None:
    (fact,) = said("Mr Ishida said that Kenya supports the ceasefire.")
    assert (fact.holder, fact.by) == (("KE",), None)


def test_two_clauses_are_two_positions(said: Said) -> None:
    facts = said("Mr Ishida said that Japan condemned the invasion and that it supports international law.")
    assert [f.content for f in facts] == ["Japan condemned the invasion", "it supports international law"]
