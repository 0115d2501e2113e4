"""Parquet: the rows of a table, read in a process apart and handed over as JSON Lines.

The format packs tightly (one byte can stand for a million rows), and its reader is written in C++: a
process with limits of memory and time does the unpacking, and what comes over the pipe is a table like any
other.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from typing import IO, cast

import msgspec

from servanda.errors import InputError
from servanda.sources.apart import bound_processor_time, confine
from servanda.sources.limits import Limits
from servanda.sources.streams import Readable, pieces
from servanda.sources.tables import BadRow, Row, rows

_AT_ONCE = 32
_NO_TABLE, _TOO_MUCH = 3, 4
_FAULTS: Mapping[int, tuple[str, str]] = {
    _NO_TABLE: ("is damaged and cannot be read as Parquet", "get the file again"),
    _TOO_MUCH: ("needs too much memory to be unpacked", "split it, or raise max_memory in the settings"),
}
_CRASHED = ("is damaged: its reader failed on it", "get the file again, or save it anew")


def parquet_rows(
    stream: Readable, wanted: frozenset[str], limits: Limits, origin: str
) -> Iterator[Row | BadRow]:
    """The rows, with those of their columns whose names, in lower case, are `wanted`."""
    if _is_file(stream):
        yield from _rows(cast(IO[bytes], stream), wanted, limits, origin)
        return
    with tempfile.TemporaryFile() as spool:
        for piece in pieces(stream, limits.max_decompressed, origin):
            spool.write(piece)
        spool.seek(0)
        yield from _rows(spool, wanted, limits, origin)


def _is_file(stream: Readable) -> bool:
    """Whether another process can read in `stream` as it likes."""
    try:
        return isinstance(stream, io.BufferedReader) and stream.fileno() >= 0 and stream.seekable()
    except OSError:  # a buffer over something else
        return False


def _rows(file: IO[bytes], wanted: frozenset[str], limits: Limits, origin: str) -> Iterator[Row | BadRow]:
    bounds = msgspec.json.encode(limits).decode()
    command = [sys.executable, "-P", "-m", __name__, bounds, *sorted(wanted)]
    with subprocess.Popen(  # noqa: S603
        command, stdin=file, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as reader:
        try:
            lines = cast(io.BufferedReader, reader.stdout)
            yield from rows(lines, ".jsonl", limits.max_bytes, origin)
            status = reader.wait()
        finally:
            reader.kill()
    if status:
        raise InputError(origin, *_FAULTS.get(status, _CRASHED))


def main(bounds: str, *wanted: str) -> int:
    """Write the rows of the table on standard input to standard output; the status tells what went wrong."""
    limits = msgspec.json.decode(bounds, type=Limits)
    confine(limits)
    import pyarrow as pa  # type: ignore[import-untyped]
    from pyarrow import parquet

    try:
        table = parquet.ParquetFile(sys.stdin.buffer, memory_map=False, pre_buffer=False)
        columns = [name for name in table.schema_arrow.names if name.strip().lower() in wanted]
        for batch in table.iter_batches(batch_size=_AT_ONCE, columns=columns, use_threads=False):
            bound_processor_time(time.process_time() + limits.max_seconds)
            for row in batch.to_pylist():
                line = msgspec.json.encode({name: _plain(value) for name, value in row.items()})
                sys.stdout.buffer.write(line + b"\n")
    except (MemoryError, pa.ArrowMemoryError):
        return _TOO_MUCH
    except (pa.ArrowException, OSError, ValueError):
        return _NO_TABLE
    with suppress(BrokenPipeError):
        sys.stdout.buffer.flush()
    return 0


def _plain(value: object) -> object:
    """A cell as a metadata table would have it: text, a whole number, a day."""
    if isinstance(value, bytes):
        return value.decode("utf-8", errors="replace")
    if isinstance(value, date):  # a time is one as well
        return value.isoformat()
    return value if isinstance(value, str | int | None) else str(value)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
