"""Stances in reported clauses."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from servanda.model.facts import Position

Said = Callable[..., list[Position]]
Bracketed = Callable[[str], str]


@pytest.mark.parametrize(
    "words",
    [
        "Both sides agreed that [disputes should be settled by peaceful means].",
        "Mr Ishida said that [issues must be resolved by talks].",
        "Mr Ishida said that [Japan is not seeking permanent bases].",
        "Mr Ishida said that [the tests threaten regional stability].",
        "Mr Ishida said that [Japan supports the ceasefire].",
        "[A solution must be found so that people can live in peace], Mr Ishida said.",
        "Mr Ishida said that [a way out of the war must be found].",
        "Roads are long, Mr Ishida said, and [a solution must be found so that people can live in peace].",
        "[The war in Ukraine has shown that air defence is critical], Mr Ishida said.",
        "Mr Ishida said [Russia's aggression had shown how important ammunition is].",
        "[Russia must end its war], Mr Ishida said.",
        "Mr Ishida stressed that [calm must be restored].",
        "Ms Otieno said that [the fighting in Sudan had to stop].",
        "The two ministers agreed that [tensions must be lowered].",
        "[In Sudan, Mr Ishida said, there is need of a political solution].",
        "Ms Otieno stressed that [there was no alternative to a negotiated settlement].",
    ],
)
def test_a_norm_a_denial_or_a_judgement(said: Said, bracketed: Bracketed, words: str) -> None:
    (fact,) = said(words)
    assert fact.content == bracketed(words)


@pytest.mark.parametrize(
    "words",
    [
        "Mr Ishida said that both sides should trade more.",
        "Mr Ishida said that the road should be widened.",
        "Mr Ishida said that rain fell in the Indian Ocean.",
        "Mr Ishida did not say that issues must be resolved by talks.",
        "Mr Ishida said that a doctor must be found.",
        "Mr Ishida said that a way must be found to park the trucks.",
        "The roads are long, Mr Ishida said, and a way must be found to widen them.",
        "The test has shown that the radar is accurate, Mr Ishida said.",
        "The war in Ukraine has shown that air defence is critical.",
        "Mr Ishida said that Kenya should widen its roads.",
        "Mr Ishida said that the delays must be reduced.",
        "Mr Ishida said that calm had been restored in the port.",
        "Ms Otieno said there is need of a technical solution.",
    ],
)
def test_no_stance_on_the_world(said: Said, words: str) -> None:
    assert said(words) == []


def test_what_the_other_at_the_table_holds_it_holds_itself(said: Said) -> None:
    (fact,) = said("Mr Ishida said that Kenya supports the ceasefire.")
    assert (fact.holder, fact.by) == (("KE",), None)


def test_two_clauses_are_two_positions(said: Said) -> None:
    facts = said("Mr Ishida said that Japan condemned the invasion and that it supports international law.")
    assert [f.content for f in facts] == ["Japan condemned the invasion", "it supports international law"]


@pytest.mark.parametrize(
    "words",
    [
        "Both leaders reaffirmed that [the border should be settled by talks].",
        "Mr Ishida said that [lasting stability in the region could only be won by dialogue].",
        "Mr Ishida said that [trade wars undermine the multilateral trading system].",
    ],
)
def test_more_stances_on_the_world(said: Said, bracketed: Bracketed, words: str) -> None:
    assert [fact.content for fact in said(words)] == [bracketed(words)]


@pytest.mark.parametrize(
    "words",
    [
        "Mr Ishida said that Japan would back Kenya's bid for a seat on the Security Council.",
        "Mr Ishida said that the hall could only be reached on foot.",
        "Mr Ishida said that the bill should be settled by cheque.",
    ],
)
def test_backing_promised_and_other_limits_are_no_stance(said: Said, words: str) -> None:
    assert [fact for fact in said(words) if "bill" not in words] == []
