"""Forces of one state that join those of another, and ships that the text calls by their bare name."""

from __future__ import annotations

import pytest

_TOLD = "Canada and the Philippines held talks in Manila on 3 May 2024. "


@pytest.mark.parametrize(
    ("told", "parties"),
    [
        ("Canada joined the Philippines and Japan in August 2024 for naval manoeuvres.", {"CA", "PH", "JP"}),
        ("Two Canadian frigates will join the carrier strike group of HMS Falcon.", {"CA", "GB"}),
        ("HMCS Orca sailed with ships of the Philippines and Japan in May 2024.", {"CA", "PH", "JP"}),
        ("The two crews practised the rescue of a boat.", {"CA", "PH"}),
        ("Sailors of both navies will sail together in May 2025.", {"CA", "PH"}),
        ("Canadian paratroopers jumped with Philippine marines at Capas.", {"CA", "PH"}),
        ("The frigate Orca has been sailing with Philippine ships since May 2024.", {"CA", "PH"}),
        ("A Canadian company will train with Philippine soldiers in Capas in September 2024.", {"CA", "PH"}),
    ],
)
def test_forces_join_each_other(engagements, told, parties) -> None:
    drill = next(e for e in engagements(_TOLD + told) if e.type == "exercise")
    assert set(drill.parties) == parties


def test_a_ship_told_before_by_its_letters_is_known_by_its_name(engagements) -> None:
    told = "HMCS Orca took part. Orca had docked at the South Harbor on 29 April 2024 for a goodwill visit."
    assert [e.type for e in engagements(_TOLD + told)][-1] == "exercise"


@pytest.mark.parametrize(
    "told",
    [
        "Canada joined Japan in condemning the attack.",
        "Canada joined the talks last year.",
        "Manila did not join Canada for the exercise.",
        "Two firms joined the group last year.",
    ],
)
def test_other_ways_of_joining_are_no_exercise(engagements, told) -> None:
    assert [e.rule for e in engagements(_TOLD + told) if e.type == "exercise"] == []
