"""Talks with the business community, the press or students are others than those with a minister."""

import pytest

from servanda.resolve.company import company, in_other_company, tells_of_meal
from servanda.resolve.engagements import compare

MACRON, MODI = "Emmanuel Macron", "Narendra Modi"


@pytest.mark.parametrize(
    ("quotation", "kinds"),
    [
        ("met representatives of the business community", {"business"}),
        ("spoke to journalists and cadets", {"press", "learning"}),
        ("discussed business with the Prime Minister", set()),
        ("held talks with the Minister of Defence", set()),
        ("met with senior executives of Dassault, a maker of aircraft", {"firm dassault"}),
        ("held talks with Tata Group and Larsen Industries", {"firm tata group", "firm larsen industries"}),
        ("met major business groups, including Tata Group", {"business"}),
        ("a roundtable with chief executives of Indian companies", {"business"}),
        ("at a meeting of the Joint Working Group", set()),
        ("met the Chairman of the National Assembly", set()),
        ("received the chairman of the Foreign Affairs Committee", set()),
    ],
)
def test_the_kinds_of_people(quotation, kinds):
    assert company(quotation) == kinds


def test_only_other_kinds_part():
    assert in_other_company("met investors", "met the President")
    assert not in_other_company("met investors", "met the business community and students")
    assert not in_other_company("met the President", "held talks with the Prime Minister")
    assert in_other_company("met the management of Dassault", "held talks with Tata Group")


def test_a_meeting_with_business_leaders_is_not_the_talks_of_that_day(wire):
    talks = wire.engagement(
        "2024-01-25",
        "Macron will hold talks with Modi",
        "FR IN",
        status="planned",
        date="2024-01-25",
        people=[MACRON, MODI],
    )
    forum = wire.engagement(
        "2024-01-26", "Macron met Indian business leaders", "FR IN", date="2024-01-25", people=[MACRON]
    )
    again = wire.engagement(
        "2024-01-27", "his talks with business leaders in India", "FR IN", date="2024-01-25", people=[MACRON]
    )
    assert compare(talks, forum).verdict == "different"
    assert wire.entries(talks, forum, again) == [[0], [1, 2]]


@pytest.mark.parametrize(
    ("quotation", "meal"),
    [
        ("hosted a state banquet in his honour", True),
        ("dined with him", True),
        ("held talks over lunch", False),
        ("met over a dinner", False),
        ("had a working lunch", False),
        ("held talks", False),
    ],
)
def test_meals(quotation, meal):
    assert tells_of_meal(quotation) == meal


def test_the_banquet_is_not_the_talks_that_were_planned(wire):
    known = {"date": "2024-01-25", "people": [MACRON, MODI]}
    plan = wire.engagement(
        "2024-01-20", "Macron will hold talks with Modi", "FR IN", status="planned", **known
    )
    banquet = wire.engagement(
        "2024-01-25", "Modi hosted a banquet for Macron", "FR IN", document="one", **known
    )
    talks = wire.engagement("2024-01-25", "Macron held talks with Modi", "FR IN", document="one", **known)
    assert wire.entries(plan, banquet, talks) == [[0, 2], [1]]


def test_the_country_of_one_report_can_be_misread_where_both_are_named(wire):
    plan = wire.engagement(
        "2024-01-20", "will meet Modi", "FR IN", status="planned", country="IN", people=[MACRON, MODI]
    )
    met = wire.engagement("2024-01-25", "met Modi", "FR IN", country="FR", people=[MACRON, MODI])
    assert wire.entries(plan, met) == [[0, 1]]


def test_compatriots_of_whatever_country():
    assert company("met members of the Kenyan community in Korea") == {"compatriots"}
    assert company("addressed the Papua New Guinean community in Brisbane") == {"compatriots"}
    assert company("spoke of the international community") == frozenset()


def test_a_summary_of_all_talks_is_of_those_with_whom_it_names(wire):
    talks = wire.engagement(
        "2024-01-25", "Macron held talks with Modi", "FR IN", date="2024-01-25", people=[MACRON, MODI]
    )
    forum = wire.engagement(
        "2024-01-25", "Macron met business leaders", "FR IN", date="2024-01-25", people=[MACRON], document="b"
    )
    both = wire.engagement(
        "2024-01-27", "held talks with Modi and business leaders", "FR IN", people=[MACRON, MODI]
    )
    assert wire.entries(talks, forum, both) == [[0, 2], [1]]


def test_officials_of_an_office_are_not_its_head(wire):
    president = wire.visit(
        "2024-10-30", "the Maldivian President's intention to visit Sri Lanka", "MV LK", status="planned"
    )
    staff = wire.visit("2025-06-23", "Officials from the Maldivian President's Office arrived", "MV LK")
    assert wire.entries(president, staff) == [[0], [1]]


def test_talks_with_business_people_planned_and_held_are_one(wire):
    plan = wire.engagement(
        "2024-01-20", "meetings will be held with Indian companies", "FR IN", status="planned", country="IN"
    )
    held = wire.engagement(
        "2024-01-26",
        "Macron held a series of discussions with Indian firms",
        "FR IN",
        people=[MACRON],
        country="IN",
    )
    firm = wire.engagement(
        "2024-01-27", "Macron held talks with Tata Group", "FR IN", people=[MACRON], country="IN"
    )
    assert wire.entries(plan, held, firm) == [[0, 1], [2]]


def test_talks_in_a_sentence_on_a_meal_are_no_meal(wire):
    plan = wire.engagement(
        "2024-01-20",
        "Macron will meet Modi, who will give a banquet",
        "FR IN",
        status="planned",
        people=[MACRON, MODI],
        rule="engagement/meet:meet",
    )
    talks = wire.engagement(
        "2024-01-25", "Macron met Modi", "FR IN", people=[MACRON, MODI], date="2024-01-25"
    )
    banquet = wire.engagement(
        "2024-01-26",
        "Modi hosted a banquet for Macron",
        "FR IN",
        people=[MACRON, MODI],
        date="2024-01-25",
        rule="engagement/receive:host",
    )
    assert wire.entries(plan, talks, banquet) == [[0, 1], [2]]


def test_to_whom_one_speaks_of_talks_takes_no_part_in_them() -> None:
    assert not company("He told reporters after talks with his counterpart")
    assert company("He met reporters and editors")
