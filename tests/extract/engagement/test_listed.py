"""Callers told as a list take part in the meetings."""

from __future__ import annotations

import pytest

_LIST = "Arnaud Suquet, Ambassador of France to Portugal; Ken Okaniwa, Ambassador of Japan; and {lind}"


def _calls(engagements, text):
    return engagements(text, publisher="Ministry of Defence, Portugal")


@pytest.mark.parametrize(
    ("told", "status", "date"),
    [
        (
            "{reis} is set to hold talks today (10) with three envoys. Those meeting {reis} are",
            "planned",
            "2024-07-10",
        ),
        ("{reis} held talks today (10) with envoys. Among those meeting {reis} are", "held", "2024-07-10"),
        ("The envoys who called on {reis} were", "held", None),
        ("The envoys who will meet {reis} include", "planned", None),
    ],
)
def test_they_join_the_talks_told_before_or_have_their_own(engagements, told, status, date) -> None:
    (call,) = _calls(engagements, f"{told} {_LIST}.")
    assert (call.status, call.date, set(call.parties)) == (status, date, {"PT", "FR", "JP", "SE"})
    assert call.participants == ("Ana Reis", "Arnaud Suquet", "Ken Okaniwa", "Bo Lind")
    assert "Ken Okaniwa, Ambassador of Japan" in call.evidence[-1].text


@pytest.mark.parametrize(
    "text",
    [
        "The officials present at the meeting were Arnaud Suquet, Ambassador of France, and {lind}.",
        "Those who met {reis} were {lind} and Eva Holm, Foreign Minister of Sweden.",
        "Those who met {reis} were her colleagues; the Ambassadors of France and Japan are in Lisbon.",
    ],
)
def test_who_is_present_or_of_one_side_makes_no_list_of_calls(engagements, text) -> None:
    assert all(len(call.parties) == 2 for call in _calls(engagements, text))
