"""Facts as files: CSV for spreadsheets, JSON Lines for programs, Parquet for data frames, event data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice
from typing import IO, Any, get_args

import msgspec

from servanda.codebook.maps import SchemeName
from servanda.errors import UsageError
from servanda.model.facts import PARTY_ROLES, AnyFact
from servanda.publish.agreements import write_agreements
from servanda.publish.cells import write_table
from servanda.publish.events import write_events
from servanda.publish.lines import fact_line, properties_of
from servanda.query.views import FactView

Row = dict[str, Any]

_DOCUMENT = ("title", "published", "publisher", "url")
_LISTS = frozenset({*PARTY_ROLES, "participants", "fields"})
_INTEGERS = frozenset({"ordinal", "number", "year"})
_BATCH = 2000


class Written(msgspec.Struct, frozen=True):
    """How many rows were written, and how many facts were not, by why."""

    rows: int
    left_out: dict[str, int] = {}


def export(rows: Iterable[FactView], format: str, out: IO[bytes]) -> Written:
    """Writes the facts to `out`, which stays open, in one of the FORMATS. UsageError for another.

    jsonl is the form of `servanda extract`. csv and parquet are flat, one row a fact, with the same columns
    whatever the facts, those of its document among them (`document_title`, `document_published`, ...);
    Parquet keeps lists as lists, CSV joins them by "; " and puts an apostrophe before a cell that a
    spreadsheet would take for a formula. plover and cameo hold one record an event (publish/events.py),
    dcad one row a defence agreement of two states (publish/agreements.py), all three as CSV.
    """
    write = _WRITERS.get(format)
    if write is None:
        raise UsageError(format, "is no format of the export", f"formats are {', '.join(_WRITERS)}")
    left_out: Counter[str] = Counter()
    return Written(write(iter(rows), out, left_out), dict(left_out.most_common()))


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


def _write_jsonl(views: Iterator[FactView], out: IO[bytes], left_out: Counter[str]) -> int:
    number = 0
    for view in views:
        out.write(msgspec.json.encode(fact_line(view.fact)) + b"\n")
        number += 1
    return number


def _write_csv(views: Iterator[FactView], out: IO[bytes], left_out: Counter[str]) -> int:
    return write_table(COLUMNS, (_flat(_row(view)) for view in views), out)


def _flat(row: Row) -> Row:
    nested: Row = {"evidence": [span["text"] for span in row["evidence"]]}
    if "relations" in row:
        nested["relations"] = [f"{relation['type']} {relation['target']}" for relation in row["relations"]]
    return row | nested


def _write_parquet(views: Iterator[FactView], out: IO[bytes], left_out: Counter[str]) -> int:
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


def _write_events(
    scheme: SchemeName, views: Iterator[FactView], out: IO[bytes], left_out: Counter[str]
) -> int:
    return write_events(views, scheme, out, left_out)


_WRITERS: dict[str, Callable[[Iterator[FactView], IO[bytes], Counter[str]], int]] = {
    "csv": _write_csv,
    "jsonl": _write_jsonl,
    "parquet": _write_parquet,
    "plover": partial(_write_events, "plover"),
    "cameo": partial(_write_events, "cameo"),
    "dcad": write_agreements,
}
FORMATS = tuple(_WRITERS)
"""The formats that `export` knows."""
