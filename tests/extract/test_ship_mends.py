"""Mends of the parse where a ship is told by its kind and its name."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from servanda.extract.parse import load_parser


@pytest.fixture
def parse_of() -> Callable[[list[str], list[str], list[str]], Doc]:
    """Words that the parser hangs on the first of them, mended."""
    kinds = {"VB": "VERB", "NNP": "PROPN", "NN": "NOUN"}
    nlp = load_parser()

    def parse_of(words: list[str], relations: list[str], tags: list[str]) -> Doc:
        told = [kinds[tag] for tag in tags]
        doc = Doc(nlp.vocab, words, heads=[0] * len(words), deps=relations, pos=told, tags=tags)
        return nlp.get_pipe("servanda_ships")(doc)

    return parse_of


@pytest.mark.parametrize(
    ("text", "name", "relation", "above"),
    [
        ("The Swedish frigate Gävle will make a stopover in the country.", "Gävle", "nsubj", "make"),
        ("The Swedish frigate Gävle would come to Goa in June, she said.", "Gävle", "nsubj", "come"),
        ("The minister cited the Swedish frigate Gävle that came to Goa.", "Gävle", "dobj", "cited"),
        ("The frigate sailed to Goa.", "frigate", "nsubj", "sailed"),
    ],
)
def test_the_kind_of_a_ship_is_no_verb(text, name, relation, above) -> None:
    ship = next(token for token in load_parser()(text) if token.text == name)
    assert (ship.dep_, ship.head.text) == (relation, above)


def test_a_ship_told_without_a_verb_is_what_the_words_are_about(parse_of) -> None:
    """A heading, of which the parser takes the kind of the ship for the verb."""
    doc = parse_of(["Frigate", "Gävle", "today"], ["ROOT", "dobj", "npadvmod"], ["VB", "NNP", "NN"])
    assert [(t.head.text, t.dep_) for t in doc] == [
        ("Gävle", "compound"), ("Gävle", "ROOT"), ("Gävle", "npadvmod"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "At the close of the exercise HMAS Stuart will make a port call at Goa.",
        "At the end of the drill HMAS Stuart will call at Goa.",
    ],
)
def test_a_ship_before_a_verb_without_a_subject_is_its_subject(text) -> None:
    ship = next(token for token in load_parser()(text) if token.text == "Stuart")
    assert (ship.dep_, ship.head.pos_) == ("nsubj", "VERB")


def test_a_ship_before_no_verb_stays_where_it_is() -> None:
    doc = load_parser()("The minister visited the destroyer HMAS Stuart in Goa.")
    assert next(token for token in doc if token.text == "Stuart").dep_ != "nsubj"
