"""One named stream of bytes to documents: unpacked, taken out of an archive, read from a table's rows."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath

from servanda.errors import InputError
from servanda.sources.items import RawItem, Skipped
from servanda.sources.limits import Limits
from servanda.sources.metadata import Metadata, cell_text
from servanda.sources.streams import DAMAGED, PACKED, FileName, Readable, read_all, too_large, unpack
from servanda.sources.tables import TABLE_ENDINGS, BadRow, Row, rows

MEDIA_TYPES = {
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".eml": "message/rfc822",
}
"""What is read as one document, by its ending."""

READABLE = frozenset((*MEDIA_TYPES, *TABLE_ENDINGS, ".zip"))
"""The endings of all that documents are read from."""

TEXT_COLUMNS = ("text", "content", "body")
_NAME_COLUMNS = ("id", "doc_id", "name", "file")
_WORD_PART = "word/document.xml"
_ENCRYPTED = 0x1
_PEEK = 4096
_DAMAGED = "is damaged and cannot be unpacked"
# What zipfile raises on headers that contradict themselves.
_ZIP_FAULTS = (
    *DAMAGED,
    ValueError,
    LookupError,
    NotImplementedError,
    RuntimeError,
    OverflowError,
    struct.error,
)

_MAGIC = (
    (b"\x1f\x8b", ".gz"),
    (b"BZh", ".bz2"),
    (b"\xfd7zXZ\0", ".xz"),
    (b"\x28\xb5\x2f\xfd", ".zst"),
    (b"PK\x03\x04", ".zip"),
    (b"%PDF-", ".pdf"),
)
_HTML = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype html|html)\b", re.I | re.S)
_MAIL = re.compile(rb"(?:From|Received|Return-Path|Message-ID|MIME-Version|Delivered-To): ", re.I)


def expand(
    stream: Readable, file: str, origin: str, limits: Limits, depth: int = 0
) -> Iterator[RawItem | Skipped]:
    """The documents in `stream`, whose name is `file`; what its content is follows from the endings, and
    from its first bytes where there are none. Whatever cannot be read is yielded as Skipped."""
    try:
        yield from _expand(stream, file, origin, limits, depth)
    except InputError as error:
        yield Skipped(origin, error.problem, error.mend)
    except DAMAGED:
        yield Skipped(origin, _DAMAGED, "get the file again")
    except OSError as error:
        if error.errno is None:  # what bz2 raises on bytes that are not its own
            yield Skipped(origin, _DAMAGED, "get the file again")
        else:
            yield Skipped(origin, f"cannot be read ({error.strerror})", "check the file and its permissions")


def _expand(
    stream: Readable, file: str, origin: str, limits: Limits, depth: int
) -> Iterator[RawItem | Skipped]:
    name = FileName.of(file)
    content = unpack(stream, name.packed, limits, origin)
    ending = name.ending
    if not ending:
        ending = _sniff(content.peek(_PEEK))
        if ending in PACKED:
            if depth >= limits.max_depth:
                raise InputError(origin, f"is packed more than {limits.max_depth} times over")
            content = unpack(content, (ending,), limits, origin)
            yield from _expand(content, name.stem, origin, limits, depth + 1)
            return
    if ending == ".zip":
        yield from _archive(content, file, origin, limits, depth)
    elif ending in TABLE_ENDINGS:
        yield from _table(content, name.stem, ending, origin, limits)
    elif ending in MEDIA_TYPES:
        data = read_all(content, limits.max_bytes, origin)
        yield RawItem(name=name.stem, origin=origin, media_type=MEDIA_TYPES[ending], data=data, file=file)
    else:
        known = " ".join(sorted(READABLE))
        mend = "save it as .docx" if ending in (".doc", ".rtf", ".odt") else f"types that are read: {known}"
        raise InputError(origin, f"is of the unsupported type {ending}", mend)


def _sniff(head: bytes) -> str:
    """The ending that the first bytes of a nameless input deserve."""
    magic = next((ending for start, ending in _MAGIC if head.startswith(start)), None)
    if magic:
        return magic
    head = head.removeprefix(b"\xef\xbb\xbf")
    if _HTML.match(head):
        return ".html"
    if re.match(rb'\s*\{\s*"', head):
        return ".jsonl"
    return ".eml" if _MAIL.match(head) else ".txt"


def _archive(
    content: io.BufferedReader, file: str, origin: str, limits: Limits, depth: int
) -> Iterator[RawItem | Skipped]:
    """The members of a zip archive, in order of their names. Nothing is written to disk."""
    if depth >= limits.max_depth:
        raise InputError(origin, f"is an archive within more than {limits.max_depth} others")
    seekable = content if content.seekable() else io.BytesIO(read_all(content, limits.max_bytes, origin))
    try:
        archive = zipfile.ZipFile(seekable)
        members = [member for member in archive.infolist() if not member.is_dir()]
    except _ZIP_FAULTS:
        raise InputError(origin, _DAMAGED, "get the file again") from None
    if len(members) > limits.max_members:
        raise InputError(origin, f"holds more than {limits.max_members} files")
    if sum(member.file_size for member in members) > limits.max_decompressed:
        raise too_large(origin, limits.max_decompressed)
    if any(member.filename == _WORD_PART for member in members):
        seekable.seek(0)
        data = read_all(seekable, limits.max_bytes, origin)
        name = FileName.of(file).stem
        yield RawItem(name=name, origin=origin, media_type=MEDIA_TYPES[".docx"], data=data, file=file)
    else:
        for member in sorted(members, key=lambda member: member.filename):
            yield from _member(archive, member, origin, limits, depth)


def _member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, origin: str, limits: Limits, depth: int
) -> Iterator[RawItem | Skipped]:
    path = PurePosixPath(member.filename.replace("\\", "/"))
    where = f"{origin}#{member.filename}"
    if any(part.startswith(".") and part != ".." for part in path.parts) or "__MACOSX" in path.parts:
        return
    if path.is_absolute() or ".." in path.parts:
        yield Skipped(where, "has a name that points outside the archive", "pack the archive again")
    elif member.flag_bits & _ENCRYPTED:
        yield Skipped(where, "is encrypted", "unpack the archive with its password first")
    else:
        try:
            stream = archive.open(member)
        except _ZIP_FAULTS:
            yield Skipped(where, "is damaged or packed in an unknown way", "unpack the archive yourself")
        else:
            yield from expand(stream, str(path), where, limits, depth + 1)


def _table(
    content: io.BufferedReader, stem: str, ending: str, origin: str, limits: Limits
) -> Iterator[RawItem | Skipped]:
    """The rows of a table as documents; a table without a column of texts is none."""
    has_rows = False
    for row in rows(content, ending, limits.max_bytes, origin):
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
