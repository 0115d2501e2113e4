"""The file of an edition: how it is opened, asked, decoded and counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Generic, TypeVar

import msgspec
from sqlalchemy import ColumnElement, Engine, Select, Table, create_engine, func, select
from sqlalchemy.pool import QueuePool

_T = TypeVar("_T", bound=msgspec.Struct)
_MOST_COUNTED = 2_000
_CONNECTIONS = 40  # more than ever ask at a time


class Found(msgspec.Struct, Generic[_T], frozen=True):
    """A part of a list, with the number of all its items."""

    items: tuple[_T, ...]
    total: int


class Printed:
    """The file at a path; close it."""

    def __init__(self, path: Path) -> None:
        self._engine = _engine(path)
        self._counted: dict[tuple[object, ...], dict[str, int]] = {}

    def close(self) -> None:
        """Gives the file back."""
        self._engine.dispose()

    def answer(self, query: Select[Any], values: Mapping[str, object] | None = None) -> list[tuple[Any, ...]]:
        """All that the query finds."""
        with self._engine.connect() as connection:
            return [tuple(row) for row in connection.execute(query, values)]

    def tally(self, key: tuple[object, ...], query: Select[Any, Any]) -> dict[str, int]:
        """Numbers by name; an edition never changes, so what was counted once stays right."""
        if key not in self._counted:
            counted = {str(name): int(number) for name, number in self.answer(query)}
            if len(self._counted) >= _MOST_COUNTED:
                self._counted.clear()
            self._counted[key] = counted
        return self._counted[key]

    def rows(
        self, query: Select[Any], kind: type[_T], values: Mapping[str, object] | None = None
    ) -> tuple[_T, ...]:
        """What the query finds in its only column, decoded."""
        with self._engine.connect() as connection:
            return tuple(decode(content, kind) for content in connection.execute(query, values).scalars())

    def listed(
        self, table: Table, kind: type[_T], conditions: Sequence[ColumnElement[bool]], limit: int, offset: int
    ) -> Found[_T]:
        """A part of the rows that satisfy the conditions, in their order, and how many there are."""
        query = select(table.c.content).where(*conditions).order_by(table.c.place)
        items = self.rows(query.limit(limit).offset(offset), kind)
        return Found(items, self.count(select(func.count()).select_from(table).where(*conditions)))

    def count(self, query: Select[Any]) -> int:
        """The number that a query of one number finds."""
        with self._engine.connect() as connection:
            return int(connection.execute(query).scalar_one())


def decode(content: bytes, kind: type[_T]) -> _T:
    """A row as it was printed."""
    return msgspec.json.decode(content, type=kind)


def _engine(path: Path) -> Engine:
    return create_engine(
        f"sqlite:///{path}",
        connect_args={"check_same_thread": False},
        poolclass=QueuePool,
        pool_size=_CONNECTIONS,
        max_overflow=0,
        isolation_level="AUTOCOMMIT",  # what is printed is never written again: nothing begins, nothing ends
        pool_reset_on_return=None,
    )
