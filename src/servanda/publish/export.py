"""Facts as files: CSV for spreadsheets, JSON Lines for programs, Parquet for data frames."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import IO, Any, get_args

import msgspec

from servanda.errors import UsageError
from servanda.model.facts import AnyFact
from servanda.publish.lines import fact_line, properties_of
from servanda.query.views import FactView

Cell = str | int | float | bool | None
Row = dict[str, Any]

_DOCUMENT = ("title", "published", "publisher", "url")
_LISTS = frozenset(
    {"parties", "participants", "fields", "speaker", "addressee", "holder", "provider", "recipient"}
)
_INTEGERS = frozenset({"ordinal", "number", "year"})
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_BATCH = 2000


def export(rows: Iterable[FactView], format: str, out: IO[bytes]) -> int:
    """Writes the facts to `out` as `csv`, `jsonl` or `parquet`, and tells how many they were.

    jsonl is the form of `servanda extract`. The other two are flat, one row a fact, with the same columns
    whatever the facts, those of its document among them (`document_title`, `document_published`, ...);
    Parquet keeps lists as lists, CSV joins them by "; " and puts an apostrophe before a cell that a
    spreadsheet would take for a formula. UsageError for another format.
    """
    write = _WRITERS.get(format)
    if write is None:
        raise UsageError(format, "is no format of the export", f"formats are {', '.join(_WRITERS)}")
    return write(iter(rows), out)


def _columns() -> tuple[str, ...]:
    properties = dict.fromkeys(name for kind in get_args(AnyFact) for name in properties_of(kind))
    flat = [part for name in properties for part in (_AMOUNT if name == "amount" else (name,))]
    return (
        "kind", "id", "document", *(f"document_{name}" for name in _DOCUMENT),
        *flat, "modality", "confidence", "evidence", "extractor",
    )  # fmt: skip


_AMOUNT = ("amount_value", "amount_currency")
COLUMNS = _columns()
"""The columns of CSV and Parquet."""


def _row(view: FactView) -> Row:
    row: Row = fact_line(view.fact)
    row |= {f"document_{name}": getattr(view, name) for name in _DOCUMENT}
    amount = row.pop("amount", {})
    return row | {f"amount_{part}": value for part, value in amount.items()}


def _write_jsonl(views: Iterator[FactView], out: IO[bytes]) -> int:
    number = 0
    for view in views:
        out.write(msgspec.json.encode(fact_line(view.fact)) + b"\n")
        number += 1
    return number


def _write_csv(views: Iterator[FactView], out: IO[bytes]) -> int:
    text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    number = 0
    try:
        writer = csv.writer(text)
        writer.writerow(COLUMNS)
        for view in views:
            row = _row(view)
            writer.writerow([_cell(name, row.get(name)) for name in COLUMNS])
            number += 1
    finally:
        text.detach()  # `out` belongs to the caller, who closes it
    return number


def _cell(name: str, value: Any) -> Cell:
    if name == "evidence":
        value = [span["text"] for span in value]
    elif name == "relations":
        value = [f"{relation['type']} {relation['target']}" for relation in value or ()]
    if isinstance(value, list):
        value = "; ".join(value)
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value  # type: ignore[no-any-return]


def _write_parquet(views: Iterator[FactView], out: IO[bytes]) -> int:
    import pyarrow as pa  # type: ignore[import-untyped]
    import pyarrow.parquet as pq  # type: ignore[import-untyped]

    schema = pa.schema([(name, _arrow_type(pa, name)) for name in COLUMNS])
    number = 0
    with pq.ParquetWriter(out, schema) as writer:
        while batch := [_row(view) for view in islice(views, _BATCH)]:
            writer.write_table(pa.Table.from_pylist(batch, schema=schema))
            number += len(batch)
    return number


def _arrow_type(pa: Any, name: str) -> Any:
    if name in _LISTS:
        return pa.list_(pa.string())
    if name in _INTEGERS:
        return pa.int64()
    if name in ("confidence", "amount_value"):
        return pa.float64()
    if name == "evidence":
        return pa.list_(pa.struct([("start", pa.int64()), ("end", pa.int64()), ("text", pa.string())]))
    if name == "relations":
        return pa.list_(pa.struct([("type", pa.string()), ("target", pa.string())]))
    return pa.string()


_WRITERS: dict[str, Callable[[Iterator[FactView], IO[bytes]], int]] = {
    "csv": _write_csv,
    "jsonl": _write_jsonl,
    "parquet": _write_parquet,
}
FORMATS = tuple(_WRITERS)
"""The formats that `export` knows."""
