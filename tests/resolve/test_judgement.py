"""What persons decided, and took back."""

from __future__ import annotations

import random

from servanda.resolve.judgement import Judgement, standing, undoings


def judged(
    number: int, said: str = "same", a: str = "fact-1", b: str = "fact-2", undoes: int | None = None
) -> Judgement:
    plain = {"by": "desk officer", "made": "2024-07-10T09:00:00Z"}
    return Judgement(number=number, ruling=said, a=a, b=b, undoes=undoes, **plain)  # type: ignore[arg-type]


def undone(number: int, undoes: int) -> Judgement:
    return judged(number, undoes=undoes)


def numbers(judgements: list[Judgement]) -> list[int]:
    return [judgement.number for judgement in judgements]


def test_without_judgements_nothing_stands():
    assert standing([]) == []


def test_a_ruling_stands():
    assert numbers(standing([judged(1)])) == [1]


def test_of_two_rulings_on_the_same_two_the_last_stands():
    assert numbers(standing([judged(1, "same"), judged(2, "not-same")])) == [2]


def test_what_was_undone_no_longer_stands_and_the_undoing_rules_nothing():
    assert standing([judged(1), undone(2, 1)]) == []


def test_undoing_the_last_ruling_brings_back_the_one_before():
    assert numbers(standing([judged(1, "not-same"), judged(2, "same"), undone(3, 2)])) == [1]


def test_undoing_an_undoing_brings_back_the_ruling():
    assert numbers(standing([judged(1), undone(2, 1), undone(3, 2)])) == [1]


def test_undoing_that_takes_it_away_again():
    assert standing([judged(1), undone(2, 1), undone(3, 2), undone(4, 3)]) == []


def test_a_ruling_can_be_undone_twice():
    assert standing([judged(1), undone(2, 1), undone(3, 1)]) == []
    assert standing([judged(1), undone(2, 1), undone(3, 1), undone(4, 3)]) == []


def test_rulings_on_other_facts_are_left_alone():
    other = judged(2, "not-same", "fact-1", "fact-3")
    assert numbers(standing([judged(1), other, undone(3, 1)])) == [2]


def test_an_undoing_of_nothing_known_changes_nothing():
    assert numbers(standing([judged(1), undone(2, 77)])) == [1]


def test_undoings_that_count_come_last_first():
    made = [judged(1), judged(2, b="fact-3"), undone(3, 1), undone(4, 3), undone(5, 2)]
    assert numbers(undoings(made)) == [5, 4]


def test_the_order_in_which_they_are_given_does_not_matter():
    made = [judged(1), judged(2, "not-same"), undone(3, 2), judged(4, b="fact-3"), undone(5, 3), undone(6, 4)]
    expected = standing(made)
    assert numbers(expected) == [2]
    for seed in range(10):
        assert standing(random.Random(seed).sample(made, len(made))) == expected
