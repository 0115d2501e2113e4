"""Forces of one side that the other carries."""

import pytest

TALKS = "The ministers of Kenya and Japan held talks in Nairobi. "


@pytest.mark.parametrize(
    "words",
    [
        "In June a Japanese aircraft flew the second Kenyan contingent to Mali.",
        "A C-130 of 401 Squadron has taken the second Kenyan contingent to Mali.",
        "The Kenyan field hospital was flown to Mali by the Japan Air Self-Defense Force.",
        "The Kenyan contingent reached Mali on board a Japanese aircraft.",
    ],
)
def test_japan_carries_kenyans(deeds, words):
    found = [(fact.provider, fact.recipient) for fact in deeds(TALKS + words)]
    assert found == [(("JP",), ("KE",))], words


@pytest.mark.parametrize(
    "words",
    [
        "A Kenyan aircraft flew the second Kenyan contingent to Mali.",
        "The Japanese minister took the Kenyan contingent to heart.",
        "A Japanese aircraft will fly the second Kenyan contingent to Mali.",
    ],
)
def test_nobody_is_carried(deeds, words):
    assert not [f for f in deeds(TALKS + words) if f.rule.startswith("activity/carried")], words
