"""The notation of phrases: stems, alternatives, gaps, capitals."""

from __future__ import annotations

import pytest

from servanda.extract.phrases import PhraseFinder, longest


def hits(phrase: str, text: str) -> list[str]:
    return [text[m.start : m.end] for m in PhraseFinder([(phrase, "x")]).find(text)]


def test_a_word_is_found_whole_and_without_regard_to_capitals() -> None:
    assert hits("port", "Port, airport, ports, PORT") == ["Port", "PORT"]


def test_a_stem_stands_for_every_word_that_begins_so() -> None:
    assert hits("exchang* of visit*", "exchanging of visits") == ["exchanging of visits"]


@pytest.mark.parametrize("text", ["high level", "high-level", "high–level", "high\nlevel"])
def test_a_hyphen_or_line_break_is_a_space(text: str) -> None:
    assert hits("high level", text) == [text]


@pytest.mark.parametrize("text", ["high, level", "high. Level", "high (level)"])
def test_punctuation_parts_a_phrase(text: str) -> None:
    assert hits("high level", text) == []


def test_alternatives_may_be_empty() -> None:
    assert hits("(naval|air) (joint|) drill", "a naval drill and an air joint drill") == [
        "naval drill",
        "air joint drill",
    ]


def test_a_gap_holds_up_to_four_words() -> None:
    assert hits("search .. remains", "search for the last known remains") == [
        "search for the last known remains"
    ]
    assert hits("search .. remains", "search far and wide for the remains") == []


def test_a_gap_ends_with_the_sentence() -> None:
    assert hits("search .. remains", "They search. Nothing remains.") == []


def test_a_word_in_capitals_is_found_only_so() -> None:
    assert hits("SAR", "SAR teams, Sar, sar") == ["SAR"]


@pytest.mark.parametrize("phrase", ["", "..", ".. word", "*", "wo*rd"])
def test_a_phrase_without_words_is_refused(phrase: str) -> None:
    with pytest.raises(ValueError, match="no phrase"):
        PhraseFinder([(phrase, "x")])


def test_of_phrases_that_share_a_word_the_longest_is_kept() -> None:
    finder = PhraseFinder([("trade", "civil"), ("arms trade", "arms"), ("arms trade", "other")])
    assert [m.label for m in longest(finder.find("arms trade and trade"))] == ["arms", "other", "civil"]
