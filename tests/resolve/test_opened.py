"""What ceremonies are held for tells them apart, and brings them together."""

from __future__ import annotations

import pytest

from servanda.resolve.engagements import compare
from servanda.resolve.opened import is_of_one_thing, is_opened_once


def _ceremony(wire, published, quotation, rule, date, **more):
    return wire.engagement(published, quotation, "US VN", type="ceremony", date=date, rule=rule, **more)


_HANDED, _OPENED = "engagement/gift-handed", "engagement/opening:inaugurate/day"


def test_a_handover_that_was_announced_for_the_month_is_the_one_that_was_held(wire):
    plan = _ceremony(
        wire,
        "2024-09-09",
        "the United States will hand over the first T-6C trainer aircraft to Vietnam",
        _HANDED,
        "2024-11",
        status="planned",
        country="US",
    )
    held = _ceremony(
        wire, "2024-11-21", "handed over the first five T-6Cs", _HANDED, "2024-11-20", country="VN"
    )
    assert is_of_one_thing(plan, held)
    assert compare(plan, held).verdict == "same"
    assert compare(plan, held).score >= 0.6


@pytest.mark.parametrize(
    ("quotation", "rule"),
    [
        ("handed over two patrol boats", _HANDED),
        ("inaugurated a hangar for the T-6C trainers", _OPENED),
    ],
)
def test_another_thing_or_another_act_is_not(wire, quotation, rule):
    one = _ceremony(wire, "2024-11-21", "handed over the first five T-6C trainers", _HANDED, "2024-11-20")
    assert not is_of_one_thing(one, _ceremony(wire, "2024-11-25", quotation, rule, "2024-11"))


def test_a_plant_is_opened_once_whatever_day_a_later_report_gives(wire):
    news = _ceremony(wire, "2023-05-10", "inaugurated the production line in Haiphong", _OPENED, "2023-05-09")
    later = _ceremony(
        wire, "2025-11-25", "The production line in Haiphong was inaugurated", _OPENED, "2023-05-19"
    )
    assert is_opened_once(news, later)
    assert compare(news, later).rule == "ceremony/near-day"
    school = _ceremony(wire, "2025-11-25", "A school in Hue was inaugurated", _OPENED, "2023-05-19")
    assert compare(news, school).verdict == "different"


def test_a_later_report_can_err_on_the_number_of_a_round(wire):
    def dialogue(published, date, ordinal):
        return wire.engagement(
            published,
            f"number {ordinal} of the Defence Policy Dialogue",
            "US VN",
            type="dialogue",
            series="Defence Policy Dialogue",
            date=date,
            ordinal=ordinal,
        )

    news = dialogue("2025-05-09", "2025-05-08", 13)
    assert compare(news, dialogue("2025-12-09", "2025-05", 14)).rule == "engagement/other-number"
    assert compare(news, dialogue("2025-12-09", "2025", 14)).verdict == "different"
    assert compare(news, dialogue("2025-06-01", "2025-05", 14)).verdict == "different"


@pytest.mark.parametrize(
    ("name", "verdict"), [("Exercise Otter 23", "same"), ("Exercise Otter II", "different")]
)
def test_the_year_in_the_name_of_an_exercise_is_that_of_its_date(wire, name, verdict):
    def exercise(published, series, date):
        return wire.engagement(
            published, f"{series} was held", "US VN", type="exercise", series=series, date=date
        )

    plain = exercise("2022-12-09", "Exercise Otter", "2023")
    assert compare(plain, exercise("2023-09-18", name, "2023-09-04/2023-09-15")).verdict == verdict
