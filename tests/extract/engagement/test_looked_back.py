"""Talks told by the way, with a time of their own."""

import pytest

BEFORE = "{reis} and {lind} are partners. "


@pytest.mark.parametrize(
    ("told", "kind", "date", "country"),
    [
        ("Much has changed since the defence talks in Lisbon last May.", "meeting", "2024-05", "PT"),
        (
            "They spoke of progress since the consultations in Stockholm in June 2023.",
            "dialogue",
            "2023-06",
            "SE",
        ),
        ("The plan goes back to last year's talks in Lisbon.", "meeting", "2023", "PT"),
        (
            "During the strategic dialogue in Lisbon last month the plan was born.",
            "dialogue",
            "2024-10",
            "PT",
        ),
        ("Nothing came of the virtual talks of May 2022.", "call", "2022-05", None),
    ],
)
def test_talks_told_with_their_time_are_of_the_two_sides(engagement, told, kind, date, country):
    fact = engagement(BEFORE + told, published="2024-11-20")
    assert (fact.type, fact.status, fact.date, fact.country) == (kind, "held", date, country)
    assert set(fact.parties) == {"PT", "SE"}


@pytest.mark.parametrize(
    ("told", "kind", "date"),
    [
        (
            "It began with a meeting of the ministers of Portugal and Sweden in May 2022.",
            "meeting",
            "2022-05",
        ),
        (
            "The plan was born at the talks between Sweden and Portugal, held in May 2022.",
            "meeting",
            "2022-05",
        ),
        (
            "Last month's naval exercise between Portugal and Sweden off Faro was the largest.",
            "exercise",
            "2024-10",
        ),
        ("They looked back on the joint drill off Faro in May.", "exercise", "2024-05"),
    ],
)
def test_new_talks_and_joint_drills_of_two_who_are_named(engagement, told, kind, date):
    fact = engagement(BEFORE + told, published="2024-11-20")
    assert (fact.type, fact.status, fact.date, set(fact.parties)) == (kind, "held", date, {"PT", "SE"})


@pytest.mark.parametrize(
    "told",
    [
        "It may begin with a meeting of the ministers of Portugal and Sweden in May.",
        "The army's exercises in May showed how ready it was.",
    ],
)
def test_no_talks_that_may_come_and_no_drills_of_one_army(engagements, told):
    assert [e for e in engagements(BEFORE + told, published="2024-11-20") if e.status == "held"] == []


def test_the_date_of_other_talks_is_not_theirs(engagements):
    (fact,) = engagements(
        "{reis} met {lind} in Lisbon. The talks were a continuation of those in Malmö in 2019."
    )
    assert fact.date is None


@pytest.mark.parametrize(
    "told",
    [
        "Much has changed since the talks.",
        "They prepare for the talks in Lisbon in May 2025.",
        "Much has changed since the talks between Chile and Peru.",
        "A meeting in May would be welcome.",
        "There were no talks in May 2022.",
        "All eyes are on the upcoming talks in Lisbon in December.",
        "Much has changed since the summit in Vilnius last July.",
        "Nobody forgets the exhibition of May 2022.",
    ],
)
def test_nothing_is_told_without_a_time_that_lies_back(engagements, told):
    assert engagements(BEFORE + told, published="2024-11-20") == []


def test_a_meeting_of_two_named_that_was_put_off(engagement):
    told = "The meeting of the two defence ministers in Lisbon, due on 17 September, was put off."
    fact = engagement(BEFORE + told, published="2024-11-20")
    assert (fact.type, fact.status, fact.date) == ("meeting", "postponed", "2024-09-17")


def test_the_talks_of_today_keep_their_own_date(engagements):
    told = "{reis} met {lind} in Lisbon on Monday. They took stock since the talks in Stockholm last May."
    held, before = engagements(told, published="2024-11-20")
    assert (held.date, before.date, before.country) == ("2024-11-18", "2024-05", "SE")


def test_a_meeting_of_a_standing_body_is_a_round(engagements):
    told = "{reis} met {lind}. The talks followed last week's meeting of the High-Level Core Group."
    found = [fact for fact in engagements(told, published="2024-03-05") if fact.type == "dialogue"]
    assert [fact.series for fact in found] == ["High-Level Core Group"]


def test_the_visit_of_somebody_with_its_time_is_to_the_other_side(engagement):
    told = "{reis} said so. The visit of {lind} in January 2021 had paved the way."
    fact = engagement(told, published="2024-11-20")
    assert (fact.type, fact.country, fact.date, fact.participants) == ("visit", "PT", "2021-01", ("Bo Lind",))


def test_the_consultations_keep_their_name(engagement):
    told = "They spoke of what was agreed at last year's defence committee in Lisbon."
    assert engagement(BEFORE + told, published="2024-11-20").series == "defence committee"


def test_a_meeting_of_a_named_council_is_a_round_of_it(engagement):
    told = "They took part in the Joint Defence Council meeting on 11 March in Lisbon."
    fact = engagement(BEFORE + told, published="2024-11-20")
    assert (fact.type, fact.series, fact.date) == ("dialogue", "Joint Defence Council", "2024-03-11")
    told += " During the first meeting of the Joint Defence Council, they spoke of trade."
    again = engagement(BEFORE + told, published="2024-11-20")
    assert (again.ordinal, again.date) == (1, "2024-03-11")


