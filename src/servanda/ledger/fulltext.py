"""Full-text search: the same answers in the same order on both databases.

Texts are folded and parted into words here, so that "Đà Nẵng" is found by "da nang" and no database decides
what a word is. How the words are kept is the database's: FTS5 on SQLite, arrays of words on PostgreSQL. The
indexes hold no text to show: results are looked up by reading and by fact.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from sqlalchemy import Connection, Select

from servanda.errors import UsageError
from servanda.ledger import fulltext_postgres, fulltext_sqlite
from servanda.model.fold import fold_words

Words = Sequence[str]
Row = tuple[int, Words, Words]
"""A number with the words of a title and of a text."""

_PHRASE = re.compile(r'"([^"]*)"|(\S+)')


class _Index(Protocol):
    def create(self, connection: Connection) -> None: ...

    def drop(self, connection: Connection) -> None: ...

    def add(self, connection: Connection, index: str, rows: Sequence[Row]) -> None: ...

    def remove(self, connection: Connection, index: str, rows: Sequence[Row]) -> None: ...

    def hits(self, index: str, phrases: Sequence[Words]) -> Select[int, float]: ...


def create(connection: Connection) -> None:
    """Makes the indexes of a new ledger."""
    _of(connection).create(connection)


def drop(connection: Connection) -> None:
    """Removes the indexes."""
    _of(connection).drop(connection)


def owns(table_name: str) -> bool:
    """Whether the table is one of the indexes, or one that the database keeps for them."""
    return table_name.startswith(("text_index", "fact_index"))


def add_text(connection: Connection, reading: int, title: str | None, text: str) -> None:
    """Indexes the text of a reading."""
    _of(connection).add(connection, "text_index", [_text_row(reading, title, text)])


def add_facts(connection: Connection, rows: Sequence[tuple[int, str]]) -> None:
    """Indexes facts: their numbers, each with the words by which it is to be found."""
    _of(connection).add(connection, "fact_index", [_fact_row(*row) for row in rows])


def remove_text(connection: Connection, reading: int, title: str | None, text: str) -> None:
    """Takes the text of a reading out, given as it was added."""
    _of(connection).remove(connection, "text_index", [_text_row(reading, title, text)])


def remove_facts(connection: Connection, rows: Sequence[tuple[int, str]]) -> None:
    """Takes facts out, given as they were added."""
    if rows:
        _of(connection).remove(connection, "fact_index", [_fact_row(*row) for row in rows])


def readings_with(connection: Connection, text: str) -> Select[int, float]:
    """Readings whose title or text holds all words of `text`, with their rank: the lower the better."""
    return _of(connection).hits("text_index", phrases(text))


def facts_with(connection: Connection, text: str) -> Select[int, float]:
    """Numbers of the facts that hold all words of `text`, with their rank: the lower the better."""
    return _of(connection).hits("fact_index", phrases(text))


def phrases(text: str) -> list[list[str]]:
    """What is searched for: words, each by itself, and those between double quotes together; folded.

    Raises UsageError where there is no word in `text`.
    """
    found = [fold_words(quoted or word) for quoted, word in _PHRASE.findall(text)]
    wanted = [words for words in found if words]
    if not wanted:
        raise UsageError(repr(text), "holds no word to search for", "give one or more words or names")
    return wanted


def _text_row(reading: int, title: str | None, text: str) -> Row:
    return reading, fold_words(title or ""), fold_words(text)


def _fact_row(number: int, words: str) -> Row:
    return number, (), fold_words(words)


def _of(connection: Connection) -> _Index:
    return fulltext_postgres if connection.dialect.name == "postgresql" else fulltext_sqlite
