"""Handovers told by the way, or in other words."""

import pytest

_BEFORE = "{reis} met {lind} in Lisbon in May 2024. "


def ceremonies(engagements, told: str):
    return [e for e in engagements(_BEFORE + told) if e.type == "ceremony"]


@pytest.mark.parametrize(
    ("told", "date"),
    [
        ("He thanked Sweden for handing over the corvette Falken in July last year.", "2023-07"),
        ("The ambassador recalled the handing over of the corvette Falken in July 2023.", "2023-07"),
        ("He recalled that Sweden had handed over the corvette Falken in July 2023.", "2023-07"),
        ("She praised the corvette handed over in 2023.", "2023"),
        ("In July 2023 the corvette Falken changed flags at Lisbon.", "2023-07"),
    ],
)
def test_a_handover_looked_back_on_is_one_of_the_two_at_the_table(engagements, told, date) -> None:
    (found,) = ceremonies(engagements, told)
    assert (set(found.parties), found.date, found.status) == ({"PT", "SE"}, date, "held")


def test_who_takes_things_over_from_one_of_another_side_is_at_a_ceremony(engagements) -> None:
    (found,) = ceremonies(engagements, "{pires} took over two patrol boats from {holm} in Lisbon on Friday.")
    assert set(found.participants) == {"Rui Pires", "Eva Holm"}


def test_what_was_handed_over_during_that_trip_has_the_time_of_it(engagements) -> None:
    told = (
        "{lind} of Sweden paid a visit to Portugal in May 2023.\n\nThe visit had results. "
        "Twelve boats were handed over in Lisbon during that same trip."
    )
    (found,) = (e for e in engagements(told) if e.type == "ceremony")
    assert found.date == "2023-05"


@pytest.mark.parametrize(
    "told",
    [
        "The government handed over power in July 2023.",
        "He handed over the presidency of the forum in July 2023.",
        "The company changed hands in July 2023.",
        "The minister took over the office from {pires} in May 2023.",
        "Sweden has handed over twelve boats so far.",
        "He spoke of a corvette handed over in 2023.",
    ],
)
def test_offices_and_what_has_no_time_are_none(engagements, told) -> None:
    assert ceremonies(engagements, told) == []


def test_those_who_are_received_for_training_meet_nobody(engagements) -> None:
    told = "He asked Sweden to continue receiving Portuguese officers for training."
    assert len(engagements(_BEFORE + told)) == 1
