"""What one side has opened to people of the other."""

import pytest

TALKS = "The foreign ministers of Kenya and Japan held talks in Nairobi. "


@pytest.mark.parametrize(
    "words",
    [
        "The counter for Kenyan exporters was opened in Osaka last week.",
        "Japan opened a desk for Kenyan exporters in May.",
        "The visa-free scheme for Kenyan tourists is in effect since May.",
        "Visa-free entry for Kenyan tourists took effect on June 1.",
        "The visa waiver for Kenyan tourists came into force in June.",
        "More than 900 Kenyan travellers have received free visas since June.",
    ],
)
def test_japan_lets_kenyans_in(deeds, words):
    found = deeds(TALKS + words)
    assert [(fact.provider, fact.recipient) for fact in found] == [(("JP",), ("KE",))], words


@pytest.mark.parametrize(
    "words",
    [
        "The desk for Kenyan exporters will be opened in May.",
        "The desk for Kenyan exporters was not opened.",
        "Japan opened a desk for Chilean exporters in May.",
        "The ministers opened the session for Kenyan officers.",
        "Kenya Airways began flights to Paris in October.",
        "Kenyan travellers have not received visas.",
        "Twenty Kenyan travellers received visas from Chile.",
        "A memorial service for Kenyan sailors started at noon.",
        "A service for Kenya's fallen soldiers was started at the church.",
        "Access to Kenyan prisons was restored in May.",
    ],
)
def test_what_is_open_to_nobody_of_the_two(deeds, words):
    assert deeds(TALKS + words) == [], words
