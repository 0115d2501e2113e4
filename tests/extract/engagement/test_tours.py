"""Stops of a journey that takes somebody somewhere."""

import pytest


@pytest.mark.parametrize(
    ("told", "parties"),
    [
        (
            "{reis} flew to Stockholm on Monday, a trip that is also to take her to Chile and Peru.",
            {"PT", "CL", "PE"},
        ),
        ("{reis} left for Stockholm on a tour that will also take her to Chile.", {"PT", "CL"}),
        ("{reis} visited Stockholm on Monday. Her tour will also take her to Chile.", {"PT", "CL"}),
    ],
)
def test_a_journey_that_takes_somebody_on_is_a_visit_ahead(engagements, told, parties):
    first, ahead = engagements(told)
    assert set(first.parties) == {"PT", "SE"}
    assert (ahead.type, ahead.status, set(ahead.parties)) == ("visit", "planned", parties)


@pytest.mark.parametrize(
    "told",
    [
        "The road took {reis} to Chile.",
        "{reis} took the matter to Chile.",
        "{reis} hopes that her tour will take on speed.",
    ],
)
def test_what_is_no_journey_takes_nobody_anywhere(engagements, told):
    assert engagements(told) == []
