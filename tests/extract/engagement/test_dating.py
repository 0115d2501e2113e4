"""When an engagement took place."""

import pytest


def test_the_date_of_the_one_before_is_not_its_own(engagements) -> None:
    text = "{reis} and {lind} held talks in Oslo, their first since Porto in October."
    assert [f.date for f in engagements(text, published=None)] == [None, "XXXX-10"]


def test_a_round_is_dated_by_the_clause_on_it(engagement) -> None:
    told = (
        "{reis} headed the team at the 2nd Consultations of Portugal and Sweden, which were held in Lisbon "
        "on 3 July 2024."
    )
    assert engagement(told).date == "2024-07-03"


@pytest.mark.parametrize(
    ("told", "date"),
    [
        ("{reis} met {lind} on 4 May 2024.", "2024-05-04"),
        ("On 4 May 2024, {reis} met {lind}.", "2024-05-04"),
        ("{reis} met {lind} last month.", "2024-06"),
        ("{reis} will meet {lind} this December.", "2024-12"),
        ("{reis} met {lind}.", None),
        ("{reis} met {lind} under the 2018-2028 plan.", None),
        ("{reis} will meet {lind} for three days.", None),
    ],
)
def test_the_clause_gives_the_date(engagement, told, date):
    assert engagement(told).date == date


def test_the_date_of_a_text_that_they_spoke_of_is_not_that_of_the_talks(engagement) -> None:
    told = "{reis} and {lind} held talks in Lisbon on the agreement signed in Porto in September 2021."
    assert engagement(told).date is None


def test_without_a_publication_date_the_year_stays_unknown(engagement):
    assert engagement("{reis} met {lind} on 4 May.", published=None).date == "XXXX-05-04"


@pytest.mark.parametrize(
    ("days", "date"),
    [("6 to 10 October", "2024-10-06/2024-10-10"), ("6 to 10 December", "2024-12-06/2024-12-10")],
)
def test_a_day_that_has_just_passed_is_no_plan_for_the_next_year(engagement, days, date):
    told = f"Portugal and Sweden are to hold Exercise Atlantic Otter from {days}."
    assert engagement(told, published="2024-10-14").date == date


def test_each_engagement_of_a_sentence_has_its_own_date(engagements):
    told = engagements("{reis} visited Sweden on 4 May 2024. {pires} met {holm} on 6 May 2024.")
    assert [(f.type, f.date) for f in told] == [("visit", "2024-05-04"), ("meeting", "2024-05-06")]


def test_what_is_set_for_a_year_is_dated_by_it_and_a_term_dates_nothing(engagements):
    held = "Portugal and Sweden held the third session of their Joint Committee in Lisbon on 4 May 2024. "
    for words, date in (("foreseen for 2025 in Oslo", "2025"), ("to review the plan for 2025 in Oslo", None)):
        *_, last = engagements(f"{held}The next session is {words}.", published="2024-05-06")
        assert last.date == date


def test_what_was_set_up_before_does_not_date_the_session(engagement):
    told = "The Joint Committee, created in 2022 by Portugal and Sweden, met in Lisbon on 2 March."
    assert engagement(told, published="2024-03-04").date == "2024-03-02"


@pytest.mark.parametrize(
    ("told", "date"),
    [
        ("In May 2024 the visit of {reis} to Sweden raised the relations to a new rank.", "2024-05"),
        (
            "{reis} met reporters during her official visit to Sweden from 4 to 6 May 2024.",
            "2024-05-04/2024-05-06",
        ),
        ("The visit of {reis} to Sweden was praised by editors in May 2024.", None),
    ],
)
def test_a_date_that_touches_the_visit_is_its_own(engagements, told, date):
    (visit,) = [f for f in engagements(told) if f.type == "visit"]
    assert visit.date == date


@pytest.mark.parametrize("opening", ["Later", "During the day"])
def test_what_comes_later_is_of_the_same_day(engagements, opening):
    told = engagements("{reis} met {lind} on 9 July 2024. " + opening + ", Minister Reis met {holm}.")
    assert [fact.date for fact in told] == ["2024-07-09", "2024-07-09"]


