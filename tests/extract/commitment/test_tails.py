"""What is undertaken is quoted whole, also where the parser breaks it off."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from servanda.model.facts import Commitment

Said = Callable[..., list[Commitment]]
Bracketed = Callable[[str], str]


@pytest.mark.parametrize(
    "words",
    [
        "Japan pledged [support to Kenya in training midwives].",
        "Mr Ishida offered [assistance in repairing the two bridges at Kisumu].",
        "Japan is ready to [share its experience with Kenya, particularly in fishing, forestry and tea].",
        "Both sides agreed to [deepen their ties through port calls, courses and the transfer of engines].",
        "Japan agreed to [provide courses for Kenyan crews joining the mission].",
        "She also requested [assistance in the field of irrigation to raise the harvest].",
    ],
)
def test_it_goes_on_to_its_end(said: Said, bracketed: Bracketed, words: str) -> None:
    assert [fact.content for fact in said(words)] == [bracketed(words)]


@pytest.mark.parametrize(
    "words",
    [
        "Japan pledged to [train midwives], and Kenya thanked its guest.",
        "Japan pledged to [train midwives], adding that roads and bridges would follow.",
        "Japan pledged to [train midwives]; roads and bridges came next.",
        "Japan pledged to [train midwives], according to the ministry and its staff.",
    ],
)
def test_it_ends_before_what_is_another_matter(said: Said, bracketed: Bracketed, words: str) -> None:
    assert said(words)[0].content.rstrip(",") == bracketed(words)


def test_an_invitation_is_quoted_as_it_stands(said: Said) -> None:
    (fact,) = said("Mr Ishida invited Ms Otieno to visit Tokyo, Kyoto and Osaka.")
    assert fact.act == "invite"


def test_it_ends_with_the_quotation_that_it_began_in(said: Said) -> None:
    words = '"Japan is ready to widen the port," a statement of both ministries read.'
    assert [fact.content for fact in said(words)] == ["widen the port"]
