"""What the parse takes the words of a page for."""

from __future__ import annotations

from servanda.extract.parse import load_parser
from servanda.extract.word_classes import NO_CLASS, Parsed
from servanda.extract.written import words_in


def test_each_word_has_the_class_of_the_token_that_begins_with_it() -> None:
    text = "Mensah spoke. The roads of Accra were built."
    parsed = Parsed(load_parser()(text))
    classes = dict(
        zip((word.text for word in words_in(text)), parsed.classes(list(words_in(text))), strict=True)
    )
    assert parsed.text == text
    assert classes["Mensah"].begins and classes["Mensah"].proper
    assert classes["spoke"].verb and not classes["spoke"].begins
    assert classes["The"].begins and classes["The"].function
    assert classes["of"].function and classes["built"].verb


def test_a_word_at_which_no_token_begins_has_no_class() -> None:
    shifted = list(words_in(" Mensah spoke."))
    assert next(Parsed(load_parser()("Mensah spoke.")).classes(shifted)) == NO_CLASS
