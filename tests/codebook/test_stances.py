"""The words of evaluation and stance."""

from __future__ import annotations

import pytest

from servanda.codebook.stances import stance_words


@pytest.mark.parametrize(
    "text",
    [
        "Freedom of Navigation",
        "the territorial dispute",
        "Palestinian statehood",
        "freedom, safety and order at sea",
        "non-proliferation",
    ],
)
def test_matters_of_the_world_are_known_by_the_beginning_of_a_word(text: str) -> None:
    assert stance_words().on_world_matter(text)


@pytest.mark.parametrize("text", ["the port project", "indisputable", "an unpeaceful night", "freedom", ""])
def test_other_matters_are_not(text: str) -> None:
    assert not stance_words().on_world_matter(text)


def test_esteem_needs_its_verb_and_its_words() -> None:
    words = stance_words()
    assert "highly" in words.with_esteem("speak")
    assert "store" in words.with_esteem("set")
    assert "of" not in words.with_esteem("speak")
    assert words.with_esteem("walk") == frozenset()


def test_narrower_groups_are_parts_of_the_wider_ones() -> None:
    words = stance_words()
    assert words.worth_needs_praise <= words.worth
    assert words.feelings_need_praise <= words.feelings
    assert words.valuing_an_object <= words.valuing
    assert words.calling_plainly <= words.calling
    assert words.doing_good <= words.thriving
    assert words.strong_stance_nouns <= words.stance_nouns


def test_nothing_is_valued_and_devalued_or_praised_and_blamed() -> None:
    words = stance_words()
    assert not words.valuing & words.devaluing
    assert not words.feelings & words.ill_feelings
    assert not words.praise & words.blame
