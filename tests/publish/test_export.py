"""Exports: what a spreadsheet, a program and a data frame get."""

import csv
import io
import json

import pandas
import pyarrow.parquet as pq
import pytest

from servanda.errors import UsageError
from servanda.model.document import Document
from servanda.model.facts import Activity, Amount, Commitment, Engagement, Instrument, Person, Relation
from servanda.publish.cells import text_of, write_table
from servanda.publish.export import COLUMNS, FORMATS, export
from servanda.publish.lines import fact_line
from servanda.query.views import FactView

TEXT = '=SUM(A1) said Đỗ "Ted" Lê; then\nthey met, twice.'
DOCUMENT = Document(name="note", origin="note", text=TEXT, sha256="0")


def view(kind, start=0, end=8, **properties):
    fact = kind(document="note", source=DOCUMENT.id, evidence=(DOCUMENT.span(start, end),), **properties)
    return FactView(
        id=fact.id,
        kind=fact.kind,
        fact=fact,
        document="note",
        title="A, b",
        published="2020",
        publisher="+84 News",
    )


@pytest.fixture
def views():
    return [
        view(
            Engagement,
            type="meeting",
            status="held",
            parties=("FR", "VN"),
            participants=("Đỗ Lê",),
            ordinal=3,
        ),
        view(
            Instrument,
            type="agreement",
            action="signed",
            title="-1 = @me",
            relations=(Relation(type="amends", target="x"), Relation(type="under", target="y")),
        ),
        view(Commitment, act="offer", content=TEXT[28:], start=28, end=len(TEXT), speaker=("FR",)),
        view(
            Activity,
            content="=SUM(A1)",
            amount=Amount(value=3e8, currency="INR"),
            fields=("health", "energy"),
        ),
        view(Person, name="@home", party="VN"),
    ]


def written(views, format):
    out = io.BytesIO()
    written = export(iter(views), format, out)
    assert (written.rows, written.left_out) == (len(views), {})
    assert not out.closed
    return out.getvalue()


def table(views):
    return list(csv.DictReader(io.StringIO(written(views, "csv").decode(), newline="")))


def test_csv_has_a_row_a_fact_and_the_same_columns_whatever_the_facts(views):
    rows = table(views)
    assert len(rows) == 5
    assert tuple(rows[0]) == COLUMNS == tuple(table(views[-1:])[0])
    assert rows[0]["kind"] == "engagement"
    assert rows[0]["parties"] == "FR; VN"
    assert rows[0]["ordinal"] == "3"
    assert rows[0]["document_title"] == "A, b"
    assert rows[1]["relations"] == "amends x; under y"
    assert (rows[3]["amount_value"], rows[3]["amount_currency"]) == ("300000000", "INR")


def test_csv_keeps_quotes_commas_line_ends_and_diacritics(views):
    assert table(views)[2]["content"] == TEXT[28:]
    assert table(views)[0]["participants"] == "Đỗ Lê"


def test_cells_that_a_spreadsheet_would_run_are_defused(views):
    rows = table(views)
    assert rows[0]["evidence"] == "'=SUM(A1)"
    assert rows[1]["title"] == "'-1 = @me"
    assert rows[4]["name"] == "'@home"
    assert rows[0]["document_publisher"] == "'+84 News"
    hostile = [view(Person, name=name) for name in ("\t=1", "\r=1", "+1", "a=1")]
    assert [row["name"] for row in table(hostile)] == ["'\t=1", "'\r=1", "'+1", "a=1"]


def test_jsonl_is_the_form_of_extract(views):
    lines = written(views, "jsonl").decode().splitlines()
    assert [json.loads(line) for line in lines] == [fact_line(v.fact) for v in views]


def test_parquet_keeps_lists_and_types(views):
    rows = pq.read_table(io.BytesIO(written(views, "parquet"))).to_pylist()
    assert tuple(rows[0]) == COLUMNS
    assert rows[0]["parties"] == ["FR", "VN"]
    assert rows[0]["ordinal"] == 3
    assert rows[0]["title"] is None
    assert rows[1]["relations"] == [{"type": "amends", "target": "x"}, {"type": "under", "target": "y"}]
    assert rows[3]["amount_value"] == 3e8
    assert rows[0]["evidence"] == [{"start": 0, "end": 8, "text": "=SUM(A1)"}]


def test_parquet_of_many_batches(views):
    many = pq.read_table(io.BytesIO(written(views * 900, "parquet")))
    assert many.num_rows == 4500


@pytest.mark.parametrize("format", FORMATS)
def test_no_facts_make_a_readable_file(format):
    data = written([], format)
    if format == "parquet":
        assert pq.read_table(io.BytesIO(data)).num_rows == 0
    elif format == "jsonl":
        assert data == b""
    else:
        header, *rows = csv.reader(io.StringIO(data.decode(), newline=""))
        assert header[0] == {"csv": "kind", "dcad": "DCAid"}.get(format, "event_id")
        assert rows == []


@pytest.mark.parametrize("format", ["plover", "cameo", "dcad"])
def test_what_is_left_out_of_event_data_is_counted(views, format):
    out = io.BytesIO()
    written = export(views, format, out)
    assert written.rows + sum(written.left_out.values()) == len(views)
    assert written.left_out
    assert out.getvalue().count(b"\r\n") == written.rows + 1


def test_an_unknown_format_is_refused_with_those_that_are_known(views):
    with pytest.raises(UsageError, match="csv, jsonl, parquet"):
        export(views, "xlsx", io.BytesIO())


@pytest.mark.parametrize("text", ["=1+1", "'=1+1", "'tis", "''", "+84", "\tx", "plain", "it's", ""])
def test_a_guarded_text_can_be_had_back_whatever_it_begins_with(text):
    out = io.BytesIO()
    write_table(("text",), [{"text": text}], out)
    (row,) = csv.DictReader(io.StringIO(out.getvalue().decode(), newline=""))
    assert not row["text"].startswith(("=", "+", "-", "@", "\t", "\r"))
    assert text_of(row["text"]) == text


def test_pandas_reads_the_table(views):
    out = io.BytesIO()
    export(views, "csv", out)
    table = pandas.read_csv(io.BytesIO(out.getvalue()), dtype=str, keep_default_na=False)
    assert list(table.columns) == list(COLUMNS)
    assert len(table) == len(views)
