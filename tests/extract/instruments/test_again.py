"""A text of which more is told: by its short form, by "it", or by a further deed in the same clause."""

from __future__ import annotations

import pytest

SIGNED = "Chile and Peru signed the Reciprocal Logistics Agreement (RLA) on 3 May 2023. "
TITLE = "Reciprocal Logistics Agreement (RLA)"


@pytest.mark.parametrize(
    "sentence",
    [
        "The Senate of Chile ratified the RLA in March 2024.",
        "The Senate of Chile ratified it in March 2024.",
        "It was ratified by the Senate of Chile in March 2024.",
        "It rained in Lima. It was ratified by the Senate of Chile in March 2024.",
    ],
    ids=["short form", "it", "passive", "a sentence between"],
)
def test_what_is_told_of_it_later(texts, sentence) -> None:
    found = texts(SIGNED + sentence)
    assert [(t.action, t.title, t.date) for t in found] == [
        ("signed", TITLE, "2023-05-03"),
        ("ratified", TITLE, "2024-03"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Senate of Chile did not ratify it.",
        "The minister of Chile closed it in March 2024.",
        "The RLA ships of Chile are old.",
        "It was sunny. It rained. It froze. The Senate of Chile ratified it in March 2024.",
    ],
    ids=["denied", "no deed", "part of another name", "far away"],
)
def test_what_is_not_told_of_it(texts, sentence) -> None:
    assert [t.action for t in texts(SIGNED + sentence)] == ["signed"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The pact between Chile and Peru was signed in 2021 and ratified in 2023.",
        "Signed in 2021, the pact between Chile and Peru was ratified in 2023.",
        "The pact between Chile and Peru was signed in 2021, ratified by the Senate in 2023.",
    ],
)
def test_a_further_deed_in_the_clause(texts, sentence) -> None:
    assert {(t.action, t.date) for t in texts(sentence)} == {("signed", "2021"), ("ratified", "2023")}


def test_each_side_ratifies_on_its_own_day(texts) -> None:
    found = texts(
        SIGNED
        + "The Senate of Chile ratified it in March 2024, and the Congress of Peru ratified it in June 2024."
    )
    assert [t.date for t in found if t.action == "ratified"] == ["2024-03", "2024-06"]


def test_a_pact_that_was_to_be_signed_is_not(texts) -> None:
    assert texts("Signed copies in hand, the minister of Chile thanked Peru.") == []


def test_what_a_clause_on_it_tells_comes_beside_what_its_verb_does(texts) -> None:
    found = texts("Chile and Peru renewed the training pact that they signed in 2012.")
    assert {t.action for t in found} == {"signed", "extended"}


def test_a_text_that_stands_beside_its_name_is_that_one(texts) -> None:
    found = texts(
        "The ministers of Chile and Peru met under the Arica Agreement, the defence pact that the two "
        "concluded in October 2022."
    )
    assert {text.title for text in found} == {"Arica Agreement"}
    assert "2022-10" in {text.date for text in found}
