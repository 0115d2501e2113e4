"""What a signed text aims to, its parties agree."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from servanda.model.facts import Commitment

Said = Callable[..., list[Commitment]]
Bracketed = Callable[[str], str]


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("The memorandum aims to [expand trade].", "agree"),
        ("The agreement provides for [exchanges of students].", "agree"),
        ("The memorandum provides [a framework for joint research].", "agree"),
        ("They signed a memorandum. It seeks to [expand trade].", "agree"),
        ("They signed agreed minutes. The minutes provide for [the return of four boats].", "agree"),
        ("They signed a pact. The pact foresees [joint patrols and the exchange of officers].", "agree"),
        ("They signed a treaty. It envisages [the transfer of technology].", "agree"),
        ("They signed an accord that foresees [the training of pilots].", "agree"),
        ("They signed a treaty. The text allows [both navies to use each other's ports].", "agree"),
        ("They signed a treaty. It requires both to [announce their exercises].", "agree"),
        ("They signed an agreement. It will provide [a framework for new cooperation].", "agree"),
        ("They signed an accord. It will serve as [the basis for exchanges of cadets].", "agree"),
        ("The accord lays down [the terms under which officers are exchanged].", "agree"),
        ("The agreement gives both navies [a legal framework for joint patrols].", "agree"),
        ("The armed forces of both countries now have [a legal basis for joint training].", "agree"),
    ],
)
def test_the_parties_agree_its_aim(said: Said, bracketed: Bracketed, words: str, act: str) -> None:
    (fact,) = said(words)
    assert (fact.act, fact.content) == (act, bracketed(words))


@pytest.mark.parametrize(
    "words",
    [
        "The programme aims to expand trade.",
        "The memorandum does not aim to expand trade.",
        "The memorandum is expected to expand trade.",
        "The memorandum provides comfort.",
        "The firm aims to expand trade.",
        "The crowd cheered. It seeks to expand trade.",
        "The contract foresees a price of 2 billion dollars.",
        "The contract does not foresee the transfer of technology.",
        "The Minister foresees the delivery of ten boats.",
        "The old contract enabled Kenya to buy ten boats.",
        "If the agreement requires both to pay, parliament will vote.",
        "The agreement requires the approval of parliament.",
        "A treaty of 2020 allows Japan to train in Kenya.",
        "The minutes passed slowly.",
        "The armed forces of both countries have a sound basis for growth.",
        "The law gives the police a legal basis for arrests.",
        "The agreement is expected to serve as the basis for exchanges.",
        "The agreement would lay down the terms for patrols if Kenya signed it.",
    ],
)
def test_other_aims(said: Said, words: str) -> None:
    assert said(words) == []


def test_it_is_agreed_by_all_at_the_table(said: Said) -> None:
    (fact,) = said("The memorandum aims to expand trade.")
    assert (fact.speaker, fact.reasons["speaker"]) == (("JP", "KE"), "the text is of both")
