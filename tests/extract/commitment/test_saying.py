"""When a commitment was made: what is told of long ago is none that anybody waits for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from servanda.model.facts import Commitment

Said = Callable[..., list[Commitment]]


@pytest.mark.parametrize(
    "words",
    [
        "In 1998 Japan pledged to train 200 Kenyan officers.",
        "In May 2010 Japan said that it would build a port.",
    ],
)
def test_a_promise_of_long_ago_is_history(said: Said, words: str) -> None:
    assert said(words) == []


def test_the_date_on_which_it_was_said_is_part_of_the_evidence(said: Said) -> None:
    (fact,) = said("In March 2023 Japan promised to supply Kenya with two patrol boats.")
    assert fact.evidence[0].text == "In March 2023 Japan promised to supply Kenya with two patrol boats"


def test_what_was_due_after_it_was_said_is_due_then(said: Said) -> None:
    (fact,) = said("In March 2020 Japan promised to supply Kenya with two patrol boats by 2021.")
    assert fact.due == "2021"


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("Japan pledged to apply the treaty of 2019 in its ports.", None),
        ("Japan pledged to extend the loan of 2019 until 2030.", "2030"),
        ("Japan pledged to build a port this year.", "2024"),
    ],
)
def test_a_date_before_the_saying_is_no_due_date(said: Said, words: str, due: str | None) -> None:
    (fact,) = said(words)
    assert fact.due == due


def test_the_year_in_the_name_of_a_text_is_no_day_on_which_it_is_due(said: Said) -> None:
    (fact,) = said("Japan reaffirmed its commitment to the 2030 Fisheries Treaty with Kenya.")
    assert fact.due is None
