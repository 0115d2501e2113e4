"""Stops of a journey that takes somebody somewhere."""

import pytest


@pytest.mark.parametrize(
    ("told", "hosts"),
    [
        (
            "{reis} flew to Stockholm on Monday, a trip that is also to take her to Chile and Peru.",
            ["CL", "PE"],
        ),
        ("{reis} left for Stockholm on a tour that will also take her to Chile.", ["CL"]),
        ("{reis} visited Stockholm on Monday. Her tour will also take her to Chile.", ["CL"]),
    ],
)
def test_a_journey_that_takes_somebody_on_is_a_visit_ahead_at_each_stop(engagements, told, hosts):
    first, *ahead = engagements(told)
    assert set(first.parties) == {"PT", "SE"}
    assert {(stop.type, stop.status) for stop in ahead} == {("visit", "planned")}
    assert [stop.country for stop in ahead] == hosts
    assert all(set(stop.parties) == {"PT", stop.country} for stop in ahead)


@pytest.mark.parametrize(
    ("told", "hosts"),
    [
        ("{reis} visited Kenya, Rwanda and Uganda from 3 to 9 July 2024.", ["KE", "RW", "UG"]),
        ("{reis} paid a visit to Kenya and Rwanda in July 2024.", ["KE", "RW"]),
        ("{reis} begins a tour of Kenya, Rwanda and Uganda next week.", ["KE", "RW", "UG"]),
        ("{reis} flew to Kenya and Rwanda on 3 July 2024.", ["KE", "RW"]),
        ("The visits of {reis} to Kenya and Rwanda ended on 3 July 2024.", ["KE", "RW"]),
        ("{reis} is in Nairobi, after stops in Kampala and Kigali, to open a school.", ["KE", "UG", "RW"]),
    ],
)
def test_each_of_several_states_visited_is_a_visit(engagements, told, hosts):
    found = engagements(told)
    assert {fact.type for fact in found} == {"visit"}
    assert sorted(fact.country for fact in found) == sorted(hosts)
    assert all(set(fact.parties) == {"PT", fact.country} for fact in found)


@pytest.mark.parametrize(
    "told",
    [
        "The road took {reis} to Chile.",
        "{reis} took the matter to Chile.",
        "{reis} hopes that her tour will take on speed.",
    ],
)
def test_what_is_no_journey_takes_nobody_anywhere(engagements, told):
    assert engagements(told) == []
