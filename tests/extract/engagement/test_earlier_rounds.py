"""Rounds before, told by their number alone."""

from __future__ import annotations

import pytest

_THIRD = "Portugal and Sweden held the third Portugal-Sweden Defence Dialogue in Lisbon on 3 July 2024. "


def test_each_number_with_a_time_is_a_round(engagements) -> None:
    third, first, second = engagements(
        _THIRD + "The first was held in Stockholm in 2018, the second in Lisbon in April 2022."
    )
    assert [(e.ordinal, e.date, e.country, e.status) for e in (first, second)] == [
        (1, "2018", "SE", "held"),
        (2, "2022-04", "PT", "held"),
    ]
    assert first.series == second.series == third.series
    assert second.evidence[0].text == "the second in Lisbon in April 2022"


def test_rounds_before_one_that_is_planned(engagements) -> None:
    ahead, seventh = engagements(
        "Portugal and Sweden will hold the eighth Portugal-Sweden Defence Dialogue in Lisbon next May. "
        "The seventh took place in Stockholm in March 2023.",
        published="2024-07-03",
    )
    assert (ahead.status, seventh.status, seventh.ordinal, seventh.date) == ("planned", "held", 7, "2023-03")


@pytest.mark.parametrize(
    "sentence",
    [
        "The first was held in Stockholm.",
        "The second in command spoke in May 2023.",
        "The third was held in July 2024.",
    ],
)
def test_no_round_without_a_time_nor_one_told_before(engagements, sentence) -> None:
    assert [e.ordinal for e in engagements(_THIRD + sentence)] == [3]


def test_a_number_without_a_series_is_no_round(engagements) -> None:
    assert engagements("Portugal and Sweden have two bridges. The first was built in Lisbon in 2018.") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The first round met in Lisbon in June 2023, the second in Stockholm on 10 and 11 December.",
        "The first round was held in Lisbon in June 2023 and the second in Stockholm on 10 and 11 December.",
        "The first round was held in Lisbon in June 2023, the second came in Stockholm on 10-11 December.",
        "After the first round in Lisbon in June 2023, the second was held in Stockholm on 10-11 December.",
        "The first round was held in Lisbon in June 2023; the second round in Stockholm on 10-11 December.",
    ],
)
def test_the_next_number_in_one_sentence_is_a_round_of_its_own(engagements, sentence) -> None:
    told = "Portugal and Sweden held talks in Lisbon on 3 April 2024. " + sentence
    rounds = [e for e in engagements(told, published="2024-04-04") if e.ordinal]
    assert [(e.ordinal, e.date, e.country) for e in rounds] == [
        (1, "2023-06", "PT"),
        (2, "2023-12-10/2023-12-11", "SE"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The first round met in Lisbon in June 2023, the second in command said.",
        "The first round met in Lisbon in June 2023, the second will be in the autumn.",
    ],
)
def test_the_next_number_without_a_time_that_is_over_is_none(engagements, sentence) -> None:
    told = "Portugal and Sweden held talks in Lisbon on 3 April 2024. " + sentence
    rounds = [e for e in engagements(told, published="2024-04-04") if e.ordinal]
    assert [e.ordinal for e in rounds if e.status == "held"] == [1]


def test_a_number_between_two_that_were_told_is_the_round_between(engagements) -> None:
    rounds = engagements(
        _THIRD + "The first round, held in Stockholm in May 2018, came late. "
        "The second met in Lisbon in April 2022."
    )
    assert [(e.ordinal, e.date) for e in rounds] == [(3, "2024-07-03"), (1, "2018-05"), (2, "2022-04")]


def test_a_round_that_was_told_is_not_told_again(engagements) -> None:
    told = "The first round, held in Stockholm in May 2018, came late. The first was held in May 2018."
    assert [e.ordinal for e in engagements(_THIRD + told)] == [3, 1]
