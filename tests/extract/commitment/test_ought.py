"""What both should do is proposed by the one who says so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from servanda.model.facts import Commitment

Said = Callable[..., list[Commitment]]


def test_what_is_still_to_be_ratified_is_no_proposal(said) -> None:
    assert said("Mr Ishida spoke of the pact, which both parliaments have still to ratify.") == []


def test_what_both_need_to_do_is_proposed(said: Said) -> None:
    (fact,) = said("Mr Ishida said that both countries need to fight smuggling together.")
    assert (fact.act, fact.speaker) == ("propose", ("JP",))


def test_where_cooperation_could_begin_is_proposed(said: Said) -> None:
    (fact,) = said("Mr Ishida said that cooperation could begin with the training of nurses.")
    assert (fact.act, fact.speaker) == ("propose", ("JP",))
    assert said("Mr Ishida said that it could rain.") == []


def test_what_both_could_do_together_is_proposed(said: Said) -> None:
    (fact,) = said("Mr Ishida said that the two navies could train together.")
    assert (fact.act, fact.speaker) == ("propose", ("JP",))
    assert said("Mr Ishida said that the two navies could sink.") == []
    assert said("Mr Ishida said that the joint report could surprise.") == []


@pytest.mark.parametrize(
    ("words", "content"),
    [
        ("The two sides should deepen cooperation to keep the region peaceful, Mr Ishida suggested.",
         "The two sides should deepen cooperation to keep the region peaceful"),
        ("Mr Ishida said that both countries need to widen their trade.", "widen their trade"),
        ("Mr Ishida stated that the two navies should patrol together.", "two navies should patrol together"),
    ],
)  # fmt: skip
def test_what_both_ought_to_do(said: Said, words: str, content: str) -> None:
    facts = said(words)
    assert [(fact.act, fact.speaker) for fact in facts] == [("propose", ("JP",))]
    assert facts[0].content.endswith(content)


def test_who_still_says_it_proposes_it(said: Said) -> None:
    facts = said("Mr Ishida still said that the two navies should patrol together.")
    assert [fact.act for fact in facts] == ["propose"]
