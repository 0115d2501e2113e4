"""Talks told by how long they were: "The two ministers spoke for an hour about the sea lanes"."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("The defence ministers of Sweden and Portugal talked for two hours in Lisbon.", "meeting"),
        ("{reis} and {lind} spoke behind closed doors about the sale.", "meeting"),
        ("The defence ministers of Sweden and Portugal spoke at length by telephone.", "call"),
    ],
)
def test_two_sides_who_speak_for_a_while_hold_talks(engagement, told, kind) -> None:
    assert (engagement(told).type, set(engagement(told).parties)) == (kind, {"SE", "PT"})


def test_it_is_the_meeting_told_before(engagements) -> None:
    told = "{reis} received {lind} in Lisbon on 3 July 2024. The two ministers then spoke for an hour."
    assert [e.type for e in engagements(told)] == ["meeting"]


def test_what_both_spoke_of_tells_of_no_talks(engagements) -> None:
    assert engagements("The defence ministers of Sweden and Portugal spoke of peace.") == []
