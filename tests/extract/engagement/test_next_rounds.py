"""Rounds told by their place in a row: of a series told before, or of those at the table."""

from __future__ import annotations

import pytest

_TOLD = "Portugal and Sweden held the third Portugal-Sweden Joint Commission in Lisbon on 3 July 2024. "
_AT_A_MEETING = (
    "{reis} and {lind} signed a plan at a special meeting of the General Border Committee in Lisbon on "
    "3 July 2024. "
)


def test_a_round_may_be_told_by_the_short_name_of_its_series(engagements) -> None:
    told = "Portugal and Sweden held the 2nd Foreign Office Consultations (FOC) in Lisbon on 3 July 2024. "
    held, before = engagements(told + "The first FOC took place in Stockholm in 2019.")
    assert (before.type, before.status, before.date, before.ordinal) == ("dialogue", "held", "2019", 1)
    assert (before.series, set(before.parties)) == (held.series, {"PT", "SE"})


def test_the_next_edition_is_none_of_an_exercise_told_by_the_way(engagements) -> None:
    found = engagements(
        "The Portugal-Sweden Defence Dialogue was held in Lisbon on 2 June 2025. {reis} thanked for the "
        "welcome during Exercise Otter in May 2024. The next edition of the Dialogue will be held in 2026.",
        published="2025-06-03",
    )
    assert {e.type for e in found if e.status == "planned"} == {"dialogue"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The next one will be held in Stockholm in May 2025.",
        "The fourth will take place in Stockholm in May 2025.",
    ],
)
def test_a_number_or_one_stands_for_the_next_round(engagements, sentence) -> None:
    held, ahead = engagements(
        "Portugal and Sweden held the third Portugal-Sweden Joint Commission in Lisbon on 3 July 2024. "
        + sentence
    )
    assert (ahead.status, ahead.date, ahead.country) == ("planned", "2025-05", "SE")
    assert (ahead.series, set(ahead.parties)) == (held.series, set(held.parties))


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("The next meeting of the commission will be held in Stockholm in October 2024.", "2024-10"),
        ("Both matters will be raised again at the next session of the commission, due in Stockholm.", None),
        ("They agreed to hold the next round of the commission in Stockholm in May 2025.", "2025-05"),
    ],
)
def test_it_is_planned_between_the_same_parties(engagements, sentence, date) -> None:
    _, ahead = engagements(_TOLD + sentence)
    assert (ahead.type, ahead.status, ahead.date, ahead.country) == ("dialogue", "planned", date, "SE")
    assert (ahead.parties, ahead.series) == (("PT", "SE"), "Portugal-Sweden Joint Commission")


def test_a_named_committee_that_both_sit_in_is_a_series(engagements) -> None:
    held, ahead = engagements(
        _AT_A_MEETING + "The next meeting of the committee will be in Stockholm in October 2024."
    )
    assert {e.type for e in (held, ahead)} == {"dialogue"}
    assert {e.series for e in (held, ahead)} == {"General Border Committee"}


@pytest.mark.parametrize("clause", ["which Stockholm hosted in May 2022", "held in Stockholm in May 2022"])
def test_a_round_told_by_its_number_in_passing_is_of_the_series(engagements, clause) -> None:
    held, before = engagements(
        _TOLD + f"Both took stock of the work done since its second meeting, {clause}."
    )
    assert (before.type, before.ordinal, before.date) == ("dialogue", 2, "2022-05")
    assert before.series == held.series


def test_a_joint_commission_is_to_sit(engagement) -> None:
    told = "{reis} and {lind} spoke. A joint commission will sit in Lisbon before the end of the year."
    ahead = engagement(told.replace("spoke", "praised their navies"))
    assert (ahead.type, ahead.status, set(ahead.parties)) == ("dialogue", "planned", {"PT", "SE"})


def test_it_is_told_once(engagements) -> None:
    sentence = "The next session of the commission will be held in Stockholm in October 2024. "
    assert len(engagements(_TOLD + sentence + sentence)) == 2


def test_its_next_round_and_the_one_before_need_no_name(engagements):
    told = (
        "Portugal and Sweden held the fourth Defence Dialogue in Lisbon on 4 March. The previous session had "
        "taken place in Malmo in 2022. They committed to holding its next iteration in June."
    )
    found = engagements(told, published="2024-03-05")
    assert [(fact.status, fact.date) for fact in found] == [
        ("held", "2024-03-04"),
        ("held", "2022"),
        ("planned", "2024-06"),
    ]
    assert {fact.series for fact in found} == {"Defence Dialogue"}


