"""An exercise that was named before, told once more by its days or by those who look on."""

import pytest


@pytest.mark.parametrize(
    ("told", "days"),
    [
        (
            "The exercise, the largest this year, began on May 3 and lasts until May 9.",
            "2024-05-03/2024-05-09",
        ),
        ("The exercise started on 3 May.", "2024-05-03"),
        ("This drill runs from 3 to 9 May.", "2024-05-03/2024-05-09"),
    ],
)
def test_the_exercise_of_the_name_told_last_has_the_days(engagements, told, days) -> None:
    praised = "{reis} met {lind} in Lisbon and praised Exercise Blue Otter 24. "
    praised += "They called Exercise Blue Otter useful. "
    found = engagements(praised + told, published="2024-05-05")
    assert [(e.series, e.date) for e in found if e.type == "exercise"] == [("Exercise Blue Otter 24", days)]


@pytest.mark.parametrize(
    "told",
    [
        "{reis} met {lind} in Lisbon. The exercise started on 3 May.",
        "{reis} met {lind} in Lisbon and praised Exercise Otter and Exercise Gull. The drill began in May.",
        "{reis} met {lind} in Lisbon and praised Exercise Otter. The exercise started well.",
    ],
)
def test_no_exercise_without_one_name_and_a_day(engagements, told) -> None:
    assert [e for e in engagements(told) if e.type == "exercise"] == []


def test_those_who_take_part_as_well_are_besides_the_two(engagements) -> None:
    both = (
        "{reis} met {lind} in Lisbon. Both ministers will watch Exercise Otter, in which personnel of Norway "
    )
    sides = {frozenset(e.parties) for e in engagements(both + "take part as well.") if e.type == "exercise"}
    assert sides == {frozenset({"PT", "SE", "NO"})}


def test_the_day_of_the_exercise_is_that_of_those_who_watch_it(engagements) -> None:
    found = engagements("{reis} and {lind} watched troops in Exercise Otter in Porto on 4 May 2024.")
    assert {e.type: e.date for e in found} == {"visit": "2024-05-04", "exercise": "2024-05-04"}
