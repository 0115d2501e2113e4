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
