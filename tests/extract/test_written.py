"""The words of a text as people are read from them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servanda.extract.written import words_in


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("J.K. Addo spoke", [("J.K.", "initials"), ("Addo", "word"), ("spoke", "word")]),
        ("Ghana's; Bo’s", [("Ghana", "word"), ("'s", "poss"), (";", "mark"), ("Bo", "word"), ("’s", "poss")]),
        ("Dr. Osei", [("Dr.", "word"), ("Osei", "word")]),
        ("Kim Dae-jung, 3rd", [("Kim", "word"), ("Dae-jung", "word"), (",", "mark"), ("3rd", "number")]),
        ("Nguyễn \n\n Chí", [("Nguyễn", "word"), ("\n\n", "line"), ("Chí", "word")]),
        ("O'Brien, 2.5 km", [("O'Brien", "word"), (",", "mark"), ("2.5", "number"), ("km", "word")]),
        ("", []),
    ],
)  # fmt: skip
def test_initials_stay_whole_owners_and_lines_apart(text: str, words: list[tuple[str, str]]) -> None:
    assert [(word.text.strip(" "), word.kind) for word in words_in(text)] == words


def test_an_article_written_small_before_a_name_counts_as_a_capital() -> None:
    capitals = {word.text: word.capital for word in words_in("Minister al-Abbasi met el-sewhere people")}
    assert capitals == {
        "Minister": True,
        "al-Abbasi": True,
        "met": False,
        "el-sewhere": False,
        "people": False,
    }


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80))
def test_words_are_stretches_of_the_text_in_order(text: str) -> None:
    end = 0
    for word in words_in(text):
        assert end <= word.start < word.end
        assert text[word.start : word.end] == word.text
        end = word.end
