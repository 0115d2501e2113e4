"""Rows as CSV that a spreadsheet does not run, and from which every text can be had back.

Text that begins as a formula does, or with an apostrophe, gets an apostrophe before it. So a text that begins
with an apostrophe in the file has one too many, always: `text_of` takes it away.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import IO, Any

Cell = str | int | float | bool | None

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_GUARD = "'"


def write_table(columns: Sequence[str], rows: Iterable[Mapping[str, Any]], out: IO[bytes]) -> int:
    """Writes a header and the rows as CSV in UTF-8; lists are joined by "; ". Tells how many rows there were.

    `out` stays open: it belongs to the caller.
    """
    text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    number = 0
    try:
        writer = csv.writer(text)
        writer.writerow(columns)
        for row in rows:
            writer.writerow([cell(row.get(name)) for name in columns])
            number += 1
    finally:
        text.detach()
    return number


def cell(value: Any) -> Cell:
    """A list as one cell; text that a spreadsheet would take for a formula, or that begins with an
    apostrophe, with an apostrophe before it."""
    if isinstance(value, list | tuple):
        value = "; ".join(value)
    if isinstance(value, str) and value.startswith((*_FORMULA, _GUARD)):
        return f"{_GUARD}{value}"
    return value  # type: ignore[no-any-return]


def text_of(cell: str) -> str:
    """The text as it was before `cell` guarded it."""
    return cell.removeprefix(_GUARD)
