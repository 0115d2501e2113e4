"""All engagements of a document."""

import pytest

MET = "{reis} met {lind} on 8 July 2024. "


def test_one_fact_however_often_it_is_told(engagement):
    fact = engagement(MET + "Minister Reis and Minister Lind met in Lisbon. The talks were long.")
    assert (fact.date, fact.place) == ("2024-07-08", "Lisbon")


@pytest.mark.parametrize(
    ("more", "types"),
    [
        ("They met again on 9 August 2024.", ["meeting", "meeting"]),
        ("{holm} hosted a dinner for Minister Reis.", ["meeting", "meeting"]),
        ("{pires} met {holm}.", ["meeting", "meeting"]),
        ("{reis} visited Sweden in June 2024.", ["meeting", "visit"]),
    ],
)
def test_separate_events_told_separately_are_separate(engagements, more, types):
    assert sorted(f.type for f in engagements(MET + more)) == types


def test_all_sides_at_the_table_bring_their_people(engagements):
    _, signing = engagements(MET + "The two ministers then signed an agreement at a ceremony.")
    assert signing.participants == ("Ana Reis", "Bo Lind")


@pytest.mark.parametrize(
    ("published", "date"), [("2024-07-10", "2024-07-08"), (None, "2024-07-08"), ("2025-07-10", None)]
)
def test_the_day_is_carried_on_while_it_is_news(engagements, published, date):
    text = MET + "The two ministers then signed an agreement at a ceremony."
    assert engagements(text, published=published)[1].date == date


def test_the_day_is_not_carried_on_without_a_word_for_it(engagements):
    told = engagements(MET + "{pires} met {holm}.")
    assert [f.date for f in told] == ["2024-07-08", None]


@pytest.mark.parametrize(
    "told",
    [
        "Nothing happened.",
        "{reis} met officials.",
        "Portugal met.",
        "???",
        "Meeting meeting meeting",
        "{reis}",
    ],
)
def test_nothing_is_made_of_one_party_or_of_noise(engagements, told):
    assert engagements(told) == []


def test_an_empty_document_has_none(engagements):
    assert engagements("") == []
    assert engagements("\n\n \n") == []


def test_reading_twice_gives_the_same(engagements):
    assert engagements(MET) == engagements(MET)


@pytest.mark.parametrize(
    ("told", "people"),
    [
        ("The two leaders held talks at the Palace.", {"António Costa", "Ulf Kristersson"}),
        ("The two ministers held talks at the Palace.", set()),
    ],
)
def test_the_two_leaders_are_those_named_before_one_of_each_side(engagements, told, people):
    found = engagements(
        "Prime Minister António Costa of Portugal is on a visit to Sweden. He thanked Prime Minister Ulf "
        "Kristersson of Sweden. Foreign Minister Maria Malmer Stenergard of Sweden was there. " + told
    )
    talks = [set(f.participants) for f in found if f.type == "meeting"]
    assert talks == [people]


def test_who_met_is_told_below_the_head_of_a_report(engagements):
    head = "Ministers meet\n\nThe defence ministers of Portugal and Sweden met in Lisbon on 3 July 2024."
    talks, dinner = engagements(head + "\n\n{reis} held talks with {lind}. She also met {holm}.")
    assert (set(talks.participants), talks.date) == ({"Ana Reis", "Bo Lind"}, "2024-07-03")
    assert dinner.participants
    (lead, received) = engagements(head + "\n\nThe Prime Minister, Rui Costa of Portugal, received {lind}.")
    assert (lead.participants, "Bo Lind" in received.participants) == ((), True)


def test_a_meeting_before_those_told_is_another(engagements):
    text = "{reis} held talks with {lind} in Lisbon on Friday. The two ministers had first met in May 2022."
    assert [f.date for f in engagements(text, published="2024-07-08")] == ["2024-07-05", "2022-05"]


def test_the_one_before_the_last_has_its_own_date(engagements):
    told = engagements(
        "{reis} and {lind} met in Lisbon last year. They had last met in Oslo in November.",
        published="2024-05-04",
    )
    assert [e.date for e in told] == ["2023", "2023-11"]


def test_whom_they_will_also_meet_are_others(engagements):
    told = engagements(
        "{reis} will hold talks with {lind} on 4 May 2024. The two ministers will also meet business "
        "leaders of both countries."
    )
    assert len(told) == 2
    told = engagements(
        "{reis} will hold talks with {lind} on 4 May 2024. The two ministers will also meet in the evening."
    )
    assert len(told) == 1


