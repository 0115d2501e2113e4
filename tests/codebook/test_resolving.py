"""The words that do not tell one engagement from another."""

from __future__ import annotations

import pytest

from servanda.codebook.resolving import resolving_words
from servanda.model.fold import fold


def test_words_stand_in_the_form_in_which_they_are_looked_up():
    assert {word for word in resolving_words().generic() if word != fold(word)} == set()


@pytest.mark.parametrize("word", ["the", "not", "talks", "visit", "dialogue", "officially", "december"])
def test_what_all_reports_say(word):
    assert word in resolving_words().generic()


@pytest.mark.parametrize(
    "word", ["maritime", "cyber", "strategic", "president", "minister", "business", "navy"]
)
def test_what_tells_one_from_another(word):
    assert word not in resolving_words().generic()


def test_no_word_stands_twice_in_a_list():
    for words in (resolving_words().function.split(), resolving_words().engagement.split()):
        assert sorted(words) == sorted(set(words))
