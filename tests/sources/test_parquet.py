"""Tables in Parquet are read like others, in a process apart."""

from __future__ import annotations

import gzip
import io
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from servanda.sources.expand import expand
from servanda.sources.inputs import iter_inputs
from servanda.sources.items import RawItem, Skipped
from servanda.sources.limits import Limits


def packed(columns: Mapping[str, object]) -> bytes:
    out = io.BytesIO()
    parquet.write_table(pa.table(columns), out)
    return out.getvalue()


TALKS = {
    "id": ["a", "b"],
    "Text": ["They met.", b"They signed.".decode()],
    "published": [date(2024, 5, 7), None],
    "embedding": [[0.1, 0.2], [0.3, 0.4]],
}


def read(data: bytes, name: str = "t.parquet", limits: Limits | None = None) -> list[RawItem | Skipped]:
    return list(expand(io.BytesIO(data), name, name, limits or Limits()))


def test_each_row_is_a_document_with_what_its_columns_say(tmp_path: Path) -> None:
    path = tmp_path / "talks.parquet"
    path.write_bytes(packed(TALKS))
    one, two = iter_inputs([str(path)])
    assert isinstance(one, RawItem) and isinstance(two, RawItem)
    assert (one.name, one.data, one.metadata.published) == ("a", b"They met.", "2024-05-07")
    assert (two.name, two.data, two.origin) == ("b", b"They signed.", f"{path}#2")


@pytest.mark.parametrize("name", ["t.parquet", "stdin", "t.parquet.gz"])
def test_from_a_stream_that_is_no_file(name: str) -> None:
    data = packed(TALKS)
    found = read(gzip.compress(data) if name.endswith(".gz") else data, name)
    assert [item.name for item in found if isinstance(item, RawItem)] == ["a", "b"]


def test_bytes_and_times_are_text() -> None:
    (item,) = read(
        packed({"text": [b"They met in Bras\xc3\xadlia."], "published": [datetime(2024, 5, 7, 9, 30)]})
    )
    assert isinstance(item, RawItem)
    assert (item.data.decode(), item.metadata.published) == ("They met in Brasília.", "2024-05-07")


def test_many_rows_come_in_order() -> None:
    found = read(packed({"text": [f"They met {n} times." for n in range(500)]}))
    assert [item.data for item in found if isinstance(item, RawItem)] == [
        f"They met {n} times.".encode() for n in range(500)
    ]


def test_a_reader_that_is_left_early_ends(tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    path.write_bytes(packed({"text": ["They met. " * 1000] * 5000}))
    going = iter_inputs([str(path)])
    next(going)
    going.close()  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PAR1 and no more PAR1", "damaged"),
        (b"", "damaged"),
        (packed(TALKS)[:-40], "damaged"),
        (packed(TALKS)[:8] + b"A" * 100 + packed(TALKS)[108:], "damaged"),
        (packed({"words": ["They met."]}), "no column of texts"),
        (packed({"text": pa.array([], pa.string())}), "empty"),
    ],
)
def test_what_cannot_be_read_is_named(data: bytes, reason: str) -> None:
    (found,) = read(data)
    assert isinstance(found, Skipped) and reason in found.reason


def test_a_table_that_unpacks_to_too_much_is_stopped() -> None:
    texts = pa.array(["x" * (20 << 20)]).dictionary_encode().take(pa.array([0] * 300))
    (found,) = read(packed({"text": texts}), limits=Limits(max_memory=500 << 20))
    assert isinstance(found, Skipped) and "too much memory" in found.reason


def test_a_row_that_is_too_large_ends_the_table() -> None:
    *_, last = read(packed({"text": ["They met.", "x" * 5000]}), limits=Limits(max_bytes=1000))
    assert isinstance(last, Skipped) and "larger than 1000 bytes" in last.reason
