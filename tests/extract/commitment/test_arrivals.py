"""What is to arrive, to begin or to be ready, told of the thing or the people themselves."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from servanda.model.facts import Commitment

Said = Callable[..., list[Commitment]]


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("The first two boats will arrive in the second half of 2025.", {"JP", "KE"}),
        ("The first boat will be delivered this year and the last in 2027.", {"JP", "KE"}),
        ("The first Japanese soldiers will arrive in 2025.", {"JP"}),
        ("The first group of Japanese soldiers is to leave Mombasa by 10 March.", {"JP"}),
        ("The first two boats are to land at Mombasa before the end of autumn.", {"JP"}),
        ("The first boat is to be in Mombasa by the end of the summer.", {"JP"}),
        ("Twelve Kenyan sailors are to learn to dive in Kure.", {"JP"}),
        ("Minister Ishida assured her that the first boat could be delivered in May.", {"JP", "KE"}),
        ("A second boat would follow in the course of 2026.", {"JP", "KE"}),
        ("The second boat follows in 2026.", {"JP", "KE"}),
        ("The two boats should be in Mombasa by May.", {"JP"}),
        ("The two boats are due in Mombasa in May.", {"JP"}),
        ("Forty places are reserved for Kenyan cadets.", {"JP", "KE"}),
        ("Five million dollars have been set aside for the yard.", {"JP", "KE"}),
        ("By the end of the year the boats will be Kenyan.", {"JP"}),
        ("The boats will belong to Kenya from 2027.", {"JP"}),
        ('"By May the boats will be yours," said Ishida.', {"JP"}),
        ("A Kenyan platoon is to march in the parade in Tokyo.", {"KE"}),
        ("Deliveries are to be completed by 2027.", {"JP", "KE"}),
        ("Ten boats have been ordered; the first is due in August.", {"JP", "KE"}),
        ("Forty places will be open to Kenyans from September.", {"JP"}),
        ("Delivery of the second boat is foreseen for June.", {"JP", "KE"}),
        ("The replacement of the radios is planned for June.", {"JP", "KE"}),
        ("The first Kenyan cadets are expected in Tokyo in September.", {"JP"}),
        ("A first course of twenty technicians is to begin in September.", {"JP", "KE"}),
        ("Two Kenyan pilots are to begin their training in the autumn.", {"JP"}),
        ("The radar station is to be ready next year.", {"JP", "KE"}),
        ("The hospital is to be finished by 2026.", {"JP", "KE"}),
    ],
)
def test_a_lot_to_come_is_pledged_by_its_giver_or_agreed(said: Said, words: str, speaker: set[str]) -> None:
    (fact,) = said(words)
    assert (set(fact.speaker), fact.act) == (speaker, "pledge" if len(speaker) == 1 else "agree")


@pytest.mark.parametrize(
    "words",
    [
        "The second boat arrives every year.",
        "A boat would cost forty million.",
        "The election would follow in 2026.",
        "The villages will be Kenyan.",
        "A frigate will arrive in Mombasa for a visit.",
        "The two parties will begin.",
        "The spiritual assembly will take place in Mombasa.",
        "The first boats will leave for Brazil.",
        "The first boat will not be delivered.",
        "Many will go on to serve at sea.",
        "The first Kenyan pilots will join the Kenyan air force.",
    ],
)
def test_what_is_no_lot(said: Said, words: str) -> None:
    assert [f for f in said(words) if f.rule.startswith("commitment/lot")] == []


def test_what_is_to_come_is_named_with_the_second_of_two_verbs(said: Said) -> None:
    (fact,) = said("The first boat was nearing completion and would be delivered in May.")
    assert fact.content.startswith("The first boat was nearing completion")
