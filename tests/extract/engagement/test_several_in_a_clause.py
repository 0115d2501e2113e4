"""Several engagements in one clause, each told for itself; and what a release tells around a visit."""

from __future__ import annotations

import pytest

_VISIT = "President Mahama of Ghana concluded his State Visit to Singapore. "


def talks_in(engagements, told: str, kind: str = "meeting") -> list[tuple[str, ...]]:
    return [e.participants for e in engagements(_VISIT + told) if e.type == kind]


@pytest.mark.parametrize(
    "told",
    [
        "He held talks with Prime Minister Wong and engaged in discussions with President Tharman.",
        "He met Prime Minister Wong and held discussions with President Tharman of Singapore.",
        "He had a meeting with Prime Minister Wong and paid a courtesy call on President Tharman.",
    ],
)
def test_talks_with_one_and_discussions_with_another_are_two_meetings(engagements, told) -> None:
    first, second = talks_in(engagements, told)
    assert "Wong" in first
    assert "Tharman" not in first
    assert "Tharman" in second
    assert "Wong" not in second


def test_three_in_a_row_are_three_meetings(engagements) -> None:
    told = (
        "During his stay, he held talks with Prime Minister Wong, met with Speaker Seah Kian Peng and "
        "Minister Gan, and received Deputy Prime Minister Heng Swee Keat of Singapore."
    )
    met = [set(people) - {"Mahama"} for people in talks_in(engagements, told)]
    assert met == [{"Wong"}, {"Seah Kian Peng", "Gan"}, {"Heng Swee Keat"}]


def test_those_to_be_met_are_named_behind_their_offices(engagements) -> None:
    told = (
        "He is also scheduled to meet the President of the Senate, Senator Datuk Awang Ali Basah, and the "
        "Speaker of the House, Tan Sri Johari Abdul."
    )
    (met,) = (e for e in engagements("{reis} is on a visit to Malaysia. " + told) if e.type == "meeting")
    assert {"Awang Ali Basah", "Johari Abdul"} <= set(met.participants)


def test_discussions_with_business_leaders_are_others_than_the_talks(engagements) -> None:
    told = (
        "He held talks with Prime Minister Wong and engaged in discussions with Singaporean business leaders."
    )
    assert len(talks_in(engagements, told)) == 2


def test_what_sums_up_the_talks_is_no_second_meeting(engagements) -> None:
    told = (
        "He held talks with Prime Minister Wong and engaged in discussions with senior leaders of Singapore."
    )
    assert len(talks_in(engagements, told)) == 1


def test_a_forum_addressed_and_a_business_community_engaged_with_are_two(engagements) -> None:
    told = (
        "In Singapore, the President will address the Africa-Singapore Business Forum and engage with the "
        "Singaporean business community."
    )
    found = {e.type: e.evidence[0].text for e in engagements(_VISIT + told) if e.status == "planned"}
    assert found.keys() == {"conference", "meeting"}
    assert found["conference"].endswith("Business Forum")


@pytest.mark.parametrize(
    "told", ["He will engage with the issue of debt.", "The two sides engaged constructively on trade."]
)
def test_to_engage_with_a_matter_is_no_meeting(engagements, told) -> None:
    assert talks_in(engagements, told) == []


def test_engagements_that_the_visit_is_to_include_are_none_told_before(engagements) -> None:
    told = (
        "He will also meet with Prime Minister Wong. The visit is expected to include the signing "
        "of several agreements and engagements with Singaporean business leaders."
    )
    assert len(talks_in(engagements, told)) == 2


@pytest.mark.parametrize(
    "told",
    [
        "In a separate meeting, Health Minister Ong Ye Kung discussed cooperation with the President.",
        "At a separate meeting, the President discussed trade with Health Minister Ong Ye Kung.",
    ],
)
def test_who_discusses_something_in_a_separate_meeting_meets(engagements, told) -> None:
    (people,) = talks_in(engagements, told)
    assert "Ong Ye Kung" in people


def test_a_visit_told_as_concluded_has_the_whole_clause_and_its_days(engagements) -> None:
    told = (
        "President Mahama of Ghana returned to Accra on 29 August 2025, concluding his three-day State Visit "
        "to Singapore."
    )
    (visit,) = engagements(told)
    assert visit.evidence[0].text == told.rstrip(".")
    assert visit.date == "2025-08-27/2025-08-29"


def test_a_forum_of_the_days_behind_the_arrival_is_in_the_host_country(engagements) -> None:
    told = (
        "President Mohamed Muizzu of the Maldives arrived in China on 8 January 2024. On 9 January 2024, the "
        "President will attend the Invest Maldives Forum."
    )
    forum = next(e for e in engagements(told) if e.type == "conference")
    assert set(forum.parties) == {"MV", "CN"}


