"""Meetings told by an exchange of views with people of the other side."""

from __future__ import annotations

_TOLD = "{lind} is on a visit to Portugal. "


def test_the_guest_exchanges_views_with_people_of_the_host(engagements) -> None:
    told = _TOLD + "He also exchanged views with members of the committee on defence."
    meeting = next(e for e in engagements(told) if e.type == "meeting")
    assert (set(meeting.parties), meeting.participants) == ({"SE", "PT"}, ("Bo Lind",))


def test_views_that_are_yet_to_be_exchanged_with_a_group_are_no_meeting(engagements) -> None:
    told = _TOLD + "He stressed the need to exchange views with members of civil society."
    assert [e.type for e in engagements(told)] == ["visit"]
