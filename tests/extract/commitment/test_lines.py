"""Lines between the two, and works for them, that are to be opened and begun."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from servanda.model.facts import Commitment

Said = Callable[..., list[Commitment]]


@pytest.mark.parametrize(
    ("words", "speaker", "rule"),
    [
        ("Kenya Airways will open flights between Nairobi and Tokyo in May.", {"JP", "KE"}, "line"),
        ("Direct flights between Nairobi and Tokyo will begin in October.", {"JP", "KE"}, "line"),
        ("A direct shipping line between Japan and Kenya is to be opened in May.", {"JP", "KE"}, "line"),
        ("The keel of the first boat for Kenya will be laid in Kure in May.", {"JP", "KE"}, "begun"),
    ],
)
def test_what_is_to_be_opened_or_begun(said: Said, words: str, speaker: set[str], rule: str) -> None:
    found = [f for f in said(words) if f.rule.startswith(f"commitment/{rule}:")]
    assert [set(f.speaker) for f in found] == [speaker], words


@pytest.mark.parametrize(
    "words",
    [
        "Direct flights between Nairobi and Tokyo began in October.",
        "Kenya Airways will start direct flights between Nairobi and Paris in October.",
        "Direct flights between Nairobi and Tokyo will help tourism.",
        "The keel of the first boat for Chile will be laid in May.",
    ],
)
def test_nothing_is_to_be_opened_between_them(said: Said, words: str) -> None:
    rules = [f.rule for f in said(words)]
    assert not [r for r in rules if r.startswith(("commitment/line:", "commitment/begun:"))], words
