"""`reviews`: the list, the agreement, and a coded set that the scorers take."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from servanda.evaluate.coded import load_coded
from servanda.evaluate.score import score
from servanda.ledger import Ledger
from servanda.model.facts import Assessment
from servanda.publish.lines import fact_line
from servanda.query.facts import facts

THANKS = Assessment, {"polarity": "positive", "content": "thanked Tonga", "holder": ("FJ",)}
SCORER = Path(__file__).resolve().parents[3] / "shared" / "gold" / "score.py"


@pytest.fixture
def opened(fiji):
    with Ledger.open(fiji) as ledger:
        yield ledger


def of_document(ledger, name):
    return [view for view in facts(ledger) if view.document == name]


def go_through(ledger, name, by="Lan"):
    """Accepts what stands on the document, but rejects the first fact and corrects the second."""
    first, second, *others = of_document(ledger, name)
    ledger.reviewing.reject(first.id, by=by)
    ledger.reviewing.correct(second.id, replace(second.fact, modality="negated"), by=by)
    for view in others:
        ledger.reviewing.accept(view.id, by=by)


def test_reviews_are_listed_with_what_they_changed(servanda, fiji, opened):
    go_through(opened, "beehive-back")
    lines = [line.split("\t") for line in servanda("reviews", "--ledger", fiji).stdout.splitlines()]
    assert [line[3] for line in lines[1:]] == ["rejected", "corrected", "accepted"]
    assert lines[2][7] == "modality"
    only = servanda("reviews", "--verdict", "rejected", "--by", "Lan", "--ledger", fiji, "--json").stdout
    assert [r["review"]["verdict"] for r in json.loads(only)["reviews"]] == ["rejected"]


def test_agreement_is_printed_with_the_number_of_facts(servanda, fiji, opened):
    for number, view in enumerate(of_document(opened, "home-affairs-plan")):
        opened.reviewing.accept(view.id, by="Lan")
        verdict = opened.reviewing.reject if number == 0 else opened.reviewing.accept
        verdict(view.id, by="Nam")
    out = servanda("reviews", "--ledger", fiji).stdout
    assert "Agreement on the facts that both have reviewed" in out
    assert "Lan, Nam\t4\t75%\t0.000" in out


def test_a_ledger_without_reviews_has_an_empty_list(servanda, fiji):
    result = servanda("reviews", "--ledger", fiji, "--json")
    assert (result.exit_code, json.loads(result.stdout)) == (0, {"reviews": [], "agreement": []})


def test_what_was_gone_through_is_a_coded_set_that_scores_full_against_itself(
    servanda, fiji, opened, tmp_path
):
    for name in ("beehive-back", "fbc-forces", "rfmf-course"):
        for view in of_document(opened, name):
            opened.reviewing.accept(view.id, by="Lan")
    result = servanda("reviews", "--export-gold", tmp_path / "coded", "--ledger", fiji)
    assert result.exit_code == 0, result.stderr
    coded = load_coded(tmp_path / "coded")
    assert [document.doc_id for document in coded] == ["beehive-back", "fbc-forces", "rfmf-course"]
    predicted = {d.doc_id: [v.fact.to_dict() for v in of_document(opened, d.doc_id)] for d in coded}
    texts = {d.doc_id: (tmp_path / "coded" / "texts" / f"{d.doc_id}.txt").read_text() for d in coded}
    scores = score(coded, predicted, texts)
    assert {measure: rate.f1 for measure, rate in scores.kinds["all"].items()} == {
        "found": 1.0, "typed": 1.0, "full": 1.0,
    }  # fmt: skip
    assert scores.person["full"].f1 == 1.0


@pytest.mark.skipif(not SCORER.is_file(), reason="the guidelines' own scorer is not here")
def test_the_scorer_of_the_guidelines_takes_it(servanda, fiji, opened, tmp_path):
    go_through(opened, "beehive-back")
    assert servanda("reviews", "--export-gold", tmp_path / "coded", "--ledger", fiji).exit_code == 0
    lines = [json.dumps(fact_line(view.fact)) for view in facts(opened)]
    (tmp_path / "facts.jsonl").write_text("\n".join(lines), encoding="utf-8")
    command = [sys.executable, SCORER, tmp_path / "coded", tmp_path / "facts.jsonl", "--json"]
    found = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    assert found["documents"] == 1
    assert {m: found["all"][m]["f1"] for m in ("found", "typed", "full")} == {
        "found": 1.0, "typed": 1.0, "full": 1.0,
    }  # fmt: skip


def test_evaluate_reads_it(servanda, fiji, opened, tmp_path):
    for view in of_document(opened, "rfmf-course"):
        opened.reviewing.accept(view.id, by="Lan")
    servanda("reviews", "--export-gold", tmp_path / "coded", "--ledger", fiji)
    folder = tmp_path / "coded"
    given = ("--texts", folder / "texts", "--metadata", folder / "metadata.jsonl", "--json")
    result = servanda("evaluate", folder, *given)
    assert result.exit_code == 0, result.stderr
    assert json.loads(result.stdout)["documents"] == 1


def test_rejected_facts_are_left_out_and_a_denial_stays_one(servanda, fiji, opened, tmp_path):
    rejected, corrected, *_ = of_document(opened, "beehive-back")
    go_through(opened, "beehive-back")
    servanda("reviews", "--export-gold", tmp_path / "coded", "--ledger", fiji)
    (document,) = load_coded(tmp_path / "coded")
    said = [*document.facts, *document.people]
    assert len(said) == 2
    assert document.published == "2022-04-01"
    assert any(fact.get("modality") == "negated" for fact in document.facts) == (corrected.kind != "person")
    assert rejected.kind not in [fact["kind"] for fact in document.facts]


def test_documents_that_are_not_done_are_named_and_left_out(servanda, fiji, opened, tmp_path):
    first, *others = of_document(opened, "beehive-back")
    opened.reviewing.accept(first.id, by="Lan")
    result = servanda("reviews", "--export-gold", tmp_path / "coded", "--ledger", fiji)
    assert result.exit_code == 0
    assert f"beehive-back: {len(others)} of {len(others) + 1} facts have not been reviewed" in result.stderr
    assert list((tmp_path / "coded").glob("*.json")) == []


def test_a_folder_that_holds_something_is_left_alone(servanda, fiji, tmp_path):
    (tmp_path / "mine.json").write_text("{}")
    result = servanda("reviews", "--export-gold", tmp_path, "--ledger", fiji)
    assert result.exit_code == 2
    assert "is there and not empty; name a new folder" in result.stderr
    assert [file.name for file in tmp_path.iterdir() if file.suffix == ".json"] == ["mine.json"]


@pytest.mark.parametrize("name", ["../outside", "a/b", ".hidden", "a\x1b[31m", "C:\\x", "x" * 300])
def test_a_name_that_leads_out_of_the_folder_is_no_file(servanda, place, story, tmp_path, name):
    document, data, found = story(name, "2024-01-01").tell("Fiji thanked Tonga.", THANKS).made()
    address = place("hostile")
    with Ledger.open(address, create=True) as ledger:
        run = ledger.begin_read("rules 1")
        run.add(document, data, found)
        run.finish()
        ledger.reviewing.accept(found[0].id, by="Lan")
    result = servanda("reviews", "--export-gold", tmp_path / "in" / "coded", "--ledger", address)
    assert result.exit_code == 3
    assert "can be no file" in result.stderr
    assert sorted(p.name for p in (tmp_path / "in").rglob("*")) == ["coded", "metadata.jsonl", "texts"]
