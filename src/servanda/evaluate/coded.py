"""Coded documents: what people found in a text by the guidelines, one JSON file a document."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from servanda.errors import InputError
from servanda.evaluate.compare import TYPED


class Coded(msgspec.Struct, frozen=True):
    """One coded document. `facts` and `people` are plain objects with the guidelines' property names."""

    doc_id: str
    facts: list[dict[str, Any]]
    people: list[dict[str, Any]] = []
    published: str | None = None


def load_coded(folder: Path) -> list[Coded]:
    """The coded documents of a folder, in the order of their file names.

    Raises InputError when the folder holds none, or one that is not written by the guidelines.
    """
    files = sorted(folder.glob("*.json"))
    if not files:
        raise InputError(str(folder), "no coded documents (*.json) here", "name the folder that holds them")
    return [_load(file) for file in files]


def _load(file: Path) -> Coded:
    try:
        coded = msgspec.json.decode(file.read_bytes(), type=Coded)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(str(file), f"is not a coded document: {error}", "see the guidelines") from error
    for problem in _problems(coded):
        raise InputError(str(file), problem, "mend the file by the guidelines")
    return coded


def _problems(coded: Coded) -> Iterator[str]:
    for number, fact in enumerate(coded.facts, 1):
        if fact.get("kind") not in TYPED:
            yield f"fact {number} has no kind of the guidelines ({', '.join(TYPED)})"
    for number, person in enumerate(coded.people, 1):
        if not isinstance(person.get("name"), str):
            yield f"person {number} has no name"
