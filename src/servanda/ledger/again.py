"""Doing again what a broken connection cut short."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import TypeVar

from sqlalchemy import Connection

from servanda.ledger.database import ConnectionLostError, Database

_Result = TypeVar("_Result")
_TRIES = 3


def again(database: Database, work: Callable[[Connection], _Result]) -> _Result:
    """What `work` gives in a writing transaction; where the connection broke, it is done once more.

    Only for work that adds nothing when what it adds is there: a server that goes away while it confirms a
    transaction may have kept it.
    """
    return _tried(database.writing, work)


def look_again(database: Database, work: Callable[[Connection], _Result]) -> _Result:
    """What `work` gives in a reading transaction; where the connection broke, it is asked once more."""
    return _tried(database.reading, work)


def _tried(
    transaction: Callable[[], AbstractContextManager[Connection]], work: Callable[[Connection], _Result]
) -> _Result:
    for _ in range(_TRIES - 1):
        try:
            with transaction() as connection:
                return work(connection)
        except ConnectionLostError:
            continue
    with transaction() as connection:
        return work(connection)
