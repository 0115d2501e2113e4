"""Meetings of two people named on either side of a verb that the parser misread."""

import pytest


@pytest.mark.parametrize(
    "told",
    [
        "Secretary of Defence Karl J. Stone II hosted Chilean Minister of National Defence Ana Rojas at the "
        "ministry in London today to discuss training.",
        "Britain's Secretary of State Karl Stone today received Chilean Minister of Defence Ana Rojas.",
    ],
)
def test_two_people_around_a_verb_of_receiving_meet(engagements, told):
    found = engagements(f"Britain and Chile are partners. {told}")
    assert [(fact.type, set(fact.parties)) for fact in found] == [("meeting", {"GB", "CL"})]


@pytest.mark.parametrize(
    "told",
    [
        "The hosted guests of {reis} praised {lind}.",
        "{reis} denied that she had met with resistance from {lind}.",
    ],
)
def test_a_participle_between_two_people_is_no_meeting(engagements, told):
    assert engagements(told) == []
