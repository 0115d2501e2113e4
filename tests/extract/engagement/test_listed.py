"""Callers told as a list have a meeting each."""

from __future__ import annotations

import pytest

_LIST = "Arnaud Suquet, Ambassador of France to Portugal; Ken Okaniwa, Ambassador of Japan; and {lind}"


def _calls(engagements, text):
    found = (e for e in engagements(text, publisher="Ministry of Defence, Portugal"))
    return [e for e in found if e.rule == "engagement/listed"]


@pytest.mark.parametrize(
    ("told", "status", "date"),
    [
        ("{reis} will hold talks today (10). Those meeting {reis} are", "planned", "2024-07-10"),
        ("{reis} held talks with envoys today (10). Among those meeting {reis} are", "held", "2024-07-10"),
        ("The envoys who called on {reis} were", "held", None),
        ("The envoys who will meet {reis} include", "planned", None),
    ],
)  # fmt: skip
def test_each_state_has_its_own(engagements, told, status, date) -> None:
    calls = _calls(engagements, f"{told} {_LIST}.")
    assert [set(call.parties) for call in calls] == [{"PT", "FR"}, {"PT", "JP"}, {"PT", "SE"}]
    assert {(call.status, call.date) for call in calls} == {(status, date)}
    assert calls[1].evidence[0].text == "Ken Okaniwa, Ambassador of Japan"
    assert calls[1].participants == ("Ana Reis", "Ken Okaniwa")


@pytest.mark.parametrize(
    "text",
    [
        "The officials present at the meeting were Arnaud Suquet, Ambassador of France, and {lind}.",
        "Those who met {reis} were {lind} and Eva Holm, Foreign Minister of Sweden.",
        "Those who met {reis} were her colleagues; the Ambassadors of France and Japan are in Lisbon.",
    ],
)
def test_who_is_present_or_of_one_side_makes_no_list_of_calls(engagements, text) -> None:
    assert _calls(engagements, text) == []
