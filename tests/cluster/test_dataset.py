"""A folder of facts holds all that was read, and a stop at any moment leaves it whole."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pyarrow import parquet

from servanda.cluster.corpus import Corpus
from servanda.cluster.crew import Crew
from servanda.cluster.dataset import MANIFEST, SKIPPED, Entry, Folder, entries, is_dataset
from servanda.cluster.run import keep, run_here
from servanda.cluster.work import MOST_ITEMS, shards
from servanda.errors import UsageError
from servanda.sources.items import RawItem, Skipped

LABEL = "rules/1"


@pytest.fixture
def corpus(tmp_path: Path, items: list[RawItem], monkeypatch: pytest.MonkeyPatch) -> Corpus:
    """Thirty reports and one file that is no document, in shards of ten."""
    monkeypatch.setattr("servanda.cluster.work.MOST_ITEMS", 10)
    here = tmp_path / "corpus"
    here.mkdir()
    for item in items:
        (here / f"{item.name}.txt").write_bytes(item.data)
    (here / "empty.txt").write_bytes(b"")
    (here / "picture.png").write_bytes(b"\x89PNG")
    return Corpus(paths=(str(here),))


def run(crew: Crew, corpus: Corpus, out: Path) -> list[int]:
    """The places of the shards that were done."""
    folder = Folder(out, crew.label)
    return [done.number for done in keep(run_here(crew, corpus, folder.finished), folder)]


def contents(out: Path) -> list[object]:
    return [
        (each.document, each.facts, each.item.data) if isinstance(each, Entry) else each.reason
        for each in entries(out)
    ]


def test_shards_hold_their_inputs_in_order_and_their_keys_tell_them_apart(items: list[RawItem]) -> None:
    given = [*items, Skipped("x", "is no document"), *items, *items]
    found = list(shards(given))
    assert [len(shard.items) for shard in found] == [MOST_ITEMS, 90 - MOST_ITEMS]
    assert found[0].skipped == [Skipped("x", "is no document")]
    assert [shard.key for shard in shards(given)] == [shard.key for shard in found]
    changed = [RawItem(name="d0", origin="d0.txt", media_type="text/plain", data=b"other"), *given[1:]]
    assert [a.key == b.key for a, b in zip(found, shards(changed), strict=True)] == [False, True]


def test_documents_come_back_as_they_were_read(crew: Crew, corpus: Corpus, tmp_path: Path) -> None:
    out = tmp_path / "facts.parquet"
    assert run(crew, corpus, out) == [0, 1, 2, 3]
    assert is_dataset(out)
    found = [each for each in entries(out) if isinstance(each, Entry)]
    direct = {
        outcome.document.id: outcome
        for _, outcomes in run_here(crew, corpus, frozenset())
        for outcome in outcomes
        if outcome.document
    }
    assert len(found) == 30
    for each in found:
        assert (each.document, each.facts) == (
            direct[each.document.id].document, direct[each.document.id].facts,
        )  # fmt: skip
        assert each.ids == [each.document.id, *(fact.id for fact in each.facts)]
    reasons = [json.loads(line)["reason"] for line in (out / SKIPPED).read_text().splitlines()]
    assert sorted(reasons) == ["is empty", "is of the unsupported type .png"]


def test_a_data_frame_of_others_reads_it_as_one_table(crew: Crew, corpus: Corpus, tmp_path: Path) -> None:
    run(crew, corpus, tmp_path / "facts.parquet")
    table = parquet.read_table(tmp_path / "facts.parquet")
    assert table.num_rows == 30
    assert {"name", "text", "facts"} <= set(table.column_names)
    kinds = {fact["kind"] for facts in table["facts"].to_pylist() for fact in facts}
    assert {"person", "instrument"} <= kinds


def test_a_run_that_was_stopped_goes_on_where_it_stopped(crew: Crew, corpus: Corpus, tmp_path: Path) -> None:
    out, whole = tmp_path / "a.parquet", tmp_path / "b.parquet"
    run(crew, corpus, whole)
    folder = Folder(out, crew.label)
    going = keep(run_here(crew, corpus, folder.finished), folder)
    assert [next(going).number, next(going).number] == [0, 1]
    going.close()  # type: ignore[attr-defined]
    assert run(crew, corpus, out) == [2, 3]
    assert contents(out) == contents(whole)
    assert run(crew, corpus, out) == []


@pytest.mark.parametrize("cut", [1, 30, 200])
def test_a_line_that_breaks_off_is_a_shard_that_is_not_finished(
    crew: Crew, corpus: Corpus, tmp_path: Path, cut: int
) -> None:
    out = tmp_path / "facts.parquet"
    run(crew, corpus, out)
    before = contents(out)
    manifest = out / MANIFEST
    manifest.write_bytes(manifest.read_bytes()[:-cut])
    (out / "part-00003-torn.parquet.new").write_bytes(b"PAR1")
    assert run(crew, corpus, out) == [3]
    assert contents(out) == before
    assert not list(out.glob("*.new"))


def test_documents_that_were_added_are_read_and_none_stands_twice(
    crew: Crew, corpus: Corpus, tmp_path: Path
) -> None:
    out = tmp_path / "facts.parquet"
    run(crew, corpus, out)
    (Path(corpus.paths[0]) / "z.txt").write_text("Portugal and Sweden signed an agreement on 9 May 2021.\n")
    assert run(crew, corpus, out) == [3]
    names = [each.document.name for each in entries(out) if isinstance(each, Entry)]
    assert len(names) == len(set(names)) == 31
    assert len(list(out.glob("part-*"))) == 4


def test_a_part_that_is_damaged_is_skipped_and_the_others_are_read(
    crew: Crew, corpus: Corpus, tmp_path: Path
) -> None:
    out = tmp_path / "facts.parquet"
    run(crew, corpus, out)
    first = sorted(out.glob("part-*"))[0]
    first.write_bytes(first.read_bytes()[:100])
    found = list(entries(out))
    assert sum(isinstance(each, Entry) for each in found) == 20
    assert any(isinstance(each, Skipped) and "damaged" in each.reason for each in found)


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("all my work")
    (tmp_path / "file").write_text("all my work")
    for place in (tmp_path / "mine", tmp_path / "file"):
        with pytest.raises(UsageError, match="was not made by servanda extract"):
            Folder(place, LABEL)


def test_the_facts_of_another_extractor_are_not_mixed_in(tmp_path: Path) -> None:
    Folder(tmp_path / "f", LABEL)
    with pytest.raises(UsageError, match=r"was made by rules/1, not by rules/2"):
        Folder(tmp_path / "f", "rules/2")


def test_a_manifest_that_is_none_is_named(tmp_path: Path) -> None:
    Folder(tmp_path / "f", LABEL)
    for content in ("They met.\n", '{"type": "shard"}\n', ""):
        (tmp_path / "f" / MANIFEST).write_text(content)
        with pytest.raises(UsageError, match=MANIFEST):
            Folder(tmp_path / "f", LABEL)
