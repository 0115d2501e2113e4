"""Mends of the parse where a text is told with what it does."""

import pytest

from servanda.extract.parse import load_parser


@pytest.mark.parametrize("text", ["Declaration", "Statement"])
@pytest.mark.parametrize("verb", ["upgrading", "elevating"])
def test_what_is_signed_is_the_text_that_upgrades_relations(text: str, verb: str) -> None:
    told = f"The two leaders signed a Joint {text} {verb} relations to the level of a Strategic Partnership."
    doc = load_parser()(told)
    words = {token.text: token for token in doc}
    assert (words[text].dep_, words[text].head.text) == ("dobj", "signed")
    assert words["relations"].head.text == verb


def test_what_upgrades_nothing_stays() -> None:
    doc = load_parser()("They signed a ship upgrading contract in May.")
    assert {token.text: token.head.text for token in doc}["contract"] == "signed"
