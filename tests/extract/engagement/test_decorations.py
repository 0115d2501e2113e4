"""Decorations that somebody of one state gives to somebody of another."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "told",
    [
        "{holm} pinned the Order of the Polar Star on {reis}.",
        "{reis} was decorated by {holm} with the Order of the Polar Star.",
        "{holm} awarded {reis} the medal for merit.",
    ],
)
def test_a_decoration_of_another_state_s_guest_is_a_ceremony(engagements, told) -> None:
    found = next(e for e in engagements(told) if e.type == "ceremony")
    assert set(found.parties) == {"PT", "SE"}
    assert set(found.participants) == {"Eva Holm", "Ana Reis"}


@pytest.mark.parametrize(
    "told",
    [
        "{holm} awarded {lind} the medal for merit.",
        "{holm} gave {reis} the order to leave.",
        "The yard was awarded a contract by {reis}.",
    ],
)
def test_one_s_own_people_orders_to_do_something_and_contracts_are_none(engagements, told) -> None:
    assert [e.rule for e in engagements(told) if "decoration" in e.rule] == []


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("She received an honorary doctorate from the University of Lund.", "held"),
        ("The University of Lund will confer an honorary degree on the minister.", "planned"),
    ],
)
def test_a_degree_given_to_a_guest_is_a_ceremony(engagements, told, status) -> None:
    found = [e for e in engagements("{reis} is on a visit to Sweden. " + told) if e.type == "ceremony"]
    assert [(set(e.parties), e.status) for e in found] == [({"PT", "SE"}, status)]


def test_a_degree_of_the_past_of_one_who_travels_nowhere_is_none(engagements) -> None:
    told = "{reis} holds a degree in law and received an honorary doctorate from the University of Lund."
    assert [e for e in engagements(told) if e.type == "ceremony"] == []
