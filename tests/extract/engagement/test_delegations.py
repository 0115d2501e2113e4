"""Visits of those whom a state sends, and of those who lead them."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("told", "status", "people", "date"),
    [
        ("{reis} led a delegation to Stockholm in March 2024.", "held", ("Ana Reis",), "2024-03"),
        (
            "{reis} led an Export and Trade Mission (ETM) to Stockholm in March 2024.",
            "held",
            ("Ana Reis",),
            "2024-03",
        ),
        (
            "Portugal will dispatch a trade and investment mission to Sweden in May 2025.",
            "planned",
            (),
            "2025-05",
        ),
        ("{pires} sent a high-level delegation to Sweden on 4 March 2024.", "held", (), "2024-03-04"),
        (
            "{reis} spoke of {pires}. Sweden welcomed Rui Pires's recent business mission to Stockholm.",
            "held",
            (),
            None,
        ),
    ],
)
def test_those_who_are_sent_visit_and_who_sends_them_stays(engagements, told, status, people, date) -> None:
    visit = next(e for e in engagements(told) if e.rule == "engagement/delegation")
    assert (visit.type, visit.status, visit.country, visit.date) == ("visit", status, "SE", date)
    assert visit.participants == people


def test_a_mission_that_is_sent_is_not_the_visit_of_one_who_is_named(engagements) -> None:
    visits = engagements(
        "{reis} visited Stockholm in November 2023. Portugal intends to dispatch a trade mission to Sweden."
    )
    assert [(v.status, v.participants) for v in visits] == [("held", ("Ana Reis",)), ("planned", ())]


@pytest.mark.parametrize(
    "told",
    [
        "{reis} led the training mission in Sweden.",
        "{reis} led the Portuguese delegation. Sweden took part.",
        "Portugal sent a mission statement to Sweden.",
        "{reis} is the head of mission to Sweden.",
        "Portugal sent a training mission to Sweden.",
        "Portugal could send a trade mission to Sweden.",
        "Each winter Portugal sends a trade mission to Sweden.",
    ],
)
def test_other_missions_are_no_visits(engagements, told) -> None:
    assert [e for e in engagements(told) if e.rule == "engagement/delegation"] == []
