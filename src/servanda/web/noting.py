"""What the inner parts of the desk know of a request and its record wants to hold."""

from __future__ import annotations

from typing import Any

from litestar.types import Scope


def note(scope: Scope, user: str | None) -> None:
    """Notes who asks, and by which route, for the record of the request."""
    asked: Any = scope
    noted: dict[str, str] = asked.get("servanda.noted", {})
    noted["route"] = asked.get("path_template", "none")
    if user is not None:
        noted["user"] = user
