"""A visit that was planned is answered by talks there with the one who was to come, in those days."""

import pytest

from servanda.follow.answers import answer
from servanda.follow.following import follow

GAMBO = ("Awwal Gambo", "Chief of the Naval Staff", "NG")


def planned(desk, date="2023-06"):
    return desk.meeting(
        "2023-05-04",
        "Vice Admiral Gambo is to visit Brazil",
        "NG BR",
        type="visit",
        status="planned",
        country="BR",
        date=date,
        people=[GAMBO],
        participants=("Awwal Gambo",),
    )


def received(desk, published="2023-07-01", guest=GAMBO, **more):
    known = {"country": "BR", "date": "2023-06-20"} | more
    return desk.meeting(
        published,
        "the navy received the guest in Rio",
        "NG BR",
        people=[guest],
        participants=(guest[0],),
        **known,
    )


def test_the_visitor_was_there(desk):
    plan, report = planned(desk), received(desk)
    assert answer(plan, report).rule == "was-there"
    assert [f.later for f in follow([desk.entry(plan), desk.entry(report)])] == [report]
    assert answer(planned(desk, None), received(desk, "2023-06-01", date=None)) is not None


@pytest.mark.parametrize(
    "more",
    [
        {"date": "2023-08-20"},
        {"country": "NG"},
        {"guest": ("Farouk Yahaya", "Chief of the Army Staff", "NG")},
        {"status": "planned"},
        {"type": "call"},
        {"date": None, "published": "2024-03-01"},
    ],
)
def test_another_time_country_or_guest_is_no_answer(desk, more):
    assert answer(planned(desk, None if more.get("published") else "2023-06"), received(desk, **more)) is None


def test_the_report_of_the_visit_itself_comes_first(desk):
    plan = planned(desk)
    visit = desk.meeting(
        "2023-06-22",
        "Gambo ended his visit",
        "NG BR",
        type="visit",
        country="BR",
        people=[GAMBO],
        participants=("Awwal Gambo",),
    )
    (found,) = follow([desk.entry(plan, visit), desk.entry(received(desk))])
    assert found.later == visit
