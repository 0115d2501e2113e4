"""What is only said under a verb of commitment commits nobody."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from servanda.model.facts import Commitment

Said = Callable[..., list[Commitment]]


@pytest.mark.parametrize(
    ("words", "acts"),
    [
        ("The two sides agreed that the practice should be continued.", ["agree"]),
        ("The two sides agreed that the ties are strong.", []),
        ("The two sides agreed that the drought calls for an answer of all.", []),
        ("The two sides agreed that disputes should be settled peacefully.", []),
        ("The two sides agreed that it should be clear.", []),
    ],
)
def test_consent_to_do_it_and_to_an_opinion(said: Said, words: str, acts: list[str]) -> None:
    assert [fact.act for fact in said(words)] == acts
