"""Dates that a text counts from something else."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("{reis} and {lind} signed the pact on 6 May 2024, six months after they met in Oslo.", "2023-11"),
        ("{reis} and {lind} signed the pact on 6 May 2024, two days after they met in Oslo.", "2024-05-04"),
        ("{reis} and {lind} signed the pact on 6 May 2024, a year after they had met in Oslo.", "2023"),
        ("{reis} and {lind} signed the pact on 6 May 2024, months after they met in Oslo.", None),
        (
            "{reis} and {lind} signed the pact on 6 May 2024, weeks after they met on 2 April 2024.",
            "2024-04-02",
        ),
        ("It is three years since {reis} met {lind} in Oslo.", "2021"),
    ],
)
def test_what_is_told_as_so_long_before_is_not_of_the_day_of_the_report(engagements, text, date):
    told = [f for f in engagements(text, published="2024-05-07") if f.type == "meeting"]
    assert [f.date for f in told] == [date]


def test_of_two_visits_the_earlier_is_counted_from_the_other(engagements):
    text = "Two years after {lind} came to Lisbon, {reis} arrived in Stockholm on Sunday."
    told = engagements(text, published="2024-05-07")
    assert sorted((f.country, f.date) for f in told) == [("PT", "2022"), ("SE", "2024-05-05")]
