"""How a text falls into the classes of words and figures that make expressions of time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servanda.extract.date_tokens import class_characters, compile_pattern, tokenise


def classes(text: str) -> list[str]:
    return [token.name for token in tokenise(text)]


def test_words_of_the_calendar_count_as_written() -> None:
    assert classes("May MAY may Sat. sat Aug") == [
        "month",
        "month",
        "word",
        "weekday_abbr",
        "dot",
        "word",
        "month_abbr",
    ]


@pytest.mark.parametrize(
    ("figure", "name"),
    [
        ("5", "day"), ("05", "day"), ("31", "day"), ("32", "two_digits"), ("00", "two_digits"),
        ("2018", "year"), ("2500", "number"), ("1,500", "number"), ("12:30", "number"),
        ("5th", "ordinal_day"), ("32nd", "number"), ("٥", "number"), ("1990s", "decade"),
        ("2018-03-26", "numeric_date"), ("Q4", "quarter_code"),
    ],
)  # fmt: skip
def test_figures_are_told_apart_by_their_size_and_form(figure: str, name: str) -> None:
    assert classes(f"on {figure} again")[1] == name


@pytest.mark.parametrize("text", ["F-16", "5G", "$2018", "30-year", "12%", "2+2", "A5", "COVID-19"])
def test_a_figure_that_is_part_of_a_name_or_measure_is_no_day(text: str) -> None:
    assert not {"day", "year", "two_digits"} & set(classes(text))


@pytest.mark.parametrize(("text", "name"), [("mid-2024", "year"), ("FY2025", "year"), ("5-May", "day")])
def test_a_figure_tied_to_a_word_of_time_stays_what_it_is(text: str, name: str) -> None:
    assert name in classes(text)


def test_an_empty_line_is_a_stop_and_a_line_end_is_nothing() -> None:
    assert classes("May\n2018\n \n5") == ["month", "year", "stop", "day"]


def test_each_class_has_a_character_of_its_own() -> None:
    characters = class_characters()
    assert len(set(characters.values())) == len(characters)
    pattern = compile_pattern("(?P<m><month>) <day|year>")
    found = pattern.fullmatch(characters["month"] + characters["year"])
    assert found
    assert found["m"] == characters["month"]


@given(st.text(max_size=200))
def test_tokens_are_pieces_of_the_text_in_order(text: str) -> None:
    end = 0
    for token in tokenise(text):
        assert end <= token.start < token.end
        assert text[token.start : token.end] == token.text
        end = token.end
