"""One named stream of bytes to documents: unpacked, taken out of what holds it, read from a table's rows."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from servanda.errors import InputError
from servanda.sources import archives, mail, warc
from servanda.sources.items import Member, RawItem, Skipped
from servanda.sources.limits import Limits
from servanda.sources.media import MEDIA_TYPES, READABLE, sniff
from servanda.sources.metadata import Metadata, cell_text
from servanda.sources.parquet import parquet_rows
from servanda.sources.streams import BROKEN, DAMAGED, PACKED, FileName, Readable, read_all, unpack
from servanda.sources.tables import TABLE_ENDINGS, BadRow, Row, rows

TEXT_COLUMNS = ("text", "content", "body")
_NAME_COLUMNS = ("id", "doc_id", "name", "file")
_COLUMNS = frozenset((*TEXT_COLUMNS, *_NAME_COLUMNS, *Metadata.__struct_fields__))
_PEEK = 4096


def expand(
    stream: Readable, file: str, origin: str, limits: Limits, depth: int = 0
) -> Iterator[RawItem | Skipped]:
    """The documents in `stream`, whose name is `file`; what its content is follows from the endings, and
    from its first bytes where there are none. Whatever cannot be read is yielded as Skipped."""
    try:
        yield from _expand(stream, _Place(file, origin, limits, depth))
    except InputError as error:
        yield Skipped(origin, error.problem, error.mend)
    except DAMAGED:
        yield Skipped(origin, BROKEN, "get the file again")
    except OSError as error:
        if error.errno is None:  # what bz2 raises on bytes that are not its own
            yield Skipped(origin, BROKEN, "get the file again")
        else:
            yield Skipped(origin, f"cannot be read ({error.strerror})", "check the file and its permissions")


class _Place(NamedTuple):
    """Where a stream stands: its name and origin, how deep within others, and how much of it is read."""

    file: str
    origin: str
    limits: Limits
    depth: int


def _expand(stream: Readable, at: _Place) -> Iterator[RawItem | Skipped]:
    """What unpacks itself is read as it is; the rest is unpacked, and its type told by its first bytes where
    it has no ending."""
    name = FileName.of(at.file)
    if name.ending == ".warc" and name.packed in warc.NATIVE:
        yield from warc.documents(stream, at.origin, at.limits)
    elif name.ending == ".parquet" and not name.packed:
        yield from _table(parquet_rows(stream, _COLUMNS, at.limits, at.origin), name.stem, at.origin)
    else:
        content = unpack(stream, name.packed, at.limits, at.origin)
        ending = name.ending or sniff(content.peek(_PEEK))
        if ending in PACKED:
            if at.depth >= at.limits.max_depth:
                raise InputError(at.origin, f"is packed more than {at.limits.max_depth} times over")
            content = unpack(content, (ending,), at.limits, at.origin)
            yield from _expand(content, at._replace(file=name.stem, depth=at.depth + 1))
        else:
            yield from _unpacked(content, ending, at)


def _unpacked(content: io.BufferedReader, ending: str, at: _Place) -> Iterator[RawItem | Skipped]:
    stem, origin, limits = FileName.of(at.file).stem, at.origin, at.limits
    if ending == ".zip":
        if at.depth >= limits.max_depth:
            raise InputError(origin, f"is an archive within more than {limits.max_depth} others")
        yield from _within(archives.members(content, at.file, origin, limits), at)
    elif ending == ".warc":
        yield from warc.documents(content, origin, limits)
    elif ending == ".parquet":
        yield from _table(parquet_rows(content, _COLUMNS, limits, origin), stem, origin)
    elif ending in TABLE_ENDINGS:
        yield from _table(rows(content, ending, limits.max_bytes, origin), stem, origin)
    elif ending in MEDIA_TYPES:
        data = read_all(content, limits.max_bytes, origin)
        item = RawItem(name=stem, origin=origin, media_type=MEDIA_TYPES[ending], data=data, file=at.file)
        yield from _message(item, at) if ending == ".eml" else (item,)
    else:
        known = f"types that are read: {' '.join(sorted(READABLE))}"
        mend = "save it as .docx" if ending in (".doc", ".rtf", ".odt") else known
        raise InputError(origin, f"is of the unsupported type {ending}", mend)


def _message(item: RawItem, at: _Place) -> Iterator[RawItem | Skipped]:
    """A message, and what is attached to it; one that is nothing but an envelope is no document."""
    if at.depth >= at.limits.max_depth:
        yield item
        return
    found = mail.take_apart(item.data, item.origin, at.limits)
    if found.has_text or not found.attachments:
        yield item
    yield from _within(mail.members(found, item.origin, at.limits), at)


def _within(members: Iterable[Member | RawItem | Skipped], at: _Place) -> Iterator[RawItem | Skipped]:
    for member in members:
        if isinstance(member, Member):
            yield from expand(member.stream, member.name, member.origin, at.limits, at.depth + 1)
        else:
            yield member


def _table(found: Iterable[Row | BadRow], stem: str, origin: str) -> Iterator[RawItem | Skipped]:
    """The rows of a table as documents; a table without a column of texts is none."""
    has_rows = False
    for row in found:
        has_rows = True
        where = f"{origin}#{row.number}"
        if isinstance(row, BadRow):
            yield Skipped(where, f"line {row.line} {row.problem}", "mend the row")
        elif not any(column in row.cells for column in TEXT_COLUMNS):
            columns = ", ".join(TEXT_COLUMNS)
            if row.number == 1:
                mend = "name the column with the documents so; a table of metadata goes with --metadata"
                raise InputError(origin, f"is a table with no column of texts ({columns})", mend)
            yield Skipped(where, f"has no text ({columns})", "mend the row")
        else:
            yield _row_item(row, stem, where)
    if not has_rows:
        raise InputError(origin, "is empty")


def _row_item(row: Row, stem: str, origin: str) -> RawItem | Skipped:
    try:
        text = next((row.cells[column] for column in TEXT_COLUMNS if row.cells.get(column)), "")
        if not isinstance(text, str):
            raise ValueError("the text is not a string")
        named = next((name for column in _NAME_COLUMNS if (name := cell_text(row.cells, column))), None)
        metadata = Metadata.from_row(row.cells)
    except ValueError as error:
        return Skipped(origin, f"line {row.line}: {error}", "mend the row")
    name = named or f"{stem}-{row.number}"
    if metadata.file == name and FileName.of(name).ending in MEDIA_TYPES:
        name = FileName.of(name).stem
    return RawItem(
        name=name,
        origin=origin,
        media_type="text/plain",
        data=text.encode("utf-8", errors="replace"),
        file=named or "",
        metadata=metadata,
    )
