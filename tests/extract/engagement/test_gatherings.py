"""Workshops and the like that are held together with others."""

import pytest


@pytest.mark.parametrize(
    "told",
    [
        "A workshop on food was held in Lisbon on 4 May 2024 in collaboration with the FAO.",
        "A seminar on food was organised by the Ministry of Health with the support of the FAO.",
        "A workshop on food was held in Lisbon. Organised by the ministry in partnership with the FAO, the "
        "event brought together farmers.",
    ],
)
def test_a_gathering_held_with_a_body_is_a_conference_of_home_and_body(engagement, told):
    fact = engagement(told, publisher="Government of Portugal")
    assert (fact.type, fact.status, set(fact.parties)) == ("conference", "held", {"PT", "FAO"})


def test_one_to_come_is_planned(engagement):
    fact = engagement(
        "A seminar will be held on 4 August 2024 with the participation of experts from Chile and Peru.",
        publisher="Government of Portugal",
    )
    assert (fact.status, set(fact.parties)) == ("planned", {"PT", "CL", "PE"})


@pytest.mark.parametrize(
    "told",
    [
        "A workshop on food was held in Lisbon on 4 May 2024.",
        "A workshop on the rules of the FAO was held in Lisbon.",
        "A workshop was held in collaboration with the Ministry of Health of Portugal.",
        "Workshops are held in collaboration with the FAO.",
        "A workshop could be held in collaboration with the FAO.",
        "A workshop was not held in collaboration with the FAO.",
    ],
)
def test_one_of_home_alone_in_general_or_denied_is_none(engagements, told):
    assert engagements(told, publisher="Government of Portugal") == []


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("The Portugal-Sweden Business Forum took place in Lisbon on 4 May 2024.", "held"),
        ("A Portugal-Sweden Business Forum will be organised in Lisbon.", "planned"),
        ("The Portugal-Sweden Business Forum, to be held in August 2024, will draw many firms.", "planned"),
    ],
)
def test_a_forum_whose_name_says_whose_it_is(engagement, told, status):
    fact = engagement(told)
    assert (fact.type, fact.status, set(fact.parties)) == ("conference", status, {"PT", "SE"})


def test_a_forum_that_somebody_attended_is_told_once(engagement):
    fact = engagement("{reis} attended the Portugal-Sweden Business Forum held in Stockholm on 4 May 2024.")
    assert (fact.type, set(fact.parties)) == ("conference", {"PT", "SE"})


@pytest.mark.parametrize(
    "told",
    [
        "The Business Forum of the Chamber was held on 4 May 2024 in Stockholm, under the patronage "
        "of {pires}. Sweden was thanked.",
        "The Portugal-Sweden business forum took place in Stockholm on 4 May 2024 before many firms.",
    ],
)
def test_a_forum_under_a_patron_from_abroad(engagement, told):
    fact = engagement(told)
    assert (fact.type, fact.date, set(fact.parties)) == ("conference", "2024-05-04", {"PT", "SE"})


def test_a_forum_told_by_the_way_by_who_led_it(engagements):
    told = engagements(
        "{reis} visited Stockholm on 4 May 2024. During a forum chaired by {reis} and {lind}, firms "
        "looked for partners."
    )
    assert [fact.type for fact in told] == ["visit", "conference"]


@pytest.mark.parametrize(
    "told",
    [
        "A workshop in Lisbon attended by {reis} discussed vaccines.",
        "An exhibition opened in Lisbon under the patronage of {pires}.",
    ],
)
def test_a_gathering_of_the_home_alone_is_none(engagements, told):
    assert engagements(told, publisher="Government of Portugal") == []


def test_a_forum_that_is_only_named_is_no_gathering(engagements):
    assert engagements("{reis} praised the Portugal-Sweden Business Forum in Stockholm.") == []


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("Portugal and Sweden held a workshop on disaster relief in Faro in May 2024.", "held"),
        ("In May 2024 the Portuguese Navy and the Swedish Navy held a seminar on rescue at sea.", "held"),
        ("A seminar of the Portuguese and Swedish navies took place in Faro in May 2024.", "held"),
        ("A workshop between Portugal and Sweden on cyber security was held in Faro in May 2024.", "held"),
        ("The course, which Portugal and Sweden held in Faro in May 2024, was the first.", "held"),
        ("Portugal and Sweden will hold a joint workshop in Faro in May 2024.", "planned"),
    ],
)
def test_what_two_states_hold_by_themselves(engagements, told, status) -> None:
    (only,) = engagements(told, published="2024-03-01" if status == "planned" else "2024-06-01")
    assert (only.type, only.status, only.date) == ("conference", status, "2024-05")
    assert set(only.parties) == {"PT", "SE"}


@pytest.mark.parametrize(
    "told",
    [
        "Portugal and Sweden hold a seminar every year.",
        "The Portuguese ministry held a workshop for teachers in Faro in May 2024. Sweden took note.",
        "Portugal held a course for officers in Faro in May 2024. Sweden took note.",
    ],
)
def test_habits_and_what_one_holds_at_home_are_none(engagements, told) -> None:
    assert engagements(told, published="2024-06-01") == []
