"""What the other side's people will be let do or will have."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from servanda.model.facts import Commitment

Said = Callable[..., list[Commitment]]


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("Citizens of Kenya will be allowed to join the Japanese armed forces.", "leave"),
        ("Kenyan officers will be allowed to attend the war college free of charge.", "leave"),
        ("Kenyans will have access to the naval school.", "leave"),
        ("Mr Ishida will present a gift of one million yen to the school in Nairobi.", "will"),
        ("Japan will replace its personnel in Kenya by May, the Kenyan ministry said.", "will"),
        ("Kenyan ships will be able to refuel in Tokyo.", "leave"),
        ('"You will get the second boat," Ishida told his guest.', "yours"),
        ("Ms Otieno was promised a second boat.", "promised"),
        ("Ishida said that Japan would see the redevelopment through to its end.", "will"),
        ("Mr Ishida will present a cheque to the hospital in Nairobi.", "will"),
        ("Mr Ishida will hand over two ambulances on Thursday.", "will"),
        ("Visas for Kenyan officers will be abolished.", "lot"),
    ],
)
def test_what_japan_will_let_or_give(said: Said, words: str, rule: str) -> None:
    (fact,) = said(words)
    assert (fact.speaker, fact.act) == (("JP",), "pledge")
    assert fact.rule.startswith(f"commitment/{rule}:")


@pytest.mark.parametrize(
    "words",
    [
        "There will be a second boat in 2027.",
        "There will be forty places for Kenyan cadets.",
        "Kenyans would follow in the course of 2026.",
        "The boats will change owners in the spring.",
    ],
)
def test_what_both_are_told_to_have_agreed(said: Said, words: str) -> None:
    (fact,) = said(words)
    assert (set(fact.speaker), fact.act) == ({"JP", "KE"}, "agree")


@pytest.mark.parametrize(
    "words",
    [
        "Children will be allowed to enter free of charge.",
        "The minister will be allowed to rest.",
        "Kenyans living abroad will be able to vote from January.",
        "You will get a headache.",
        "There will be rain.",
        "There will be no third boat.",
        "There will be boats.",
        "Mr Ishida will present his book on Thursday.",
        "Mr Ishida will see the president.",
        "Japan's budget will rise to five billion.",
    ],
)
def test_what_is_no_prospect(said: Said, words: str) -> None:
    assert said(words) == []