def test_the_talks_of_four_ministers_are_a_round(engagement):
    fact = engagement(BEFORE + "She recalled the 2+2 talks in Lisbon last May.", published="2024-11-20")
    assert (fact.type, fact.series, fact.date) == ("dialogue", "2+2", "2024-05")


def test_a_text_signed_in_the_course_of_a_visit_tells_of_the_visit(engagements):
    told = "{reis} said so. A pact was signed in Lisbon in May 2022 during the visit of {lind}."
    (visit,) = [fact for fact in engagements(told, published="2024-11-20") if fact.type == "visit"]
    assert (visit.country, visit.participants, visit.date) == ("PT", ("Bo Lind",), "2022-05")


def test_the_city_in_the_name_of_a_summit_is_where_it_was(engagements):
    text = "The talks followed up on their Stockholm summit of May 2023."
    *_, before = engagements("{reis} met {lind} in Lisbon on 4 May 2024. " + text)
    assert (before.date, before.country) == ("2023-05", "SE")


_SEVENTH = "Portugal and Sweden held the seventh Portugal-Sweden Joint Committee in Lisbon on 3 July 2024. "


def test_a_round_by_its_number_and_its_place_alone(engagements) -> None:
    seventh, sixth = engagements(
        _SEVENTH + "They reviewed the tasks that were laid down at the sixth meeting in Stockholm."
    )
    assert (sixth.ordinal, sixth.country, sixth.date, sixth.status) == (6, "SE", None, "held")
    assert sixth.series == seventh.series


def test_what_follows_took_place_where_the_news_did(engagements) -> None:
    *_, lunch = engagements(
        _SEVENTH + "They reviewed the tasks laid down at the sixth meeting in Stockholm. "
        "In the afternoon they attended a Portugal-Sweden investment conference."
    )
    assert lunch.type == "conference"
    assert lunch.country == "PT"


@pytest.mark.parametrize(
    "sentence",
    [
        "They will report at the eighth meeting in Stockholm.",
        "They reviewed the tasks laid down at a sixth meeting in Paris.",
    ],
)
def test_no_round_is_made_of_what_is_to_come_or_is_elsewhere(engagements, sentence) -> None:
    assert [e.ordinal for e in engagements(_SEVENTH + sentence) if e.status == "held"] == [7]


def test_a_number_without_a_series_told_before_is_no_round(engagements) -> None:
    told = "{reis} met {lind} in Lisbon on 3 July 2024. "
    told += "They recalled what was said at the sixth meeting in Stockholm."
    assert [e.ordinal for e in engagements(told)] == [None]


def test_a_summit_in_a_city_of_one_of_the_two_is_theirs(engagements) -> None:
    told = (
        "{holm} received {reis} in Stockholm. At a summit in Lisbon in January 2023, {lind} had promised it."
    )
    found = [e for e in engagements(told, published="2024-05-10") if "summit" in e.rule]
    assert [(set(e.parties), e.date) for e in found] == [({"PT", "SE"}, "2023-01")]


def test_a_summit_of_others_in_that_city_is_not(engagements) -> None:
    told = (
        "{holm} received {reis} in Stockholm. At a summit in Lisbon in January 2023, European leaders agreed."
    )
    assert [e for e in engagements(told, published="2024-05-10") if "summit" in e.rule] == []


def test_a_summit_at_the_time_of_a_visit_has_the_time_of_the_visit(engagements) -> None:
    told = (
        "{holm} received {reis} in Stockholm. The two have been in touch since Holm travelled to Portugal in "
        "January last year. At the summit in Lisbon at the time, Portugal promised to invest."
    )
    found = [e for e in engagements(told, published="2024-05-10") if "of-then" in e.rule]
    assert [(set(e.parties), e.date) for e in found] == [({"PT", "SE"}, "2023-01")]


def test_who_meet_to_follow_up_on_the_talks_of_others_are_not_those(engagements) -> None:
    told = "{reis} met with {lind} to follow up on the April talks between {pires} and {holm}."
    first, back = engagements(told, published="2024-07-05")
    assert set(first.participants) == {"Ana Reis", "Bo Lind"}
    assert (set(back.participants), back.date) == ({"Rui Pires", "Eva Holm"}, "2024-04")
    assert first.date != "2024-04"


def test_a_summit_named_after_a_town_of_one_of_the_two_was_theirs(engagements) -> None:
    told = "{reis} met with {lind} in Oslo. They recalled the commitment made at the Lisbon Summit in August."
    _, back = engagements(told, published="2024-11-20")
    assert (set(back.parties), back.type, back.date, back.country) == (
        {"PT", "SE"},
        "meeting",
        "2024-08",
        "PT",
    )


def test_the_summit_of_a_body_or_in_a_town_of_others_was_not_theirs(engagements) -> None:
    for summit in ("the G20 Rome Summit", "the Rome Summit"):
        told = f"{{reis}} met with {{lind}} in Oslo. They recalled {summit} in August."
        assert not [e for e in engagements(told, published="2024-11-20") if "looked-back" in e.rule]


def test_a_trilateral_summit_was_one_of_the_three_at_the_table(engagements) -> None:
    told = (
        "The defence ministers of Portugal, Sweden and Peru met in Lima on Friday. They build on what was "
        "agreed at the Lima Trilateral Summit in August."
    )
    back = next(e for e in engagements(told, published="2024-11-20") if "looked-back" in e.rule)
    assert (set(back.parties), back.date) == ({"PT", "SE", "PE"}, "2024-08")
