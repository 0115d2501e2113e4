"""Tasks that both sides give to their people."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from servanda.model.facts import Commitment

Said = Callable[..., list[Commitment]]


@pytest.mark.parametrize(
    ("words", "content"),
    [
        ("The two leaders tasked their officials with exploring joint patrols.", "exploring joint patrols"),
        ("Both leaders instructed their ministries to expand the training.", "expand the training"),
    ],
)
def test_a_task_given_by_both_is_agreed(said: Said, words: str, content: str) -> None:
    (fact,) = said(words)
    assert (fact.act, fact.speaker, fact.content) == ("agree", ("JP", "KE"), content)


@pytest.mark.parametrize(
    "words",
    [
        "The President of Kenya instructed her ministries to expand the training.",
        "The two leaders did not task their officials with exploring joint patrols.",
        "The two leaders tasked their officials.",
    ],
)
def test_a_task_of_one_side_is_none(said: Said, words: str) -> None:
    assert said(words) == []
