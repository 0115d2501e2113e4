"""Anniversaries and ranks told by other words: centenaries, ages, years gone by, partners since a year."""

from __future__ import annotations

import pytest

from servanda.model.facts import Milestone

TALKS = "President Paul Marin of France met President Ann Otieno of Kenya in Paris on 12 March 2024. "


@pytest.fixture
def marks(read):
    return lambda text, **known: [f for f in read(text, **known) if isinstance(f, Milestone)]


@pytest.mark.parametrize(
    ("words", "type_", "number"),
    [
        ("60 years since diplomatic relations were established", "diplomatic-relations", 60),
        ("fifty years on from the establishment of ties", "diplomatic-relations", 50),
        ("the centenary of their diplomatic relations", "diplomatic-relations", 100),
        ("the bicentenary of the treaty of friendship", "other", 200),
        ("the sesquicentenary of the treaty of friendship", "other", 150),
        ("the tricentennial of the treaty of friendship", "other", 300),
        ("the ruby jubilee of their diplomatic relations", "diplomatic-relations", 40),
        ("75 years of France–Kenya diplomatic relations", "diplomatic-relations", 75),
        ("a century of diplomatic relations", "diplomatic-relations", 100),
    ],
)
def test_years_in_other_words(marks, words, type_, number) -> None:
    (mark,) = marks(f"France and Kenya marked {words}.")
    assert (mark.type, mark.number, mark.parties) == (type_, number, ("FR", "KE"))


@pytest.mark.parametrize("gift", ["diamond", "platinum"])
def test_a_jubilee_that_is_told_of_two_ages_is_none(marks, gift) -> None:
    assert marks(f"France and Kenya marked the {gift} jubilee of their diplomatic relations.") == []


def test_an_alliance_of_an_age(marks) -> None:
    (mark,) = marks("The alliance between France and Kenya turned 70 this year.")
    assert (mark.type, mark.number) == ("other", 70)


def test_what_trade_reached_is_no_age(marks) -> None:
    assert marks("The relations of France and Kenya reached 70 per cent of the goal.") == []


@pytest.mark.parametrize(
    "words",
    [
        "France and Kenya, linked since 2012 by a global strategic partnership, trade more than ever.",
        "Since the launch of the strategic partnership in March 2012, France and Kenya have met often.",
        "France and Kenya have a strategic partnership dating from 2012.",
    ],
)
def test_partners_since_a_year(marks, words) -> None:
    (mark,) = marks(words)
    assert (mark.type, mark.year) == ("partnership", 2012)


def test_a_rank_that_the_talks_raised_is_of_their_year(marks) -> None:
    (mark,) = marks(
        TALKS + "The two presidents raised relations to a strategic partnership.", published="2024-03-13"
    )
    assert (mark.type, mark.year) == ("partnership", 2024)


def test_a_rank_raised_before_is_not_of_the_year_of_the_talks(marks) -> None:
    (mark,) = marks(
        TALKS + "Since the two countries elevated relations to a strategic partnership, trade grew.",
        published="2024-03-13",
    )
    assert mark.year is None


def test_anniversaries_of_two_pairs_are_two(marks) -> None:
    facts = marks(
        "France and Kenya celebrated the 20th anniversary of diplomatic relations. "
        "France and Peru celebrated the 20th anniversary of diplomatic relations."
    )
    assert [set(fact.parties) for fact in facts] == [{"FR", "KE"}, {"FR", "PE"}]
