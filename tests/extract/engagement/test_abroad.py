"""Journeys to places that no register knows: whose they are is told by the two states of the text."""

from __future__ import annotations

import pytest

_TOLD = "Sweden and Portugal are partners. {lind} met {reis} in Lisbon on 3 July 2024. "


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("{lind} went on to Vale Novo to see Swedish soldiers.", "held"),
        ("{lind} flew on to Vale Novo on 4 July 2024.", "held"),
        ("{lind} will visit Vale Novo in the spring of 2025.", "planned"),
        ("{lind} was at the base in April 2023.", "held"),
        ("{lind} is in the country until 5 July 2024.", "held"),
        ("{lind} is expected in Lisbon before Christmas.", "planned"),
        ("{lind}, was in Vale Novo in April 2023.", "held"),
        ("{lind} inspected the radar site at Vale Novo in April 2023.", "held"),
    ],
)
def test_the_guest_goes_to_a_place_of_the_other_state(engagements, told, status) -> None:
    visit = next(e for e in engagements(_TOLD + told) if e.type == "visit")
    assert (visit.status, visit.country, set(visit.parties)) == (status, "PT", {"SE", "PT"})
    assert visit.participants == ("Bo Lind",)


def test_the_text_may_say_elsewhere_where_the_place_lies(engagements) -> None:
    told = "The range of Storfall, Sweden, was enlarged in 2020. {reis} will visit Storfall in May 2025."
    visit = next(e for e in engagements(_TOLD + told) if e.type == "visit")
    assert (visit.country, visit.participants) == ("SE", ("Ana Reis",))


@pytest.mark.parametrize(
    "told",
    [
        "The range of Storfall, Sweden, was enlarged in 2020. {lind} will visit Storfall in May 2025.",
        "{lind} visited the family of the pilot.",
        "{lind} will be in parliament on 8 July 2024 to answer questions.",
        "Swedish pilots fly to Vale Novo every week.",
        "{lind} inspected a guard of honour.",
        "{lind} went on to become a lawyer.",
    ],
)
def test_other_ways_lead_nowhere_abroad(engagements, told) -> None:
    assert [e for e in engagements(_TOLD + told) if e.type == "visit"] == []


def test_who_publishes_travels_at_home_where_the_other_state_is_not_told(engagements) -> None:
    told = _TOLD + "\n\nThe budget grows. The army is short of men. {lind} will visit Storfall in May 2025."
    assert [e for e in engagements(told, publisher="Government Offices of Sweden") if e.type == "visit"] == []


def test_who_receives_a_guest_goes_about_at_home(engagements) -> None:
    told = "{lind} received {reis} in Stockholm on 3 July 2024. Lind toured Storfall on 5 July 2024."
    assert [e for e in engagements(told) if e.type == "visit"] == []
