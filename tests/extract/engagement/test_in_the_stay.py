"""What is told in one breath with a visit long ago happened at its time."""

from __future__ import annotations

import pytest

_LEAD = "Norway and Kenya train together. "


@pytest.fixture
def meeting(engagements):
    """The first meeting of a text published in December 2025."""
    return lambda text: next(
        e for e in engagements(_LEAD + text, published="2025-12-09") if e.type == "meeting"
    )


@pytest.mark.parametrize(
    "text",
    [
        "In November 2024 Norway's defence minister, Bjørn Arild Gram, travelled to Kenya. He held talks in "
        "Nairobi with his colleague Aden Duale.",
        "In November 2024 Norway's defence minister, Bjørn Arild Gram, visited Kenya and was received by "
        "Kenya's President William Ruto.",
    ],
)
def test_the_talks_have_the_month_of_the_visit(meeting, text) -> None:
    assert meeting(text).date == "2024-11"


@pytest.mark.parametrize(
    "text",
    [
        # of which day of the stay it was, nothing is said
        "Norway's defence minister, Bjørn Arild Gram, visited Kenya from 3 to 5 November 2024. He held talks "
        "in Nairobi with his colleague Aden Duale.",
        # another paragraph
        "In November 2024 Norway's defence minister, Bjørn Arild Gram, travelled to Kenya.\n\nGram held "
        "talks in Nairobi with his colleague Aden Duale.",
    ],
)
def test_else_they_have_none(meeting, text) -> None:
    assert meeting(text).date is None


def test_who_receives_at_home_is_at_home_though_he_was_abroad_before(meeting) -> None:
    text = (
        "President William Ruto of Kenya travelled to Oslo in March last year. He will receive Prime "
        "Minister Jonas Gahr Støre of Norway in Nairobi next week."
    )
    assert meeting(text).country == "KE"
