"""Bounded streams of bytes: nothing here holds or unpacks more than it was allowed to."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any, NamedTuple, Protocol

from backports import zstd

from servanda.errors import InputError
from servanda.sources.limits import Limits

BROKEN = "is damaged and cannot be unpacked"
"""What is wrong with bytes on which an unpacker fails."""

_CHUNK = 1 << 20
_RATIO = 100
"""How many bytes one packed byte may stand for, beyond the size that is allowed in any case. Text packs ten
to one, seldom thirty; what is made to fill memories and disks, a thousand to one and more."""


class Readable(Protocol):
    """Anything that gives bytes when asked for so many."""

    def read(self, size: int = -1, /) -> bytes: ...


_UNPACKERS: Mapping[str, Callable[[Any], Readable]] = {
    ".gz": lambda stream: gzip.GzipFile(fileobj=stream),
    ".bz2": bz2.BZ2File,
    ".xz": lzma.LZMAFile,
    ".zst": zstd.ZstdFile,
}

PACKED = frozenset(_UNPACKERS)
"""The endings of compressed files."""

DAMAGED = (EOFError, zlib.error, lzma.LZMAError, zstd.ZstdError, zipfile.BadZipFile, gzip.BadGzipFile)
"""What the unpackers raise on bytes that are not what they should be (bz2 raises a plain OSError)."""


class FileName(NamedTuple):
    """A file's name in parts: "a.txt.gz" is stem "a", ending ".txt", packed (".gz",), outermost first."""

    stem: str
    ending: str
    packed: tuple[str, ...]

    @classmethod
    def of(cls, name: str) -> FileName:
        """The parts of the last part of a path; endings in lower case."""
        bare, packed = PurePosixPath(name).name, []
        while (ending := PurePosixPath(bare).suffix.lower()) in _UNPACKERS:
            packed.append(ending)
            bare = bare[: -len(ending)]
        ending = PurePosixPath(bare).suffix
        return cls(bare.removesuffix(ending), ending.lower(), tuple(packed))

    @property
    def unpacked(self) -> str:
        """The name without the endings of its compression."""
        return self.stem + self.ending


def unpack(stream: Readable, packed: tuple[str, ...], limits: Limits, subject: str) -> io.BufferedReader:
    """The content of `stream`, unpacked layer by layer, outermost first.

    Reading raises InputError where so much comes out of so little that it is a bomb.
    """
    if len(packed) > limits.max_depth:
        raise InputError(subject, f"is compressed more than {limits.max_depth} times over")
    if not packed:
        return stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(_Plain(stream))
    source = Counted(stream)
    inner: io.BufferedReader = io.BufferedReader(_Plain(source))
    for ending in packed:
        inner = io.BufferedReader(_Bounded(_UNPACKERS[ending](inner), source, limits, subject))
    return inner


def read_all(stream: Readable, limit: int, subject: str) -> bytes:
    """All bytes of `stream`; InputError when they are more than `limit`."""
    return b"".join(pieces(stream, limit, subject))


def pieces(stream: Readable, limit: int, subject: str) -> Iterator[bytes]:
    """The bytes of `stream` in pieces; InputError when they are more than `limit`."""
    size = 0
    while piece := stream.read(min(_CHUNK, limit + 1 - size)):
        size += len(piece)
        if size > limit:
            raise too_large(subject, limit)
        yield piece


def lines(stream: io.BufferedReader, limit: int, subject: str) -> Iterator[bytes]:
    """The lines of `stream`; InputError at one longer than `limit`."""
    while line := stream.readline(limit + 1):
        if len(line) > limit:
            raise too_large(subject, limit)
        yield line


def too_large(subject: str, limit: int) -> InputError:
    """The error for an input of more than `limit` bytes."""
    size = f"{limit / (1 << 20):g} MiB" if limit >= 1 << 20 else f"{limit} bytes"
    return InputError(subject, f"is larger than {size}", "split it, or raise the limit in the settings")


def is_bomb(unpacked: int, packed: int, limits: Limits) -> bool:
    """Whether so many bytes are more than so few can honestly stand for."""
    return unpacked > max(limits.max_decompressed, _RATIO * packed)


def bomb(subject: str, limits: Limits) -> InputError:
    """The error for an input that is made to fill the memory."""
    size = f"{limits.max_decompressed / (1 << 20):g} MiB"
    return InputError(
        subject,
        f"unpacks to more than {size}, and to more than {_RATIO} times its size",
        "unpack it yourself if you trust it, or raise the limit in the settings",
    )


class Counted:
    """A stream that counts what it gave, and can look for the next place where something begins."""

    def __init__(self, stream: Readable) -> None:
        self._stream, self._place, self.given = stream, 0, 0

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes."""
        piece = self._stream.read(size)
        self.given += len(piece)
        self._place += len(piece)
        return piece

    def tell(self) -> int:
        """How many bytes stand before the next one."""
        return self._place

    def seek_next(self, marks: tuple[bytes, ...], place: int) -> int | None:
        """Go on reading where one of `marks` stands next from `place` on. None where none does, or the
        stream cannot go back."""
        stream = self._stream
        if not (isinstance(stream, io.IOBase) and stream.seekable()):
            return None
        overlap = max(map(len, marks)) - 1
        stream.seek(place)
        while len(chunk := stream.read(_CHUNK)) > overlap:
            found = [at for mark in marks if (at := chunk.find(mark)) >= 0]
            if found:
                self._place = place + min(found)
                stream.seek(self._place)
                return self._place
            place += len(chunk) - overlap
            stream.seek(place)
        return None


class _Plain(io.RawIOBase):
    """A binary stream of any kind as a raw one, so that it can be peeked into."""

    def __init__(self, stream: Readable) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        piece = self._stream.read(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)


class _Bounded(_Plain):
    """A stream that refuses to give more than what `source` gave can honestly stand for."""

    def __init__(self, stream: Readable, source: Counted, limits: Limits, subject: str) -> None:
        super().__init__(stream)
        self._source, self._limits, self._subject, self._given = source, limits, subject, 0

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        size = super().readinto(buffer)
        self._given += size
        if is_bomb(self._given, self._source.given, self._limits):
            raise bomb(self._subject, self._limits)
        return size
