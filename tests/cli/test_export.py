"""`export`: a file for other programs."""

import csv
import io
import json
from datetime import date, datetime

import pyarrow.parquet as pq
import pytest
from icalendar import Calendar

from servanda.ledger import Ledger


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


@pytest.fixture
def in_spring(monkeypatch):
    monkeypatch.setattr("servanda.cli.export.today", lambda: date(2022, 3, 1))


@pytest.mark.usefixtures("in_spring")
def test_a_calendar_holds_what_is_to_come_with_the_time_of_the_last_read(servanda, ledger, tmp_path):
    result = servanda("export", "--format", "ics", "--ledger", ledger, "--out", "talks.ics")
    assert "1 events written to talks.ics" in result.stderr
    (event,) = Calendar.from_ical((tmp_path / "talks.ics").read_bytes()).walk("VEVENT")
    assert event["dtstart"].dt == date(2022, 6, 30)
    assert event["summary"] == "third round of talks (Portugal, Sweden), planned by end of June 2022"
    with Ledger.open(ledger) as book, book.reading() as connection:
        (started,) = connection.exec_driver_sql("select started from reads").one()
    assert event["dtstamp"].dt == datetime.fromisoformat(started)


@pytest.mark.usefixtures("in_spring")
def test_a_calendar_holds_what_a_fact_of_which_satisfies_the_filters(servanda, ledger):
    def events(*filters):
        result = servanda("export", "--format", "ics", "--ledger", ledger, *filters)
        return len(Calendar.from_ical(result.stdout_bytes).walk("VEVENT"))

    assert events("--party", "Sweden", "--party", "PT") == 1
    assert events("--party", "Norway") == 0
    assert events("--kind", "commitment") == 0


@pytest.mark.parametrize(
    ("format_", "said"), [("jsonld", "facts"), ("ftm", "entities"), ("gexf", "edges"), ("package", "facts")]
)
def test_entries_people_and_judgements_are_exported_as_well(servanda, ledger, tmp_path, format_, said):
    result = servanda("export", "--format", format_, "--ledger", ledger, "--out", "out.file")
    assert result.exit_code == 0, result.output
    assert f"{said} written to out.file" in result.stderr
    assert (tmp_path / "out.file").stat().st_size > 0
