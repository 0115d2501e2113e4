"""Snippets: the stretch of a text with most of what was looked for."""

import unicodedata

from servanda.query.snippet import snippet

LONG = "Filler words stand here. " * 40


def test_the_stretch_with_most_different_words_is_shown():
    text = LONG + "A harbour. " + LONG + "The harbour and the dock. " + LONG
    found = snippet(text, {"harbour", "dock"})
    assert "harbour and the dock" in found.span.text
    assert text[found.span.start : found.span.end] == found.span.text
    assert len(found.span.text) <= 200


def test_words_at_both_ends_and_alone():
    assert snippet("Dock", {"dock"}).span.text == "Dock"
    assert snippet(LONG + "dock", {"dock"}).span.text.endswith("dock")
    assert snippet("dock " + LONG, {"dock"}).span.text.startswith("dock")


def test_decomposed_letters_are_one_word():
    text = unicodedata.normalize("NFD", "Ở Đà Nẵng")
    ((start, end),) = snippet(text, {"nang"}).marks
    assert text[start:end] == unicodedata.normalize("NFD", "Nẵng")


def test_a_word_that_is_longer_than_the_stretch_is_not_cut():
    word = "x" * 500
    assert snippet(f"{LONG}{word} {LONG}", {word}).span.text == word


def test_nothing_found_is_no_snippet():
    assert snippet(LONG, {"dock"}) is None
