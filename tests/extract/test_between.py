"""Whether what is called important is between the sides, or a matter of the world."""

from __future__ import annotations

import pytest
from spacy.language import Language

from servanda.extract.actors import Actors
from servanda.extract.analysis import Analysis
from servanda.extract.between import is_between_the_sides
from servanda.extract.parse import load_parser
from servanda.model.document import Document


@pytest.fixture(scope="module")
def parser() -> Language:
    return load_parser()


@pytest.mark.parametrize(
    ("words", "noun", "between"),
    [
        ("Chile and Peru stressed the importance of cooperation for peace.", "importance", True),
        ("Chile and Peru stressed the importance of deepening ties.", "importance", True),
        ("Chile stressed the close partnership with Peru.", "partnership", True),
        ("Chile stressed Peru's role in peacekeeping.", "role", True),
        ("Chile and Peru stressed the importance of peace.", "importance", False),
        ("Chile and Peru stressed the role of water.", "role", False),
    ],
)
def test_it_is_of_the_cooperation_or_of_the_other_side(
    parser: Language, words: str, noun: str, between: bool
) -> None:
    analysis = Analysis(Document(name="note", origin="note", text=words, sha256="0" * 64), parser(words))
    word = next(t for t in analysis.doc if t.text == noun)
    assert is_between_the_sides(word, Actors(analysis)) == between
