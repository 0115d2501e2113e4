"""Which of several evaluations stay."""

from __future__ import annotations

from collections.abc import Callable

from servanda.model.facts import Assessment

Said = Callable[..., list[Assessment]]


def contents(facts: list[Assessment]) -> list[str]:
    return [f.content for f in facts]


def test_an_evaluation_in_anothers_words_is_part_of_it(said: Said) -> None:
    facts = said("Mr Ishida thanked the President for her praise of the strong ties.")
    assert contents(facts) == ["thanked the President for her praise of the strong ties"]


def test_one_who_goes_on_evaluating_says_one_thing(said: Said) -> None:
    facts = said("Mr Ishida praised the hospitals of Kenya and commended its doctors.")
    assert contents(facts) == ["praised the hospitals of Kenya"]


def test_thanks_and_praise_are_two_things(said: Said) -> None:
    facts = said("Mr Ishida thanked Kenya and praised its hospitals.")
    assert contents(facts) == ["thanked Kenya", "praised its hospitals"]


def test_two_who_evaluate_say_two_things(said: Said) -> None:
    facts = said("Mr Ishida thanked Kenya. Ms Otieno praised the strong ties.")
    assert [f.by for f in facts] == ["Taro Ishida", "Grace Otieno"]


def test_content_ends_before_a_new_statement(said: Said) -> None:
    (fact,) = said("Mr Ishida praised the results, adding that rain had fallen.")
    assert fact.content == "praised the results"


def test_praise_and_what_is_stressed_beside_it_are_two(said) -> None:
    facts = said("Mr Ishida praised the reforms of Kenya and stressed the importance of trade with Kenya.")
    assert [fact.content for fact in facts] == [
        "praised the reforms of Kenya",
        "the importance of trade with Kenya",
    ]
