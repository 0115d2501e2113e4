"""Verbs of evaluation: thanks, praise, esteem and stress."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from servanda.model.facts import Assessment

Said = Callable[..., list[Assessment]]
Bracketed = Callable[[str], str]


@pytest.mark.parametrize(
    ("words", "polarity"),
    [
        ("Mr Ishida [thanked Kenya for its help].", "positive"),
        ("Mr Ishida [praised the progress in trade].", "positive"),
        ("Mr Ishida [hailed the results].", "positive"),
        ("Japan [regretted the delay in the port project].", "negative"),
    ],
)
def test_what_is_valued(said: Said, bracketed: Bracketed, words: str, polarity: str) -> None:
    (fact,) = said(words)
    assert (fact.polarity, fact.content) == (polarity, bracketed(words))


@pytest.mark.parametrize(
    ("words", "polarity"),
    [
        ("[Mr Ishida spoke highly of the cooperation].", "positive"),
        ("[Japan attaches great importance to its ties with Kenya].", "positive"),
        ("[Japan takes pride in its partnership with Kenya].", "positive"),
    ],
)
def test_esteem_in_a_phrase(said: Said, bracketed: Bracketed, words: str, polarity: str) -> None:
    (fact,) = said(words)
    assert (fact.polarity, fact.content) == (polarity, bracketed(words))


@pytest.mark.parametrize(
    ("words", "polarity"),
    [
        ("Mr Ishida highlighted [the importance of the partnership].", "positive"),
        ("Mr Ishida highlighted [the strong ties with Kenya].", "positive"),
        ("Mr Ishida welcomed [the progress of the port project].", "positive"),
        ("Mr Ishida reflected on [the enduring friendship with Kenya].", "positive"),
    ],
)
def test_what_is_stressed(said: Said, bracketed: Bracketed, words: str, polarity: str) -> None:
    (fact,) = said(words)
    assert (fact.polarity, fact.content) == (polarity, bracketed(words))


@pytest.mark.parametrize(
    "words",
    [
        "Mr Ishida highlighted the ties with Kenya.",
        "Mr Ishida welcomed the journalists.",
        "The team hailed from Nairobi.",
        "Mr Ishida spoke of the cooperation.",
        "Mr Ishida highlighted the importance of freedom of navigation.",
    ],
)
def test_words_that_evaluate_nothing(said: Said, words: str) -> None:
    assert said(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "Mr Ishida did not thank Kenya for its help.",
        "If Mr Ishida thanks Kenya, ties will grow.",
        "Mr Ishida failed to praise the progress in trade.",
    ],
)
def test_what_is_denied_or_supposed_is_nothing(said: Said, words: str) -> None:
    assert said(words) == []


def test_who_values_it(said: Said) -> None:
    (fact,) = said("Mr Ishida thanked Kenya for its help.")
    assert (fact.holder, fact.by) == (("JP",), "Taro Ishida")
    assert [span.text for span in fact.evidence] == ["Mr Ishida thanked Kenya for its help"]


def test_potential_is_worth_by_itself(said: Said, bracketed: Bracketed) -> None:
    words = "Mr Ishida noted [Kenya's potential in renewable energy]."
    (fact,) = said(words)
    assert (fact.polarity, fact.content) == ("positive", bracketed(words))


def test_praise_in_the_passive_is_of_who_joins_in(said: Said) -> None:
    (fact,) = said("The new initiative was praised, with Kenya noting the dedication of the Japanese.")
    assert (fact.holder, fact.polarity) == (("KE",), "positive")


@pytest.mark.parametrize(
    "words",
    [
        "The new initiative was praised.",
        "The new initiative was praised, with Kenya paying for the cranes.",
        "The new initiative was praised, with the dockers noting the work.",
    ],
)
def test_praise_in_the_passive_is_else_of_nobody(said: Said, words: str) -> None:
    assert said(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "Mr Ishida underscored [the importance of cooperation in bringing peace and stability].",
        "Mr Ishida stressed [the value of deepening ties for the security of the region].",
        "Mr Ishida highlighted [Kenya's crucial role] in the fight against terrorism.",
    ],
)
def test_cooperation_is_valued_whatever_of_the_world_it_serves(
    said: Said, bracketed: Bracketed, words: str
) -> None:
    (fact,) = said(words)
    assert (fact.holder, fact.content) == (("JP",), bracketed(words))


@pytest.mark.parametrize(
    "words",
    [
        "Mr Ishida acknowledged Ms Otieno for her leadership in the reform of the army.",
        "Mr Ishida recognised Kenya for its hospitality to refugees.",
        "Opening the talks with Kenya, Mr Ishida appreciated the help of its army.",
        "Mr Ishida underlined Kenya's role as a trusted partner.",
        "Mr Ishida welcomed the signing of the customs pact.",
    ],
)
def test_other_words_that_value(said: Said, words: str) -> None:
    assert [fact.holder for fact in said(words)] == [("JP",)]


def test_the_other_side_is_accused(said: Said) -> None:
    (fact,) = said("Mr Ishida accused Kenya of a lack of good faith.")
    assert (fact.polarity, fact.holder) == ("negative", ("JP",))


@pytest.mark.parametrize(
    "words",
    [
        "Mr Ishida accused Somalia of a lack of good faith.",
        "Somalia accused Kenya of a lack of good faith.",
        "Mr Ishida recognised Kenya.",
        "Mr Ishida underlined Kenya's role as a transit country.",
    ],
)
def test_a_third_accused_or_a_plain_role_is_nothing(said: Said, words: str) -> None:
    assert said(words) == []


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Mr Ishida conveyed the importance of closer ties.", 1),
        ("Mr Ishida spoke of the strong partnership of the two navies.", 1),
        ("Mr Ishida cited the close relationship of the two and its use for regional security.", 1),
        ("Mr Ishida spoke of the weather.", 0),
        ("Mr Ishida conveyed greetings.", 0),
    ],
)
def test_more_ways_to_stress(said: Said, words: str, number: int) -> None:
    assert len(said(words)) == number


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Japan welcomed the growing convergence of the two countries.", 1),
        ("Japan welcomed the larger part that Kenyan troops took in it.", 1),
        ("The Embassy of Japan thanks the Kenyan authorities for the organisation.", 1),
        ("Japan welcomed the minister.", 0),
    ],
)
def test_what_is_welcomed_and_thanks_in_the_present(said: Said, words: str, number: int) -> None:
    assert len(said(words)) == number


def test_what_is_stressed_beside_an_infinitive_is_stressed_by_the_subject(said: Said) -> None:
    (fact,) = said("Mr Ishida sought ways to widen trade, underlining the importance of old friendships.")
    assert fact.holder == ("JP",)
