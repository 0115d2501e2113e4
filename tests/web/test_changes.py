"""What changed since a day or a read, and activity by year: on the first page, the data one link away."""

import csv
import io

import pytest

from servanda.cli.main import app as program

TEXT = (
    "France and Viet Nam held the second defence policy dialogue in Hanoi on 14 March 2024. "
    "France pledged to train Vietnamese peacekeepers in 2025."
)


@pytest.fixture
def read_again(ledger_path, tmp_path):
    """Reads one more document into the ledger."""
    from typer.testing import CliRunner

    (tmp_path / "again.txt").write_text(TEXT)
    result = CliRunner().invoke(program, ["read", str(tmp_path / "again.txt"), "--ledger", str(ledger_path)])
    assert result.exit_code == 0, result.output


def test_where_all_was_read_at_once_the_first_page_says_so(desk):
    page = desk.get("/").text
    assert "read at once" in page
    assert desk.get("/changes.json").json()["changes"] == []


def test_the_first_page_tells_what_the_last_read_changed(read_again, desk):
    found = desk.get("/changes.json").json()
    assert found["since"]["read"] >= 1
    assert found["total"] == sum(found["since"]["counts"].values()) == len(found["changes"]) > 0
    page = desk.get("/").text
    for row in found["changes"][:8]:
        assert f"/entries/{row['entry']}" in page
        assert desk.get(f"/entries/{row['entry']}").status_code == 200
    assert desk.get("/index.json").json()["changed"] == found["changes"][:8]


def test_it_is_told_since_any_day_or_read_and_of_one_kind(read_again, desk):
    found = desk.get("/changes.json").json()
    read = found["since"]["read"]
    assert desk.get(f"/changes.json?since={read}").json() == found
    new = desk.get(f"/changes.json?since={read}&section=new").json()
    assert new["total"] == found["since"]["counts"]["new"] == len(new["changes"])
    assert desk.get("/changes.json?section=new").json()["changes"] == new["changes"]
    assert desk.get("/changes.json?since=1990-01").json()["since"]["read"] == 0
    assert f"since={read}" in desk.get(f"/changes?since={read}").text


@pytest.mark.parametrize("query", ["since=soon", "since=99999", "section=mood", "since=-1", "page=x"])
def test_what_names_no_day_and_no_read_is_refused(desk, query):
    assert desk.get(f"/changes?{query}").status_code == 400


def test_activity_by_year_leads_to_the_entries_of_each(desk):
    rows = desk.get("/years.json").json()["rows"]
    assert sum(row["entries"] for row in rows) > 10
    assert [int(row["year"]) for row in csv.DictReader(io.StringIO(desk.get("/years.csv").text))] == [
        row["year"] for row in rows
    ]
    home = desk.get("/").text
    assert 'href="/years.csv"' in home
    assert "Activity by year" in home
    page = desk.get("/years").text
    for row in rows:
        assert f"since={row['year']:04}&amp;until={row['year']:04}" in page
