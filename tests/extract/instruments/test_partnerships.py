"""Partnerships that are texts."""

from __future__ import annotations

import pytest


def test_a_partnership_on_a_matter_is_concluded_as_a_text(texts) -> None:
    (text,) = texts("Chile and Peru will conclude a green industrial partnership next year.")
    assert (text.action, text.title) == ("planned", "green industrial partnership")


@pytest.mark.parametrize("rank", ["a strategic", "a closer", "the green industrial"])
def test_a_rank_of_relations_is_no_text(texts, rank) -> None:
    assert texts(f"Chile and Peru will conclude {rank} partnership next year.") == []
