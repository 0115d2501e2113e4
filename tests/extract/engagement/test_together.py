"""Meetings and stays told in other words, and surnames behind an opening word."""

import pytest


@pytest.mark.parametrize(
    "told",
    [
        "Ana Reis and Bo Lind sat down in Lisbon on 3 May 2030.",
        "Ana Reis and Bo Lind stood side by side in Lisbon on 3 May 2030.",
    ],
)
def test_two_together(engagements, told):
    talks = engagements("{reis} spoke. {lind} spoke. " + told)
    assert [(f.type, f.date) for f in talks] == [("meeting", "2030-05-03")]


@pytest.mark.parametrize("opening", ["When", "Since", "Then", "But", "Meanwhile", "Later"])
def test_a_surname_behind_an_opening_word(engagements, opening):
    told = "{lind} met {reis} in Lisbon. " + opening + " Lind came to Lisbon on 3 May 2030, hopes ran high."
    assert [f.participants for f in engagements(told) if f.type == "visit"] == [("Bo Lind",)]


@pytest.mark.parametrize(
    "told", ["Lind was back in Lisbon on 3 May 2030.", "Lind was in the Portuguese capital for talks."]
)
def test_a_stay(engagements, told):
    assert [f.country for f in engagements("{lind} met {reis}. " + told) if f.type == "visit"] == ["PT"]
