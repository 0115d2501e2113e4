"""What is announced: help, and what both set up."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from servanda.model.facts import Commitment

Said = Callable[..., list[Commitment]]
Bracketed = Callable[[str], str]


@pytest.mark.parametrize(
    "words",
    [
        "Mr Ishida announced [a gift of six vehicles].",
        "Japan unveiled [a new package of aid worth 3 million dollars].",
    ],
)
def test_help_announced_is_pledged(said: Said, bracketed: Bracketed, words: str) -> None:
    (fact,) = said(words)
    assert (fact.act, fact.speaker, fact.content) == ("pledge", ("JP",), bracketed(words))


@pytest.mark.parametrize(
    "words",
    ["Mr Ishida announced the election.", "Mr Ishida did not announce a gift.", "Japan unveiled a statue."],
)
def test_what_is_announced_is_not_always_help(said: Said, words: str) -> None:
    assert said(words) == []


def test_what_both_announce_that_they_set_up_is_agreed(said: Said, bracketed: Bracketed) -> None:
    words = "Japan and Kenya announced [the creation of a joint centre for mine warfare]."
    (fact,) = said(words)
    assert (fact.act, fact.speaker, fact.content) == ("agree", ("JP", "KE"), bracketed(words))


def test_a_text_that_both_announce_is_not_set_up(said: Said) -> None:
    assert said("Japan and Kenya announced the extension of the treaty.") == []
