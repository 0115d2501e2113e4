"""The sketch in place of a parse: enough to read people as from a parse."""

from __future__ import annotations

from functools import cache

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from servanda.extract.parse import load_parser
from servanda.extract.parties import find_parties
from servanda.extract.people import find_people
from servanda.extract.sketch import Sketcher, can_sketch
from servanda.extract.word_classes import WordClass
from servanda.extract.written import words_in


@cache
def parser() -> Language:
    return load_parser()


@cache
def sketcher() -> Sketcher:
    return Sketcher(parser())


def told(text: str) -> list[tuple[str, WordClass]]:
    """Each word of a text with its class."""
    words = list(words_in(text))
    return list(zip((word.text for word in words), sketcher()(text).classes(words), strict=True))


def kinds(text: str, word: str) -> list[str]:
    """What the word is taken for, each time that it stands in the text."""
    names = {(True, False): "name", (False, True): "verb", (False, False): "other"}
    return [names[found.proper, found.verb] for text, found in told(text) if text == word]


def test_a_capital_inside_a_sentence_makes_a_name_and_at_its_beginning_does_not() -> None:
    text = "Roads and Bridges were built. Bridges fell. Mbeki spoke."
    assert kinds(text, "Bridges") == ["name", "other"]
    assert kinds(text, "Roads") == ["other"]
    assert kinds(text, "Mbeki") == ["name"]


def test_in_a_headline_capitals_tell_nothing() -> None:
    text = "Governor Adjei Opens Hospital Quickly\n\nThe governor of Opens spoke."
    assert kinds(text, "Opens") == ["verb", "name"]
    assert kinds(text, "Hospital") == ["other"]
    assert kinds(text, "Adjei") == ["name"]


def test_a_word_of_several_parts_is_taken_for_what_its_first_is() -> None:
    found = dict(told("Newly-built roads and Inter-Agency work were praised."))
    assert found["Newly-built"].function
    assert found["Inter-Agency"].proper


def test_small_words_of_grammar_and_adverbs_are_told() -> None:
    functions = [word for word, found in told("However, The Hague is newly built.") if found.function]
    assert functions == ["However", "The", "is", "newly"]


def test_sentences_begin_after_full_stops_quotations_and_lines() -> None:
    text = 'He said "Go!" Then he left. She stayed\nThey sang'
    assert [word for word, found in told(text) if found.begins] == ["He", "Then", "She", "They"]


@pytest.mark.parametrize("text", ["", " ", "\n", "\n\n \n", "...", "— — —", "\u200b", "a\rb", "👩‍🚒 Go"])
def test_ugly_texts_have_one_class_a_word(text: str) -> None:
    assert len(told(text)) == len(list(words_in(text)))
    assert find_people(sketcher()(text), []) == []


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80))
def test_any_text_has_one_class_a_word(text: str) -> None:
    assert len(told(text)) == len(list(words_in(text)))


PAGE = """The Minister of Roads, Ms. Ama Mensah, opened the bridge. Additionally, Colonel J. K. Addo,
Commander of the Engineers, thanked Chief Engineer Kofi Boateng. "Well built," said Mensah.
Will she come again? Addo hoped so.

Dr. Will Pritchard, Director General of Works, and Prof. April Osei were present."""


def test_people_are_those_of_the_parse() -> None:
    parties = find_parties(PAGE)
    sketched = find_people(sketcher()(PAGE), parties, home="GH")
    assert sketched == find_people(parser()(PAGE), parties, home="GH")
    assert [p.name for p in sketched][:3] == ["Ama Mensah", "J. K. Addo", "Kofi Boateng"]


def test_a_headline_s_verb_is_no_name() -> None:
    (person,) = find_people(
        sketcher()("Minister Ama Mensah Opens Bridge\n\nMinister Ama Mensah spoke."), [], home="GH"
    )
    assert person.name == "Ama Mensah"


def test_a_pipeline_without_a_dictionary_is_refused() -> None:
    assert not can_sketch(spacy.blank("en"))
    with pytest.raises(ValueError, match="dictionary"):
        Sketcher(spacy.blank("en"))
