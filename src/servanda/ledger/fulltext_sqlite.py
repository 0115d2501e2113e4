"""Full-text search on SQLite: FTS5, with its rank BM25."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from sqlalchemy import Connection, Integer, Select, column, func, literal_column, select, table

_COLUMNS = {"text_index": ("title", "body"), "fact_index": ("words",)}
_WEIGHTS = {"text_index": (4.0, 1.0), "fact_index": (1.0,)}
_Row = tuple[int, Sequence[str], Sequence[str]]


def create(connection: Connection) -> None:
    """Makes the indexes, which hold no copy of what they index."""
    for index, columns in _COLUMNS.items():
        connection.exec_driver_sql(
            f"CREATE VIRTUAL TABLE {index} USING fts5"
            f"({', '.join(columns)}, content='', tokenize='unicode61 remove_diacritics 2')"
        )


def drop(connection: Connection) -> None:
    """Removes the indexes."""
    for index in _COLUMNS:
        connection.exec_driver_sql(f"DROP TABLE {index}")


def add(connection: Connection, index: str, rows: Sequence[_Row]) -> None:
    """Indexes numbers, each with the words of its title and of its text."""
    columns = ", ".join(("rowid", *_COLUMNS[index]))
    connection.exec_driver_sql(
        f"INSERT INTO {index} ({columns}) VALUES ({_places(columns)})",  # noqa: S608
        _joined(index, rows),
    )


def remove(connection: Connection, index: str, rows: Sequence[_Row]) -> None:
    """Takes rows out of an index; FTS5 has to be told the words that it was given."""
    columns = ", ".join((index, "rowid", *_COLUMNS[index]))
    connection.exec_driver_sql(
        f"INSERT INTO {index} ({columns}) VALUES ({_places(columns)})",  # noqa: S608
        [("delete", *row) for row in _joined(index, rows)],
    )


def merge(connection: sqlite3.Connection) -> None:
    """Rewrites the indexes without the words that were taken out, which FTS5 otherwise keeps for a while."""
    for index in _COLUMNS:
        connection.execute(f"INSERT INTO {index} ({index}) VALUES ('optimize')")  # noqa: S608


def hits(index: str, phrases: Sequence[Sequence[str]]) -> Select[int, float]:
    """The numbers that hold all phrases, with their rank: the lower the better."""
    query = " ".join(f'"{" ".join(words)}"' for words in phrases)
    rank = func.bm25(literal_column(index), *_WEIGHTS[index])
    return (
        select(column("rowid", Integer).label("hit"), rank.label("rank"))
        .select_from(table(index))
        .where(literal_column(index).op("MATCH")(query))
    )


def _places(columns: str) -> str:
    return ", ".join("?" for _ in columns.split(","))


def _joined(index: str, rows: Sequence[_Row]) -> list[tuple[int | str, ...]]:
    """As the columns take them: facts have no title."""
    width = len(_COLUMNS[index])
    return [(number, *(" ".join(words) for words in (title, body)[-width:])) for number, title, body in rows]
