"""Visits whose goal is told by no name, or whose traveller is sent."""

from __future__ import annotations

import pytest

_TOLD = "Portugal and Sweden are partners. {reis} met {lind} in Lisbon on 3 July 2024. "


def test_the_guest_of_another_s_army_is_on_a_visit(engagement) -> None:
    visit = engagement("{reis} was the guest of the Swedish Navy from 6 to 9 June 2022.")
    assert (visit.type, visit.date, visit.country) == ("visit", "2022-06-06/2022-06-09", "SE")


@pytest.mark.parametrize(
    ("told", "status", "visitor", "date"),
    [
        ("{lind} had flown in on 2 July 2024.", "held", "Bo Lind", "2024-07-02"),
        ("{lind} will come over in May 2025.", "planned", "Bo Lind", "2025-05"),
        ("{lind} had come over, too.", "held", "Bo Lind", None),
        ("{lind} had kept his word and come to look at the planes.", "held", "Bo Lind", None),
        ("{lind} had been there in May 2023.", "held", "Bo Lind", "2023-05"),
        ("{lind} is to return the visit in May 2025.", "planned", "Bo Lind", "2025-05"),
    ],
)
def test_one_who_is_named_comes_to_the_other_of_two_states(engagements, told, status, visitor, date) -> None:
    visit = next(e for e in engagements(_TOLD + told) if e.rule.startswith("engagement/coming"))
    assert (visit.type, visit.status, visit.date, visit.country) == ("visit", status, date, "PT")
    assert visit.participants == (visitor,)


def test_who_is_sent_travels_to_the_place_told(engagement) -> None:
    visit = engagement("The Portuguese side sent {reis} to Stockholm in March 2023 for a week.")
    assert (visit.type, visit.date, visit.country) == ("visit", "2023-03", "SE")
    assert set(visit.parties) == {"PT", "SE"}


@pytest.mark.parametrize(
    "told",
    [
        "{lind} flew in the face of it.",
        "{lind} came to see that he was wrong.",
        "{lind} came to power in May 2022.",
        "{lind} came to bid farewell.",
        "The firm sent 300 tents to Lisbon in March 2023.",
        "{lind} said that there is hope.",
        "The bank returned the loan in May 2023.",
    ],
)
def test_other_turns_tell_no_visit(engagements, told) -> None:
    assert [e for e in engagements(_TOLD + told) if e.type == "visit"] == []
