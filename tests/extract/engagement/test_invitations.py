"""Visits to which somebody is invited."""

import pytest

_TALKS = "{reis} met {lind} in Lisbon on 19 February 2025. "


@pytest.mark.parametrize(
    ("told", "date"),
    [
        ("She invited Lind to come to Portugal before Christmas.", None),
        ("Lind invited Reis to visit Stockholm in the autumn.", "2025-23"),
        ("Lind invited Reis to Stockholm next year for the talks.", "2026"),
        ("Reis was invited to Stockholm for December.", "2025-12"),
        ("Lind extended an invitation to Reis to visit Stockholm in November 2025.", "2025-11"),
        ("Reis accepted an invitation to visit Stockholm in November.", "2025-11"),
    ],
)
def test_an_invitation_with_a_time_plans_a_visit(engagements, told, date) -> None:
    (visit,) = [e for e in engagements(_TALKS + told, published="2025-02-20") if e.type == "visit"]
    assert (visit.status, visit.date) == ("planned", date)
    assert set(visit.parties) == {"PT", "SE"}


@pytest.mark.parametrize(
    "told",
    [
        "Lind invited Reis to visit Sweden.",
        "Lind invited Reis to Stockholm.",
        "Lind invited Reis to Stockholm for the Leaders' Retreat in 2026.",
        "Lind invited Reis to the NATO summit at Stockholm in June.",
        "In May Lind invited Reis to Stockholm.",
        "Lind invited Portugal to join the project next year.",
        "Reis accepted an invitation to visit Sweden at a convenient time.",
        "Reis did not accept an invitation to visit Stockholm in November.",
        "Reis declined an invitation to visit Stockholm in November.",
    ],
)
def test_an_invitation_without_one_plans_none(engagements, told) -> None:
    assert not any(e.type == "visit" for e in engagements(_TALKS + told, published="2025-02-20"))


def test_who_else_goes_there_at_a_time_is_not_who_was_invited(engagements) -> None:
    told = (
        "Lind invited Reis to come to Sweden before Christmas. "
        "The Portuguese parliament's committee is to visit Stockholm in June."
    )
    visits = [e for e in engagements(_TALKS + told, published="2025-02-20") if e.type == "visit"]
    assert [e.date for e in visits] == [None, "2025-06"]


@pytest.mark.parametrize(
    "told",
    [
        "Lind has invited Reis to Stockholm for the opening of the centre.",
        "Reis has been invited to Stockholm for the laying of the keel.",
    ],
)
def test_an_occasion_that_is_to_come_off_plans_a_visit(engagements, told) -> None:
    (visit,) = [e for e in engagements(_TALKS + told, published="2025-02-20") if e.type == "visit"]
    assert (visit.status, visit.country) == ("planned", "SE")


@pytest.mark.parametrize(
    "told",
    [
        "Lind has invited Reis to Stockholm for further talks.",
        "Lind has not invited Reis to Stockholm for the opening of the centre.",
        "Lind invited Reis to Stockholm for a ceremony of some kind.",
    ],
)
def test_a_matter_is_no_occasion(engagements, told) -> None:
    assert not any(e.type == "visit" for e in engagements(_TALKS + told, published="2025-02-20"))


def test_one_who_is_asked_to_come_has_not_come(engagements) -> None:
    for told in ("Lind asked Reis to come to Stockholm.", "Reis requested Lind to visit Lisbon again."):
        assert not any(e.type == "visit" for e in engagements(_TALKS + told, published="2025-02-20"))


def test_one_who_is_asked_to_come_at_a_time_is_to_come(engagements) -> None:
    told = "Lind asked Reis to come to Stockholm in November."
    (visit,) = [e for e in engagements(_TALKS + told, published="2025-02-20") if e.type == "visit"]
    assert (visit.status, visit.date, visit.country) == ("planned", "2025-11", "SE")


def test_a_visit_on_which_somebody_invited_was_paid(engagements) -> None:
    told = "Lind made the invitation when he visited Lisbon in May 2024."
    (visit,) = [e for e in engagements(_TALKS + told, published="2025-02-20") if e.type == "visit"]
    assert (visit.status, visit.date, visit.country) == ("held", "2024-05", "PT")
