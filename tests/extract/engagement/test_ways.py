"""Visits told by other turns than a verb of travel."""

from __future__ import annotations

import pytest

_TOLD = "Sweden and Portugal are partners. {lind} met {reis} in Oslo on 3 July 2024. "


@pytest.mark.parametrize(
    ("told", "country"),
    [
        ("In May 2023 Lind made his way to Porto to see the frigates.", "PT"),
        ("Lind set foot in Lisbon on 5 May 2023.", "PT"),
        ("Reis took the train to Stockholm on 5 May 2023.", "SE"),
        ("Reis stayed in Stockholm until 8 May 2023.", "SE"),
        ("Lind left Lisbon on 6 May 2023.", "PT"),
        ("Reis turned up in Stockholm on 6 May 2023.", "SE"),
        ("Lind stopped in Lisbon on 6 May 2023 on his way to Rabat.", "PT"),
        ("Lind has just returned from Lisbon.", "PT"),
        ("Lind flew home from Porto on 6 May 2023.", "PT"),
    ],
)
def test_one_who_is_named_goes_stays_or_comes_back(engagements, told, country) -> None:
    visit = next(e for e in engagements(_TOLD + told) if e.type == "visit")
    assert (visit.country, visit.status) == (country, "held")


@pytest.mark.parametrize(
    "told",
    [
        "Lind made a case for Porto.",
        "Lind took the train to Gothenburg on 5 May 2023.",
        "Lind returned to Stockholm.",
        "Lind stayed calm in Lisbon.",
        "Lind left office.",
        "Lind turned up the heat.",
        "The letter came back from Lisbon.",
        "Lind came back from illness.",
    ],
)
def test_other_turns_lead_nowhere(engagements, told) -> None:
    assert [e.rule for e in engagements(_TOLD + told) if e.type == "visit"] == []


def test_the_stops_of_a_journey_are_visits_of_their_own(engagements) -> None:
    told = "{lind} will make stops in Lisbon, Rabat and Cairo next week."
    visits = engagements(told, published="2024-05-10")
    assert [(e.country, e.status) for e in visits] == [
        ("PT", "planned"),
        ("MA", "planned"),
        ("EG", "planned"),
    ]
