"""Asks who a word of a short text stands for."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Token

from servanda.extract.actors import Actor, Actors
from servanda.extract.analysis import Analysis
from servanda.extract.parse import load_parser
from servanda.model.document import Document


class Told:
    """A text with its actors; `who("he")` is the actor for which the last "he" stands."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.actors = Actors(analysis)

    def who(self, word: str) -> Actor:
        return self.actors.resolve(self.token(word))

    def token(self, word: str) -> Token:
        return next(t for t in reversed(self.analysis.doc) if t.text == word)


Tell = Callable[..., Told]


@pytest.fixture(scope="session")
def parser() -> Language:
    return load_parser()


@pytest.fixture
def tell(parser: Language) -> Tell:
    def read(text: str, publisher: str | None = None) -> Told:
        document = Document(name="note", origin="note", text=text, sha256="0" * 64, publisher=publisher)
        return Told(Analysis(document, parser(text)))

    return read
