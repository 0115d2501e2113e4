"""Feelings that a side voices."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from servanda.model.facts import Assessment

Said = Callable[..., list[Assessment]]
Bracketed = Callable[[str], str]


@pytest.mark.parametrize(
    ("words", "polarity"),
    [
        ("Mr Ishida expressed [satisfaction with the progress].", "positive"),
        ("Mr Ishida conveyed [his high regard for Kenya].", "positive"),
        ("Mr Ishida voiced [disappointment at the delay].", "negative"),
        ("Mr Ishida was [grateful for the support of Kenya].", "positive"),
    ],
)
def test_a_feeling_voiced(said: Said, bracketed: Bracketed, words: str, polarity: str) -> None:
    (fact,) = said(words)
    assert (fact.polarity, fact.content) == (polarity, bracketed(words))


@pytest.mark.parametrize(
    "words",
    [
        "Mr Ishida conveyed a message with regard to Kenya.",
        "Mr Ishida is pleased to visit Kenya.",
        "Mr Ishida was grateful.",
        "Mr Ishida did not express satisfaction with the progress.",
        "Mr Ishida was not grateful for the support of Kenya.",
        "Satisfaction is the title of a song.",
    ],
)
def test_no_feeling_or_not_voiced(said: Said, words: str) -> None:
    assert said(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "Mr Ishida acknowledged with appreciation Kenya's help in the search.",
        "Mr Ishida expressed his respect for the efforts of Kenya.",
        "Mr Ishida said that he was impressed by the professionalism of the Kenyan peacekeepers.",
    ],
)
def test_a_feeling_told_beside_another_verb(said: Said, words: str) -> None:
    (fact,) = said(words)
    assert (fact.polarity, fact.holder) == ("positive", ("JP",))


def test_a_decoration_is_no_feeling(said: Said) -> None:
    assert said("Mr Ishida was honoured by Kenya with a medal.") == []


@pytest.mark.parametrize(
    ("words", "polarities"),
    [
        ("The minister aired some misgivings about the harbour fees of Kenya.", ["negative"]),
        ("Mr Ishida voiced concern over the war in Ukraine.", []),
        ("They spoke of issues of common concern.", []),
    ],
)
def test_ill_feelings_are_also_aired_and_concern_is_a_position(
    said: Said, words: str, polarities: list[str]
) -> None:
    assert [fact.polarity for fact in said(words)] == polarities


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Mr Ishida voiced confidence in Kenyan industry.", 1),
        ("Mr Ishida voiced confidence in the future.", 0),
        ("Mr Ishida voiced confidence that it would rain.", 0),
    ],
)
def test_trust_in_the_other_side(said: Said, words: str, number: int) -> None:
    assert len(said(words)) == number
