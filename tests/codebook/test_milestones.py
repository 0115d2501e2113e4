"""Words of anniversaries and ranks."""

from __future__ import annotations

import pytest

from servanda.codebook.milestones import milestone_words


@pytest.mark.parametrize(
    ("what", "of_two"),
    [
        ("the treaty of friendship", True),
        ("Ties", True),
        ("independence", False),
        ("the war and the friendship that followed", False),
        ("the necktie", False),
        ("", False),
    ],
)
def test_what_two_parties_have_between_them(what, of_two) -> None:
    assert milestone_words().belongs_to_two(what) is of_two


@pytest.mark.parametrize(
    ("before", "denies"),
    [
        ("They have not", True),
        ("They agreed to", True),
        ("If they", True),
        ("They have", False),
        ("A notice", False),
    ],
)
def test_words_that_deny_a_raised_rank(before, denies) -> None:
    assert milestone_words().denies_raising(before) is denies
