"""Farewells, welcomes of those who arrive, and hosts who take their guests round."""

from __future__ import annotations

import pytest

_TOLD = "{reis} of Portugal sends soldiers to Sweden. {reis} met {lind} in Stockholm on 3 July 2024. "


@pytest.mark.parametrize(
    "told",
    [
        "Lind was seen off at the airport by Reis.",
        "Reis saw them off at the harbour of Lisbon.",
        "In Visby they were welcomed by Lind.",
        "Lind welcomed the soldiers at the airport of Visby.",
        "Reis was welcomed in Visby by Lind.",
    ],
)
def test_who_leaves_or_comes_is_seen_off_or_welcomed(engagements, told) -> None:
    found = engagements(_TOLD + told)[-1]
    assert (found.type, set(found.parties)) == ("ceremony", {"PT", "SE"})


@pytest.mark.parametrize(
    "told",
    [
        "Lind showed Reis round the yard.",
        "Reis was shown the radar by Lind.",
        "Lind escorted Reis to the frigate.",
    ],
)
def test_a_host_takes_his_guest_round(engagements, told) -> None:
    found = next(e for e in engagements("{reis} came to {lind}. " + told) if e.type == "meeting")
    assert set(found.participants) == {"Ana Reis", "Bo Lind"}


@pytest.mark.parametrize(
    "told",
    [
        "Lind saw off three rivals for the post.",
        "Reis sent the letter off.",
        "Lind welcomed the decision.",
        "Lind welcomed the soldiers home.",
        "{pires} saw Reis off at the airport.",
        "Reis is accompanied by {pires} and Secretary Ivo Sal of Portugal.",
        "Reis showed great interest in the radar.",
    ],
)
def test_rivals_letters_and_one_s_own_people_are_neither(engagements, told) -> None:
    rules = ("engagement/guide", "engagement/farewell", "engagement/receive")
    assert [e.rule for e in engagements(_TOLD + told) if e.rule.startswith(rules)] == []
