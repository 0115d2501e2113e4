"""Whether an engagement was held, is planned, or was put off."""

import pytest


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("{reis} met {lind}.", "held"),
        ("{reis} will meet {lind}.", "planned"),
        ("{reis} is to meet {lind}.", "planned"),
        ("{reis} is scheduled to meet {lind}.", "planned"),
        ("Talks between {reis} and {lind} are to be held in Lisbon in December.", "planned"),
        ("Talks between {reis} and {lind} are to take place in Lisbon in December.", "planned"),
        ("{reis} plans to meet {lind}.", "planned"),
        ("The ministry said {reis} would meet {lind}.", "planned"),
        ("{reis} expressed her intention to meet {lind}.", "planned"),
        ("The upcoming visit of {reis} to Sweden will deepen ties.", "planned"),
        ("The visit of {reis} to Sweden has been postponed.", "postponed"),
        ("The visit of {reis} to Sweden has been put off.", "postponed"),
        ("The visit of {reis} to Sweden was cancelled.", "cancelled"),
        ("The visit of {reis} to Sweden was called off.", "cancelled"),
        ("{reis} called off her visit to Sweden.", "cancelled"),
        ("{reis} cancelled her visit to Sweden.", "cancelled"),
        ("The joint exercise of Portugal and Sweden was postponed.", "postponed"),
        ("During her visit to Sweden, {reis} is expected to tour a school.", "planned"),
        ("During her visit to Sweden, {reis} toured a school.", "held"),
        ("The programme also includes a meeting between {reis} and {lind}.", "planned"),
    ],
)
def test_the_verb_and_words_of_time_show_it(engagement, told, status):
    assert engagement(told).status == status


@pytest.mark.parametrize(
    ("told", "modality"),
    [
        ("{reis} met {lind}.", "asserted"),
        ("{reis} will meet {lind}.", "planned"),
        ("The visit of {reis} to Sweden has been postponed.", "asserted"),
        ("The visit of {reis} to Sweden was cancelled.", "negated"),
    ],
)
def test_modality_follows_status(engagement, told, modality):
    assert engagement(told).modality == modality


@pytest.mark.parametrize(
    "told",
    [
        "{reis} instructed the governments to hold the sixth meeting of the Portugal-Sweden Joint Council.",
        "{reis} charged the ministries with holding the sixth meeting of the Portugal-Sweden Joint Council.",
        "The ministries were directed to convene the sixth meeting of the Portugal-Sweden Joint Council.",
    ],
)
def test_what_others_are_told_to_hold_is_to_come_and_they_hold_it(engagement, told):
    meeting = engagement(told)
    assert (meeting.status, meeting.ordinal, meeting.participants) == ("planned", 6, ())


def test_who_is_told_to_hold_talks_takes_part(engagement):
    told = engagement("{reis} was instructed to hold the sixth meeting of the Portugal-Sweden Joint Council.")
    assert told.status == "planned"
    assert told.participants


def test_a_postponed_meeting(engagement):
    assert engagement("{reis} postponed a meeting with {lind}.").status == "postponed"


def test_what_follows_on_a_journey_to_come_is_planned(engagements):
    told = engagements(
        "From Lisbon, {reis} travels to Stockholm, where she has a meeting with {lind} on 26 May."
    )
    assert {(f.type, f.status) for f in told} == {("visit", "planned"), ("meeting", "planned")}


@pytest.mark.parametrize(
    ("told", "status"),
    [
        (
            "{reis} said that her talks with {lind} tomorrow would give new impetus to the partnership.",
            "planned",
        ),
        ("{reis} said that her talks with {lind} next week would be fruitful.", "planned"),
        ("{reis} arrived in Stockholm. The ceremony will be followed by talks with {lind}.", "planned"),
        ("{reis} arrived in Stockholm. The ceremony is to be followed by talks with {lind}.", "planned"),
        ("{reis} arrived in Stockholm. The ceremony was followed by talks with {lind}.", "held"),
    ],
)
def test_talks_told_with_a_day_to_come_or_behind_what_is_to_come(engagements, told, status) -> None:
    (talks,) = [e for e in engagements(told, published="2024-07-04") if e.type == "meeting"]
    assert talks.status == status


@pytest.mark.parametrize(
    ("told", "planned"),
    [
        ("They agreed that {reis} should travel to Sweden early in the new year.", True),
        ("They agreed that {reis} should visit Sweden in June.", True),
        ("They said that {reis} should visit Sweden in June.", False),
        ("They agreed that {reis} should visit Sweden.", False),
    ],
)
def test_what_it_was_agreed_that_somebody_should_do_at_a_time_is_planned(engagements, told, planned) -> None:
    found = [e.status for e in engagements(told, published="2024-03-05") if e.type == "visit"]
    assert found == (["planned"] if planned else [])


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("looked forward to the first joint patrol of the two navies", "planned"),
        ("welcomed the first joint patrol of the two navies", "held"),
    ],
)
def test_what_is_looked_forward_to_has_not_been_held(engagements, told, status) -> None:
    found = engagements(f"Canada and the Philippines {told}.", published="2023-09-08")
    assert {e.status for e in found if e.type == "exercise"} <= {status}


def test_a_meeting_that_follows_after_another_is_none_to_come(engagements) -> None:
    told = (
        "{reis} met with {lind} in Oslo. Their meeting follows four months after the Lisbon summit, in which "
        "{pires} and {holm} opened a new chapter."
    )
    assert all(e.status == "held" for e in engagements(told, published="2024-11-20"))
    later = "{reis} met with {lind} in Oslo. A meeting with {holm} follows later today."
    assert [e.status for e in engagements(later, published="2024-11-20")] == ["held", "planned"]


@pytest.mark.parametrize(
    ("behind", "status"),
    [
        ("which is planned for the autumn of this year", "planned"),
        ("which is scheduled to take place in June", "planned"),
        ("set for June 4", "planned"),
        ("due in June", "planned"),
        ("which was planned for May and took place in June", "held"),
        ("scheduled for two days", "held"),
    ],
)
@pytest.mark.parametrize("verb", ["exchanged views on", "discussed"])
def test_what_is_told_behind_a_visit_puts_it_in_the_time_to_come(engagements, verb, behind, status) -> None:
    told = f"The ministers {verb} the state visit of the President of Kenya to Korea, {behind}."
    found = [e.status for e in engagements(told, published="2024-03-05") if e.type == "visit"]
    wished = verb == "discussed" and status == "held"
    assert found == ([] if wished else [status])
