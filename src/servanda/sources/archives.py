"""Zip archives: their members, of which nothing is written to disk."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath

from servanda.errors import InputError
from servanda.sources.items import Member, RawItem, Skipped
from servanda.sources.limits import Limits
from servanda.sources.media import MEDIA_TYPES
from servanda.sources.streams import BROKEN, DAMAGED, FileName, read_all, too_large

_WORD_PART = "word/document.xml"
_ENCRYPTED = 0x1
# What zipfile raises on headers that contradict themselves.
_FAULTS = (
    *DAMAGED,
    ValueError,
    LookupError,
    NotImplementedError,
    RuntimeError,
    OverflowError,
    struct.error,
)


def members(
    content: io.BufferedReader, file: str, origin: str, limits: Limits
) -> Iterator[Member | RawItem | Skipped]:
    """The members in order of their names, or the Word document that the archive is."""
    seekable = content if content.seekable() else io.BytesIO(read_all(content, limits.max_bytes, origin))
    try:
        archive = zipfile.ZipFile(seekable)
        found = [member for member in archive.infolist() if not member.is_dir()]
    except _FAULTS:
        raise InputError(origin, BROKEN, "get the file again") from None
    if len(found) > limits.max_members:
        raise InputError(origin, f"holds more than {limits.max_members} files")
    if sum(member.file_size for member in found) > limits.max_decompressed:
        raise too_large(origin, limits.max_decompressed)
    if any(member.filename == _WORD_PART for member in found):
        seekable.seek(0)
        data = read_all(seekable, limits.max_bytes, origin)
        name = FileName.of(file).stem
        yield RawItem(name=name, origin=origin, media_type=MEDIA_TYPES[".docx"], data=data, file=file)
        return
    for member in sorted(found, key=lambda member: member.filename):
        path = PurePosixPath(member.filename.replace("\\", "/"))
        if not _is_hidden(path):
            yield _member(archive, member, path, f"{origin}#{member.filename}")


def _is_hidden(path: PurePosixPath) -> bool:
    return "__MACOSX" in path.parts or any(part.startswith(".") and part != ".." for part in path.parts)


def _member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, path: PurePosixPath, where: str
) -> Member | Skipped:
    if path.is_absolute() or ".." in path.parts:
        return Skipped(where, "has a name that points outside the archive", "pack the archive again")
    if member.flag_bits & _ENCRYPTED:
        return Skipped(where, "is encrypted", "unpack the archive with its password first")
    try:
        return Member(str(path), where, archive.open(member))
    except _FAULTS:
        return Skipped(where, "is damaged or packed in an unknown way", "unpack the archive yourself")
