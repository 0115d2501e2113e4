"""Full-text search on SQLite's FTS5.

Texts are folded before they are indexed, so that "Đà Nẵng" is found by "da nang" (FTS5 itself would not
fold "đ"). The indexes hold no copy of the text: results are looked up by reading and by fact.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sqlalchemy import Connection, Function, Integer, Select, column, func, literal_column, select, table

from servanda.errors import UsageError
from servanda.model.fold import fold, fold_words

_INDEXES = {"text_index": "title, body", "fact_index": "words"}
_PHRASE = re.compile(r'"([^"]*)"|(\S+)')


def create(connection: Connection) -> None:
    """Makes the indexes of a new ledger."""
    for name, columns in _INDEXES.items():
        connection.exec_driver_sql(
            f"CREATE VIRTUAL TABLE {name} USING fts5"
            f"({columns}, content='', tokenize='unicode61 remove_diacritics 2')"
        )


def owns(table_name: str) -> bool:
    """Whether the table is one of the indexes, or one that FTS5 keeps for them."""
    return table_name.startswith(tuple(_INDEXES))


def add_text(connection: Connection, reading: int, title: str | None, text: str) -> None:
    """Indexes the text of a reading."""
    connection.exec_driver_sql(
        "INSERT INTO text_index (rowid, title, body) VALUES (?, ?, ?)",
        (reading, fold(title or ""), fold(text)),
    )


def add_facts(connection: Connection, rows: Sequence[tuple[int, str]]) -> None:
    """Indexes facts: their numbers, each with the words by which it is to be found."""
    connection.exec_driver_sql(
        "INSERT INTO fact_index (rowid, words) VALUES (?, ?)",
        [(number, fold(words)) for number, words in rows],
    )


def readings_with(text: str) -> Select[int, float]:
    """Readings whose title or text holds all words of `text`, with their rank: the lower the better."""
    return _hits("text_index", text, func.bm25(literal_column("text_index"), 4.0, 1.0))


def facts_with(text: str) -> Select[int, float]:
    """Numbers of the facts that hold all words of `text`, with their rank: the lower the better."""
    return _hits("fact_index", text, func.bm25(literal_column("fact_index")))


def phrases(text: str) -> list[list[str]]:
    """What is searched for: words, each by itself, and those between double quotes together; folded.

    Raises UsageError where there is no word in `text`.
    """
    found = [fold_words(quoted or word) for quoted, word in _PHRASE.findall(text)]
    wanted = [words for words in found if words]
    if not wanted:
        raise UsageError(repr(text), "holds no word to search for", "give one or more words or names")
    return wanted


def _hits(index: str, text: str, rank: Function[float]) -> Select[int, float]:
    query = " ".join(f'"{" ".join(words)}"' for words in phrases(text))
    return (
        select(column("rowid", Integer).label("hit"), rank.label("rank"))
        .select_from(table(index))
        .where(literal_column(index).op("MATCH")(query))
    )
