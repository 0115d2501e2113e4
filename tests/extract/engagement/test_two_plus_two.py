"""Meetings of four ministers that are called by their number alone."""

import pytest

BEFORE = "{reis} and {lind} are partners. "


def test_the_next_of_the_two_at_the_table(engagements) -> None:
    told = "Portugal and Sweden held the second 2+2 dialogue in Lisbon on 8 September 2022. "
    _, ahead = engagements(told + "The next 2+2 dialogue will be held in Stockholm in 2023.")
    assert (ahead.type, ahead.status, set(ahead.parties)) == ("dialogue", "planned", {"PT", "SE"})


@pytest.mark.parametrize(
    ("told", "ordinal"),
    [
        ("Portugal and Sweden held 2+2 talks among their ministers in Lisbon on 3 July 2024.", None),
        ("The inaugural two-plus-two ministerial between Portugal and Sweden took place on 3 July 2024.", 1),
        ("The ministers of Portugal and Sweden met in Lisbon for the sixth “2+2” on 3 July 2024.", 6),
        ("Portugal and Sweden held the second 2+2 foreign and defence ministers' meeting on 3 July 2024.", 2),
    ],
)
def test_talks_called_so_are_a_round(engagement, told, ordinal) -> None:
    held = engagement(told)
    assert (held.type, set(held.parties), held.date) == ("dialogue", {"PT", "SE"}, "2024-07-03")
    assert ("2+2" in held.series, held.ordinal) == (True, ordinal)


@pytest.mark.parametrize(
    ("told", "ordinal", "status", "date", "country"),
    [
        ("Much was done since the second 2+2 in Lisbon last May.", 2, "held", "2024-05", "PT"),
        ("It follows up the inaugural 2+2 held in Stockholm on 9 April 2022.", 1, "held", "2022-04-09", "SE"),
        ("All look forward to the third 2+2, to be held in Stockholm.", 3, "planned", None, "SE"),
        ("The next 2+2 is due in Stockholm in 2025.", None, "planned", "2025", "SE"),
    ],
)
def test_a_round_without_a_noun_is_of_the_two_at_the_table(engagement, told, ordinal, status, date, country):
    fact = engagement(BEFORE + told, published="2024-11-20")
    assert (fact.type, fact.series, fact.ordinal, fact.status) == ("dialogue", "2+2", ordinal, status)
    assert (set(fact.parties), fact.date, fact.country) == ({"PT", "SE"}, date, country)


@pytest.mark.parametrize(
    "told",
    [
        "The second 2+2 dialogue was held in Lisbon.",
        "The second Portugal-Sweden Dialogue (2+2) was held in Lisbon.",
    ],
)
def test_with_a_noun_it_is_read_by_the_noun(engagement, told):
    assert engagement(BEFORE + told).rule == "engagement/mechanism"


def test_a_sum_is_no_meeting(engagements):
    assert engagements("{reis} said that 2+2 makes four.") == []


def test_who_meets_for_a_round_meets_once(engagement):
    fact = engagement("{reis} met {lind} in Lisbon for the second Portugal-Sweden Defence Dialogue.")
    assert (fact.type, fact.ordinal, len(fact.participants)) == ("dialogue", 2, 2)
