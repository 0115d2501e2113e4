"""A cast of invented people, and a way to read the engagements of a text about them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Doc, Token

from servanda.extract.actors import Actors
from servanda.extract.analysis import Analysis
from servanda.extract.engagement.scene import Scene
from servanda.extract.parse import load_parser
from servanda.model.document import Document
from servanda.model.facts import AnyFact, Engagement

CAST = {
    "reis": "Defence Minister Ana Reis of Portugal",
    "lind": "Defence Minister Bo Lind of Sweden",
    "pires": "Foreign Minister Rui Pires of Portugal",
    "holm": "President Eva Holm of Sweden",
}


@pytest.fixture(scope="session")
def engagements(read: Callable[..., list[AnyFact]]) -> Callable[..., list[Engagement]]:
    """The engagements of a text, in order; "{reis}" and the like stand for the people of the cast."""

    def engagements(text: str, **known: str | None) -> list[Engagement]:
        return [f for f in read(text.format(**CAST), **known) if isinstance(f, Engagement)]

    return engagements


@pytest.fixture(scope="session")
def engagement(engagements: Callable[..., list[Engagement]]) -> Callable[..., Engagement]:
    """The only engagement of a text."""

    def engagement(text: str, **known: str | None) -> Engagement:
        (only,) = engagements(text, **known)
        return only

    return engagement


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load_parser()


@pytest.fixture(scope="session")
def parse(nlp: Language) -> Callable[[str], Doc]:
    """The parse of a text about the cast."""
    return lambda text: nlp(text.format(**CAST))


@pytest.fixture(scope="session")
def word(parse: Callable[[str], Doc]) -> Callable[[str, str], Token]:
    """The first token of a text that reads so."""
    return lambda text, wanted: next(t for t in parse(text) if t.text == wanted)


@pytest.fixture(scope="session")
def scene(parse: Callable[[str], Doc]) -> Callable[[str], Scene]:
    """A text as the readers of engagements see it."""

    def scene(text: str) -> Scene:
        doc = parse(text)
        document = Document(name="text", origin="text.txt", text=doc.text, sha256="0" * 64)
        analysis = Analysis(document, doc)
        return Scene(analysis, Actors(analysis))

    return scene
