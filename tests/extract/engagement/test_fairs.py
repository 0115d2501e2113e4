"""Fairs at which something else was done: those who did it there took part."""

from __future__ import annotations

import pytest

_TOLD = "Sweden and Portugal are partners. "


@pytest.mark.parametrize(
    ("told", "status", "date"),
    [
        ("The deal was inked by Portugal at the Vietnam Defence Expo in May.", "held", "2023-05"),
        (
            "The deal was signed by Sweden and Portugal at the IDEF fair in Istanbul last month.",
            "held",
            "2023-07",
        ),
        (
            "It will be signed at the Defence Industry Fair (IDEF), due to be held in Istanbul in September.",
            "planned",
            "2023-09",
        ),
        ("Portugal sent 40 companies to the Eurosatory exhibition in Paris in June 2022.", "held", "2022-06"),
    ],
)
def test_a_fair_is_told_by_what_was_done_there(engagements, told, status, date) -> None:
    fairs = [e for e in engagements(_TOLD + told, published="2023-08-10") if e.type == "conference"]
    assert [(e.status, e.date) for e in fairs] == [(status, date)]
    assert "PT" in fairs[0].parties


def test_a_meeting_at_a_fair_is_another_engagement(engagements) -> None:
    told = "{reis} met {lind} at the World Defense Show in Riyadh on 5 February."
    assert {e.type for e in engagements(told, published="2023-08-10")} == {"meeting", "conference"}


def test_the_short_name_of_a_fair_is_no_place(engagements) -> None:
    told = "{lind} is on a visit to Portugal. The two countries signed it at the Lima show in 2023."
    fairs = [e for e in engagements(told, published="2023-08-10") if e.type == "conference"]
    assert [(set(e.parties), e.country, e.within) for e in fairs] == [({"SE", "PT"}, None, None)]


@pytest.mark.parametrize(
    "told", ["Both sides want a fair deal.", "The figures show growth.", "The Fair was a success."]
)
def test_other_words_are_no_fairs(engagements, told) -> None:
    assert engagements(_TOLD + told) == []


@pytest.mark.parametrize(
    ("told", "date"),
    [
        (
            "He told the guest of the preparations for the Nordic Arms Fair 2024, to be held at Malmö from "
            "October 8 to 10.",
            "2023-10-08/2023-10-10",
        ),
        (
            "He invited the ministry to send a team to the second Nordic Expo, which is to open in May.",
            "2024-05",
        ),
        ("He invited them to the second Nordic Expo, slated for 19-22 December.", "2023-12-19/2023-12-22"),
        ("He invited {lind} to the Lisbon Aerospace Exhibition in October.", "2023-10"),
    ],
)
def test_a_fair_of_which_the_guest_is_told_is_planned(engagements, told, date) -> None:
    received = "{reis} received {lind} in Lisbon on Monday. "
    fairs = [e for e in engagements(received + told, published="2023-08-10") if e.type == "conference"]
    assert [(e.status, set(e.parties), e.date) for e in fairs] == [("planned", {"PT", "SE"}, date)]


def test_a_fair_that_nobody_goes_to_is_none(engagements) -> None:
    told = "{reis} received {lind} in Lisbon on Monday. Neither side will send a team to the Nordic Expo."
    assert {e.type for e in engagements(told, published="2023-08-10")} == {"meeting"}
