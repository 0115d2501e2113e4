"""Visits told by a verb of travel."""

import pytest


def test_one_who_is_expected_there_comes_to_the_other_state(engagements) -> None:
    told = (
        "Portugal and Sweden are partners. {reis} met {lind} in Lisbon. {reis} is expected there in May 2025."
    )
    told = told.replace("{reis} is", "{lind} is")
    assert ("visit", "planned", "PT") in [(e.type, e.status, e.country) for e in engagements(told)]


def test_the_latter_is_the_guest_named_before(engagements) -> None:
    told = "{reis} met {lind} in Lisbon in conjunction with the latter's official visit to Portugal."
    (visit,) = (e for e in engagements(told) if e.type == "visit")
    assert [name.split()[-1] for name in visit.participants] == ["Lind"]


def test_who_flies_something_there_is_on_no_visit(engagements) -> None:
    assert not engagements("Sweden will fly the Portuguese field hospital to Kenya in May 2025.")


def test_a_group_on_a_study_tour_is_on_a_visit(engagement) -> None:
    stay = engagement("A delegation from the War College of Sweden is in Lisbon on a study tour.")
    assert (stay.type, set(stay.parties), stay.country) == ("visit", {"PT", "SE"}, "PT")


def test_a_guest_arrives_at_the_seat_of_his_host(engagements) -> None:
    found = engagements(
        "{pires} received {holm} in Lisbon on 3 July 2024. Holm arrived at State House at ten."
    )
    assert [e.country for e in found if e.type == "visit"] == ["PT"]


@pytest.mark.parametrize(
    "told",
    [
        "{reis} visited Sweden.",
        "{reis} toured the Swedish naval base.",
        "{reis} arrived in Stockholm.",
        "{reis} landed at Arlanda Airport in Sweden.",
        "{reis} left Lisbon for Sweden.",
        "{reis} flew to Stockholm.",
        "Yesterday, {reis}, arrived in Stockholm.",
        "With {reis}, flew to Stockholm on 4 May 2024.",
        "{reis} – Arrived in Stockholm on 4 May 2024.",
        "{reis} went to Stockholm.",
        "{reis} thanked {lind} for the opportunity to visit Sweden.",
    ],
)
def test_a_traveller_in_another_country_is_on_a_visit(engagement, told):
    fact = engagement(told)
    assert (fact.type, fact.status, fact.country) == ("visit", "held", "SE")
    assert fact.parties == ("PT", "SE")
    assert fact.participants == ("Ana Reis",)


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("{reis} toured the Swedish naval base.", "the Swedish naval base"),
        ("{reis} landed at Arlanda Airport in Sweden on 4 May 2024.", "Arlanda Airport in Sweden"),
        ("{reis} visited Sweden.", None),
        ("{reis} arrived in Stockholm.", None),
    ],
)
def test_the_place_is_what_is_more_exact_than_the_country(engagement, told, place):
    assert engagement(told).place == place


@pytest.mark.parametrize(
    "told",
    [
        "{reis} returned to Lisbon.",
        "{reis} arrived in Lisbon.",
        "{reis} visited a school in Porto.",
        "{reis} left the room.",
        "The aid of Portugal went to Sweden.",
        "The minister arrived in Stockholm.",
    ],
)
def test_no_visit_at_home_of_things_or_of_nobody(engagements, told):
    assert engagements(told) == []


def test_a_journey_to_a_dialogue_is_the_dialogue(engagement):
    fact = engagement("{reis} travelled to Stockholm for the third Portugal-Sweden Defence Dialogue.")
    assert fact.type == "dialogue"


def test_an_invitation_for_a_time_is_a_planned_visit(engagement):
    fact = engagement("{reis} invited {lind} to visit Portugal in 2025.")
    assert (fact.status, fact.participants, fact.date) == ("planned", ("Bo Lind",), "2025")


@pytest.mark.parametrize(
    "told",
    ["{reis} is expected in Stockholm in October 2024.", "{reis} is due in Stockholm on 14 October 2024."],
)
def test_who_is_expected_on_a_day_will_come(engagement, told):
    fact = engagement(told)
    assert (fact.type, fact.status, fact.country) == ("visit", "planned", "SE")


@pytest.mark.parametrize(
    "told", ["{reis} is expected in Stockholm.", "{reis} is expected to win.", "{lind} is due in Stockholm on 14 October 2024."]  # noqa: E501
)  # fmt: skip
def test_who_is_expected_without_a_day_or_at_home_makes_no_visit(engagements, told):
    assert engagements(told) == []


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("{reis} was in Stockholm on 4 May 2024.", 1),
        ("{reis} is in Stockholm for a meeting of the club.", 1),
        ("{reis} was in Stockholm.", 0),
        ("{reis} was in Lisbon on 4 May 2024.", 0),
        ("{reis} was not in Stockholm on 4 May 2024.", 0),
    ],
)
def test_who_is_abroad_at_a_time_or_for_a_purpose_is_on_a_visit(engagements, told, found):
    assert [fact.type for fact in engagements(told)] == ["visit"] * found


def test_to_touch_down_is_to_arrive(engagement, engagements):
    told = engagement("{reis} touched down in Stockholm on Monday.")
    assert (told.type, set(told.parties)) == ("visit", {"PT", "SE"})
    assert engagements("{reis} touched on ships in Sweden.") == []


