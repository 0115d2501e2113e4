"""Goods that are to be delivered, told in the passive."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from servanda.model.facts import AnyFact, Commitment

Said = Callable[..., list[Commitment]]
Bracketed = Callable[[str], str]


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("[The first boats are to be delivered to Kenya in 2025].", "2025"),
        ("[The boats will be handed over to Kenya next year].", "2025"),
        ("[The first batch will be delivered by Japan in 2026].", "2026"),
        ("[The radar is due to be handed over to the Kenyan Navy in 2027].", "2027"),
        ("[The vehicles will be supplied to Kenya by the end of 2025].", "2025"),
        ("Mr Ishida said that [the boats would be delivered to Kenya in 2025].", "2025"),
    ],
)
def test_the_giver_pledges_its_delivery(said: Said, bracketed: Bracketed, words: str, due: str) -> None:
    (fact,) = said(words)
    assert (fact.act, fact.content, fact.due) == ("pledge", bracketed(words), due)
    assert (fact.speaker, fact.addressee) == (("JP",), ("KE",))


@pytest.mark.parametrize(
    "words",
    [
        "The report will be handed over to Kenya next year.",
        "The boats were delivered to Kenya in 2023.",
        "The boats will not be delivered to Kenya in 2025.",
        "The boats could be delivered to Kenya in 2025.",
        "The boats will be delivered to Ghana in 2025.",
        "The boats will be delivered in 2025.",
        "If parliament agrees, the boats will be delivered to Kenya in 2025.",
        "Ms Otieno said that the boats would be delivered to Kenya in 2025.",
        "The suspects will be handed over to Kenya next year.",
        "The speech will be delivered to the Kenyan parliament next year.",
    ],
    ids=[
        "a paper", "done", "denied", "possible", "to another", "to nobody", "condition", "told by the taker",
        "people", "words",
    ],
)  # fmt: skip
def test_what_nobody_pledges_to_deliver(said: Said, words: str) -> None:
    assert said(words) == []


def test_the_state_of_the_firm_delivers(read: Callable[..., list[AnyFact]]) -> None:
    text = "Chile signed a contract with the Swedish company Saab. "
    text += "The first radar will be delivered to Chile in 2026."
    (fact,) = [f for f in read(text) if isinstance(f, Commitment)]
    assert (fact.speaker, fact.addressee, fact.due) == (("SE",), ("CL",), "2026")


def test_of_two_sellers_neither_is_taken(read: Callable[..., list[AnyFact]]) -> None:
    text = (
        "Chile signed contracts with a Swedish company and an Israeli firm. "
        "The first radar will be delivered to Chile in 2026."
    )
    assert [f for f in read(text) if isinstance(f, Commitment)] == []
