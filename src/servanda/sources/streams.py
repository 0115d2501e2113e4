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

_CHUNK = 1 << 20


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

    Reading raises InputError once more than `limits.max_decompressed` bytes have come out.
    """
    if len(packed) > limits.max_depth:
        raise InputError(subject, f"is compressed more than {limits.max_depth} times over")
    for ending in packed:
        stream = io.BufferedReader(_Bounded(_UNPACKERS[ending](stream), limits.max_decompressed, subject))
    return stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(_Plain(stream))


def read_all(stream: Readable, limit: int, subject: str) -> bytes:
    """All bytes of `stream`; InputError when they are more than `limit`."""
    pieces, size = [], 0
    while piece := stream.read(min(_CHUNK, limit + 1 - size)):
        pieces.append(piece)
        size += len(piece)
        if size > limit:
            raise too_large(subject, limit)
    return b"".join(pieces)


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
    """A stream that refuses to give more than `limit` bytes."""

    def __init__(self, stream: Readable, limit: int, subject: str) -> None:
        super().__init__(stream)
        self._left, self._limit, self._subject = limit, limit, subject

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        size = super().readinto(buffer)
        self._left -= size
        if self._left < 0:
            raise InputError(
                self._subject,
                f"unpacks to more than {self._limit / (1 << 20):g} MiB",
                "unpack it yourself if you trust it, or raise the limit in the settings",
            )
        return size
