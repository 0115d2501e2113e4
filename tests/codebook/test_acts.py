"""The words of commitment."""

from __future__ import annotations

from typing import get_args

import pytest

from servanda.codebook.acts import act_words
from servanda.model.facts import Act

ACTS = set(get_args(Act))


def test_every_verb_noun_and_adjective_has_an_act_or_is_a_wish_or_need() -> None:
    words = act_words()
    for table in (words.verbs, words.nouns, words.adjectives):
        assert set(table) <= ACTS | {"wish", "need"}


def test_no_word_has_two_acts() -> None:
    words = act_words()
    for table in (words.verbs, words.nouns, words.adjectives):
        entries = [word for group in table.values() for word in group]
        assert len(entries) == len(set(entries))


def test_acts_of_words() -> None:
    words = act_words()
    assert (words.verb_act("pledge"), words.verb_act("hope"), words.verb_act("walk")) == (
        "pledge",
        "wish",
        None,
    )
    assert (words.noun_act("invitation"), words.noun_act("tree")) == ("invite", None)
    assert (words.adjective_act("ready"), words.adjective_act("green")) == ("offer", None)


@pytest.mark.parametrize(
    ("noun", "preposition", "brings"),
    [
        ("interest", "in", True),
        ("interest", "of", False),
        ("readiness", "for", True),
        ("consensus", "on", True),
    ],
)
def test_prepositions_bring_what_is_undertaken(noun: str, preposition: str, brings: bool) -> None:
    assert (preposition in act_words().prepositions_after(noun)) is brings


def test_every_noun_with_prepositions_of_its_own_is_a_noun_of_commitment() -> None:
    words = act_words()
    own = words.content_prepositions.keys() - {"default"}
    assert all(words.noun_act(noun) for noun in own)
    assert all(words.noun_act(noun) for noun in words.carried_along | words.topics)
