"""The documents that a user named: files, folders, archives, tables, addresses and standard input ("-")."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

import msgspec

from servanda.errors import InputError
from servanda.sources.expand import TEXT_COLUMNS, expand
from servanda.sources.items import RawItem, Skipped
from servanda.sources.limits import Limits
from servanda.sources.metadata import Metadata, find_metadata, load_metadata
from servanda.sources.remote import is_remote, remote
from servanda.sources.streams import DAMAGED, FileName, unpack
from servanda.sources.tables import TABLE_ENDINGS, columns
from servanda.sources.web.fetch import Fetcher
from servanda.sources.web.pages import is_web_address, page

__all__ = ["Limits", "RawItem", "Skipped", "iter_inputs"]

_DEFAULT = Limits()
_Tables = tuple[Mapping[str, Metadata], ...]


def iter_inputs(
    paths: Sequence[str],
    *,
    limits: Limits = _DEFAULT,
    stdin: BinaryIO | None = None,
    beside: bool = True,
    fetcher: Fetcher | None = None,
) -> Iterator[RawItem | Skipped]:
    """The documents in `paths`, in that order; within a folder by name, hidden files left out.

    What cannot be read is yielded as Skipped, and the run goes on. A table in a folder that has a column
    `file` and no texts holds metadata of the documents around it: it is no document, and is used unless
    `beside` is false. Addresses of the web are asked by `fetcher`.
    """
    fetcher = fetcher or Fetcher(limits=limits)
    for path in paths:
        if is_web_address(path):
            yield from page(path, fetcher, limits)
        elif is_remote(path):
            yield from remote(path, limits)
        elif path == "-":
            yield from expand(stdin or sys.stdin.buffer, "stdin", "stdin", limits)
        elif Path(path).is_dir():
            yield from _folder(Path(path), limits, beside)
        else:
            yield from _file(Path(path), Path(path).name, limits, named=True)


def _folder(top: Path, limits: Limits, beside: bool) -> Iterator[RawItem | Skipped]:
    unreadable: list[OSError] = []
    tables: dict[Path, _Tables] = {}
    for folder, subfolders, names in os.walk(top, onerror=unreadable.append):
        here = Path(folder)
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        files = [here / name for name in sorted(names) if not name.startswith(".")]
        about = [file for file in files if _is_metadata(file, limits)]
        tables[here] = tables.get(here.parent, ())
        if beside:
            for file in about:
                try:
                    tables[here] = (_relative_to(top, here, load_metadata(file)), *tables[here])
                except InputError as error:
                    yield Skipped(error.subject, error.problem, error.mend)
        for file in files:
            if file not in about:
                for item in _file(file, file.relative_to(top).as_posix(), limits, named=False):
                    yield _described(item, tables[here]) if isinstance(item, RawItem) else item
    for fault in unreadable:
        yield Skipped(
            _printable(fault.filename), f"cannot be read ({fault.strerror})", "check its permissions"
        )


def _file(path: Path, file: str, limits: Limits, *, named: bool) -> Iterator[RawItem | Skipped]:
    origin = _printable(path)
    if not path.exists():
        yield Skipped(origin, "does not exist", "check the path")
    elif not path.is_file():
        yield Skipped(origin, "is not a regular file", 'give its content on standard input, as "-"')
    elif not named and not path.suffix:
        yield Skipped(origin, "has no ending that tells its type", "name it by itself to have it tried")
    else:
        try:
            with path.open("rb") as stream:
                yield from expand(stream, _printable(file), origin, limits)
        except OSError as error:
            yield Skipped(origin, f"cannot be read ({error.strerror})", "check its permissions")


def _is_metadata(path: Path, limits: Limits) -> bool:
    """Whether a file is a table of metadata; one that cannot be read is left to be reported as an input."""
    name = FileName.of(path.name)
    if name.ending not in TABLE_ENDINGS or not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            stream = unpack(file, name.packed, limits, str(path))
            found = columns(stream, name.ending, limits.max_bytes, str(path))
    except (InputError, OSError, *DAMAGED):
        return False
    return "file" in found and found.isdisjoint(TEXT_COLUMNS)


def _relative_to(top: Path, here: Path, table: Mapping[str, Metadata]) -> Mapping[str, Metadata]:
    """A table of a subfolder names its files from there; let it answer for their paths from `top` too."""
    below = here.relative_to(top)
    return {**table, **{(below / file).as_posix(): metadata for file, metadata in table.items()}}


def _described(item: RawItem, tables: _Tables) -> RawItem:
    for table in tables:
        if found := find_metadata(table, item.file):
            return msgspec.structs.replace(item, metadata=found.over(item.metadata))
    return item


def _printable(path: str | Path) -> str:
    """A path as text that can be written anywhere; undecodable bytes of its name become question marks."""
    return os.fsencode(path).decode("utf-8", errors="replace")