def test_the_next_of_a_name_is_looked_forward_to(engagements):
    sentence = "Both looked forward to the next {} in Stockholm in 2025."
    _, ahead = engagements(_TOLD + sentence.format("Joint Commission"))
    assert (ahead.type, ahead.status, ahead.country) == ("dialogue", "planned", "SE")
    assert len(engagements(_TOLD + sentence.format("Defence Dialogue"))) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "The matter will be raised at the next meeting of the commission.",
        "They hoped that the next meeting of the commission would be held in Stockholm in October.",
        "The next meeting of the council will be held in Stockholm in October.",
        "The last meeting of the commission was not easy.",
    ],
)
def test_a_wish_another_body_or_no_time_and_place_tells_none(engagements, sentence) -> None:
    assert [e.status for e in engagements(_TOLD + sentence)] == ["held"]


def test_without_a_series_told_before_it_is_of_nobody(engagements) -> None:
    assert engagements("The next meeting of the committee will be held in Stockholm in October 2024.") == []


def test_the_next_session_of_a_named_commission_is_ahead(engagement) -> None:
    told = engagement(
        "{reis} and {lind} agreed on 3 July 2024 to hold the next session of the Portugal-Sweden Joint "
        "Commission in Stockholm."
    )
    assert (told.type, told.status) == ("dialogue", "planned")


def test_the_town_behind_a_name_is_no_part_of_it(engagement) -> None:
    told = engagement(
        "Portugal and Sweden held the third meeting of the Joint Border Committee in Lisbon on 3 July 2024."
    )
    assert (told.series, told.place) == ("Joint Border Committee", "Lisbon")


@pytest.fixture
def told(engagements):
    """Reads sentences behind a meeting of two ministers."""

    def read(text):
        opening = (
            "Norway and Chile want to train together. Norwegian Foreign Minister Espen Barth Eide met "
            "Foreign Minister Alberto van Klaveren of Chile in Oslo on 3 July 2024. "
        )
        return engagements(opening + text)[1:]

    return read


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The next round of talks is due in Santiago in March 2025.", "meeting"),
        ("Another meeting is scheduled for March 2025 in Santiago.", "meeting"),
        ("A further round will take place in Santiago in March 2025.", "dialogue"),
    ],
)
def test_what_is_to_come_is_of_those_at_the_table(told, sentence, kind) -> None:
    (ahead,) = told(sentence)
    assert (ahead.type, ahead.status, ahead.parties) == (kind, "planned", ("NO", "CL"))
    assert (ahead.date, ahead.country) == ("2025-03", "CL")


def test_who_hosts_it_tells_where(told) -> None:
    (ahead,) = told("Chile will host the next round of talks.")
    assert (ahead.status, ahead.country, ahead.parties) == ("planned", "CL", ("NO", "CL"))


@pytest.mark.parametrize(
    "sentence",
    [
        "The next government will hold another round of elections in Oslo in March 2025.",
        "The next dialogue with the opposition will be held in Oslo in March 2025.",
        "Another meeting of the cabinet is planned for Tuesday.",
        "The next session of parliament is due in March 2025.",
        "The next round of talks could be held in Santiago in March 2025.",
    ],
)
def test_what_is_no_matter_of_two_states_is_none(told, sentence) -> None:
    assert told(sentence) == []


def test_the_edition_before_is_of_the_exercise_told(engagements) -> None:
    first, before = engagements(
        "Exercise Arctic Otter of Norway and Chile opened in Bodø on 3 July 2024. "
        "The previous edition was conducted in June 2022."
    )
    assert (before.type, before.status, before.date) == ("exercise", "held", "2022-06")
    assert (before.series, before.parties) == (first.series, first.parties)


