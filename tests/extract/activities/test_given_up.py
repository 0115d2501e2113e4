"""Help and works that were to be and are given up."""

import pytest

TALKS = "The foreign ministers of Kenya and Japan held talks in Nairobi. "


@pytest.mark.parametrize(
    "words",
    [
        "Japan has withdrawn its offer to train Kenyan divers in Kobe.",
        "Japan has shelved the delivery of two ferries to Kenya.",
        "The plan to build a shipyard at Mombasa was dropped by Japan.",
        "The line of credit that Japan offered has been taken off the table.",
        "Japan's offer to train Kenyan divers has lapsed.",
    ],
)
def test_what_is_given_up_is_told_as_not_done(deeds, words):
    (fact,) = deeds(TALKS + words)
    assert (set(fact.parties), fact.modality) == ({"KE", "JP"}, "negated"), words


@pytest.mark.parametrize(
    "words",
    [
        "Japan has not withdrawn its offer.",
        "Japan will not abandon the project.",
        "Peru has cancelled the order of two ferries from Japan.",
        "Japan has withdrawn its troops from the camp.",
    ],
)
def test_what_goes_on_or_is_a_matter_of_others_is_not_given_up(deeds, words):
    assert "negated" not in [fact.modality for fact in deeds(TALKS + words)], words
