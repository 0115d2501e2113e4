"""Visits of ships to a port of another state."""

import pytest


@pytest.mark.parametrize(
    ("told", "status", "date"),
    [
        ("The Portuguese training ship Sagres tied up at the pier on 3 July 2024.", "held", "2024-07-03"),
        ("A Portuguese ship, the Sagres, is expected in Stockholm in April 2025.", "planned", "2025-04"),
        ("The Portuguese patrol vessel Sado stopped at Malmö on 3 July 2024.", "held", "2024-07-03"),
        ("Portuguese naval ships Sado and Tejo called at Malmö on 3 July 2024.", "held", "2024-07-03"),
        ("The frigate NRP Corte-Real made a stopover in Malmö on 3 July 2024.", "held", "2024-07-03"),
        (
            "The Portuguese ship Sado, on her way from Norway, called at Malmö on 3 July 2024.",
            "held",
            "2024-07-03",
        ),
        ("A task group of the Portuguese Navy arrived in Stockholm on 3 July 2024.", "held", "2024-07-03"),
    ],
)
def test_further_ways_in_which_ships_come(engagements, told, status, date) -> None:
    opening = "Portugal and Sweden are partners. {reis} met {lind} on 1 July 2024. "
    (call,) = [e for e in engagements(opening + told, published="2024-07-04") if e.type == "exercise"]
    assert (call.status, call.date, set(call.parties), call.country) == (status, date, {"PT", "SE"}, "SE")


def test_a_ship_on_a_goodwill_visit_makes_no_ministers_visit(engagement):
    told = "Two Swedish naval ships are on a five-day goodwill visit to Portugal."
    fact = engagement(told)
    assert (fact.type, fact.country, set(fact.parties)) == ("exercise", "PT", {"PT", "SE"})


@pytest.mark.parametrize(
    "told",
    [
        "The Swedish frigates concluded their port call at Lisbon.",
        "Three Swedish warships are in Lisbon for a four-day port call and goodwill visit.",
        "Three Swedish warships arrived in Lisbon on Sunday.",
    ],
)
def test_ships_that_call_lie_or_arrive_at_a_port_visit_it(engagement, told):
    fact = engagement(told)
    assert (fact.type, set(fact.parties), fact.country) == ("exercise", {"SE", "PT"}, "PT")


@pytest.mark.parametrize(
    "told",
    [
        "A Swedish aircraft arrived in Lisbon with blankets.",
        "The Swedish frigates are in Lisbon for repairs.",
        "The Swedish frigates concluded their sea trials.",
    ],
)
def test_aircraft_repairs_and_trials_are_no_port_calls(engagements, told):
    assert [f for f in engagements(told) if f.type == "exercise"] == []


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("The frigate Tejo will come to Malmö in August.", "planned"),
        ("The Portuguese frigate Tejo would come to Malmö in August, he said.", "planned"),
        ("Two Portuguese fighters landed at Malmö on 2 July 2024.", "held"),
        ("Three Portuguese military aircraft will make a stopover in the country in August.", "planned"),
        ("The minister recalled the frigate Tejo, which called at Malmö in March.", "held"),
        ("The minister recalled the two Portuguese F-16 fighters that landed at Malmö in March.", "held"),
        ("The Tejo lay in Malmö in March 2024.", "held"),
        ("The Tejo docked at Malmö on 2 July 2024.", "held"),
    ],
)
def test_warships_military_aircraft_and_what_lies_in_port_call_wherever_they_come(engagements, told, status):
    opening = "Portugal and Sweden are partners. {reis} met {lind} on 1 July 2024. "
    (call,) = [e for e in engagements(opening + told, published="2024-07-04") if e.type == "exercise"]
    assert (call.status, set(call.parties), call.country) == (status, {"PT", "SE"}, "SE")


@pytest.mark.parametrize(
    "told",
    [
        "The frigate Tejo, which Portugal bought, arrived in Lisbon on 2 July 2024.",
        "Two fighters landed at Lisbon on 2 July 2024, the second batch of six.",
        "The two Gripens from Sweden landed at Lisbon on 2 July 2024.",
        "The matter lay in Lisbon.",
        "The freedom fighters arrived in Lisbon in January.",
        "Swedish foreign fighters arrived in Lisbon in January.",
        "A suicide bomber arrived in Lisbon in May.",
        "The bomber Breivik came to Lisbon in 2011.",
        "The carrier left Lisbon in January.",
        "A submarine came to Lisbon for repairs.",
    ],
)
def test_what_is_delivered_makes_no_call(engagements, told):
    opening = "Portugal and Sweden are partners. {reis} met {lind} on 1 July 2024. "
    found = engagements(opening + told, published="2024-07-04")
    assert [e for e in found if e.type == "exercise"] == []


@pytest.mark.parametrize(
    "told",
    [
        "The aircraft carrying {reis} and her delegation touched down in Stockholm at noon.",
        "A Portuguese air force plane with {reis} on board landed in Stockholm at noon.",
    ],
)
def test_the_aircraft_that_brings_a_visitor_makes_no_call(engagements, told) -> None:
    assert [e for e in engagements(told, published="2024-07-04") if e.type == "exercise"] == []


@pytest.mark.parametrize(
    "told",
    [
        "Two ships of the Portuguese Navy arrived in Stockholm on 3 July 2024.",
        "A squadron of the Portuguese Navy arrived in Stockholm on 3 July 2024.",
        "Portuguese Naval Ships Lisboa and Tejo arrived in Stockholm on 3 July 2024.",
        "The Portuguese coast guard ship Sado made a call at Stockholm on 3 July 2024.",
    ],
)
def test_ships_of_a_navy_that_arrive_make_a_call(engagements, told) -> None:
    opening = "Portugal and Sweden are partners. {reis} met {lind} on 1 July 2024. "
    (call,) = [e for e in engagements(opening + told, published="2024-07-04") if e.date == "2024-07-03"]
    assert (call.type, call.country, set(call.parties)) == ("exercise", "SE", {"PT", "SE"})


def test_a_delegation_of_a_navy_is_no_ship(engagements) -> None:
    told = "{reis} met {lind}. A delegation of the Portuguese Navy arrived in Stockholm on 3 July 2024."
    assert not any(e.type == "exercise" for e in engagements(told, published="2024-07-04"))


def test_calls_that_are_made_frequently_are_no_single_call(engagements) -> None:
    assert not engagements("Indian naval ships frequently pay port calls to Kenya.")
    assert engagements("Two Indian naval ships made a port call at Mombasa, Kenya.")
