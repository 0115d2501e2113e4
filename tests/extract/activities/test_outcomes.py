"""What came of it, told of the thing, the work or the forces themselves."""

import pytest

TALKS = "The foreign ministers of Kenya and Japan held talks in Nairobi. "


@pytest.mark.parametrize(
    "words",
    [
        "The pier at Lamu, rebuilt by Japan, was opened on Tuesday.",
        "The clinic in Lamu, a gift from Japan, received its first patients.",
        "A Japanese-built survey ship, the last of four, reached Mombasa on Monday.",
        "A mobile clinic paid for by Japan is in use near Garissa.",
        "Japanese engineer troops have left the camp at Isiolo in Kenya.",
        "Mine clearance along the river Tana by Japanese teams in Kenya was finished in May.",
        "A Japanese engineer company has joined the brigade in Garissa.",
        "The embassy of Japan in Nairobi has reopened.",
        "The Japanese army inaugurated its first base in Kenya.",
        "Two helicopters of the Kenyan army, repaired in Japan, are back in service.",
    ],
)
def test_japan_gives_and_kenya_takes(deeds, words):
    found = deeds(TALKS + words)
    assert [(fact.provider, fact.recipient) for fact in found] == [(("JP",), ("KE",))], words


@pytest.mark.parametrize(
    "words",
    [
        "The pier at Lamu will be opened on Tuesday.",
        "A Japanese destroyer arrived in Mombasa on Monday.",
        "Five Japanese officers arrived in Nairobi.",
        "Japanese troops joined the Kenyan army for Exercise Justified Accord.",
        "A guard of honour was presented by the Kenyan army.",
        "The clinic is in Lamu.",
        "The pier built by a Kenyan firm was opened.",
        "Japanese cars are in Nairobi for the rally.",
        "The embassy of Japan did not reopen.",
    ],
)
def test_what_is_no_outcome_of_cooperation(deeds, words):
    assert deeds(TALKS + words) == []
