"""The time of day, as a parameter: the ledger asks its clock, and tests give it theirs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]


def system_clock() -> datetime:
    """Now, in UTC."""
    return datetime.now(UTC)


def stamp(clock: Clock) -> str:
    """The clock's time as a UTC ISO string, to the second: 2024-05-01T08:30:00Z."""
    return clock().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
