"""`evaluate`: scores of a folder of coded documents."""

import json

import pytest

TEXT = "Portugal and Sweden signed an agreement on rescue at sea in Lisbon on 4 May 2021.\n"
SIGNED = {
    "kind": "instrument",
    "type": "agreement",
    "action": "signed",
    "title": "agreement on rescue at sea",
    "parties": ["PT", "SE"],
    "date": "2021-05-04",
    "evidence": ["Portugal and Sweden signed an agreement on rescue at sea"],
}
UNSAID = SIGNED | {"kind": "position", "evidence": ["in Lisbon on 4 May 2021"], "content": "in Lisbon"}


@pytest.fixture
def coded(tmp_path):
    """A folder with a text and a folder with its coding, of which one fact stands in the text."""
    (tmp_path / "texts").mkdir()
    (tmp_path / "gold").mkdir()
    (tmp_path / "texts" / "signed.txt").write_text(TEXT)
    coding = {"doc_id": "signed", "published": None, "facts": [SIGNED, UNSAID], "people": []}
    (tmp_path / "gold" / "signed.json").write_text(json.dumps(coding))
    return tmp_path


def test_scores_are_given_by_kind_and_property(servanda, coded):
    scores = json.loads(servanda("evaluate", "gold", "--texts", "texts", "--json").stdout)
    assert scores["instrument"]["full"]["hits"] == 1
    assert scores["position"]["found"]["r"] == 0
    assert scores["properties"]["instrument.parties"] == {"agree": 1, "of": 1, "share": 1.0}


def test_the_table_has_a_row_a_kind(servanda, coded):
    lines = servanda("evaluate", "gold", "--texts", "texts").stdout.splitlines()
    assert lines[0] == "1 documents"
    assert [line.split("\t")[0] for line in lines[1:4]] == ["kind", "all", "engagement"]


def test_each_fact_that_differs_can_be_printed(servanda, coded):
    shown = servanda("evaluate", "gold", "--texts", "texts", "--errors").stdout
    missed = [json.loads(line) for line in shown.splitlines() if line.startswith("{")]
    assert UNSAID in [difference.get("coded") for difference in missed]


def test_a_coded_document_without_text_is_named_and_counts_as_missed(servanda, coded):
    other = {"doc_id": "other", "facts": [SIGNED]}
    (coded / "gold" / "other.json").write_text(json.dumps(other))
    result = servanda("evaluate", "gold", "--texts", "texts", "--json")
    assert result.exit_code == 3
    assert "skipped: other: has no text in texts" in result.stderr
    assert json.loads(result.stdout)["instrument"]["found"]["gold"] == 2


@pytest.mark.parametrize("folders", [("texts", "texts"), ("gold", "gold")])
def test_folders_that_do_not_fit_are_an_error(servanda, coded, folders):
    gold, texts = folders
    result = servanda("evaluate", gold, "--texts", texts)
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1
