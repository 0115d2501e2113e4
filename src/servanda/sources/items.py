"""What the sources hand on: one document's bytes, or the reason why there are none."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from servanda.sources.metadata import Metadata
from servanda.sources.streams import Readable


class RawItem(msgspec.Struct, frozen=True, kw_only=True):
    """The bytes of one document with what its source says of it.

    name        the file's name without its endings, or a row's id
    origin      path as given, "archive#member" or "table#row"
    file        the name by which a metadata table calls it: its path within the given folder or archive
    media_type  by the file's ending, "text/plain" for a row of a table
    data        the bytes, decompressed
    charset     the character set that was declared beside the bytes, as HTTP does
    """

    name: str
    origin: str
    media_type: str
    data: bytes
    file: str = ""
    metadata: Metadata = Metadata()
    charset: str | None = None


class Member(NamedTuple):
    """A file within another, still packed: its name, where it stands, and its bytes as they are read."""

    name: str
    origin: str
    stream: Readable


class Skipped(msgspec.Struct, frozen=True):
    """An input that cannot be read: which, why, and what can be done about it."""

    origin: str
    reason: str
    mend: str = ""
