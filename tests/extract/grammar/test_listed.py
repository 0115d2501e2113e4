"""Who does what the items of a list say."""

from __future__ import annotations

import pytest

from servanda.extract.grammar.listed import items_of


def said_by(doc):
    return {doc[verb].text: who.text for verb, who in items_of(doc).items()}


@pytest.mark.parametrize("bullet", ["-", "1.", "(a)", "iv)"])
def test_the_noun_above_the_items_does_what_they_say(parser, bullet) -> None:
    doc = parser(f"The Ministers:\n\n{bullet} Reaffirmed their support for the treaty.\n")
    assert said_by(doc) == {"Reaffirmed": "Ministers"}


@pytest.mark.parametrize("rest", ["(", "(\n", "-", "1", "", "(\n\n- Reaffirmed their support.\n"])
def test_a_list_may_break_off_anywhere(parser, rest) -> None:
    assert set(said_by(parser(f"The Ministers:\n\n{rest}")).values()) <= {"Ministers"}


def test_a_line_that_names_things_leads_no_items(parser) -> None:
    assert said_by(parser("The agenda:\n\n- Reviewed the treaty.\n")) == {}
