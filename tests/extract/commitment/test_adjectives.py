"""Adjectives of commitment."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from servanda.model.facts import Commitment

Said = Callable[..., list[Commitment]]
Bracketed = Callable[[str], str]


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("Japan is ready to [train officers].", "offer"),
        ("Japan stands ready to [assist Kenya].", "offer"),
        ("Japan remains committed to [the port project].", "pledge"),
        ("Japan is pleased to [provide scholarships].", "offer"),
    ],
)
def test_an_adjective_commits_its_subject(said: Said, bracketed: Bracketed, words: str, act: str) -> None:
    (fact,) = said(words)
    assert (fact.act, fact.content) == (act, bracketed(words))


@pytest.mark.parametrize(
    "words",
    [
        "Japan is not ready to train officers.",
        "Japan is pleased to visit Kenya.",
        "Kenya is a ready market.",
        "Japan is ready.",
    ],
)
def test_words_that_commit_nobody(said: Said, words: str) -> None:
    assert said(words) == []


def test_the_person_who_says_so_for_the_side_is_named(said: Said) -> None:
    (fact,) = said("Mr Ishida said that Japan was ready to train officers.")
    assert (fact.speaker, fact.by) == (("JP",), "Taro Ishida")
