"""Full-text search on PostgreSQL: an inverted index over arrays of words, ranked as FTS5 ranks.

The server's own tsvector is not used: it ends at a megabyte and at 16,383 words of a text, parts words by
rules of its own, and ranks by others than SQLite. An array of the words that a text has leads to the rows;
the words in their order, each between spaces, tell how often a phrase stands in them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    Text,
    and_,
    cast,
    column,
    func,
    literal,
    or_,
    select,
    table,
)
from sqlalchemy.dialects.postgresql import ARRAY

_INDEXES = ("text_index", "fact_index")
_TITLE_WEIGHT = 4.0
_LONGEST = 200
"""Characters of a word by which it is looked up: the server limits what an index can hold."""

# BM25 as FTS5 has it: sqlite.org/fts5.html#the_bm25_function
_K1, _B = 1.2, 0.75
_LEAST_IDF = 1e-6

_Row = tuple[int, Sequence[str], Sequence[str]]


def create(connection: Connection) -> None:
    """Makes the indexes."""
    for index in _INDEXES:
        connection.exec_driver_sql(
            f"CREATE TABLE {index} (number integer PRIMARY KEY, title text NOT NULL, body text NOT NULL, "
            "size integer NOT NULL, words text[] NOT NULL)"
        )
        connection.exec_driver_sql(f"CREATE INDEX ix_{index}_words ON {index} USING gin (words)")


def drop(connection: Connection) -> None:
    """Removes the indexes."""
    for index in _INDEXES:
        connection.exec_driver_sql(f"DROP TABLE {index}")


def add(connection: Connection, index: str, rows: Sequence[_Row]) -> None:
    """Indexes numbers, each with the words of its title and of its text."""
    connection.exec_driver_sql(
        f"INSERT INTO {index} (number, title, body, size, words) VALUES (%s, %s, %s, %s, %s)",  # noqa: S608
        [
            (number, _spaced(title), _spaced(body), len(title) + len(body), _looked_up([*title, *body]))
            for number, title, body in rows
        ],
    )


def remove(connection: Connection, index: str, rows: Sequence[_Row]) -> None:
    """Takes rows out of an index."""
    connection.exec_driver_sql(
        f"DELETE FROM {index} WHERE number = %s",  # noqa: S608
        [(number,) for number, _, _ in rows],
    )


def hits(index: str, phrases: Sequence[Sequence[str]]) -> Select[int, float]:
    """The numbers that hold all phrases, with their rank: the lower the better."""
    indexed = _table(index)
    size: ColumnElement[Any] = func.sum(indexed.c.size)
    whole = select(func.count().label("rows"), (size * 1.0 / func.count()).label("size")).select_from(indexed)
    all_rows = whole.cte("all_rows")
    rank = sum((_score(_table(index), words, indexed, all_rows) for words in phrases), literal(0.0))
    return select(indexed.c.number.label("hit"), (-rank).label("rank")).where(
        and_(*(_holds(indexed, words) for words in phrases))
    )


def _table(index: str) -> Any:
    columns = (
        column("number", Integer),
        column("title", Text),
        column("body", Text),
        column("size", Integer),
        column("words", ARRAY(Text)),
    )
    return table(index, *columns).alias()


def _holds(indexed: Any, words: Sequence[str]) -> ColumnElement[bool]:
    found = indexed.c.words.contains(cast(_looked_up(words), ARRAY(Text)))
    if len(words) == 1 and len(words[0]) <= _LONGEST:
        return found  # type: ignore[no-any-return]
    phrase = _spaced(words)
    stands = (func.strpos(c, phrase) > 0 for c in (indexed.c.title, indexed.c.body))
    return and_(found, or_(*stands))


def _score(counted: Any, words: Sequence[str], indexed: Any, all_rows: Any) -> Any:
    rows, average = (select(c).scalar_subquery() for c in all_rows.c)
    with_it = select(func.count()).select_from(counted).where(_holds(counted, words)).scalar_subquery()
    idf = func.greatest(func.ln((rows - with_it + 0.5) / (with_it + 0.5)), _LEAST_IDF)
    often = _TITLE_WEIGHT * _times(indexed.c.title, words) + _times(indexed.c.body, words)
    return idf * (often * (_K1 + 1)) / (often + _K1 * (1 - _B + _B * indexed.c.size / average))


def _times(text: ColumnElement[str], words: Sequence[str]) -> ColumnElement[Any]:
    """How often the words stand in the text; "a a" stands twice in "a a a", as FTS5 counts."""
    first, rest = _spaced(words[:1]), _spaced(words[1:])
    if not rest:
        return (func.length(text) - func.length(func.replace(text, first, ""))) / len(first)
    return func.cardinality(func.regexp_split_to_array(text, f"{first}(?={rest})")) - 1


def _spaced(words: Sequence[str]) -> str:
    """Each word between spaces of its own, so that phrases end where words do: " new  zealand "."""
    return "".join(f" {word} " for word in words)


def _looked_up(words: Sequence[str]) -> list[str]:
    return sorted({word[:_LONGEST] for word in words})
