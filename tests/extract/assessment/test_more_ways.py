"""More ways to say what the cooperation or the other side is worth."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from servanda.model.facts import Assessment

Said = Callable[..., list[Assessment]]


@pytest.mark.parametrize(
    "words",
    [
        "Japan counts Kenya among its most reliable friends, Mr Ishida said.",
        "Mr Ishida said that the cooperation with Kenya was working well.",
        "Mr Ishida was full of praise for the hospitality of Kenya.",
        "Mr Ishida classified the meeting with Kenya as extremely productive.",
        "Mr Ishida called the exercise with Kenya a means of building trust.",
        "Mr Ishida spoke of candid talks with Kenya.",
        "Mr Ishida emphasised Kenya's role in the training of officers.",
        "Mr Ishida acknowledged the support of Kenya.",
        "Mr Ishida said that the alliance with Kenya makes both countries more secure.",
        "Mr Ishida expressed confidence in the alliance with Kenya.",
        "Kenya has always stood by Japan, Mr Ishida said.",
        "It was an honour to work with the Kenyans, Mr Ishida said.",
        "Japan will never forget the sacrifice of the Kenyan crew, Mr Ishida said.",
        "Mr Ishida said that the friendship with Kenya would outlive every crisis.",
    ],
)
def test_praise_in_other_words(said: Said, words: str) -> None:
    assert [(fact.holder, fact.polarity) for fact in said(words)] == [(("JP",), "positive")]


@pytest.mark.parametrize(
    "words",
    [
        "Mr Ishida described the Kenyan delays as unfortunate.",
        "Mr Ishida was critical of the Kenyan veto.",
        "Mr Ishida was disappointed with the decision of Kenya.",
    ],
)
def test_blame_in_other_words(said: Said, words: str) -> None:
    assert [(fact.holder, fact.polarity) for fact in said(words)] == [(("JP",), "negative")]


def test_what_is_noted_at_talks_is_noted_by_all(said: Said) -> None:
    (fact,) = said(
        "Mr Ishida met Mr Otieno in Nairobi. The high level of cooperation was noted at the meeting."
    )
    assert set(fact.holder) == {"JP", "KE"}


@pytest.mark.parametrize(
    "words",
    [
        "Mr Ishida spoke of talks with Kenya.",
        "The alliance with Kenya makes new rules, Mr Ishida said.",
        "Mr Ishida did not forget his umbrella in Nairobi.",
        "Mr Ishida is confident that the rain in Kenya will stop.",
    ],
)
def test_words_of_no_worth(said: Said, words: str) -> None:
    assert said(words) == []
