"""Meetings told by what two people settled at them, with time and place."""

from __future__ import annotations

import pytest

_BEFORE = "Norway and Kenya train together. "
_TWO = "Norway's minister Bjørn Arild Gram and the Kenyan minister Aden Duale"


@pytest.fixture
def meetings(engagements):
    """The meetings of a sentence; "TWO" stands for two ministers."""
    told = lambda sentence: engagements(_BEFORE + sentence.replace("TWO", _TWO))  # noqa: E731
    return lambda sentence: [e for e in told(sentence) if e.type == "meeting"]


@pytest.mark.parametrize(
    "sentence",
    [
        "TWO agreed on it in Nairobi in February 2024.",
        "TWO spoke in February 2024 of joint exercises.",
        "It was in Nairobi, in February 2024, that TWO laid the ground.",
    ],
)
def test_two_who_settle_something_at_a_time_and_place_have_met(meetings, sentence) -> None:
    (only,) = meetings(sentence)
    assert (only.date, sorted(only.parties)) == ("2024-02", ["KE", "NO"])
    assert set(only.participants) == {"Bjørn Arild Gram", "Aden Duale"}


@pytest.mark.parametrize(
    "sentence",
    [
        "TWO agreed on it.",
        "TWO agreed on it in February 2024.",
        "TWO signed it in Nairobi in February 2024.",
        "TWO announced it in Nairobi in February 2024.",
        "Norway and Kenya agreed on it in Nairobi in February 2024.",
        "TWO will settle it in Nairobi in February 2026.",
    ],
)
def test_what_they_sign_or_announce_or_settle_anywhere_tells_of_none(meetings, sentence) -> None:
    assert meetings(sentence) == []


def test_what_each_began_for_himself_tells_of_no_meeting(meetings) -> None:
    assert meetings("TWO began their careers in Nairobi in March 1991.") == []


def test_time_and_place_of_the_talks_before_are_not_those_of_what_was_launched(engagements) -> None:
    told = "TWO jointly opened and launched these projects by video link following their meeting at the"
    told = _BEFORE + told.replace("TWO", _TWO) + " State House this morning."
    found = {e.type: e for e in engagements(told, published="2024-02-08")}
    assert set(found) == {"ceremony", "meeting"}
    assert found["meeting"].date == found["ceremony"].date == "2024-02-08"
