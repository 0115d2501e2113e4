"""Files of other stores, by any address that fsspec knows: `s3://`, `gs://`, `sftp://`, `memory://`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from servanda.sources.expand import expand
from servanda.sources.items import RawItem, Skipped
from servanda.sources.limits import Limits
from servanda.sources.streams import FileName

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+(?:::|://)", re.IGNORECASE)
_PATTERN = re.compile(r"[*?\[]")


def is_remote(path: str) -> bool:
    """Whether an input is an address of a store and no path."""
    return _ADDRESS.match(path) is not None


def remote(address: str, limits: Limits) -> Iterator[RawItem | Skipped]:
    """The documents in the file, folder or pattern of files at `address`, in order of their paths.

    How a store is signed in to is its own affair: the environment, or its own settings.
    """
    from fsspec.core import url_to_fs

    try:
        store, path = url_to_fs(address)
        files = _files(store, path)
    except ImportError as error:
        yield Skipped(address, f"is of a store that is not installed ({error})", "install its package")
    except (OSError, ValueError) as error:
        yield Skipped(address, f"cannot be reached ({error})", "check the address and how you sign in")
    else:
        if not files:
            yield Skipped(address, "does not exist", "check the address")
        for file in files:
            yield from _documents(store, file, path, limits)


def _files(store: Any, path: str) -> list[str]:
    """The files at a path, hidden ones left out of folders."""
    if _PATTERN.search(path):
        return sorted(file for file in store.glob(path) if not store.isdir(file))
    if store.isdir(path):
        below = PurePosixPath(path)
        return sorted(file for file in store.find(path) if not _is_hidden(file, below))
    return [path] if store.exists(path) else []


def _is_hidden(file: str, below: PurePosixPath) -> bool:
    at = PurePosixPath(file)
    parts = at.relative_to(below).parts if at.is_relative_to(below) else at.parts[-1:]
    return any(part.startswith(".") for part in parts)


def _documents(store: Any, file: str, given: str, limits: Limits) -> Iterator[RawItem | Skipped]:
    origin = str(store.unstrip_protocol(file))
    if file != given and not FileName.of(file).ending:
        yield Skipped(origin, "has no ending that tells its type", "name it by itself to have it tried")
        return
    try:
        with store.open(file, "rb") as stream:
            yield from expand(stream, file, origin, limits)
    except (OSError, ValueError) as error:
        yield Skipped(origin, f"cannot be read ({error})", "check the address and how you sign in")