def test_a_plan_is_no_part_of_what_was_over_long_before(engagements):
    told = engagements(
        "{reis} was in Sweden in April 2023. {reis} will visit Sweden next spring.", published="2024-05-04"
    )
    assert [e.status for e in told] == ["held", "planned"]


def test_the_talks_told_below_are_not_those_of_last_year(engagements):
    accord = (
        "{reis} and {lind} signed the accord in Oslo on Friday. They had agreed on it when President Holm "
        "of Sweden met Prime Minister Rui Pires of Portugal in Lisbon last year."
    )
    talks = "After the ceremony the two ministers held talks."
    for gap, dates in (("\n\n", {"2023", None}), (" ", {"2023"})):
        told = engagements(f"{accord}{gap}{talks}", published="2024-05-04")
        assert {e.date for e in told if e.type == "meeting"} == dates


def test_a_body_that_met_for_the_first_time_is_the_first_of_its_series(engagements):
    (first,) = engagements(
        "The joint defence committee of Portugal and Sweden met for the first time in May.",
        published="2024-07-01",
    )
    assert first.ordinal == 1


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("held talks with {lind} and met {holm}.", "held"),
        ("will hold talks with {lind} and will meet {holm}.", "planned"),
        ("will receive {lind} and meet {holm}.", "planned"),
    ],
)
def test_two_verbs_tell_of_two_meetings(engagements, told, status):
    first, second = engagements("{reis} " + told)
    assert (set(first.participants), first.status) == ({"Ana Reis", "Bo Lind"}, status)
    assert (set(second.participants), second.status) == ({"Ana Reis", "Eva Holm"}, status)


def test_who_was_received_by_another_the_day_after(engagements):
    talks, call = engagements(
        "{reis} held talks with {lind} on 1 May 2024 and was received by {holm} the following day."
    )
    assert set(talks.participants) == {"Ana Reis", "Bo Lind"}
    assert set(call.participants) == {"Ana Reis", "Eva Holm"}


def test_the_whole_list_is_met(engagements):
    told = engagements(
        "{reis} will visit Sweden on 1 May 2024. She is scheduled to meet Swedish President Eva Holm, Prime "
        "Minister Bo Lind and other dignitaries."
    )
    assert {"Bo Lind", "Eva Holm"} <= set(told[-1].participants)


@pytest.mark.parametrize("how", ["took place", "was held", "began", "convened"])
def test_the_meeting_of_a_body_is_told_once_with_its_number(engagements, how):
    (only,) = engagements(
        f"The third meeting of the Joint Defence Committee of Portugal and Sweden {how} in Lisbon on 1 May "
        "2024 under the chairmanship of {reis} and {lind}."
    )
    assert (only.type, only.ordinal, len(only.participants)) == ("dialogue", 3, 2)


def test_one_verb_with_two_counterparts_tells_of_one(engagements):
    (only,) = engagements("{reis} held talks with {lind} and {holm}.")
    assert len(only.participants) == 3


def test_a_conference_told_in_passing_seats_nobody(engagements):
    text = (
        MET
        + "{lind} attended the G20 summit in Rio. The two ministers then signed an agreement at a ceremony."
    )
    assert [set(f.parties) for f in engagements(text) if f.type == "ceremony"] == [{"PT", "SE"}]


def test_talks_after_which_they_signed_are_of_the_day_on_which_they_met(engagements):
    text = (
        "{reis} received {lind} in Lisbon on Wednesday.\n\n"
        "After their talks in Lisbon the two ministers signed a declaration on defence."
    )
    told = [f.date for f in engagements(text, published="2024-07-25") if f.type in {"meeting", "ceremony"}]
    assert set(told) == {"2024-07-24"}


def test_two_who_meet_in_a_third_country_sit_there_as_two(engagements) -> None:
    text = (
        "{reis} met {lind} in Nairobi on Friday, ending a three-day stay in Kenya. They reviewed the work of "
        "the Joint Commission, which met in Lisbon in June 2024."
    )
    (round_,) = [e for e in engagements(text, published="2024-08-02") if e.type == "dialogue"]
    assert set(round_.parties) == {"PT", "SE"}
