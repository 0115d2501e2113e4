"""Speeches of a guest before the parliament of another state."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "told",
    [
        "{holm} addressed the Portuguese parliament on 3 July 2024.",
        "On 3 July 2024 {holm} spoke before both houses of the Portuguese Parliament.",
        "{holm} gave an address to the Parliament of Portugal on 3 July 2024.",
        "On 3 July 2024 {holm} became the first Swede to address the Portuguese Parliament.",
    ],
)
def test_a_guest_speaks_before_the_parliament_of_a_state_that_is_named(engagement, told) -> None:
    meeting = engagement(told)
    assert (meeting.type, meeting.country, meeting.date) == ("meeting", "PT", "2024-07-03")
    assert meeting.participants == ("Eva Holm",)


def test_the_parliament_without_a_name_is_the_host_s(engagements) -> None:
    text = "{pires} received {holm} in Lisbon on 3 July 2024. Earlier Holm had addressed the Parliament."
    assert [e.country for e in engagements(text)] == ["PT", "PT"]


@pytest.mark.parametrize(
    "told",
    [
        "{holm} addressed the Swedish parliament on 3 July 2024.",
        "{pires} received {holm} in Lisbon on 3 July 2024. Pires had addressed the parliament on the budget.",
        "{holm} addressed the needs of the Portuguese parliament.",
    ],
)
def test_one_s_own_parliament_is_none_of_another_state(engagements, told) -> None:
    assert not [e for e in engagements(told) if "parliament" in e.rule]
