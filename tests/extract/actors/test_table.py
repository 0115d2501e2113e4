"""Who sits at the table at a place of the document."""

from __future__ import annotations

import pytest

TEXT = "Norway met Chile in Oslo. Later, Norway met Peru in Lima."


def test_before_any_engagement_the_main_parties_sit_there(tell) -> None:
    actors = tell("Norway thanked Chile. Norway and Chile left. Peru waited.").actors
    assert actors.main == ("NO", "CL")
    assert actors.frame(0) == ("NO", "CL")
    assert not actors.is_seated(0)


def test_the_press_has_its_own_country_at_the_table(tell) -> None:
    assert tell("Chile sent a ship.", publisher="Ministry of Defence, Norway").actors.main == ("NO", "CL")


def test_a_body_counts_less_than_a_state(tell) -> None:
    actors = tell("ASEAN and NATO spoke. ASEAN and NATO left. Norway met Chile.").actors
    assert set(actors.main) == {"NO", "CL"}


def test_a_body_with_a_short_code_counts_less_than_a_state_too(tell) -> None:
    actors = tell("The EU and the UN spoke. The EU and the UN left. Norway met Chile.").actors
    assert set(actors.main) == {"NO", "CL"}


def test_the_engagement_told_last_sets_the_table(tell) -> None:
    actors = tell(TEXT).actors
    actors.seat(30, ["NO", "PE"])
    actors.seat(0, ["NO", "CL", "NO"])
    assert actors.frame(10) == ("NO", "CL")
    assert actors.frame(50) == ("NO", "PE")
    assert actors.others(50, ["NO"]) == ("PE",)


def test_before_the_first_engagement_its_parties_sit_there_already(tell) -> None:
    actors = tell(TEXT).actors
    actors.seat(30, ["NO", "PE"])
    assert actors.frame(0) == ("NO", "PE")
    assert not actors.is_seated(0)


def test_one_party_alone_is_no_table(tell) -> None:
    actors = tell(TEXT).actors
    actors.seat(0, ["NO"])
    assert not actors.is_seated(10)


def test_a_table_is_certain_when_people_of_both_parties_are_named(tell) -> None:
    ministers = "Minister Ola Hansen of Norway wrote to Minister Luis Rojas of Chile."
    assert set(tell(ministers).actors.table(0)) == {"NO", "CL"}
    assert tell("Norway wrote to Chile.").actors.table(0) == ()


def test_the_host_is_that_of_the_nearest_engagement_else_the_home_of_the_press(tell) -> None:
    told = tell(TEXT, publisher="Ministry of Defence, Peru")
    assert told.actors.host_at(0) == "PE"
    told.actors.set_host(0, "NO")
    told.actors.set_host(40, "PE")
    assert told.actors.host_at(5) == "NO"
    assert told.actors.host_at(38) == "PE"


@pytest.mark.parametrize(("offset", "date"), [(0, None), (15, "2024-05-03"), (40, "2024-05-06")])
def test_the_day_is_that_of_the_engagement_told_last(tell, offset, date) -> None:
    actors = tell(TEXT).actors
    actors.set_day(30, "2024-05-06")
    actors.set_day(10, "2024-05-03")
    assert actors.date_at(offset) == date


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Norway thanked Chile. Norway and Chile left.", ("NO", "CL")),
        ("Norway thanked Chile. Norway and Chile left. Peru waited.", ("NO", "CL")),
        ("Norway thanked Chile. Peru waited.", ()),
        ("Norway waited.", ()),
    ],
    ids=["two", "a third in passing", "three alike", "one"],
)
def test_two_are_a_pair_where_no_third_is_more_than_named_in_passing(tell, text, pair) -> None:
    assert tell(text).actors.pair(0) == pair


def test_those_of_the_engagement_told_last_are_the_pair(tell) -> None:
    actors = tell(TEXT).actors
    actors.seat(0, ["NO", "CL"])
    actors.seat(30, ["NO", "PE", "CL"])
    assert actors.pair(10) == ("NO", "CL")
    assert actors.pair(50) == ()
