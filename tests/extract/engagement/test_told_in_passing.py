"""Engagements told in passing: by what is said of them, by who was there, by a clause on their noun."""

from __future__ import annotations

import pytest

_BEFORE = (
    "Norway and Kenya train together. Norwegian Defence Minister Bjørn Arild Gram and Kenya's Defence "
    "Minister Aden Duale praised the plan. "
)


@pytest.fixture
def told(engagements):
    """Reads a sentence behind one that names two ministers."""
    return lambda sentence: engagements(_BEFORE + sentence)


@pytest.mark.parametrize(
    ("sentence", "kind", "date"),
    [
        ("The talks that Gram and Duale held in Nairobi in March 2024 led to it.", "meeting", "2024-03"),
        ("Staff talks were held in Oslo in May 2024.", "meeting", "2024-05"),
        ("In a video conference in April 2024, the two ministers had agreed on it.", "call", "2024-04"),
        ("Gram and Duale opened the centre in Nairobi on 3 June 2024.", "ceremony", "2024-06-03"),
        (
            "The two ministers attended the handover ceremony in Mombasa on 3 June 2024.",
            "ceremony",
            "2024-06-03",
        ),
        ("Duale's visit, announced in June, took place in August 2024.", "visit", "2024-08"),
        ("Duale's arrival in Oslo on 3 June 2024 was marked by a gun salute.", "visit", "2024-06-03"),
        ("Duale will return to Oslo in May 2025.", "visit", "2025-05"),
        ("Duale met his Norwegian colleague in Nairobi in May 2024.", "meeting", "2024-05"),
        ("Duale was received with military honours in Oslo on 3 June 2024.", "ceremony", "2024-06-03"),
    ],
)
def test_it_is_of_the_two_at_the_table(told, sentence, kind, date) -> None:
    (only,) = told(sentence)
    assert (only.type, only.date, sorted(only.parties)) == (kind, date, ["KE", "NO"])


@pytest.mark.parametrize(
    "sentence",
    [
        "The arrival of the vessels in Oslo pleased him.",
        "Duale met a Cabinet colleague in Nairobi in May 2024.",
        "Gram opened the new centre in Oslo on 3 June 2024.",
        "They announced after talks that trade had grown.",
    ],
)
def test_what_is_no_matter_of_both_is_none(told, sentence) -> None:
    assert [e for e in told(sentence) if e.type != "meeting" or "talks" not in e.rule] == []


@pytest.mark.parametrize("end", ["by", "from"])
def test_a_courtesy_call_received_is_a_meeting(engagements, end) -> None:
    (only,) = engagements(
        f"Kenya's President William Ruto received a courtesy call {end} Norwegian Defence Minister Bjørn "
        "Arild Gram in Nairobi on 3 June 2024."
    )
    assert (only.type, only.parties) == ("meeting", ("KE", "NO"))


@pytest.mark.parametrize(
    ("told", "status", "date"),
    [
        ("They spoke of the NATO summit, which was held in Madrid in June 2024.", "held", "2024-06"),
        ("They spoke of the outcomes of the APEC Summit held in Madrid last June.", "held", "2024-06"),
        ("They spoke of the G7 summit, to be held in Madrid in June 2026.", "planned", "2026-06"),
    ],
)
def test_a_session_told_with_its_place_and_time_is_of_the_body_and_its_host(
    engagements, told, status, date
) -> None:
    found = engagements("{reis} met {lind} in Lisbon on 2 March 2025. " + told, published="2025-03-02")
    (only,) = [e for e in found if e.type == "conference"]
    assert (only.status, only.date, "ES" in only.parties, len(only.parties)) == (status, date, True, 2)


def test_a_session_without_them_is_none(engagements) -> None:
    found = engagements("{reis} met {lind} in Lisbon on 2 March 2025. They spoke of the NATO summit.")
    assert not any(e.type == "conference" for e in found)
