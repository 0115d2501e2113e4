"""`extract --out` keeps the facts of a corpus; `read` loads them into a ledger."""

import json

import pytest

from servanda.ledger import Ledger
from servanda.query.documents import documents

VISIT = "The Minister of Defence of Portugal, Ana Reis, met a Swedish guest in Lisbon on 4 May 2021.\n"
SIGNED = "Portugal and Sweden signed an agreement on rescue at sea in Lisbon on 4 May 2021.\n"


@pytest.fixture
def folder(tmp_path):
    """A folder with two documents and one that is none."""
    here = tmp_path / "communiques"
    here.mkdir()
    (here / "a-visit.txt").write_text(VISIT)
    (here / "b-signed.txt").write_text(SIGNED)
    (here / "c-empty.txt").write_text("")
    return here


def facts(servanda, ledger):
    return servanda("export", "--format", "jsonl", "--ledger", ledger).stdout


def test_what_was_kept_is_loaded_with_the_same_facts_as_were_it_read(servanda, folder, tmp_path):
    made = servanda("extract", folder, "--out", "facts.parquet")
    assert made.exit_code == 3
    assert made.stdout.startswith("Documents: 2. Facts: ") and "c-empty.txt: is empty" in made.stderr
    loaded = servanda("read", "facts.parquet", "--ledger", "a.db", "--json")
    assert loaded.exit_code == 3
    assert json.loads(loaded.stdout)["documents"] == {"new": 2}
    servanda("read", folder, "--ledger", "b.db")
    assert facts(servanda, "a.db") == facts(servanda, "b.db") != ""
    again = json.loads(servanda("read", folder, "--ledger", "a.db", "--json").stdout)
    assert (again["documents"], again["facts"]) == ({"already known": 2}, 0)
    with Ledger.open(tmp_path / "a.db") as book:
        assert [document.name for document in documents(book)] == ["a-visit", "b-signed"]


def test_metadata_goes_along(servanda, folder, tmp_path):
    (tmp_path / "about.csv").write_text("file,title,published\na-visit.txt,A visit,2021-05-05\n")
    servanda("extract", folder, "--metadata", "about.csv", "--out", "facts.parquet")
    servanda("read", "facts.parquet")
    found = json.loads(servanda("documents", "--json").stdout)
    assert {d["name"]: (d["title"], d["published"]) for d in found}["a-visit"] == ("A visit", "2021-05-05")


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("-", "--out", "f.parquet"), "cannot be read twice"),
        (("communiques", "--engine", "ray"), "name a folder with --out"),
        (("communiques", "--out", "communiques"), "was not made by servanda extract"),
        (("communiques", "--engine", "spark"), "spark"),
    ],
)
def test_wrong_usage_is_named(servanda, folder, arguments, problem):
    result = servanda("extract", *arguments)
    assert result.exit_code == 2
    assert problem in result.stderr
