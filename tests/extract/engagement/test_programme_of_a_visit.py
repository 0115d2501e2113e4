"""What the press office of a president tells of a journey: announced, begun, day by day, ended."""

from __future__ import annotations

import pytest

_ON_A_VISIT = "{reis}, currently on a State Visit to Sweden, toured Malmö today. "


def of_type(kind, told):
    return [each for each in told if each.type == kind]


def test_a_visit_followed_by_another_is_planned_like_it(engagements) -> None:
    first, second = of_type(
        "visit",
        engagements(
            "{reis} will pay a working visit to Norway from May 9 to 13, followed by a State Visit to Sweden "
            "from May 16 to 18.",
            published="2025-05-05",
        ),
    )
    assert (first.country, first.status, first.date) == ("NO", "planned", "2025-05-09/2025-05-13")
    assert (second.country, second.status, second.date) == ("SE", "planned", "2025-05-16/2025-05-18")
    assert first.participants == second.participants == ("Ana Reis",)
    assert "Sweden" not in first.evidence[0].text


def test_two_visits_that_ended_are_told_each_by_its_own_words(engagements) -> None:
    first, second = of_type(
        "visit",
        engagements("{reis} returned home after a working visit to Norway and a State Visit to Sweden."),
    )
    assert (first.country, second.country, second.participants) == ("NO", "SE", ("Ana Reis",))
    assert second.evidence[0].text == "a State Visit to Sweden"


def test_who_is_on_a_visit_is_there_whatever_else_is_to_come(engagements) -> None:
    visit = next(
        iter(of_type("visit", engagements("{reis}, currently on a State Visit to Sweden, will meet {lind}.")))
    )
    assert visit.status == "held"


def test_a_visit_to_which_one_is_invited_is_not_paid_yet(engagements) -> None:
    told = engagements(
        "The Ambassador of Sweden to Portugal called on {reis} and delivered an invitation to the Minister "
        "to undertake an official visit to Sweden in August.",
        published="2025-07-15",
    )
    assert [visit.status for visit in of_type("visit", told)] in ([], ["planned"])


@pytest.mark.parametrize(
    "told",
    [
        "The Minister delivered the keynote address at the 8th Africa-Sweden Business Forum.",
        "The Minister was the keynote speaker at the Africa-Sweden Business Forum.",
    ],
)
def test_who_speaks_at_a_forum_attends_it(engagements, told) -> None:
    (forum,) = of_type("conference", engagements(_ON_A_VISIT + told))
    assert (forum.status, set(forum.parties), forum.country) == ("held", {"PT", "SE"}, "SE")


def test_a_conference_that_a_city_lends_its_name_is_no_dialogue_of_two(engagements) -> None:
    told = engagements(
        "{reis} will attend the Ninth Stockholm International Conference on Development in May."
    )
    assert [each.type for each in told] == ["conference"]


@pytest.mark.parametrize(
    "told",
    [
        "The Minister met with senior executives of Ericsson, a company which builds a plant in Lisbon.",
        "In a separate engagement, discussions took place with Skanska on urban planning.",
    ],
)
def test_firms_of_the_host_are_met_there(engagements, told) -> None:
    (met,) = of_type("meeting", engagements(_ON_A_VISIT + told))
    assert (set(met.parties), met.country) == ({"PT", "SE"}, "SE")


def test_own_people_abroad_are_no_other_side(engagements) -> None:
    told = engagements(
        _ON_A_VISIT + "The Minister also held discussions with the Portuguese community in Malmö."
    )
    assert of_type("meeting", told) == []
