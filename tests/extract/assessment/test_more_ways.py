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
        "Mr Ishida said that the two navies have achieved encouraging progress.",
        "Mr Ishida said that there was great potential for trade with Kenya.",
        "Mr Ishida described Japan-Kenya relations as strong and deep.",
        "Mr Ishida recognised the efforts that Kenya has made for the fund.",
        "Kenya has proved a reliable partner, Mr Ishida said.",
        "Mr Ishida said that the cooperation with Kenya was at a very high level.",
        "Mr Ishida considered that the cooperation with Kenya had made the sea safer.",
        "In the minister's opinion, the cooperation between the two ministries is exemplary.",
        "Japan will always remember the sacrifices of Kenya, Mr Ishida said.",
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
        "Mr Ishida expressed concern at the slow pace of cooperation with Kenya.",
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
        "The two sides agreed on the importance of training.",
        "The two ministers agreed on the existence of vast opportunities in trade.",
    ],
)
def test_both_agree_on_its_worth(said: Said, words: str) -> None:
    (fact,) = said(words)
    assert set(fact.holder) == {"JP", "KE"}


def test_who_thanks_the_other_is_not_the_one_who_is_thanked(said: Said) -> None:
    facts = said(
        "Mr Juma Otieno of Kenya spoke first. He expressed his gratitude to Kenya for its hospitality."
    )
    assert [fact.holder for fact in facts] == [("JP",)]


@pytest.mark.parametrize(
    "words",
    [
        "Mr Ishida said that there was no room for doubt in Kenya.",
        "The meeting underscored the strong ties of Japan and Kenya.",
        "The two sides recalled the Comprehensive Strategic Partnership.",
        "Mr Ishida spoke of talks with Kenya.",
        "The alliance with Kenya makes new rules, Mr Ishida said.",
        "Mr Ishida did not forget his umbrella in Nairobi.",
        "Mr Ishida is confident that the rain in Kenya will stop.",
    ],
)
def test_words_of_no_worth(said: Said, words: str) -> None:
    assert said(words) == []
