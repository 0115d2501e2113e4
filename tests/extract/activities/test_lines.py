"""Lines that run between the two."""

import pytest

TALKS = "The foreign ministers of Kenya and Japan held talks in Nairobi. "


@pytest.mark.parametrize(
    "words",
    [
        "Direct flights between Nairobi and Tokyo began in October.",
        "Direct flights between the two countries were resumed in October.",
        "Kenya Airways opened its direct service between Nairobi and Tokyo.",
        "Since October there have been direct flights between Nairobi and Tokyo.",
        "The two capitals have been linked by direct flights since October.",
        "The first direct flight from Nairobi landed in Tokyo on Wednesday.",
        "Kenya Airways now flies three times a week between Nairobi and Tokyo.",
        "A direct shipping line between Kenya and Japan was opened in March.",
    ],
)
def test_what_runs_between_the_two_is_of_both(deeds, words):
    assert [set(fact.parties) for fact in deeds(TALKS + words)] == [{"KE", "JP"}], words


@pytest.mark.parametrize(
    "words",
    [
        "Kenya Airways began flights to Paris in October.",
        "Direct flights between Nairobi and Tokyo have not begun.",
        "Direct flights between Nairobi and Tokyo would help tourism.",
        "A flight from Nairobi landed in Tokyo on Wednesday.",
        "They discussed direct flights between Nairobi and Tokyo.",
        "Direct flights between Nairobi and Tokyo will begin in October.",
    ],
)
def test_what_does_not_run(deeds, words):
    assert deeds(TALKS + words) == [], words
