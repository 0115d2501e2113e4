"""Backing of what the other side strives for, and more of the own help."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from servanda.model.facts import Commitment

Said = Callable[..., list[Commitment]]
Bracketed = Callable[[str], str]


@pytest.mark.parametrize(
    "words",
    [
        "Japan supports [the peace initiatives of Kenya].",
        "Japan backs [Kenya's bid for a seat].",
        "Mr Ishida said that Japan supported [the Kenyan candidacy].",
        "Japan follows [the peace initiatives of Kenya] and supports them.",
    ],
)
def test_what_the_other_side_strives_for_is_backed(said: Said, bracketed: Bracketed, words: str) -> None:
    (fact,) = said(words)
    assert (fact.act, fact.speaker, fact.addressee) == ("pledge", ("JP",), ("KE",))
    assert fact.content == bracketed(words)


@pytest.mark.parametrize(
    "words",
    [
        "Japan does not support Kenya's bid.",
        "Japan supports its own bid.",
        "Japan supported the reform of the Kenyan police with 3 million dollars.",
        "Japan supports a two-state solution.",
        "If Japan supports Kenya's bid, others will follow.",
    ],
)
def test_what_is_no_backing_of_the_other_side(said: Said, words: str) -> None:
    assert said(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "[Japan is boosting its support for Kenya], Mr Ishida said.",
        "Mr Ishida said [Japan was stepping up its aid for Kenya].",
        "- Mr Ishida: [Japan is increasing its support for Kenya]",
    ],
)
def test_more_of_the_own_help_is_pledged(said: Said, bracketed: Bracketed, words: str) -> None:
    (fact,) = said(words)
    assert (fact.act, fact.speaker, fact.content) == ("pledge", ("JP",), bracketed(words))


def test_who_says_it_stands_before_the_colon(said: Said) -> None:
    (fact,) = said("- Mr Ishida: Japan is increasing its support for Kenya")
    assert fact.by == "Taro Ishida"


@pytest.mark.parametrize(
    "words",
    [
        "Japan is boosting its army.",
        "The visit is boosting the ties with Kenya.",
        "Japan is not increasing its support for Kenya.",
    ],
)
def test_what_is_not_more_help(said: Said, words: str) -> None:
    assert said(words) == []
