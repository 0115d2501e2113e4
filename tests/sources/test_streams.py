"""Streams give no more than they are allowed to."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
from collections.abc import Callable

import pytest
from backports import zstd

from servanda.errors import InputError
from servanda.sources.limits import Limits
from servanda.sources.streams import FileName, lines, read_all, unpack

PACKERS: dict[str, Callable[[bytes], bytes]] = {
    ".gz": gzip.compress,
    ".bz2": bz2.compress,
    ".xz": lzma.compress,
    ".zst": zstd.compress,
}


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("note.txt", ("note", ".txt", ())),
        ("v1.2 note.TXT.GZ", ("v1.2 note", ".txt", (".gz",))),
        ("in/here/note.md.gz.xz", ("note", ".md", (".xz", ".gz"))),
        ("README", ("README", "", ())),
        (".gz", (".gz", "", ())),
        ("note.gz", ("note", "", (".gz",))),
    ],
)
def test_takes_a_name_apart(name: str, parts: tuple[str, str, tuple[str, ...]]) -> None:
    assert FileName.of(name) == parts


@pytest.mark.parametrize("ending", PACKERS)
def test_unpacks_each_kind(ending: str) -> None:
    packed = io.BytesIO(PACKERS[ending](b"They met." * 1000))
    assert unpack(packed, (ending,), Limits(), "x").read() == b"They met." * 1000


def test_unpacks_layers_from_the_outermost() -> None:
    packed = io.BytesIO(lzma.compress(gzip.compress(b"They met.")))
    assert unpack(packed, (".xz", ".gz"), Limits(), "x").read() == b"They met."


@pytest.mark.parametrize("ending", PACKERS)
def test_stops_a_decompression_bomb(ending: str) -> None:
    bomb = io.BytesIO(PACKERS[ending](bytes(5_000_000)))
    stream = unpack(bomb, (ending,), Limits(max_decompressed=1_000_000), "bomb")
    with pytest.raises(InputError, match="bomb: unpacks to more than"):
        read_all(stream, 50_000_000, "bomb")


def test_refuses_more_layers_than_allowed() -> None:
    with pytest.raises(InputError, match="more than 1 times over"):
        unpack(io.BytesIO(b""), (".gz", ".gz"), Limits(max_depth=1), "x")


def test_reads_up_to_the_limit_and_not_beyond() -> None:
    assert read_all(io.BytesIO(b"12345"), 5, "x") == b"12345"
    with pytest.raises(InputError, match="is larger than 4 bytes"):
        read_all(io.BytesIO(b"12345"), 4, "x")


def test_a_line_without_end_is_refused_before_it_fills_the_memory() -> None:
    stream = io.BufferedReader(io.BytesIO(b"short\n" + b"x" * 100))
    read = lines(stream, 10, "x")
    assert next(read) == b"short\n"
    with pytest.raises(InputError):
        next(read)