@pytest.mark.parametrize(
    "told",
    [
        "Seoul is preparing to receive President Andrzej Duda of Poland on a state visit in the autumn.",
        "Seoul will host President Andrzej Duda of Poland for a state visit in the autumn.",
    ],
)
def test_who_is_to_be_received_on_a_visit_travels(engagements, told) -> None:
    (visit,) = engagements(told, published="2024-06-22")
    assert (visit.type, visit.status, visit.country, visit.date) == ("visit", "planned", "KR", "2024-23")
    assert visit.participants == ("Andrzej Duda",)


_BACK = (
    "President Hassan of Tanzania returned to Dar es Salaam yesterday (11) at the end of her four-day State "
    "Visit to India."
)


def test_who_was_last_there_long_ago_was_on_another_visit(engagements) -> None:
    told = _BACK + " She had talks with Prime Minister Modi. The President was last in India in 2017."
    dates = {e.date for e in engagements(told, published="2023-10-12") if e.type == "visit"}
    assert dates == {"2023-10-08/2023-10-11", "2017"}


def test_a_journey_home_at_the_end_of_a_visit_has_its_clause_and_days(engagements) -> None:
    (visit,) = engagements(_BACK, published="2023-10-12")
    assert (visit.evidence[0].text, visit.date) == (_BACK.rstrip("."), "2023-10-08/2023-10-11")


def test_a_day_of_one_figure_in_brackets_is_no_face(engagements) -> None:
    told = "President Hassan of Tanzania arrived in New Delhi this evening (8) for a State Visit to India."
    (visit,) = engagements(told, published="2023-10-09")
    assert visit.date == "2023-10-08"


def test_who_is_met_on_the_sidelines_of_what_was_told_is_met_on_its_day(engagements) -> None:
    told = (
        "President Hassan of Tanzania today addressed the India-Tanzania Business Forum in New Delhi. On the "
        "sidelines of the forum she met with Minister of Commerce Piyush Goyal of India."
    )
    assert engagements(told, published="2023-10-10")[-1].date == "2023-10-10"


def test_nobody_is_met_on_a_visit_that_is_yet_to_begin(engagements) -> None:
    told = (
        "President Ruto of Kenya met the President of Ghana on 4 June 2024. He leaves Seoul on 6 June 2024 "
        "for Tokyo, where Prime Minister Kishida of Japan will receive him."
    )
    met = engagements(told, published="2024-06-05")[0]
    assert (set(met.parties), met.country) == ({"KE", "GH"}, None)


def test_what_goes_on_since_a_season_is_open(engagements) -> None:
    told = "The British frigate Falcon has been sailing with Norwegian ships since the spring."
    (drill,) = engagements(told, published="2025-08-31")
    assert drill.date == "2025-21/.."


def test_no_later_paragraph_goes_on_from_what_had_been_before(engagements) -> None:
    told = (
        "President Mahama of Ghana met Prime Minister Wong of Singapore on 26 August 2025.\n\n"
        "The President had met with Speaker Seah Kian Peng of Singapore on 25 August 2025.\n\n"
        "Following the talks, the President met with executives of Singaporean companies.\n"
    )
    assert engagements(told, published="2025-08-26")[-1].date == "2025-08-26"


@pytest.mark.parametrize(
    ("told", "meetings"),
    [
        ("will hold talks with President Mahama of Ghana and will host a luncheon in his honour", 2),
        ("held talks with President Mahama of Ghana and hosted a dinner in his honour", 2),
        ("held talks with President Mahama of Ghana over a dinner", 1),
        ("will hold talks with President Mahama of Ghana and host a website", 1),
    ],
)
def test_a_meal_given_besides_is_a_meeting_of_its_own(engagements, told, meetings) -> None:
    found = engagements(f"Prime Minister Wong of Singapore {told}.", published="2025-08-25")
    assert len(found) == meetings


def test_all_who_are_named_travel_where_several_are_arriving(engagements) -> None:
    told = (
        "Dutch Foreign Minister Jan Vos and Defence Minister Ruben Bakker, who are arriving in "
        "Nairobi this evening, will meet President William Ruto of Kenya."
    )
    visit = next(e for e in engagements(told, published="2025-08-25") if e.type == "visit")
    assert sorted(visit.participants) == ["Jan Vos", "Ruben Bakker"]


def test_one_alone_travels_where_one_is_arriving(engagements) -> None:
    told = (
        "Dutch Foreign Minister Jan Vos and Defence Minister Ruben Bakker, who is arriving in "
        "Nairobi this evening, will meet President William Ruto of Kenya."
    )
    visit = next(e for e in engagements(told, published="2025-08-25") if e.type == "visit")
    assert visit.participants == ("Ruben Bakker",)
