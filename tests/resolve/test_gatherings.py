"""Forums and summits by their names."""

from __future__ import annotations

import pytest

from servanda.resolve.engagements import compare
from servanda.resolve.gatherings import same_gathering

FORUM = "the President will deliver the keynote address at the 8th Africa-Singapore Business Forum"


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (FORUM, "addressed the Africa-Singapore Business Forum this morning", True),
        ("a Mongolia-India Business Forum will be organised", "The business forum held in New Delhi", True),
        ("attended the Summit for Democracy", "at the Democracy Summit", True),
        (FORUM, "addressed the Ghana-Singapore Business Dialogue", False),
        ("the World Economic Forum", "the Munich Security Conference", False),
        ("addressed the Forum", "attended the Forum", False),
        ("the Istanbul Defence Industry Fair (IDEF)", "the IDEF fair last month", True),
        ("the Oslo Maritime Exhibition (NORM 2023)", "at the Norm show in 2023", True),
        ("the IDEF fair in Istanbul", "the Norm show in Oslo", False),
    ],
)
def test_gatherings_by_their_names(a, b, expected):
    assert same_gathering(a, b) is same_gathering(b, a) is expected


def gathering(wire, published, told, **more):
    return wire.engagement(published, told, "GH SG", type="conference", **more)


def test_a_forum_planned_addressed_and_looked_back_on_is_one(wire):
    plan = gathering(wire, "2025-08-18", FORUM, status="planned", date="2025-08-26")
    held = gathering(
        wire, "2025-08-26", "addressed the Africa-Singapore Business Forum with business leaders"
    )
    decision = compare(plan, held)
    assert decision is not None
    assert (decision.verdict, decision.rule) == ("same", "gathering/name")


def test_the_forum_of_another_year_is_another(wire):
    one = gathering(wire, "2023-08-30", FORUM, date="2023-08-30")
    other = gathering(wire, "2025-08-26", FORUM, date="2025-08-26")
    decision = compare(one, other)
    assert decision is None or decision.verdict == "different"


def test_long_rows_of_capitals_are_read_in_a_moment_of_their_length():
    row = "A Big " * 20000
    assert same_gathering(f"{row}Halifax Security Forum", "the Halifax Security Forum")
