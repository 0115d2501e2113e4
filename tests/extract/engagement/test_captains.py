"""Calls of the captains of ships in port."""

from __future__ import annotations

import pytest

_IN_PORT = "The Portuguese frigates Corte-Real and Bartolomeu Dias docked in Stockholm on 3 July 2024. "


@pytest.mark.parametrize(
    "told",
    [
        "The captains of the two Portuguese ships called on {lind}.",
        "The commanding officers of both vessels paid a courtesy call on {lind}.",
        "The commanders of the frigates were received by {lind}.",
        "The commanding officers of NRP Corte-Real and NRP Bartolomeu Dias met {lind}.",
    ],
)
def test_they_meet_those_on_whom_they_call(engagements, told) -> None:
    docked, call = engagements(_IN_PORT + told)
    assert (docked.type, call.type, call.status) == ("exercise", "meeting", "held")
    assert set(call.parties) == {"PT", "SE"}
    assert call.participants == ("Bo Lind",)


@pytest.mark.parametrize(
    "told",
    [
        "The captains of the two teams met {lind}.",
        "The captains of the two ships told their crews to be patient.",
    ],
)
def test_captains_of_no_ships_or_without_a_call_meet_nobody(engagements, told) -> None:
    assert [e for e in engagements(_IN_PORT + told) if e.rule.startswith("engagement/captain")] == []