def test_a_day_in_brackets_counts_at_the_end_of_a_long_clause(engagements):
    *_, fact = engagements(
        "President Eva Holm of Sweden, who is on an official visit to the Portuguese Republic, is scheduled "
        "to attend a meeting with representatives of Portugal's Tourism and Travel Industry Associations at "
        "the Grand Palace Hotel in Lisbon today (10)."
    )
    assert (fact.type, fact.status, fact.date) == ("meeting", "planned", "2024-07-10")
    assert fact.evidence[0].text.endswith("today (10)")


@pytest.mark.parametrize(
    ("told", "date"),
    [
        (
            "{reis} went to Malmö, where she met {lind}, Commander of the Swedish Navy, on 13 April 2024.",
            "2024-04-13",
        ),
        (
            "An offer was made in Lisbon on 20 August 2023, when {reis} met with {lind} and her team.",
            "2023-08-20",
        ),
        ("{reis} met {lind} under a treaty that has been in force since 1974.", None),
    ],
)
def test_the_date_may_stand_behind_the_clause_or_before_its_when(engagements, told, date):
    (meeting,) = [f for f in engagements(told) if f.type == "meeting"]
    assert meeting.date == date


def test_a_visit_has_the_date_of_the_clause_that_tells_when_it_was(engagements):
    told = "{reis} met {holm} in Lisbon. She recalled her last visit to Sweden, which was in August 2022."
    assert engagements(told, published="2023-04-11")[-1].date == "2022-08"


def test_a_visit_was_in_the_month_of_what_was_done_on_it(engagements):
    told = "In October 2023 {reis}, on an official visit to Sweden, met {lind}."
    assert {fact.date for fact in engagements(told, published="2024-05-03")} == {"2023-10"}
    told = "On 4 October 2023 {reis}, on an official visit to Sweden, met {lind}."
    assert {fact.type: fact.date for fact in engagements(told)} == {"visit": None, "meeting": "2023-10-04"}


def test_a_visit_of_his_own_is_no_more_of_the_one_before(engagements):
    told = (
        "{reis} paid a visit to Sweden in April 2023. In November {lind} was received on a visit of his own."
    )
    visits = [fact for fact in engagements(told) if fact.type == "visit"]
    assert [fact.country for fact in visits][:1] == ["SE"]
    assert all("of his own" not in span.text for span in visits[0].evidence)


def test_since_an_event_tells_the_date_of_that_event(engagements):
    told = engagements(
        "{reis} arrived in Stockholm in May 2024 for talks with Sweden. It was the first visit of a "
        "Portuguese minister since the fire of July 2023."
    )
    assert {visit.date for visit in told if visit.type == "visit"} == {"2024-05"}


def test_the_date_of_a_visit_to_which_one_is_invited_is_none_of_the_call(engagements):
    told = engagements(
        "The Ambassador of Sweden to Portugal called on {reis} and delivered an invitation to the Minister "
        "to undertake an official visit to Sweden in August.",
        published="2025-07-15",
    )
    assert [each.date for each in told if each.type == "meeting"] == [None]


@pytest.mark.parametrize(
    "stay",
    [
        "is on a visit to Peru until Friday (June 7)",
        "is in Peru until 7 June",
        "is visiting Peru through June 7",
    ],
)
def test_the_last_day_alone_is_no_date_of_a_stay_that_is_under_way(engagements, stay) -> None:
    (visit,) = engagements(f"Swedish Defence Minister Anna Lind {stay}.", published="2024-06-04")
    assert (visit.type, visit.status, visit.date) == ("visit", "held", None)


def test_the_last_day_and_the_length_give_the_days_of_a_stay(engagements) -> None:
    told = "Swedish Defence Minister Anna Lind will visit Peru for three days through Friday."
    (visit,) = engagements(told, published="2024-06-04")
    assert (visit.status, visit.date) == ("planned", "2024-06-05/2024-06-07")


@pytest.mark.parametrize(
    ("words", "status", "date"),
    [
        ("begins a two-day visit to Portugal on Wednesday", "planned", "2024-05-15/2024-05-16"),
        ("arrives in Lisbon on Wednesday for a two-day visit", "planned", "2024-05-15/2024-05-16"),
        ("arrived in Lisbon on Wednesday", "held", "2024-05-08"),
    ],
)
def test_the_present_with_a_day_of_the_week_is_of_the_next_one(engagement, words, status, date):
    told = engagement(f"{{lind}} {words}.", published="2024-05-13")
    assert (told.status, told.date) == (status, date)


