"""Finds a word in the parse of a sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Token

from servanda.extract.parse import load_parser

Word = Callable[[str, str], Token]


@pytest.fixture(scope="session")
def parser() -> Language:
    return load_parser()


@pytest.fixture
def word(parser: Language) -> Word:
    """`word(sentence, "signed")`: the first token of the sentence with that text."""

    def find(sentence: str, text: str) -> Token:
        return next(t for t in parser(sentence) if t.text == text)

    return find
