"""How commands print: tables for people, JSON for programs, problems on standard error.

What documents say is printed as plain characters: no control sequence in it reaches the terminal and
no markup in it is interpreted.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

import msgspec
from rich.console import Console
from rich.table import Table
from rich.text import Text

from servanda.errors import ServandaError

_LEAST_ROOM = 18
"""Columns that a wide cell needs so as not to break words. Where a terminal has no room for all columns,
each row is printed as a block of lines."""

_UNPRINTABLE = frozenset({"Cc", "Cs"})  # control characters, halves of surrogate pairs
_DIRECTION_MARKS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_UNSAFE_IN_JSON = re.compile("[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def clean(value: object) -> str:
    """`value` on one line, without control characters and marks that reorder what stands beside them."""
    return one_line(str(value)).strip()


def one_line(text: str) -> str:
    """As `clean`, but with a space where the text begins or ends with white space."""
    kept = _DIRECTION_MARKS.sub("", text)
    return re.sub(r"\s+", " ", "".join(" " if unicodedata.category(c) in _UNPRINTABLE else c for c in kept))


def to_json(value: object) -> str:
    """`value` as one line of JSON with every control character escaped."""
    line = msgspec.json.encode(value).decode()
    return _UNSAFE_IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", line)


class Column(msgspec.Struct, frozen=True):
    """A column of a table; `style` is rich's. Columns that are `wide` share the room that is left by
    that number; one with a `width` breaks its cells there."""

    title: str
    style: str = ""
    wide: int = 0
    width: int | None = None
    right: bool = False


Cell = Text | object
"""What stands in a table: a Text, made of clean pieces, or anything else, which is cleaned."""


class Output:
    """Where a command prints to. In a terminal, tables; into a pipe, one row a line with tabs between."""

    def __init__(self) -> None:
        self._out = Console(highlight=False, markup=False, emoji=False)
        self._err = Console(highlight=False, markup=False, emoji=False, stderr=True, soft_wrap=True)

    @property
    def err(self) -> Console:
        """Standard error, for progress."""
        return self._err

    def line(self, text: str = "", style: str = "") -> None:
        """One line, wrapped at the terminal's width."""
        self.text(Text(clean(text), style=style))

    def text(self, text: Text) -> None:
        """A line that is made of clean pieces."""
        self._out.print(text, soft_wrap=not self._out.is_terminal)

    def raw(self, text: str) -> None:
        """A line for programs, as it is."""
        self._out.file.write(text + "\n")

    def json(self, value: object) -> None:
        """One JSON document."""
        self.raw(to_json(value))

    def json_list(self, values: Iterable[object]) -> None:
        """A JSON list with one value a line, printed as it comes."""
        self._out.file.write("[")
        for number, value in enumerate(values):
            self._out.file.write(("," if number else "") + "\n" + to_json(value))
        self.raw("\n]")

    def table(self, columns: Sequence[Column], rows: Iterable[Sequence[Cell]], header: bool = True) -> None:
        """Rows of cells under their columns."""
        cells = [[_text(cell) for cell in row] for row in rows]
        if not self._out.is_terminal:
            titles = [[Text(column.title) for column in columns]] if header else []
            for row in titles + cells:
                self.raw("\t".join(cell.plain for cell in row))
        elif _room(columns, cells) > self._out.width:
            self._blocks(columns, cells)
        else:
            self._grid(columns, cells, header)

    def heading(self, text: str) -> None:
        """A title over what follows."""
        self.line()
        self.line(text, style="bold")

    def note(self, text: str) -> None:
        """A word on standard error that is no part of the result."""
        self._err.print(Text(clean(text)))

    def problem(self, error: ServandaError, what: str = "error") -> None:
        """One line on standard error: the input, what is wrong with it, what to do."""
        self._err.print(Text.assemble((f"{what}: ", "bold red"), clean(error)))

    def _grid(self, columns: Sequence[Column], rows: list[list[Text]], header: bool) -> None:
        table = Table(
            box=None,
            pad_edge=False,
            padding=(0, 2, 0, 0),
            header_style="bold",
            show_header=header,
            expand=any(column.wide for column in columns),
        )
        for column in columns:
            table.add_column(
                column.title,
                style=column.style,
                ratio=column.wide or None,
                width=column.width,
                justify="right" if column.right else "left",
                no_wrap=not column.wide and not column.width,
                overflow="fold",
            )
        for row in rows:
            table.add_row(*row)
        self._out.print(table)

    def _blocks(self, columns: Sequence[Column], rows: list[list[Text]]) -> None:
        for row in rows:
            for column, cell in zip(columns, row, strict=True):
                if cell.plain:
                    cell.stylize(column.style)
                    self._out.print(Text.assemble((f"{column.title}: ", "dim"), cell))
            self._out.print()


def _room(columns: Sequence[Column], rows: list[list[Text]]) -> int:
    """The width that a grid of these rows needs."""
    widths = []
    for number, column in enumerate(columns):
        longest = max([len(column.title), *(row[number].cell_len for row in rows)])
        widths.append(min(longest, _LEAST_ROOM) if column.wide else column.width or longest)
    return sum(widths) + 2 * len(columns)


def _text(cell: Cell) -> Text:
    if isinstance(cell, Text):
        return cell
    return Text("" if cell is None else clean(cell))
