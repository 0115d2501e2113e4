"""What came of a corpus, as a folder of Parquet files: documents with their bytes, texts and facts.

    facts.parquet/
        part-00000.parquet ...   one row a document; its facts in a nested column
        _manifest.jsonl          the extractor, then a line for each finished shard, with what it skipped
        _skipped.jsonl           all that was skipped, with the reason, once the run is finished

A part is written beside its place, put there whole, and only then named in the manifest: a stop at any
moment leaves finished shards and nothing else. Programs that read Parquet folders pass over names that
begin with an underscore.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from servanda.cluster.work import Outcome, Shard
from servanda.errors import UsageError
from servanda.model.document import Document, Region
from servanda.model.facts import AnyFact
from servanda.sources.items import RawItem, Skipped

MANIFEST, SKIPPED = "_manifest.jsonl", "_skipped.jsonl"
_PLAIN = (
    "name", "origin", "sha256", "media_type", "title", "published", "publisher", "url", "language", "author",
    "translator", "text",
)  # fmt: skip
_ROWS_AT_ONCE = 16
_ANOTHER = "give another --out, or remove it"


class Head(msgspec.Struct, frozen=True, tag="head"):
    """The first line of a manifest: the form of the folder and the extractor's label."""

    extractor: str
    version: int = 1


class Done(msgspec.Struct, frozen=True, tag="shard"):
    """A shard that is finished: its place and key, its file (none where it holds no document), and counts."""

    number: int
    key: str
    file: str
    documents: int
    facts: int
    skipped: list[Skipped]


class Folder:
    """A folder that is being filled; what an earlier run finished is kept.

    UsageError when it is something else, or another extractor filled it.
    """

    def __init__(self, folder: Path, extractor: str) -> None:
        self.folder, self.done = folder, dict[int, Done]()
        if (folder / MANIFEST).exists():
            head, self.done = read_manifest(folder)
            if head.extractor != extractor:
                raise UsageError(str(folder), f"was made by {head.extractor}, not by {extractor}", _ANOTHER)
        elif folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise UsageError(str(folder), "is there and was not made by servanda extract", _ANOTHER)
        else:
            folder.mkdir(parents=True, exist_ok=True)
            self._append(Head(extractor))

    @property
    def finished(self) -> frozenset[str]:
        """The keys of the shards that are finished."""
        return frozenset(done.key for done in self.done.values())

    def add(self, shard: Shard, outcomes: Sequence[Outcome]) -> Done:
        """Keep what came of a shard."""
        pairs = [(item, out) for item, out in zip(shard.items, outcomes, strict=True) if out.document]
        file = f"part-{shard.number:05}-{shard.key[:8]}.parquet" if pairs else ""
        if pairs:
            _write(self.folder / file, [_row(item, out) for item, out in pairs])
        skipped = [*shard.skipped, *(out.skipped for out in outcomes if out.skipped)]
        facts = sum(len(out.facts) for _, out in pairs)
        done = Done(shard.number, shard.key, file, len(pairs), facts, skipped)
        self._append(done)
        self.done[done.number] = done
        return done

    def finish(self) -> None:
        """Write down what was skipped. Parts that no line of the manifest names are of no run: they go."""
        _whole(self.folder / SKIPPED, b"".join(_line(each) for each in self.skipped))
        named = {done.file for done in self.done.values()}
        for file in self.folder.glob("part-*"):
            if file.name not in named:
                file.unlink()

    @property
    def documents(self) -> int:
        """How many documents it holds."""
        return sum(done.documents for done in self.done.values())

    @property
    def facts(self) -> int:
        """How many facts it holds."""
        return sum(done.facts for done in self.done.values())

    @property
    def skipped(self) -> list[Skipped]:
        """All that was skipped, in order."""
        in_order = sorted(self.done.values(), key=lambda done: done.number)
        return [each for done in in_order for each in done.skipped]

    def _append(self, value: object) -> None:
        with (self.folder / MANIFEST).open("ab") as file:
            file.write(_line(value))
            file.flush()
            os.fsync(file.fileno())


