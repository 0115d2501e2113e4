"""Mends of the parse where an exercise is told by its name."""

from __future__ import annotations

import pytest
from spacy.tokens import Token

from servanda.extract.parse import load_parser


def _exercise(text: str) -> Token:
    return next(token for token in load_parser()(text) if token.lower_ == "exercise")


@pytest.mark.parametrize(
    ("text", "relation", "above"),
    [
        ("The army hosted the exercise Rising Tide 24 in Porto.", "dobj", "hosted"),
        ("The two navies held the bilateral exercise Winged Victory in Porto.", "dobj", "held"),
        ("They saw the exercise Standing Together.", "dobj", "saw"),
        ("The Peru-Chile exercise Noble Jump was held in Tacna in October 2024.", "nsubjpass", "held"),
        ("The Peru-Chile exercise Pitch Black 2024 was held in Tacna.", "nsubjpass", "held"),
        ("The field exercise Blue Otter of the two armies opened in Porto.", "nsubj", "opened"),
        ("Barbados was home to Exercise Tradewinds 24 in May.", "pobj", "to"),
        ("Exercise Loyal Arrow between Peru and Chile took place in Tacna.", "nsubj", "took"),
        ("Exercise Shared Destiny between Peru and Chile took place in Tacna.", "nsubj", "took"),
    ],
)
def test_the_words_of_a_name_are_no_clause(text, relation, above) -> None:
    noun = _exercise(text)
    assert (noun.pos_ in {"NOUN", "PROPN"}, noun.dep_, noun.head.text) == (True, relation, above)


def test_the_edition_of_an_exercise_is_the_subject() -> None:
    noun = _exercise("The ninth edition of the India-Indonesia exercise Garuda Shakti was held in Jakarta.")
    edition = noun.head.head
    assert (noun.head.text, edition.text, edition.dep_, edition.head.text) == (
        "of",
        "edition",
        "nsubjpass",
        "held",
    )


@pytest.mark.parametrize(
    "text",
    [
        "The ministers asked all sides to exercise Restraint.",
        "The two navies will exercise in October.",
        "Joint Exercise Held In Lisbon",
        "The exercise French soldiers began in May went on.",
    ],
    ids=["restraint", "a month", "headline", "a state"],
)
def test_what_is_no_name_is_left_as_it_was(text) -> None:
    noun = _exercise(text)
    assert not any(c.dep_ == "appos" for c in noun.children)