def test_each_of_two_joined_clauses_has_its_own_date(engagements) -> None:
    told = "{lind} was in Lisbon in March and will return to Portugal this month."
    visits = engagements(told, published="2024-05-10")
    assert [(e.status, e.date) for e in visits] == [("held", "2024-03"), ("planned", "2024-05")]


def test_the_time_since_which_a_visit_is_the_first_is_not_its_own(engagement) -> None:
    told = "{lind} is on a visit to Portugal, the first since ties were raised to a partnership in July 2022."
    assert engagement(told, published="2024-05-10").date is None


def test_a_guest_is_invited_for_the_time_of_the_round(engagements) -> None:
    told = "{reis} invited {lind} to Lisbon for the eighth dialogue, which is to take place in 2025."
    visit = next(e for e in engagements(told, published="2024-05-10") if e.type == "visit")
    assert (visit.status, visit.date) == ("planned", "2025")


@pytest.mark.parametrize(
    "told",
    [
        "{lind} came to Lisbon. He is here to attend the third Sweden-Portugal Defence Dialogue on May 12.",
        "{lind} arrived in Lisbon today to co-chair the third Sweden-Portugal Defence Dialogue on May 12.",
    ],
)
def test_what_one_has_come_to_attend_in_some_days_is_planned(engagements, told) -> None:
    round_ = next(e for e in engagements(told, published="2024-05-10") if e.type == "dialogue")
    assert (round_.status, round_.date) == ("planned", "2024-05-12")


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("{lind} travelled to Lisbon on 4 May to meet {reis}.", "held"),
        ("{lind} flew to Lisbon on Saturday to hold talks with {reis}.", "held"),
        ("{lind} left for Lisbon today to meet {reis}.", "planned"),
        ("{lind} flew to Lisbon today to meet {reis}.", "planned"),
        ("{lind} will travel to Lisbon on 14 May to meet {reis}.", "planned"),
    ],
)
def test_whom_one_went_to_meet_days_ago_one_has_met(engagements, told, status) -> None:
    meeting = next(e for e in engagements(told, published="2024-05-10") if e.type == "meeting")
    assert meeting.status == status


def test_days_that_begin_within_the_week_are_not_those_of_a_year_ago(engagements) -> None:
    text = "{reis} reached Sweden today. {reis}'s visit to Sweden from 5 to 8 September was welcomed."
    dates = {f.date for f in engagements(text, published="2024-09-04")}
    assert not any(d and d.startswith("2023") for d in dates)
    later = {f.date for f in engagements(text, published="2024-07-04")}
    assert "2023-09-05/2023-09-08" in later


def test_the_day_of_a_journey_joined_is_not_that_of_the_call(engagements) -> None:
    told = (
        "{reis} will call on {lind} in Stockholm, and travel to Gotland on 24 August to see soldiers at work."
    )
    found = engagements(told, published="2024-08-20")
    assert [e.date for e in found if e.type == "meeting"] == [None]


def test_the_day_of_a_journey_joined_stays_with_it_where_both_have_one_subject(engagements) -> None:
    told = (
        "{reis} will visit Sweden from 22 to 24 August. Reis will also call on {lind}, and travel to Gotland "
    )
    found = engagements(told + "on 24 August to see soldiers at work.", published="2024-08-20")
    assert [e.date for e in found if e.type == "meeting"] == [None]


@pytest.mark.parametrize(
    ("told", "date"),
    [
        ("{reis} will attend the Ocean Summit, which opens on 15 May in Stockholm.", "2024-05-15"),
        ("{reis} is to attend the Ocean Summit which will begin tomorrow in Stockholm.", "2024-05-11"),
        ("{reis} attended the Ocean Summit, which opened in Stockholm on 8 May.", "2024-05-08"),
        ("{reis} yesterday attended the Ocean Summit, which opened on 8 May in Stockholm.", "2024-05-09"),
        ("{reis} attended the Ocean Summit in Stockholm, which first took place in March 2019.", None),
        ("{reis} will attend a conference at the Vasa Centre in Stockholm, which opened in May 2023.", None),
    ],
)
def test_a_summit_is_attended_when_the_clause_behind_it_says_that_it_opens(engagements, told, date) -> None:
    found = engagements(told, published="2024-05-10")
    assert [e.date for e in found if e.type == "conference"] == [date]
