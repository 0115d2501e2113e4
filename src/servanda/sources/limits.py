"""How much of an input is read, so that none can stop a run or fill the memory."""

from __future__ import annotations

import msgspec

_MIB = 1 << 20


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """Bounds on one input; what passes them is skipped.

    max_bytes         bytes of one document, or of one row of a table, after decompression
    max_decompressed  bytes that one compressed file or archive may unpack to, all together
    max_members       files in one archive
    max_depth         archives within archives, and layers of compression
    max_characters    characters of one document's text
    max_seconds       time for reading one PDF, Word or large HTML document, or the facts of one document
    max_memory        bytes of memory of the process that reads such a document
    """

    max_bytes: int = 50 * _MIB
    max_decompressed: int = 1024 * _MIB
    max_members: int = 10_000
    max_depth: int = 3
    max_characters: int = 1_000_000
    max_seconds: float = 60.0
    max_memory: int = 1024 * _MIB
