"""Stances towards those who are not at the table, and on matters of the world told in other words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from servanda.model.facts import Position

Said = Callable[..., list[Position]]


@pytest.mark.parametrize(
    "words",
    [
        "Both ministers called on Somalia to stop the attacks.",
        "They urged all armed groups in Sudan to lay down their arms.",
        "They expressed their solidarity with the people of Sudan.",
        "They renewed their call for the release of the President of Niger.",
        "They were united in condemnation of the use of water cannon in the South China Sea.",
        "They voiced their full support to Ukraine.",
        "The heads of state voiced deep concern about fighting in eastern Congo.",
        "Both sides stressed the need for global cooperation to overcome the pandemic.",
        "They were at one in calling on Somalia to return to dialogue.",
        "They stressed that Europe has to do more for its own security.",
        "They voiced dismay at the violence in Somalia.",
        "They stood together in demanding the release of the officials held in Somalia.",
        "They reiterated their call for reform of the international financial system.",
        "They stressed that no country should arm the militants.",
        "They wanted the resolution of the conflict in Sudan.",
        "They hoped that the tensions would ease soon.",
        "They held that dialogue remains the only way out.",
        "They remain wary of the situation in Somalia.",
        "They stressed the necessity of an immediate cessation of the escalation.",
        "They affirmed, in Oslo, that the attack by Somalia constitutes a breach of international law.",
        "They emphasised that small island states must have better access to climate finance.",
        "The Ministers:\n1. Agreed on it;\n2. Expressed concern over the fighting in Sudan.",
    ],
)
def test_a_stance_of_both(said: Said, words: str) -> None:
    assert [set(fact.holder) for fact in said(words)] == [{"JP", "KE"}]


@pytest.mark.parametrize(
    "words",
    [
        "Mr Ishida called on Kenya to release the ship.",
        "Mr Ishida expressed solidarity with the people of Kenya.",
        "They called on the children to sing.",
        "They stressed the need for more exchanges in fields such as trade, health and climate change.",
    ],
)
def test_no_stance(said: Said, words: str) -> None:
    assert said(words) == []