def test_days_spent_in_a_country_are_a_visit(engagement):
    fact = engagement("{lind} spent two days in Lisbon last week.", published="2024-03-05")
    assert (fact.type, fact.country) == ("visit", "PT")


def test_money_spent_in_a_country_is_none(engagements):
    assert engagements("{lind} spent two million kronor in Lisbon.") == []


def test_a_delegation_that_was_in_another_country_visited_it(engagements):
    (visit, *_) = engagements("The Portuguese delegation was in Stockholm from 4 May to 6 May 2024.")
    assert (visit.type, set(visit.parties), visit.country) == ("visit", {"PT", "SE"}, "SE")


def test_who_leaves_for_a_country_next_week_is_still_to_go(engagement):
    fact = engagement("{reis} leaves for Stockholm on 15 July.")
    assert (fact.type, fact.status, fact.country) == ("visit", "planned", "SE")


def test_the_minister_who_arrives_is_not_the_one_at_home(engagements):
    facts = engagements("{reis} and {lind} signed the pact. The Minister arrived in Stockholm on Monday.")
    assert [f.participants for f in facts if f.type == "visit"] == [("Ana Reis",)]


def test_who_goes_for_a_visit_on_a_day_to_come_is_still_to_go(engagements):
    facts = engagements(
        "The pact is to be renewed when {holm} goes to Portugal for her first state visit on 4 September.",
        published="2024-08-26",
    )
    assert [(f.type, f.status, f.date) for f in facts] == [("visit", "planned", "2024-09-04")]


def test_the_place_of_a_visit_ends_before_what_is_told_of_it(engagements):
    facts = engagements("{reis} visited the Swedish naval base, where she was received by Bo Lind.")
    assert [f.place for f in facts if f.type == "visit"] == ["the Swedish naval base"]


def test_who_visits_counterparts_visits_their_country(engagement):
    fact = engagement("Swedish officers visited their counterparts in Portugal on 16 May 2024.")
    assert (fact.type, fact.country, set(fact.parties)) == ("visit", "PT", {"SE", "PT"})


def test_who_visits_friends_at_home_makes_no_visit(engagements):
    assert engagements("Swedish officers visited their colleagues in Stockholm on 16 May 2024.") == []


def test_who_tours_a_yard_abroad_visits_that_country(engagements):
    facts = engagements("A Swedish delegation toured the shipyard in Gdansk, Poland, on 6 March.")
    assert [(f.type, f.country) for f in facts] == [("visit", "PL")]


def test_who_tours_a_yard_at_home_does_not(engagements):
    assert (
        engagements("A Swedish delegation toured the yard in Malmö, Sweden, on 6 March. Poland builds.") == []
    )


def test_who_is_to_act_somewhere_is_not_there_yet(engagements) -> None:
    (ahead,) = engagements("In Lima, {lind} is to meet the President of Peru in May.")
    assert (ahead.type, ahead.status) == ("meeting", "planned")


@pytest.mark.parametrize("when", ["last week", "last February", "in 2015", "yesterday"])
def test_who_was_in_another_country_at_a_time_that_is_over_visited_it(engagements, when) -> None:
    (visit,) = engagements(f"{{reis}} was in Sweden {when}.", published="2025-08-20")
    assert (visit.type, visit.status, set(visit.parties)) == ("visit", "held", {"PT", "SE"})


def test_who_is_somewhere_at_no_time_and_for_no_purpose_is_on_no_visit(engagements) -> None:
    assert engagements("{reis} was in Sweden.", published="2025-08-20") == []


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("The Swedish defence minister spent two days in Lisbon last week.", "held"),
        ("Engineers of the Swedish navy are in Lisbon this week to inspect the ships.", "held"),
        ("Representatives of eight Swedish companies were in Lisbon from 2 to 5 May.", "held"),
        ("The Swedish foreign minister will be back in Lisbon in the autumn.", "planned"),
    ],
)
def test_people_of_a_state_need_no_name_to_stay_abroad(engagement, told, status) -> None:
    visit = engagement(told, published="2024-05-10")
    assert (visit.type, visit.status, set(visit.parties)) == ("visit", status, {"SE", "PT"})


def test_a_group_that_stays_abroad_is_not_the_one_who_is_named(engagements) -> None:
    told = (
        "Engineers of the Swedish navy were in Lisbon in May 2024. The visit of {holm} is planned for July."
    )
    assert [e.participants for e in engagements(told, published="2024-06-01") if e.date == "2024-05"] == [()]


@pytest.mark.parametrize(
    "told",
    [
        "{pires} received {holm} in Lisbon on 3 July 2024. Swedish experts visited the naval base in May.",
        "{pires} received {holm} in Lisbon on 3 July 2024. A team of Swedish experts came to Lisbon in May.",
    ],
)
def test_experts_whom_nobody_names_visit_the_other_of_the_two(engagements, told) -> None:
    assert ("visit", "PT", "2024-05") in [(e.type, e.country, e.date) for e in engagements(told)]


def test_what_comes_is_nobody(engagements) -> None:
    told = "{pires} received {holm} in Lisbon on 3 July 2024. Swedish aid came to Portugal in May."
    assert not [e for e in engagements(told) if e.type == "visit" and e.date == "2024-05"]
