"""Who "the two ministers" are, where a text names them before."""

from __future__ import annotations

import pytest

NAMED = "British Defence Secretary John Healey and Norwegian Defence Minister Tore Sandvik signed a pact. "


def test_a_secretary_can_be_one_of_two_ministers(engagement):
    told = engagement(NAMED + "The two ministers met today near Bodø.", published="2025-02-20")
    assert told.participants == ("John Healey", "Tore Sandvik")


def test_of_three_ministers_nobody_knows_which_are_the_two(engagements):
    third = "British Foreign Secretary David Lammy gave a speech. "
    *_, told = engagements(NAMED + third + "The two ministers met today near Bodø.", published="2025-02-20")
    assert told.participants == ()


@pytest.mark.parametrize("who", ["The Heads of State", "The two heads of state", "The two leaders"])
def test_the_heads_of_state_are_those_named_before(engagements, who):
    text = (
        "President Kassym-Jomart Tokayev of Kazakhstan will visit the Republic of Korea from 17 to 19 May "
        "at the invitation of President Yoon Suk-yeol. "
    )
    *_, talks = engagements(f"{text}{who} will hold talks in Seoul.", published="2023-05-10")
    assert talks.participants == ("Kassym-Jomart Tokayev", "Yoon Suk-yeol")
