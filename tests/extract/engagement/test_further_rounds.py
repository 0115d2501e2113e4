"""Rounds told by no more than their place in a row."""

from __future__ import annotations

import pytest


@pytest.fixture
def told(engagements):
    """Reads sentences behind a meeting of two ministers."""

    def read(text):
        opening = (
            "Norway and Chile want to train together. Norwegian Foreign Minister Espen Barth Eide met "
            "Foreign Minister Alberto van Klaveren of Chile in Oslo on 3 July 2024. "
        )
        return engagements(opening + text)[1:]

    return read


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The next round of talks is due in Santiago in March 2025.", "meeting"),
        ("Another meeting is scheduled for March 2025 in Santiago.", "meeting"),
        ("A further round will take place in Santiago in March 2025.", "dialogue"),
    ],
)
def test_what_is_to_come_is_of_those_at_the_table(told, sentence, kind) -> None:
    (ahead,) = told(sentence)
    assert (ahead.type, ahead.status, ahead.parties) == (kind, "planned", ("NO", "CL"))
    assert (ahead.date, ahead.country) == ("2025-03", "CL")


def test_who_hosts_it_tells_where(told) -> None:
    (ahead,) = told("Chile will host the next round of talks.")
    assert (ahead.status, ahead.country, ahead.parties) == ("planned", "CL", ("NO", "CL"))


@pytest.mark.parametrize(
    "sentence",
    [
        "The next government will hold another round of elections in Oslo in March 2025.",
        "Another meeting of the cabinet is planned for Tuesday.",
        "The next session of parliament is due in March 2025.",
        "The next round of talks could be held in Santiago in March 2025.",
    ],
)
def test_what_is_no_matter_of_two_states_is_none(told, sentence) -> None:
    assert told(sentence) == []


def test_the_edition_before_is_of_the_exercise_told(engagements) -> None:
    first, before = engagements(
        "Exercise Arctic Otter of Norway and Chile opened in Bodø on 3 July 2024. "
        "The previous edition was conducted in June 2022."
    )
    assert (before.type, before.status, before.date) == ("exercise", "held", "2022-06")
    assert (before.series, before.parties) == (first.series, first.parties)


def test_a_group_of_soldiers_is_no_round(told) -> None:
    assert not [
        e for e in told("The first group of soldiers is to leave by 10 March.") if e.type == "dialogue"
    ]
