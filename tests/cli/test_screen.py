"""`screen` tells what would be parsed, without a parse."""

import json

import pytest

VISIT = "The Minister of Portugal met a Swedish guest. They had lunch.\n"
SCHOOL = "The Minister opened a school. The pupils sang. It rained.\n"


@pytest.fixture
def folder(tmp_path):
    here = tmp_path / "corpus"
    here.mkdir()
    (here / "a.txt").write_text(VISIT)
    (here / "b.txt").write_text(SCHOOL)
    return here


def test_documents_and_sentences_are_counted(servanda, folder):
    told = json.loads(servanda("screen", folder, "--json").stdout)
    assert (told["documents"], told["relevant"]) == (2, 1)
    assert (told["sentences"], told["relevant_sentences"], told["naming_sentences"]) == (5, 2, 1)
    assert told["bytes"] == len(VISIT) + len(SCHOOL)
    assert told["characters_a_second"] > 0
    lines = servanda("screen", folder).stdout.splitlines()
    assert lines[0] == "Documents: 2; 1 can hold facts and would be parsed."


def test_those_that_can_hold_facts_are_listed(servanda, folder):
    assert servanda("screen", folder, "--list").stdout == f"{folder / 'a.txt'}\n"


def test_the_publisher_counts_as_a_party(servanda, folder, tmp_path):
    (folder / "c.txt").write_text("A ship of the French navy was given to the coast guard. It was old.\n")
    (tmp_path / "about.csv").write_text("file,publisher\nc.txt,Ministry of Defence of Sri Lanka\n")
    assert json.loads(servanda("screen", folder, "--json").stdout)["relevant"] == 1
    told = servanda("screen", folder, "--metadata", "about.csv", "--json")
    assert json.loads(told.stdout)["relevant"] == 2


def test_what_cannot_be_read_is_named(servanda, folder):
    (folder / "empty.txt").write_text("")
    result = servanda("screen", folder, "--json")
    assert result.exit_code == 3
    assert "empty.txt: is empty" in result.stderr
    assert json.loads(result.stdout)["skipped"] == 1
