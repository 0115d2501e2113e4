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


@pytest.mark.parametrize(
    ("told", "evidence"),
    [
        (
            "Agreements are expected to be signed during the visit and meetings will be held with Swedish "
            "companies.",
            "meetings will be held with Swedish companies",
        ),
        (
            "The visit is expected to include the signing of agreements and engagements with Sweden's "
            "business community.",
            "engagements with Sweden's business community",
        ),
    ],
)
def test_business_on_the_programme_is_told_beside_the_texts(engagements, told, evidence) -> None:
    (met,) = of_type("meeting", engagements(_ON_A_VISIT + told))
    assert (met.status, set(met.parties), met.evidence[0].text) == ("planned", {"PT", "SE"}, evidence)


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("A State Banquet will be hosted in her honour tonight.", "planned"),
        ("A luncheon was hosted in her honour yesterday.", "held"),
    ],
)
def test_a_meal_in_honour_of_the_guest_is_given_by_the_host(engagements, told, status) -> None:
    (meal,) = of_type("meeting", engagements(_ON_A_VISIT + told, published="2025-05-05"))
    assert (meal.status, set(meal.parties), meal.participants) == (status, {"PT", "SE"}, ("Ana Reis",))


def test_whom_one_meets_after_the_welcome_did_not_welcome(engagements) -> None:
    welcome = of_type(
        "ceremony",
        engagements(
            _ON_A_VISIT
            + "The Minister will be accorded a ceremonial welcome, after which she is scheduled to hold "
            "talks with {lind}."
        ),
    )[0]
    assert welcome.participants == ("Ana Reis",)
    assert welcome.evidence[0].text.endswith("a ceremonial welcome")


def test_a_business_dialogue_of_two_states_is_one_of_theirs(engagements) -> None:
    (dialogue,) = of_type(
        "dialogue", engagements(_ON_A_VISIT + "She addressed the Portugal-Sweden Business Dialogue.")
    )
    assert set(dialogue.parties) == {"PT", "SE"}


def test_a_round_for_which_is_prepared_is_ahead(engagement) -> None:
    fact = engagement(
        "The two sides reviewed the preparations for the 14th Portugal-Sweden Defence Dialogue, to be held "
        "in Lisbon in August.",
        published="2024-07-15",
    )
    assert (fact.status, fact.ordinal, fact.date) == ("planned", 14, "2024-08")


def test_the_day_of_the_return_is_none_of_the_first_visit(engagements) -> None:
    first, second = of_type(
        "visit",
        engagements(
            "{reis} returned home yesterday (29) after a working visit to Norway and a three-day State "
            "Visit to Sweden.",
            published="2025-08-30",
        ),
    )
    assert (first.country, first.date) == ("NO", None)
    assert (second.country, second.date) == ("SE", None)


def test_who_meets_the_host_is_in_the_course_of_the_visit_to_that_country(engagements) -> None:
    told = engagements(
        "{reis} arrived in Stockholm for a State Visit to Sweden after her working visit to Norway. She will "
        "also meet {lind}."
    )
    assert [met.country for met in of_type("meeting", told)] == ["SE"]


def test_a_meeting_that_another_act_is_counted_from_is_another(engagements) -> None:
    told = engagements(
        "{reis} and {lind} held talks at the ministry in Stockholm. The signing came six months after the "
        "two ministers met in Lisbon."
    )
    assert [(met.country, len(met.evidence)) for met in of_type("meeting", told)] == [("SE", 1), ("PT", 1)]


def test_what_has_to_be_met_is_no_meeting(engagements) -> None:
    told = engagements("The threat has to be met by Portugal and Sweden together.")
    assert of_type("meeting", told) == []


def test_a_visit_to_come_of_somebody_unnamed_is_not_that_of_the_past(engagements) -> None:
    past, ahead = of_type(
        "visit",
        engagements(
            "Portugal and Sweden spoke of the state visit of President Eva Holm of Sweden to Portugal. The "
            "Chief of the Swedish Army will visit Portugal in August.",
            published="2024-02-27",
        ),
    )
    assert (past.status, past.participants, ahead.status, ahead.date) == (
        "held", ("Eva Holm",), "planned", "2024-08",
    )  # fmt: skip


@pytest.mark.parametrize(
    "told",
    [
        "A meeting with {holm} is planned for the evening.",
        "A meeting with {holm} is included in the programme as well.",
        "Talks with {holm} are on the agenda.",
        "The programme includes talks with {holm}.",
    ],
)
def test_the_visitor_takes_part_in_the_meetings_of_the_programme(engagements, told) -> None:
    visit, meeting = engagements("{reis} will visit Sweden from 1 to 4 May 2025. " + told)
    assert (visit.type, meeting.type, meeting.status) == ("visit", "meeting", "planned")
    assert set(meeting.participants) == {"Ana Reis", "Eva Holm"}


def test_who_of_several_visitors_is_meant_is_not_guessed(engagements) -> None:
    visit = "{reis} and {pires} will visit Sweden from 1 to 4 May 2025. "
    _, meeting = engagements(visit + "A meeting with {holm} is planned for the evening.")
    assert meeting.participants == ("Eva Holm",)


@pytest.mark.parametrize("when", ["took place in Stockholm in 2019", "took place in Lisbon"])
def test_the_visitor_was_at_no_meeting_of_another_time_or_place(engagements, when) -> None:
    told = engagements("{reis} visited Sweden on 4 May 2025. A meeting with {holm} " + when + ".")
    assert [met.participants for met in of_type("meeting", told)] == [("Eva Holm",)]


def test_neither_his_wife_nor_those_who_come_along_lead_the_visit(engagements) -> None:
    visit = (
        "President Rui Costa and First Lady Rita Costa of Portugal will visit Sweden from 1 to 4 May 2025. "
        "They will be accompanied by {pires}. "
    )
    told = engagements(visit + "A meeting with {holm} is planned for the evening.")
    (meeting,) = of_type("meeting", told)
    assert set(meeting.participants) == {"Rui Costa", "Eva Holm"}
