"""What hangs directly on a word."""

from __future__ import annotations

from functools import cache

import pytest
from spacy.language import Language
from spacy.tokens import Doc, Token

from servanda.extract.grammar.dependents import (
    auxiliaries,
    behind,
    first_child,
    forms,
    has_child,
    has_preposition,
    lemmas,
    without_openers,
)
from servanda.extract.parse import load_parser


@cache
def parser() -> Language:
    return load_parser()


def parsed(text: str) -> Doc:
    return parser()(text)


def root(text: str) -> Token:
    return next(parsed(text).sents).root


def test_the_first_child_in_one_of_the_relations() -> None:
    verb = root("Japan sent boats to Kenya.")
    subject, thing = first_child(verb, "nsubj"), first_child(verb, "nsubj", "dobj", after=verb.i)
    assert (str(subject), str(thing)) == ("Japan", "boats")
    assert first_child(verb, "nsubj", after=verb.i) is None
    assert (has_child(verb, "dobj"), has_child(verb, "xcomp")) == (True, False)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Boats would be sent.", {"would", "be"}),
        ("Boats have not been sent.", {"have", "been"}),
        ("Boats sail.", set()),
    ],
)
def test_auxiliaries_without_what_denies(text: str, words: set[str]) -> None:
    assert auxiliaries(root(text)) == words


def test_what_stands_behind_a_preposition() -> None:
    verb = root("Japan spoke of boats at length.")
    assert str(behind(verb, "of")) == "boats"
    assert str(behind(verb, "of", "at", after=verb.i + 1)) == "length"
    assert behind(verb, "about") is None
    assert (has_preposition(verb, "at"), has_preposition(verb, "about")) == (True, False)


def test_forms_are_the_words_and_lemmas_their_base_forms() -> None:
    doc = parsed("Boats sank.")
    assert forms(doc) >= {"boats", "sank"}
    assert lemmas(doc) >= {"boat", "sink"}


def test_the_opening_words_of_a_clause_are_left_out_but_never_its_verb() -> None:
    doc = parsed("Japan said that it agreed to also help.")
    said, help_ = doc[1], next(t for t in doc if t.text == "help")
    that, to = 2, next(t.i for t in doc if t.text == "to")
    assert doc[without_openers(help_, to)].text == "help"
    assert without_openers(said, 0) == 0
    assert doc[without_openers(help_, that)].text == "it"
