"""Word classes from memory are those of the model's own components, to the last word."""

from __future__ import annotations

from functools import cache

import pytest
import spacy
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from servanda.extract.parse import DEFAULT_MODEL, load_parser
from servanda.extract.words import Watched, can_remember, on_first_words, on_one_word

TEXTS = [
    "There is no agreement yet, but there are talks that were begun, haven't they?",
    "They found a city. They had found a city. The founding of a city is founding a city.",
    "I'm gonna let's go, y'all ain't seen nothin' that that man didn't do.",
    "What's done is done; he's been being left to leave the leaves.",
    "NATO's 3rd meeting (with $2.9bn) — \n\n• having met, both sides met",
    "",
    " \n",
]


@cache
def stock() -> Language:
    return spacy.load(DEFAULT_MODEL, exclude=["ner"])


@cache
def remembering() -> Language:
    nlp = spacy.load(DEFAULT_MODEL, exclude=["ner"], disable=["attribute_ruler", "lemmatizer"])
    nlp.add_pipe("servanda_words")
    return nlp


def words(doc: Doc) -> list[tuple[str, str, str, str]]:
    return [(t.text, t.pos_, str(t.morph), t.lemma_) for t in doc]


@pytest.mark.parametrize("text", TEXTS)
def test_classes_and_base_forms_are_those_of_the_model(text: str) -> None:
    assert words(remembering()(text)) == words(stock()(text))


def test_what_was_read_before_changes_nothing() -> None:
    fresh = {text: words(stock()(text)) for text in TEXTS}
    for text in [*reversed(TEXTS), *TEXTS]:
        assert words(remembering()(text)) == fresh[text]


def ruler(pattern: dict[str, object]) -> AttributeRuler:
    made = AttributeRuler(stock().vocab)
    made.add([[pattern]], {"POS": "X"})
    return made


def test_rules_are_watched_by_word_and_relation() -> None:
    watched = Watched(
        on_one_word(ruler({"LOWER": {"IN": ["ship"]}, "DEP": {"NOT_IN": ["det"]}, "TAG": "NN"}))
    )
    assert watched.word("ship") and not watched.word("ships")
    assert watched.relation("det") and not watched.relation("nsubj")


def test_a_rule_that_looks_at_something_else_is_not_remembered() -> None:
    with pytest.raises(ValueError, match="LENGTH"):
        Watched(on_one_word(ruler({"LENGTH": 3})))
    nlp = spacy.load(DEFAULT_MODEL, exclude=["ner"])
    nlp.get_pipe("attribute_ruler").add([[{"SHAPE": "Xxx"}]], {"POS": "X"})  # type: ignore[attr-defined]
    assert not can_remember(nlp)


@pytest.mark.parametrize("first", [{"TAG": "NN"}, {"LOWER": {"NOT_IN": ["ship"]}}])
def test_a_rule_on_several_words_that_may_begin_anywhere_is_not_remembered(first: dict[str, object]) -> None:
    nlp = spacy.load(DEFAULT_MODEL, exclude=["ner"])
    rules = nlp.get_pipe("attribute_ruler")
    rules.add([[first, {"LOWER": "x"}]], {"POS": "X"})  # type: ignore[attr-defined]
    with pytest.raises(ValueError, match="begin"):
        list(on_first_words(rules))  # type: ignore[arg-type]
    assert not can_remember(nlp)


def test_the_parser_remembers() -> None:
    names = load_parser().pipe_names
    assert "servanda_words" in names and "lemmatizer" not in names
