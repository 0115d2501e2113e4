"""Words of English grammar that turn what a clause says."""

from __future__ import annotations

from servanda.codebook.grammar import grammar_words


def test_what_will_come_is_told_apart_from_what_may_come() -> None:
    words = grammar_words()
    assert "will" in words.future_auxiliaries
    assert "would" in words.modal_auxiliaries
    assert not words.future_auxiliaries & words.modal_auxiliaries


def test_no_verb_both_denies_and_plans() -> None:
    words = grammar_words()
    assert {"decline", "fail"} <= words.denying_verbs
    assert not words.denying_verbs & words.scheduling_verbs


def test_conditions_and_times_are_apart() -> None:
    words = grammar_words()
    assert {"if", "unless"} <= words.conditions
    assert not words.conditions & words.times
    assert words.inverted_conditions <= words.conditions
