"""The kinds of fact and the codes of their properties, each with its definition."""

from __future__ import annotations

from functools import cache

import msgspec

from servanda.codebook.load import load_data


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A code, what it means, a sentence that has it, its borderline cases, and its place in other schemes
    where their rules do not tell it."""

    code: str
    definition: str
    example: str
    borderline: tuple[str, ...]
    places: dict[str, str] = {}


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The codes of one property of one kind of fact (data/kinds.yaml explains what is left empty)."""

    title: str
    codes: tuple[Entry, ...]
    kind: str = ""
    property: str = ""


@cache
def groups() -> tuple[Group, ...]:
    """All groups, the kinds themselves first."""
    return tuple(load_data("kinds.yaml", list[Group]))
