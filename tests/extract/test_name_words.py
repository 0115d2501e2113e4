"""Names that are written like small words."""

from __future__ import annotations

import pytest
from spacy.tokens import Token

from servanda.extract.parse import load_parser


def _word(text: str, form: str) -> Token:
    return next(token for token in load_parser()(text) if token.text == form)


@pytest.mark.parametrize(
    ("text", "form", "name"),
    [
        ("They noted the progress made since the visit of Minister To Huy last May.", "To", "Huy"),
        ("President Dahl met To Huy in Hanoi.", "To", "Huy"),
        ("It is Minister An Thi Minh's first visit to Ghana.", "An", "Minh"),
        ("The envoy, Per Lund, signed it in Oslo.", "Per", "Lund"),
    ],
)
def test_a_small_word_in_a_capital_before_another_is_part_of_a_name(text, form, name) -> None:
    word = _word(text, form)
    assert (word.pos_, word.dep_, word.head.text) == ("PROPN", "compound", name)


def test_a_name_that_is_told_once_is_known_at_the_beginning_of_a_sentence() -> None:
    text = "The President received Minister To Huy on Monday.\n\nTo Huy thanked him."
    assert [token.pos_ for token in load_parser()(text) if token.text == "To"] == ["PROPN", "PROPN"]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("To Lund he said nothing.", "To"),
        ("Minister Lund To Visit Kenya", "To"),
        ("The minister wrote: To Lund we owe thanks.", "To"),
        ("The minister spoke of a journey To Kenya.", "To"),
        ("They signed the Agreement On Mutual Assistance in May.", "On"),
        ("They signed the Memorandum of Understanding In Trade today.", "In"),
    ],
)
def test_such_a_word_is_no_name_at_a_beginning_in_a_headline_or_before_a_country(text, form) -> None:
    assert _word(text, form).pos_ != "PROPN"
