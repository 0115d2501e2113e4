"""Visits of ships told by a noun, wherever the parser hangs the port and the time."""

from __future__ import annotations

import pytest

_BEFORE = "Germany and India met in New Delhi on Monday. "


@pytest.fixture
def calls(engagements):
    """The ships' calls of a sentence behind one that tells of talks."""
    told = lambda sentence: engagements(_BEFORE + sentence, published="2025-10-12")  # noqa: E731
    return lambda sentence: [e for e in told(sentence) if e.rule == "engagement/ship"]


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("The officials welcomed the port visit of FGS Bayern to Mumbai in June.", "2025-06"),
        ("They thanked for the welcome during the visit of the frigate Bayern to Mumbai in July.", "2025-07"),
        ("The port call of the frigate Bayern at Mumbai in July 2024 was noted.", "2024-07"),
        ("The visit to Mumbai by the frigate Bayern in March 2018 was the first.", "2018-03"),
        ("The visit of two German Eurofighter jets to Air Base Sulur in August was noted.", "2025-08"),
        ("They welcomed the first port call in India of the German frigate Bayern in June 2024.", "2024-06"),
        (
            "India welcomed the first port call at Goa by a German frigate, the Bayern, in May 2024.",
            "2024-05",
        ),
        ("They look forward to the visit of the frigate Hamburg to Mumbai in March 2026.", "2026-03"),
    ],
)
def test_the_ship_the_port_and_the_time_are_read_as_they_stand(calls, sentence, date) -> None:
    (only,) = calls(sentence)
    assert (only.type, only.date, only.country) == ("exercise", date, "IN")
    assert sorted(only.parties) == ["DE", "IN"]


def test_the_ship_belongs_to_what_is_told(calls) -> None:
    (only,) = calls("They welcomed the first port call in India of the German frigate Bayern.")
    (evidence,) = only.evidence
    assert evidence.text == "the first port call in India of the German frigate Bayern"


@pytest.mark.parametrize(
    "sentence",
    [
        "They spoke of visits of ships to Mumbai.",
        "The visit of Minister Lind to the frigate Bayern was short.",
        "The frigate Bayern will leave Mumbai on Friday.",
        "There was no visit of a ship to Mumbai in June.",
    ],
)
def test_what_is_no_call_of_one_ship_is_none(calls, sentence) -> None:
    assert calls(sentence) == []


def test_a_ship_that_berths_and_so_begins_a_visit_makes_one_call(engagements):
    text = (
        "The frigate INS Tarkash of the Indian Navy berthed at the port of Lisbon on June 20, starting a "
        "four-day visit to Portugal."
    )
    (call,) = engagements(text, published="2023-06-21")
    assert (call.date, call.country) == ("2023-06-20/2023-06-23", "PT")


def test_calls_at_two_ports_in_one_sentence_are_two(calls) -> None:
    told = "He recalled the call of the ship Graf Spee at Goa and the visit of the frigate Bayern to Kochi."
    assert [call.place for call in calls(told)] == ["Goa", "Kochi"]


def test_a_name_with_foreign_particles_parts_no_call_from_its_port(calls) -> None:
    (only,) = calls("He recalled the historic stopover of the carrier Karl van Gent at Goa in July.")
    assert (only.place, only.date) == ("Goa", "2025-07")
