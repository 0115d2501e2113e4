"""`export`: a file for other programs."""

import csv
import io
import json

import pyarrow.parquet as pq


def test_csv_goes_to_standard_output(servanda, ledger):
    result = servanda("export", "--ledger", ledger, "--kind", "commitment")
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert [(row["act"], row["content"]) for row in rows] == [
        ("pledge", "train Swedish divers"),
        ("offer", "host a seminar"),
    ]


def test_json_lines_can_be_filtered(servanda, ledger):
    result = servanda("export", "--format", "jsonl", "--party", "NO", "--ledger", ledger)
    assert [json.loads(line)["kind"] for line in result.stdout.splitlines()] == ["position"]


def test_parquet_goes_to_a_file(servanda, ledger, tmp_path):
    result = servanda("export", "--format", "parquet", "--out", "facts.parquet", "--ledger", ledger)
    assert result.exit_code == 0
    assert "9 facts written to facts.parquet" in result.stderr
    assert pq.read_table(tmp_path / "facts.parquet").num_rows == 9


def test_a_file_that_cannot_be_written_is_named(servanda, ledger):
    result = servanda("export", "--out", "no/such/folder.csv", "--ledger", ledger)
    assert result.exit_code == 1
    assert "no/such/folder.csv: cannot be written" in result.stderr


def test_an_unknown_format_is_wrong_usage(servanda, ledger):
    assert servanda("export", "--format", "xml", "--ledger", ledger).exit_code == 2


def test_event_data_tells_what_it_leaves_out(servanda, ledger):
    result = servanda("export", "--format", "plover", "--ledger", ledger, "--out", "events.csv")
    assert result.exit_code == 0
    assert "4 events written to events.csv" in result.stderr
    assert "left out: people (2)" in result.stderr
    assert "facts with one party only (1)" in result.stderr


def test_event_data_to_standard_output_is_nothing_but_the_file(servanda, ledger):
    result = servanda("export", "--format", "cameo", "--ledger", ledger, "--min-confidence", "0.6")
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert [(row["code"], row["actors"], row["recipients"]) for row in rows] == [
        ("0312", "PRT", "SWE"),
    ]


def test_agreements_have_their_dyad(servanda, ledger):
    result = servanda("export", "--format", "dcad", "--ledger", ledger)
    assert list(csv.DictReader(io.StringIO(result.stdout))) == []
    assert "instruments not on defence (1)" in result.stderr
