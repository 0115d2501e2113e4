"""The round or meeting before the one that is told."""

from __future__ import annotations

import pytest


def test_the_round_before_is_dated_by_since(engagements):
    told = engagements(
        "Portugal and Sweden held the third Portugal-Sweden Defence Dialogue in Lisbon on 4 May 2024. "
        "It was the first of its kind since April 2022."
    )
    assert [(f.type, f.date, f.ordinal) for f in told] == [
        ("dialogue", "2024-05-04", 3),
        ("dialogue", "2022-04", 2),
    ]


def test_since_without_a_dialogue_is_no_round(engagements):
    told = engagements("{reis} met {lind} on 4 May 2024. It was the first of its kind since April 2022.")
    assert [f.date for f in told if f.type == "meeting"] == ["2024-05-04"]


@pytest.mark.parametrize(
    "words",
    ["It was their first meeting since Oslo in May 2022.", "It was the first since the one in May 2022."],
)
def test_the_first_meeting_since_another_tells_of_that_other(engagements, words):
    *_, before = engagements("{reis} held talks with {lind} in Lisbon on 4 May 2024. " + words)
    assert (before.type, before.date) == ("meeting", "2022-05")
    assert len(before.participants) == 2


@pytest.mark.parametrize(
    "words",
    [
        "It was the first visit of a minister since May 2022.",
        "She is the first woman in the post since May 2022.",
        "It was their first meeting since the war began.",
    ],
)
def test_what_is_first_of_another_kind_tells_of_no_meeting(engagements, words):
    told = engagements("{reis} held talks with {lind} in Lisbon on 4 May 2024. " + words)
    assert [f.date for f in told if f.type == "meeting"] == ["2024-05-04"]
