"""A briefing before it has a format: sections of statements, each with the numbers of its references."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

import msgspec

from servanda.publish.charts.plan import Plan

PieceKind = Literal["frame", "strong", "words"]
"""frame: fixed words and values of the ledger; strong: of these what the eye should find first; words: a
document's own words, which stand between quotation marks."""


class Piece(msgspec.Struct, frozen=True):
    """A stretch of a statement, of plain characters (`plain.plain`)."""

    text: str
    kind: PieceKind = "frame"


class Reference(msgspec.Struct, frozen=True, kw_only=True):
    """Where a statement comes from.

    number      in the order of first use, from 1
    document    its name in the ledger
    quotation   of plain characters; the stretch `start` to `end` of the document's text, or its beginning
    cut         whether the quotation is shortened at its end
    start, end  code points
    """

    number: int
    document: str
    quotation: str
    start: int
    end: int
    cut: bool = False
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None


class Statement(msgspec.Struct, frozen=True, tag="statement"):
    """What the ledger holds, with the numbers of the references that show it (at least one)."""

    pieces: tuple[Piece, ...]
    refs: tuple[int, ...]


class Note(msgspec.Struct, frozen=True, tag="note"):
    """A word about the briefing itself: what is counted, left out or not known. States no fact."""

    text: str


class Row(msgspec.Struct, frozen=True):
    """A row of a table; the references stand in its last cell."""

    cells: tuple[str, ...]
    refs: tuple[int, ...] = ()


class Table(msgspec.Struct, frozen=True, tag="table"):
    """Rows under their columns. Rows without references hold counts only.

    widths  how the columns share the width
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    widths: tuple[int, ...]


Block = Statement | Note | Table


class Section(msgspec.Struct, frozen=True):
    """A part of the briefing under a heading."""

    title: str
    blocks: tuple[Block, ...]


class Brief(msgspec.Struct, frozen=True, kw_only=True):
    """A briefing on the relationship of two parties.

    day       the day as of which it is told
    stamp     UTC; when the ledger was last read, so that the same ledger gives the same file
    timeline  None where nothing has a date
    """

    title: str
    subtitle: str
    day: date
    stamp: datetime
    sections: tuple[Section, ...]
    references: tuple[Reference, ...]
    timeline: Plan | None = None

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All statements, in their order."""
        blocks = (block for section in self.sections for block in section.blocks)
        return tuple(block for block in blocks if isinstance(block, Statement))