class Entry(msgspec.Struct, frozen=True):
    """One document of a folder as it was kept, not yet checked."""

    item: RawItem
    document: Document
    facts: list[AnyFact]
    ids: list[str]


def is_dataset(path: Path) -> bool:
    """Whether `servanda extract --out` made this folder."""
    return (path / MANIFEST).is_file()


def read_manifest(folder: Path) -> tuple[Head, dict[int, Done]]:
    """The head, and the finished shards by place; one that was done anew, since its inputs had changed, as it
    was done last. A last line that breaks off is that of a run that was
    killed: it is cut away, and its shard is not finished."""
    path = folder / MANIFEST
    data = path.read_bytes()
    whole = data[: data.rfind(b"\n") + 1]
    if len(whole) < len(data):
        with path.open("r+b") as file:
            file.truncate(len(whole))
    try:
        head, *rest = (msgspec.json.decode(line, type=Head | Done) for line in whole.splitlines())
    except (msgspec.DecodeError, ValueError) as error:
        raise UsageError(str(path), f"is damaged ({error})", _ANOTHER) from None
    if not isinstance(head, Head):
        raise UsageError(str(path), "does not begin with its head", _ANOTHER)
    return head, {done.number: done for done in rest if isinstance(done, Done)}


def entries(folder: Path) -> Iterator[Entry | Skipped]:
    """The documents of a folder with their facts, in order; few in memory at a time. Files and rows that
    cannot be read as what they were are skipped."""
    import pyarrow as pa  # type: ignore[import-untyped]
    from pyarrow import parquet

    _, done = read_manifest(folder)
    for shard in sorted(done.values(), key=lambda each: each.number):
        path = folder / shard.file
        try:
            if shard.file:
                for batch in parquet.ParquetFile(path).iter_batches(batch_size=_ROWS_AT_ONCE):
                    yield from map(_entry, batch.to_pylist())
        except (
            OSError,
            pa.ArrowException,
            msgspec.ValidationError,
            msgspec.DecodeError,
            KeyError,
            TypeError,
        ) as error:
            yield Skipped(str(path), f"is damaged ({error})", "run servanda extract again")
        yield from shard.skipped


def _row(item: RawItem, outcome: Outcome) -> dict[str, Any]:
    document = outcome.document
    regions = [msgspec.structs.asdict(region) for region in document.regions] if document else []
    return {
        **{name: getattr(document, name) for name in _PLAIN},
        "id": document.id if document else "",
        "regions": regions,
        "data": item.data,
        "source": item.origin,
        "facts": [
            {"id": fact.id, "kind": fact.kind, "json": msgspec.json.encode(fact).decode()}
            for fact in outcome.facts
        ],
    }


def _entry(row: dict[str, Any]) -> Entry:
    regions = tuple(msgspec.convert(row["regions"], list[Region]))
    document = Document(**{name: row[name] for name in _PLAIN}, regions=regions)
    item = RawItem(name=row["name"], origin=row["source"], media_type=row["media_type"], data=row["data"])
    facts = [msgspec.json.decode(fact["json"], type=AnyFact) for fact in row["facts"]]
    return Entry(item, document, facts, [row["id"], *(fact["id"] for fact in row["facts"])])


def _write(path: Path, rows: list[dict[str, Any]]) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    text = pa.string()
    fact = pa.struct([("id", text), ("kind", text), ("json", text)])
    region = pa.struct([("start", pa.int64()), ("end", pa.int64()), ("kind", text)])
    schema = pa.schema([
        ("id", text),
        *((name, text) for name in _PLAIN),
        ("regions", pa.list_(region)),
        ("data", pa.binary()),
        ("source", text),
        ("facts", pa.list_(fact)),
    ])  # fmt: skip
    beside = path.with_name(f"{path.name}.new")
    parquet.write_table(pa.Table.from_pylist(rows, schema), beside, compression="zstd")
    beside.replace(path)


def _whole(path: Path, data: bytes) -> None:
    beside = path.with_name(f"{path.name}.new")
    beside.write_bytes(data)
    beside.replace(path)


def _line(value: object) -> bytes:
    return msgspec.json.encode(value) + b"\n"
