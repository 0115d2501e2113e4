"""Doing again what a broken connection cut short."""

from __future__ import annotations

from collections.abc import Callable
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
    for _ in range(_TRIES - 1):
        try:
            with database.writing() as connection:
                return work(connection)
        except ConnectionLostError:
            continue
    with database.writing() as connection:
        return work(connection)
