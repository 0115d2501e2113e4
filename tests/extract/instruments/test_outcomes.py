"""Texts as what came of visits and talks, and texts that are not there yet."""

import pytest

MET = "The ministers of Chile and Peru met in Lima on 4 May 2024. "


@pytest.mark.parametrize(
    "told",
    [
        "The talks produced a joint declaration.",
        "The meeting closed with a joint declaration.",
        "The talks resulted in a joint declaration.",
        "The outcome of the talks is a joint declaration.",
        "A joint declaration was the highlight of the visit.",
        "A joint declaration was among the outcomes.",
        "A joint declaration was among the main results.",
        "Among the outcomes was a joint declaration.",
        "A joint declaration crowned the visit.",
        "The two sealed their talks with a joint declaration.",
        "Out of the visit came a joint declaration.",
        "A joint declaration said the two would hold drills.",
    ],
)
def test_what_came_of_an_encounter_was_signed_there(texts, told) -> None:
    assert [(t.type, t.action) for t in texts(MET + told)] == [("joint-statement", "signed")]


@pytest.mark.parametrize(
    "told",
    [
        "The talks could produce an agreement on fisheries.",
        "The talks produced no agreement on fisheries.",
        "The result was a draw.",
        "An agreement on fisheries was among the results of years of work.",
        "An agreement on fisheries was not among the outcomes.",
        "An agreement on fisheries could be among the outcomes.",
        "Among the expected outcomes is an agreement on fisheries.",
        "An agreement on fisheries is among the likely results.",
        "The talks led to better understanding.",
    ],
)
def test_what_may_come_or_did_not_is_none(texts, told) -> None:
    assert texts(MET + told) == []


@pytest.mark.parametrize(
    ("told", "action"),
    [
        ("The Peruvian side handed over a draft treaty on peacekeeping.", "planned"),
        ("The signing of the treaty has been put off.", "planned"),
        ("They reached an agreement in principle on six helicopters.", "planned"),
        ("A logistics agreement is to be in place by 2026.", "planned"),
        ("A logistics agreement is within reach.", "planned"),
        ("They want to have the agreement signed by June.", "planned"),
        ("The agreement due to be signed in June covers drills.", "planned"),
        ("Brown floated the idea of an agreement on medicine.", "proposed"),
        ("In June 2023 came the contract for the trucks.", "signed"),
        ("The letter of intent became a binding agreement in June 2024.", "signed"),
        ("Signed in Lima in May 2023, the letter of intent is the basis.", "signed"),
        ("The May 2023 letter of intent is the basis.", "existing"),
        ("The two armies have a standing agreement on rescue.", "existing"),
    ],
)
def test_the_stage_of_a_text_is_told_in_many_ways(texts, told, action) -> None:
    assert [t.action for t in texts(MET + told)] == [action]
