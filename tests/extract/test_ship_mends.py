"""Mends of the parse where a ship is told by its kind and its name."""

from __future__ import annotations

import pytest

from servanda.extract.parse import load_parser


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
