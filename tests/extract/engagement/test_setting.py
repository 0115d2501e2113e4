"""Where an engagement took place, and in the course of which visit."""

import pytest

VISIT = "{reis} paid an official visit to Sweden from 4 to 6 May 2024. "


@pytest.mark.parametrize(
    ("told", "place", "country"),
    [
        ("{reis} met {lind} in Lisbon.", "Lisbon", "PT"),
        ("{reis} met {lind} at the Royal Palace in Stockholm.", "Royal Palace", "SE"),
        ("{reis} met {lind} at the Palace of Winds in Oslo.", "Palace of Winds", "NO"),
        ("{reis} met {lind} in Sweden.", None, "SE"),
        ("{reis} met {lind} in Atlantis.", None, None),
        ("{reis} met {lind} in May.", None, None),
        ("{reis} met {lind}.", None, None),
    ],
)
def test_the_most_exact_place_and_its_country(engagement, told, place, country):
    fact = engagement(told)
    assert (fact.place, fact.country) == (place, country)


def test_home_is_where_the_press_tells_of_a_meeting(engagement):
    assert engagement("{reis} met {lind}.", publisher="Lusa Portugal News").country == "PT"


def test_a_meeting_falls_in_the_visit_of_its_days(engagements):
    _, meeting = engagements(VISIT + "On 5 May 2024, Minister Reis met {lind}.")
    assert (meeting.within, meeting.country) == ("official visit to Sweden", "SE")


def test_a_visit_told_by_a_verb_alone_has_no_name(engagements):
    _, meeting = engagements("{reis} visited Sweden on 4 May 2024. Minister Reis met {lind}.")
    assert (meeting.within, meeting.country) == (None, "SE")


@pytest.mark.parametrize(
    "more",
    ["On 9 June 2024, Minister Reis met {lind}.", "On 5 May 2024, {pires} met {lind}."],
)
def test_other_days_or_people_are_outside_the_visit(engagements, more):
    _, meeting = engagements(VISIT + more)
    assert meeting.within is None


def test_the_host_takes_part_in_what_the_visitor_does(engagements):
    _, talks = engagements(VISIT + "Minister Reis held talks with officials.")
    assert (talks.parties, talks.participants) == (("PT", "SE"), ("Ana Reis",))


def test_the_host_takes_no_part_in_a_body_s_session_by_that(engagements):
    _, summit = engagements(VISIT + "Minister Reis attended the ASEAN Summit in Stockholm.")
    assert (summit.parties, summit.country) == (("PT", "ASEAN"), "SE")


def test_people_are_no_place(engagement):
    assert engagement("{reis} engaged in talks with {lind}.").country is None


@pytest.mark.parametrize(
    ("visit", "within"),
    [
        ("{reis} is on a two-day official visit to Sweden. ", "two-day official visit to Sweden"),
        ("{reis} is on her first official visit to Sweden. ", "official visit to Sweden"),
    ],
)
def test_a_visit_is_called_by_its_length_and_kind(engagements, visit, within):
    _, meeting = engagements(visit + "Minister Reis met {lind}.")
    assert meeting.within == within


def test_a_meeting_in_a_third_country_is_outside_the_visit(engagements):
    _, meeting = engagements(VISIT + "Minister Reis met {lind} in Oslo.")
    assert (meeting.within, meeting.country) == (None, "NO")


def test_a_ship_calls_without_the_visit_of_the_minister(engagements):
    told = engagements(
        "{reis} paid a visit to Sweden. "
        "Under the shiprider agreement that the two countries concluded in May, a Portuguese "
        "frigate will call in Sweden.",
        published="2024-06-10",
    )
    (call,) = [f for f in told if f.type == "exercise"]
    assert (call.within, call.date) == (None, None)


def test_who_is_met_by_one_who_attends_a_conference_abroad_is_met_there(engagements):
    told = engagements(
        "{reis} is attending the Energy Summit in Oslo. Minister Reis also met {lind}.",
        publisher="Lusa Portugal News",
    )
    assert [(fact.type, fact.country) for fact in told] == [("conference", "NO"), ("meeting", "NO")]


def test_the_body_that_somebody_works_at_is_no_place(engagement):
    fact = engagement(
        "{reis} met Mr. Taro Abe, President of Programmes at the Japan International Cooperation Agency.",
        publisher="Lusa Portugal News",
    )
    assert fact.country == "PT"


def test_a_day_that_is_marked_is_no_place(engagement):
    fact = engagement(
        "{lind} delivered the keynote address at the Africa Day of Forestry Celebrations in Kigali, Rwanda."
    )
    assert (fact.place, fact.country) == ("Kigali", "RW")
