"""Engagements that are still to come, by words and by their date."""

import pytest


def test_who_is_coming_has_not_come(engagement) -> None:
    visit = engagement("{lind} is coming to Lisbon on a one-day working visit.")
    assert (visit.type, visit.status, visit.country) == ("visit", "planned", "PT")


@pytest.mark.parametrize(
    "told",
    [
        "{reis} and {lind} agreed to hold the first meeting of the Joint Commission in May 2025.",
        "{reis} and {lind} decided to hold talks in Lisbon next month.",
    ],
)
def test_what_two_agree_to_hold_is_ahead(engagement, told) -> None:
    assert engagement(told, published="2024-07-04").status == "planned"


@pytest.mark.parametrize(
    ("told", "status", "date"),
    [
        ("{reis} arrives in Stockholm on 14 February.", "planned", "2024-02-14"),
        ("{reis} begins a visit to Stockholm next week.", "planned", "2024-02-19/2024-02-25"),
        ("{reis} arrives in Stockholm on 8 February.", "held", "2024-02-08"),
        ("{reis} arrived in Stockholm on 14 February.", "held", "2023-02-14"),
    ],
)
def test_the_present_with_a_day_soon_to_come_tells_a_plan(engagement, told, status, date) -> None:
    found = engagement(told, published="2024-02-12")
    assert (found.status, found.date) == (status, date)


@pytest.mark.parametrize(
    "told",
    [
        "A visit by {lind} to Lisbon is planned for June.",
        "A visit by {lind} to Lisbon is foreseen in June.",
        "A visit of {lind} to Lisbon is pencilled in for June.",
        "A trip to Lisbon by {lind} is expected to take place in June.",
        "{lind} is likely to travel to Lisbon in June.",
        "{lind} is slated to visit Lisbon in June.",
    ],
)
def test_a_visit_that_is_set_for_a_time_is_planned(engagement, told):
    fact = engagement(told, published="2024-03-05")
    assert (fact.type, fact.status, fact.date) == ("visit", "planned", "2024-06")


def test_what_has_a_date_behind_the_publication_is_planned(engagements):
    told = "{reis} met {lind} today. State visit of {holm} to Lisbon, May 22 to 24, 2024."
    found = engagements(told, published="2024-03-05")
    assert [(fact.type, fact.status) for fact in found] == [("meeting", "held"), ("visit", "planned")]


def test_a_visit_expected_to_bring_something_is_not_planned_by_that(engagement):
    told = "{lind}'s visit to Portugal on 3 March is expected to boost trade."
    assert engagement(told, published="2024-03-05").status == "held"


def test_a_delegation_is_due_somewhere(engagement):
    told = "Portugal and Sweden are allies. A Swedish delegation led by {lind} is due in Lisbon on Monday."
    fact = engagement(told, published="2024-03-05")
    assert (fact.type, fact.status, set(fact.parties)) == ("visit", "planned", {"PT", "SE"})


def test_we_shall_meet_is_said_of_both(engagements):
    told = '{reis} met {lind} today. "We shall meet in Stockholm in October," Lind said.'
    found = engagements(told, published="2024-03-05")
    assert [(fact.type, fact.status) for fact in found] == [("meeting", "held"), ("meeting", "planned")]
