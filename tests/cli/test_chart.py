"""`servanda chart` from the ledger to the file."""

import csv
import json
from xml.etree import ElementTree

import pytest


@pytest.mark.parametrize("name", ["timeline", "activity", "network", "map"])
def test_each_chart_is_written_as_a_picture_that_says_what_it_is(servanda, ledger, tmp_path, name):
    result = servanda("chart", name, "PT", "Sweden", "--ledger", ledger, "--out", "out.svg")
    assert result.exit_code == 0, result.output
    root = ElementTree.parse(tmp_path / "out.svg").getroot()  # noqa: S314 - made here
    assert root.find("{http://www.w3.org/2000/svg}title").text in result.stderr
    assert "Written to out.svg" in result.stderr


def test_without_parties_it_shows_the_whole_ledger(servanda, ledger, tmp_path):
    servanda("chart", "map", "--ledger", ledger, "--out", "out.json")
    assert [row["place"] for row in json.loads((tmp_path / "out.json").read_bytes())] == ["Lisbon"]


def test_the_rows_can_be_had_as_a_table(servanda, ledger, tmp_path):
    servanda("chart", "timeline", "--ledger", ledger, "--from", "2022", "--out", "out.csv")
    rows = list(csv.DictReader((tmp_path / "out.csv").read_text().splitlines()))
    assert {row["date"][:4] for row in rows} == {"2022"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["pie", "--out", "out.svg"], "charts are timeline"),
        (["map", "PT", "--out", "out.svg"], "name two"),
        (["map", "--out", "out.png"], "endings are .svg, .csv, .json"),
        (["map", "--from", "soon", "--out", "out.svg"], "is no date"),
    ],
)
def test_what_cannot_be_drawn_is_wrong_usage_and_leaves_no_file(servanda, ledger, tmp_path, arguments, said):
    result = servanda("chart", *arguments, "--ledger", ledger)
    assert result.exit_code == 2
    assert said in result.stderr
    assert not list(tmp_path.glob("out.*"))


def test_a_file_that_cannot_be_written_is_named(servanda, ledger):
    result = servanda("chart", "map", "--ledger", ledger, "--out", "none/out.svg")
    assert result.exit_code == 1
    assert "none/out.svg: cannot be written" in result.stderr