def test_a_group_of_soldiers_is_no_round(told) -> None:
    assert not [
        e for e in told("The first group of soldiers is to leave by 10 March.") if e.type == "dialogue"
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The next round is to take place in Stockholm in May 2025.",
        "The fourth meeting is to be held in Stockholm in May 2025.",
        "The next dialogue will take place in Stockholm in May 2025.",
        "The fourth meeting is scheduled for May 2025 in Stockholm.",
        "The next meeting, in May 2025, will be hosted by Sweden.",
    ],
)
def test_the_round_that_follows_a_meeting_of_two_is_theirs(engagements, sentence) -> None:
    met = "Portugal and Sweden held talks in Lisbon on 3 July 2024. "
    (ahead,) = [e for e in engagements(met + sentence) if e.status == "planned"]
    assert (ahead.date, ahead.country, set(ahead.parties)) == ("2025-05", "SE", {"PT", "SE"})


def test_a_body_to_be_set_up_next_is_no_round(engagements) -> None:
    met = "Portugal and Sweden held talks in Lisbon on 3 July 2024. "
    assert len(engagements(met + "The next working group will be formed in May 2025.")) == 1


def test_the_next_round_of_a_dialogue_is_of_those_it_is_named_after(engagements) -> None:
    (ahead,) = engagements("Sweden will host the next round of the Sweden-Peru strategic dialogue in 2025.")
    assert (ahead.status, set(ahead.parties), ahead.country) == ("planned", {"SE", "PE"}, "SE")


def test_the_next_round_of_a_dialogue_named_in_full_has_its_series(engagements) -> None:
    met = "Sweden and Peru held talks in Stockholm on 3 July 2024. "
    told = "The next round of the Sweden-Peru Defence Dialogue is to take place in Lima in May 2025."
    _, ahead = engagements(met + told)
    assert (ahead.status, ahead.series, ahead.place) == ("planned", "Sweden-Peru Defence Dialogue", "Lima")


@pytest.mark.parametrize(
    "ahead",
    [
        "The next meeting of the committee will be hosted by Chile.",
        "Chile will host the next meeting of the committee.",
    ],
)
def test_the_host_of_a_round_of_a_series_is_setting_enough(engagements, ahead) -> None:
    first = "Norway and Chile held the fourth meeting of the Joint Defence Committee (JDC) in Oslo. "
    _, found = engagements(first + ahead)
    assert (found.status, found.country, found.type) == ("planned", "CL", "dialogue")


def test_a_next_round_of_which_neither_day_nor_host_is_told_is_none(engagements) -> None:
    first = "Norway and Chile held the fourth meeting of the Joint Defence Committee (JDC) in Oslo. "
    assert len(engagements(first + "The next meeting of the committee will be a long one.")) == 1


def test_the_next_round_has_the_next_number(engagements) -> None:
    _, ahead = engagements(_TOLD + "Sweden will host the next meeting of the commission.")
    assert ahead.ordinal == 4
    _, other = engagements(_TOLD + "Sweden will host the next meeting, the 28th of its kind, in May 2025.")
    assert other.ordinal != 4


@pytest.mark.parametrize(
    "told",
    [
        "The Joint Committee, which last met in Oslo in 2022, will hold its next meeting in Lisbon in May.",
        "The Joint Defence Committee, which last convened in Oslo in 2022, is to meet in Lisbon in May.",
        "The Joint Defence Committee, which was set up in 2012, will meet in Lisbon in May.",
    ],
)
def test_the_round_before_or_the_founding_gives_no_date_to_the_next(engagements, told) -> None:
    opening = "Portugal and Sweden held talks in Stockholm on 3 February 2024. "
    ahead = [e for e in engagements(opening + told, published="2024-02-04") if e.status == "planned"]
    assert [(e.type, e.date, e.place) for e in ahead] == [("dialogue", "2024-05", "Lisbon")]


def test_a_next_round_of_consultations_is_called_by_their_name(engagements) -> None:
    first = "Portugal and Sweden held talks in Stockholm on 3 February 2024. "
    told = first + "The next round of the political consultations will take place in Lisbon in May."
    (ahead,) = [e for e in engagements(told, published="2024-02-04") if e.status == "planned"]
    assert (ahead.series, ahead.place) == ("political consultations", "Lisbon")


def test_the_meeting_of_a_committee_that_is_to_be_held_is_told_once(engagements) -> None:
    first = "Portugal and Sweden held talks in Stockholm on 3 February 2024. "
    told = first + "They agreed to hold the third Joint Military Committee meeting in May."
    (ahead,) = [e for e in engagements(told, published="2024-02-04") if e.status == "planned"]
    assert (ahead.type, ahead.ordinal) == ("dialogue", 3)
