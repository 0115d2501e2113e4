"""Files that a browser sends, under names that mean nothing to a file system but themselves."""

from __future__ import annotations

import re
from pathlib import Path

from servanda.publish.plain import plain

_LONGEST = 180  # bytes; file systems allow 255, and endings are put behind
_SEPARATORS = re.compile(r'[/\\:*?"<>|]+')


def save(folder: Path, name: str, data: bytes) -> str:
    """Writes a file into the folder; the name that it got. Names that are taken get a number."""
    wanted = safe_name(name)
    free = wanted
    number = 1
    while (folder / free).exists():
        number += 1
        stem, dot, ending = wanted.partition(".")
        free = f"{stem} ({number}){dot}{ending}"
    (folder / free).write_bytes(data)
    return free


def safe_name(given: str) -> str:
    """The last part of a path as a plain name: no folder, no control characters or marks that reorder text,
    not hidden, not too long. Its endings stay, as they tell what is in the file."""
    last = plain(re.split(r"[/\\]", given)[-1])
    name = _SEPARATORS.sub("-", last).strip(" .") or "document.txt"
    stem, dot, ending = name.partition(".")
    ending = ending[:40]
    while len(f"{stem}{dot}{ending}".encode()) > _LONGEST:
        stem, ending = (stem[:-1], ending) if stem else (stem, ending[:-1])
    return f"{stem}{dot}{ending}"
