"""Reported clauses that evaluate."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from servanda.model.facts import Assessment

Said = Callable[..., list[Assessment]]
Bracketed = Callable[[str], str]


@pytest.mark.parametrize(
    ("words", "polarity"),
    [
        ("Mr Ishida emphasised that [the partnership is a pillar of stability].", "positive"),
        ("Mr Ishida said that [Kenya plays an important role].", "positive"),
        ("Mr Ishida said that [relations have deepened].", "positive"),
        ("Mr Ishida said that [the agreement would strengthen ties].", "positive"),
        ("Mr Ishida noted that [Kenya has great potential].", "positive"),
        ("[The sale, he added, strengthens the cooperation between Japan and Kenya].", "positive"),
        ("[The deal, Mr Ishida said, is a milestone in the partnership with Kenya].", "positive"),
        ("Mr Ishida said that [the cooperation with Kenya had brought economies of scale].", "positive"),
        ("Mr Ishida said that [cooperation with Kenya had saved time and money].", "positive"),
    ],
)
def test_what_is_said_to_be_good(said: Said, bracketed: Bracketed, words: str, polarity: str) -> None:
    (fact,) = said(words)
    assert (fact.polarity, fact.content) == (polarity, bracketed(words))


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("For Mr Ishida, the agreement strengthens the cooperation of the two countries.", 1),
        ("According to Mr Ishida, relations between the two countries are excellent.", 1),
        ("For years, relations between the two countries have been excellent.", 0),
    ],
)
def test_in_whose_view_it_is_good_opens_the_sentence(said: Said, words: str, number: int) -> None:
    assert [fact.by for fact in said(words)] == ["Taro Ishida"] * number


@pytest.mark.parametrize(
    "words",
    [
        "Mr Ishida said that the road is long.",
        "Mr Ishida did not say that the partnership is a pillar.",
        "Mr Ishida asked whether the partnership is a pillar.",
        "The partnership is a pillar of stability.",
        "Mr Ishida said that relations should deepen.",
        "The sale, he added, costs 2 billion yen.",
        "The sale strengthens the cooperation between Japan and Kenya.",
        "Mr Ishida said that the contract had brought a delay.",
        "Mr Ishida said that the sale does not strengthen the ties with Kenya.",
        "Mr Ishida said that cooperation with Kenya will bring economies of scale.",
        "Mr Ishida said that the war had brought no peace.",
    ],
)
def test_words_that_evaluate_nothing(said: Said, words: str) -> None:
    assert said(words) == []


def test_a_policy_that_wins_trust_is_praised(said) -> None:
    (fact,) = said("Mr Ishida said that the reforms of Kenya have attracted investors.")
    assert (fact.polarity, fact.holder) == ("positive", ("JP",))


@pytest.mark.parametrize(
    "words",
    [
        "The two sides shared the assessment that the partnership is strong.",
        "Mr Ishida was confident that the partnership with Kenya is strong.",
    ],
)
def test_a_view_held_is_reported(said, words: str) -> None:
    assert len(said(words)) == 1


@pytest.mark.parametrize(
    ("words", "holder"),
    [
        ("It was stressed that the partnership is of special importance.", ("JP", "KE")),
        ("It was noted that the support provided by Japan was vital.", ("JP", "KE")),
        ("Ms Otieno agreed that the cooperation is excellent.", ("KE",)),
        ("Mr Ishida said that Kenya had made great progress in training its police.", ("JP",)),
        ("Mr Ishida said the two countries and Kenya's people shared a special bond of friendship.", ("JP",)),
        ("Mr Ishida said that these ties provide a solid foundation for more trade.", ("JP",)),
        ("Mr Ishida said that the port project was a big step forward for the partnership.", ("JP",)),
        ("Ms Otieno said that Japan's help meant a great deal to her people.", ("KE",)),
        ("Mr Ishida said that the agreement showcases the friendship.", ("JP",)),
    ],
)
def test_more_ways_to_say_that_it_is_good(said: Said, words: str, holder: tuple[str, ...]) -> None:
    assert [(fact.holder, fact.polarity) for fact in said(words)] == [(holder, "positive")]


@pytest.mark.parametrize(
    "words",
    [
        "It was not said that the partnership is strong.",
        "It was stressed that the port opens at seven.",
        "Mr Ishida said that Kenya had made a road.",
        "Mr Ishida said that the agreement provides a table.",
        "The partnership is strong, he viewed.",
    ],
)
def test_ways_that_say_no_such_thing(said: Said, words: str) -> None:
    assert [fact for fact in said(words) if "call" in fact.rule or "strong" not in words] == []


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Mr Ishida said that the ties had never been closer.", 1),
        ("Mr Ishida said that the ties had never been close.", 0),
        ("Mr Ishida said that the harbour had never been wider.", 0),
    ],
)
def test_what_has_never_been_better_is_good(said: Said, words: str, number: int) -> None:
    assert len(said(words)) == number


def test_a_name_and_a_colon_tell_who_says_it(said: Said) -> None:
    (fact,) = said("\n- Mr Ishida: cooperation between the two countries is growing ever closer\n")
    assert (fact.content, fact.by) == (
        "cooperation between the two countries is growing ever closer",
        "Taro Ishida",
    )
    assert said("\nNote: cooperation between the two countries is growing ever closer\n") == []
