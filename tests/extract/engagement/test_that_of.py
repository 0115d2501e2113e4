"""What is told by the way beside another engagement: "that of", the talks "he had had"."""

import pytest

_BEFORE = "{reis} of Portugal met {holm} of Sweden in Stockholm. "


@pytest.mark.parametrize(
    ("told", "date"),
    [
        (
            "The visit follows that of Foreign Minister Rui Pires of Portugal to Sweden in August 2022.",
            "2022-08",
        ),
        (
            "It is the first such visit since that of Foreign Minister Rui Pires of Portugal some time ago.",
            None,
        ),
        (
            "It is the first visit since that of Foreign Minister Rui Pires of Portugal in May 2022.",
            "2022-05",
        ),
    ],
)
def test_that_of_somebody_is_a_visit_with_its_country_or_time(engagements, told, date) -> None:
    visits = [e for e in engagements(_BEFORE + told) if e.participants == ("Rui Pires",)]
    assert [(e.type, e.country, e.date) for e in visits] == ([("visit", "SE", date)] if date else [])


@pytest.mark.parametrize(
    "told",
    [
        "The speech follows that of Foreign Minister Rui Pires of Portugal in May 2022.",
        "She said that of Pires.",
    ],
)
def test_that_of_anything_else_is_none(engagements, told) -> None:
    assert [e for e in engagements(_BEFORE + told) if e.type == "visit"] == []


def test_talks_that_he_had_had_are_looked_back_on_and_have_their_own_day(engagements) -> None:
    told = (
        "{reis} met {lind} in Lisbon today. The envoy told of the talks she had had with {holm} the previous "
        "day.\n\nIn the afternoon {pires} received {lind}."
    )
    days = {tuple(sorted(e.participants)): e.date for e in engagements(told) if e.type == "meeting"}
    assert days[("Bo Lind", "Rui Pires")] != "2024-07-09"


def test_talks_since_which_they_met_first_have_their_own_day(engagements) -> None:
    told = "{reis} met {lind} in Lisbon. It was their first meeting since the talks in Stockholm on 8 June."
    assert "2024-06-08" in {e.date for e in engagements(told)}
