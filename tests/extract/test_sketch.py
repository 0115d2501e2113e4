"""The sketch in place of a parse: enough to read people as from a parse."""

from __future__ import annotations

from functools import cache

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from servanda.extract.parse import load_parser
from servanda.extract.parties import find_parties
from servanda.extract.people import find_people
from servanda.extract.sketch import Sketcher, can_sketch


@cache
def parser() -> Language:
    return load_parser()


@cache
def sketcher() -> Sketcher:
    return Sketcher(parser())


def word_class(doc: Doc, word: str) -> str:
    return next(token.pos_ for token in doc if token.text == word)


def test_a_capital_inside_a_sentence_makes_a_name_and_at_its_beginning_does_not() -> None:
    doc = sketcher()("Roads and Bridges were built. Bridges fell. Mbeki spoke.")
    assert [t.pos_ for t in doc if t.text == "Bridges"] == ["PROPN", "NOUN"]
    assert word_class(doc, "Roads") == "NOUN"
    assert word_class(doc, "Mbeki") == "PROPN"


def test_in_a_headline_capitals_tell_nothing() -> None:
    doc = sketcher()("Governor Adjei Opens Hospital Quickly\n\nThe governor of Opens spoke.")
    assert [t.pos_ for t in doc if t.text == "Opens"] == ["VERB", "PROPN"]
    assert (word_class(doc, "Hospital"), word_class(doc, "Quickly")) == ("NOUN", "ADV")
    assert word_class(doc, "Adjei") == "PROPN"


def test_sentences_begin_after_full_stops_quotations_and_lines() -> None:
    doc = sketcher()('He said "Go!" Then he left. She stayed\nThey sang')
    assert [t.text for t in doc if t.is_sent_start] == ["He", "Then", "She", "They"]


@pytest.mark.parametrize("text", ["", " ", "\n", "\n\n \n", "...", "— — —", "\u200b", "a\rb", "👩‍🚒 Go"])
def test_ugly_texts_keep_every_character(text: str) -> None:
    assert sketcher()(text).text == text


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80))
def test_any_text_keeps_every_character(text: str) -> None:
    assert sketcher()(text).text == text


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
