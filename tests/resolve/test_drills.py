"""One exercise of two states that has no name of its own, however it is told."""

import pytest

from servanda.resolve.engagements import compare


def drill(wire, published, quote, series=None, parties="FR IN", **more):
    return wire.engagement(published, quote, parties, type="exercise", series=series, **more)


@pytest.fixture
def plan(wire):
    quote = "The frigates will take part in a bilateral maritime exercise with the Indian Navy"
    series = "bilateral maritime exercise"
    return drill(wire, "2024-06-01", quote, series, date="2024-06-03/2024-06-04", status="planned")


@pytest.mark.parametrize(
    ("quote", "series", "date"),
    [
        (
            "completed the Maritime Cooperative Activity (MCA)",
            "Maritime Cooperative Activity (MCA)",
            "2024-06-03",
        ),
        ("ships of the two navies concluded a joint exercise", "joint exercise", "2024-06-04"),
        ("the two navies exercised together in June", None, "2024-06"),
    ],
)
def test_the_same_two_and_arms_at_one_time(wire, plan, quote, series, date) -> None:
    assert wire.entries(plan, drill(wire, "2024-07-05", quote, series, date=date)) == [[0, 1]]


@pytest.mark.parametrize(
    ("quote", "series", "more"),
    [
        ("the two armies held a joint exercise", "joint exercise", {"date": "2024-06-03"}),
        ("the navies held a joint exercise", "joint exercise", {"date": "2024-06-20"}),
        ("the navies held a joint exercise", "joint exercise", {"date": "2024-06-03", "parties": "FR JP"}),
        ("the navies held a fire drill", "fire drill", {"date": "2024-06"}),
        ("the navies made a joint patrol", "joint patrol", {"date": "2024-06"}),
    ],
)
def test_other_arms_days_states_or_things_are_another(wire, plan, quote, series, more) -> None:
    assert wire.entries(plan, drill(wire, "2024-07-05", quote, series, **more)) == [[0], [1]]


def test_two_train_together_for_the_first_time_but_once(wire) -> None:
    first = drill(wire, "2024-06-05", "held their first naval drill", "naval drill", date="2024-06-03")
    told = "ships of the two navies exercised together for the first time"
    assert compare(first, drill(wire, "2024-07-20", told)).verdict == "same"
    of_year = drill(wire, "2024-07-20", "held the first naval drill of the year", "naval drill")
    found = compare(first, of_year)
    assert found is None or found.rule != "exercise/first"


def test_the_first_call_of_a_ship_is_no_first_exercise(wire) -> None:
    first = drill(wire, "2024-06-05", "trained together for the first time", date="2024-06-03")
    call = drill(wire, "2024-07-20", "welcomed the first port call of the carrier", rule="engagement/ship")
    found = compare(first, call)
    assert found is None or found.verdict != "same"
