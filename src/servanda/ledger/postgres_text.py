"""Text with null characters in PostgreSQL, which has none: they are written as a pair of other characters.

A quotation has to be exactly what stands in the document, even where a PDF file brings nulls; so they are
kept, and read back as they were.
"""

from __future__ import annotations

from typing import Any

from psycopg import Connection
from psycopg.abc import Buffer
from psycopg.adapt import Loader
from psycopg.types.string import StrDumper

_ESCAPE = "\x1a"
_WRITTEN = {"\0": f"{_ESCAPE}0", _ESCAPE: f"{_ESCAPE}1"}


def keep_null_characters(connection: Connection[Any], _record: object) -> None:
    """Lets this connection write and read them."""
    connection.adapters.register_dumper(str, _Dumper)
    for type_ in ("text", "varchar"):
        connection.adapters.register_loader(type_, _Loader)


class _Dumper(StrDumper):
    def dump(self, obj: str) -> bytes | bytearray | memoryview | None:
        if "\0" in obj or _ESCAPE in obj:
            obj = obj.replace(_ESCAPE, _WRITTEN[_ESCAPE]).replace("\0", _WRITTEN["\0"])
        return super().dump(obj)


class _Loader(Loader):
    def load(self, data: Buffer) -> str:
        text = bytes(data).decode()
        if _ESCAPE in text:
            return text.replace(_WRITTEN["\0"], "\0").replace(_WRITTEN[_ESCAPE], _ESCAPE)
        return text
