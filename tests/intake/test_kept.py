"""Facts that were read elsewhere come into a ledger as if they had been read here; changed ones do not."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from servanda.cluster.dataset import Folder
from servanda.cluster.work import Outcome, Shard
from servanda.intake.kept import Kept
from servanda.intake.taking import Taken, take_in
from servanda.ledger import Ledger
from servanda.ledger.reading import Added
from servanda.model.document import Document
from servanda.model.facts import AnyFact, Instrument
from servanda.sources.items import RawItem, Skipped
from servanda.text.load import read_document

LABEL = "rules/1"
TEXT = b"Portugal and Sweden signed an agreement on rescue at sea in Lisbon on 4 May 2021."


def fact_in(document: Document) -> AnyFact:
    return Instrument(
        document=document.name, source=document.id, evidence=(document.span(0, 55),), type="agreement",
        action="signed", title="agreement on rescue at sea", parties=("PT", "SE"), extractor=LABEL,
    )  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two documents, a fact each, and one input that was skipped."""
    out = Folder(tmp_path / "facts.parquet", LABEL)
    items = [
        RawItem(name=f"d{n}", origin=f"d{n}.txt", media_type="text/plain", data=TEXT + b" Twice." * n)
        for n in range(2)
    ]
    outcomes = []
    for index, item in enumerate(items):
        document = read_document(item)
        outcomes.append(Outcome(index, document, [fact_in(document)]))
    out.add(Shard(0, items, [Skipped("x.png", "is of the unsupported type .png")]), outcomes)
    out.finish()
    return out.folder


def take(folder: Path, tmp_path: Path) -> list[Taken | Skipped]:
    with Ledger.open(tmp_path / "l.db", create=True) as ledger:
        kept = Kept(folder)
        run = ledger.begin_read(kept.label)
        steps = list(take_in(run, kept.load(), kept))
        run.finish()
        return steps


def test_documents_and_facts_come_in_once(folder: Path, tmp_path: Path) -> None:
    first = take(folder, tmp_path)
    assert [(s.added, s.facts) for s in first if isinstance(s, Taken)] == [(Added.NEW, 1), (Added.NEW, 1)]
    assert [s.origin for s in first if isinstance(s, Skipped)] == ["x.png"]
    again = take(folder, tmp_path)
    assert [(s.added, s.facts) for s in again if isinstance(s, Taken)] == [(Added.KNOWN, 0), (Added.KNOWN, 0)]


def told(facts: list[dict[str, str]], one: str, other: str) -> list[dict[str, str]]:
    """The facts with other words in them."""
    return [{**fact, "json": fact["json"].replace(one, other)} for fact in facts]


@pytest.mark.parametrize(
    ("column", "change", "problem"),
    [
        ("data", lambda value: value + b"!", "other bytes"),
        ("text", lambda value: value.replace("Portugal", "Norway  "), "does not stand in the text"),
        ("title", lambda value: "Another title", "an id is not that"),
        (
            "facts",
            lambda value: [{**f, "json": f["json"].replace("rescue", "piracy")} for f in value],
            "an id is not",
        ),
        (
            "facts",
            lambda value: [{**f, "json": f["json"].replace("rules/1", "rules/2")} for f in value],
            "of another",
        ),
        ("facts", lambda value: [{**f, "json": "{"} for f in value], "damaged"),
    ],
)
def test_what_was_changed_adds_nothing(
    folder: Path, tmp_path: Path, column: str, change: object, problem: str
) -> None:
    (part,) = folder.glob("part-*")
    table = parquet.read_table(part)
    rows = table.to_pylist()
    rows[0][column] = change(rows[0][column])  # type: ignore[operator]
    parquet.write_table(pa.Table.from_pylist(rows, table.schema), part)
    steps = take(folder, tmp_path)
    assert problem in "; ".join(step.reason for step in steps if isinstance(step, Skipped))
    assert all(step.origin != "d0.txt" for step in steps if isinstance(step, Taken))
