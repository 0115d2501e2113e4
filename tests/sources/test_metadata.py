"""Tables of metadata: what users write down of their documents."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from servanda.errors import InputError
from servanda.sources.metadata import Metadata, edtf_day, find_metadata, load_metadata


def test_reads_json_lines_and_csv_alike(tmp_path: Path) -> None:
    json, csv = tmp_path / "m.jsonl", tmp_path / "m.csv"
    json.write_text(
        '{"file": "a.txt", "published": "2021-05-03", "title": " Talks ", "url": null, "other": [1]}\n'
    )
    csv.write_text("file,published,title,url\na.txt,2021-05-03,Talks,\n")
    expected = {"a.txt": Metadata(file="a.txt", published="2021-05-03", title="Talks")}
    assert load_metadata(json) == load_metadata(csv) == expected


def test_reads_a_compressed_table(tmp_path: Path) -> None:
    path = tmp_path / "m.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"file": "a.txt", "language": "en"}\n'))
    assert load_metadata(path)["a.txt"].language == "en"


@pytest.mark.parametrize(
    ("rows", "line", "problem"),
    [
        ('{"file": "a"}\n{"title": "b"}\n', 2, "has no file"),
        ('{"file": "a"}\n\n{"file": "a"}\n', 3, "a second time"),
        ('{"file": "a", "published": "3 May 2021"}\n', 1, "is no date"),
        ('{"file": "a", "published": "2021-02-30"}\n', 1, "is no date"),
        ('{"file": "a", "title": {"en": "x"}}\n', 1, "title is not text"),
        ('{"file": "a"}\nnonsense\n', 2, "is no JSON object"),
    ],
)
def test_a_bad_row_is_an_error_that_names_the_line(
    tmp_path: Path, rows: str, line: int, problem: str
) -> None:
    path = tmp_path / "m.jsonl"
    path.write_text(rows)
    with pytest.raises(InputError, match=problem) as caught:
        load_metadata(path)
    assert caught.value.subject == f"{path}, line {line}"


def test_a_table_that_is_absent_damaged_or_of_another_type_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "m.csv.gz").write_bytes(b"no gzip")
    (tmp_path / "m.xlsx").write_bytes(b"PK")
    for name in ("none.csv", "m.csv.gz", "m.xlsx"):
        with pytest.raises(InputError):
            load_metadata(tmp_path / name)


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2021", "2021"),
        ("2021-05", "2021-05"),
        ("2021-05-03", "2021-05-03"),
        ("2021-05-03T23:30:00+07:00", "2021-05-03"),
        ("2021-05-03 08:00", "2021-05-03"),
    ],
)
def test_a_date_keeps_its_precision(written: str, date: str) -> None:
    assert edtf_day(written) == date


@pytest.mark.parametrize(
    "written", ["", "yesterday", "03/05/2021", "2021-13", "2021-05-3", "0000", "２０２１"]
)
def test_what_is_no_date_is_not_guessed(written: str) -> None:
    with pytest.raises(ValueError, match="is no date"):
        edtf_day(written)


def test_a_file_is_found_by_path_by_name_and_without_its_compression() -> None:
    table = {"sub/a.txt": Metadata(title="path"), "b.txt": Metadata(title="name")}
    assert find_metadata(table, "sub/a.txt.gz") == Metadata(title="path")
    assert find_metadata(table, "other/b.txt") == Metadata(title="name")
    assert find_metadata(table, "other/a.txt") is None


def test_the_surer_metadata_prevails_and_is_filled_up() -> None:
    sure, other = Metadata(title="A"), Metadata(title="B", publisher="C")
    assert sure.over(other) == Metadata(title="A", publisher="C")
    assert sure.over(None) == sure
