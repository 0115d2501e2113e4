"""Tables with a row for each document: JSON Lines and CSV, read row by row."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Literal

import msgspec

from servanda.errors import InputError
from servanda.sources.encoding import detect, is_text, not_text
from servanda.sources.streams import lines

TABLE_ENDINGS: Mapping[str, Literal["json", "csv"]] = {".jsonl": "json", ".ndjson": "json", ".csv": "csv"}

_SAMPLE = 1 << 16
_DELIMITERS = ",;\t"


class Row(msgspec.Struct, frozen=True):
    """One row: its number among the rows, the line where it ends, its cells by column name in lower case."""

    number: int
    line: int
    cells: dict[str, object]


class BadRow(msgspec.Struct, frozen=True):
    """A row that cannot be read, and why."""

    number: int
    line: int
    problem: str


def rows(stream: io.BufferedReader, ending: str, limit: int, subject: str) -> Iterator[Row | BadRow]:
    """The rows of a table, one in memory at a time.

    InputError when the table as a whole cannot be read further: it is no text, or a row is larger than
    `limit` bytes.
    """
    read = _json_rows if TABLE_ENDINGS[ending] == "json" else _csv_rows
    return read(stream, limit, subject)


def columns(stream: io.BufferedReader, ending: str, limit: int, subject: str) -> frozenset[str]:
    """The names of the columns, as far as the first rows show them."""
    first = islice(rows(stream, ending, limit, subject), 5)
    return frozenset(name for row in first if isinstance(row, Row) for name in row.cells)


def _json_rows(stream: io.BufferedReader, limit: int, subject: str) -> Iterator[Row | BadRow]:
    number = 0
    for line, raw in enumerate(lines(stream, limit, subject), start=1):
        content = raw.removeprefix(codecs.BOM_UTF8).strip() if line == 1 else raw.strip()
        if not content:
            continue
        number += 1
        try:
            cells = msgspec.json.decode(content, type=dict[str, object])
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            yield BadRow(number, line, f"is no JSON object ({error})")
        else:
            yield Row(number, line, {name.strip().lower(): value for name, value in cells.items()})


def _csv_rows(stream: io.BufferedReader, limit: int, subject: str) -> Iterator[Row | BadRow]:
    sample = stream.peek(_SAMPLE)[:_SAMPLE]
    encoding = detect(sample)
    if encoding is None:
        raise not_text(subject)
    csv.field_size_limit(limit)
    table = csv.reader(_characters(stream, encoding, limit, subject), _dialect(sample, encoding), strict=True)
    try:
        header = [name.strip().lower() for name in next(table, [])]
        for number, cells in enumerate((row for row in table if row), start=1):
            if len(cells) > len(header):
                problem = f"has {len(cells)} cells under {len(header)} columns"
                yield BadRow(number, table.line_num, problem)
            else:
                yield Row(number, table.line_num, dict(zip(header, cells, strict=False)))
    except csv.Error as error:
        raise InputError(subject, f"cannot be read as CSV at line {table.line_num} ({error})") from None


def _characters(stream: io.BufferedReader, encoding: str, limit: int, subject: str) -> Iterator[str]:
    if encoding.startswith(("utf-16", "utf-32")):
        raise InputError(subject, f"is a table in {encoding}", "save it as UTF-8")
    for number, line in enumerate(lines(stream, limit, subject), start=1):
        try:
            text = line.decode("utf-8-sig" if number == 1 and encoding == "utf-8-sig" else encoding)
        except UnicodeError:
            problem = f"line {number} is not in {encoding}, as the table begins"
            raise InputError(subject, problem, "save it as UTF-8") from None
        if not is_text(text):
            raise not_text(subject)
        yield text


def _dialect(sample: bytes, encoding: str) -> type[csv.Dialect]:
    """Comma, semicolon or tab, whichever is most frequent in the header; quoting as spreadsheets do it."""
    header = sample.split(b"\n", 1)[0].decode(encoding, errors="replace")

    class Dialect(csv.excel):
        delimiter = max(_DELIMITERS, key=header.count)

    return Dialect
