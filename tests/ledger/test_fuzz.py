"""Whatever is asked of the full-text search is found where it stands, or refused as no word."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, select

from servanda.errors import UsageError
from servanda.ledger import Ledger, fulltext
from servanda.model.fold import fold_words

pytestmark = pytest.mark.only("sqlite")

WORDS = st.sampled_from(
    ["treaty", "Đà Nẵng", "naval", "AND", "OR", "NOT", "NEAR(a b, 2)", "title:x", "body:", "a*",
     "^a", "-a", "+", "{a b}", '"', '""', "'", ";", "--", "/*", "\\", "%", "_", "x_y", "\0",
     "\ud800", "\u0301", "e\u0301", "\u202e", "ﬁsh", "ß", "2+2", "น้ำ", "नमस्ते", "习近平", "ᦱ", "²",
     "½", "Ⅷ", "x" * 40_000, "\n", "\x1f", "\U000e0001", "\U0001e900", "🕊️"]
)  # fmt: skip
ASKED = st.lists(WORDS, max_size=6).map(" ".join) | st.text(st.characters(), max_size=40)


@pytest.fixture(scope="module")
def found_in(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str, str], bool]]:
    """Whether a text is found by what is asked, in a ledger that is put back after each."""
    place: Path = tmp_path_factory.mktemp("fulltext") / "ledger.db"
    with Ledger.open(place, create=True) as ledger:

        def found(text: str, asked: str) -> bool:
            with ledger._database.writing() as connection:
                fulltext.add_text(connection, 7, None, text)
                try:
                    return _hits(connection, asked) == [7]
                finally:
                    fulltext.remove_text(connection, 7, None, text)
                    assert _hits(connection, " ".join(fold_words(text)) or "a") == []

        yield found


def _hits(connection: Connection, asked: str) -> list[int]:
    hits = fulltext.readings_with(connection, asked).subquery()
    return [row.hit for row in connection.execute(select(hits))]


@settings(max_examples=150, derandomize=True, deadline=None)
@given(ASKED)
def test_a_text_is_found_by_itself_unless_it_holds_no_word(
    found_in: Callable[[str, str], bool], text: str
) -> None:
    if fold_words(text):
        assert found_in(text, text)
    else:
        with pytest.raises(UsageError, match="holds no word"):
            found_in(text, text)


@settings(max_examples=100, derandomize=True, deadline=None)
@given(ASKED, ASKED)
def test_a_text_is_found_just_where_it_holds_all_words_that_are_asked_for(
    found_in: Callable[[str, str], bool], text: str, asked: str
) -> None:
    plain = asked.replace('"', " ")
    wanted = {" ".join(fold_words(word)) for word in plain.split()} - {""}
    held = f" {' '.join(fold_words(text))} "
    if wanted:
        assert found_in(text, plain) == all(f" {words} " in held for words in wanted)
