"""Files of other stores are read as those on disk."""

from __future__ import annotations

import gzip
from collections.abc import Iterator

import fsspec
import pytest

from servanda.sources.inputs import iter_inputs
from servanda.sources.items import RawItem, Skipped


@pytest.fixture
def store() -> Iterator[fsspec.AbstractFileSystem]:
    """A store in memory with a folder of reports."""
    memory = fsspec.filesystem("memory")
    memory.pipe({
        "/talks/b.txt": b"They signed.",
        "/talks/a.jsonl.gz": gzip.compress(b'{"id": "r", "text": "They met."}\n'),
        "/talks/.hidden/c.txt": b"They hid.",
        "/talks/Makefile": b"all:",
    })  # fmt: skip
    yield memory
    memory.rm("/talks", recursive=True)


def read(*addresses: str) -> list[RawItem | Skipped]:
    return list(iter_inputs(addresses))


@pytest.mark.usefixtures("store")
def test_a_file() -> None:
    (item,) = read("memory://talks/b.txt")
    assert isinstance(item, RawItem)
    assert (item.name, item.origin, item.data) == ("b", "memory:///talks/b.txt", b"They signed.")


@pytest.mark.usefixtures("store")
def test_a_folder_in_order_without_what_is_hidden() -> None:
    makefile, row, text = read("memory://talks")
    assert isinstance(makefile, Skipped) and "no ending" in makefile.reason
    assert isinstance(row, RawItem) and row.origin == "memory:///talks/a.jsonl.gz#1"
    assert isinstance(text, RawItem) and text.name == "b"


@pytest.mark.usefixtures("store")
def test_a_pattern() -> None:
    assert [item.origin for item in read("memory://talks/*.txt")] == ["memory:///talks/b.txt"]


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("memory://none/a.txt", "does not exist"),
        ("memory://none/*.txt", "does not exist"),
        ("nosuchstore://x/a.txt", "cannot be reached"),
        ("dropbox://x/a.txt", "not installed"),
    ],
)
def test_what_is_not_there_is_named(address: str, reason: str) -> None:
    (found,) = read(address)
    assert isinstance(found, Skipped) and reason in found.reason
