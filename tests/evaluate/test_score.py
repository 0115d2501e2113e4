"""The scores of a run, first on a small case that can be checked by hand, then beside the
guidelines' own scorer where it is at hand."""

import importlib.util
import json
import random
from pathlib import Path

import pytest

from servanda.evaluate.coded import Coded, load_coded
from servanda.evaluate.score import Rate, match, score

TEXT = "The ministers met in Lisbon on May 4. They signed a protocol. Spain thanked Portugal. All was well."
GUIDELINES = Path(__file__).resolve().parents[3] / "shared" / "gold"


def at(quote, **properties):
    start = TEXT.index(quote)
    return properties | {"evidence": [{"start": start, "end": start + len(quote), "text": quote}]}


MEETING = {
    "kind": "engagement",
    "type": "meeting",
    "status": "held",
    "parties": ["PT", "ES"],
    "date": "2020-05-04",
    "evidence": ["The ministers met in Lisbon on May 4."],
}
PROTOCOL = {
    "kind": "instrument",
    "type": "protocol",
    "action": "signed",
    "title": "protocol",
    "evidence": ["They signed a protocol."],
}
THANKS = {
    "kind": "assessment",
    "polarity": "positive",
    "holder": ["ES"],
    "content": "thanked Portugal",
    "evidence": ["Spain thanked Portugal."],
}
ASIDE = {
    "kind": "assessment",
    "polarity": "positive",
    "optional": True,
    "content": "All was well",
    "evidence": ["All was well."],
}


def coded(*facts, people=()):
    return [Coded(doc_id="d", facts=list(facts), people=list(people))]


def run(gold, *predicted):
    return score(gold, {"d": list(predicted)}, {"d": TEXT})


def test_a_fact_with_the_coded_properties_is_found_typed_and_full():
    said = at(
        "met in Lisbon",
        kind="engagement",
        type="meeting",
        status="held",
        parties=("ES", "PT"),
        date="2020-05-04",
    )
    scores = run(coded(MEETING), said).kinds["engagement"]
    assert {m: r.f1 for m, r in scores.items()} == {"found": 1.0, "typed": 1.0, "full": 1.0}


def test_a_wrong_date_costs_the_full_score_and_a_wrong_type_the_typed_one():
    late = at(
        "met in Lisbon",
        kind="engagement",
        type="meeting",
        status="held",
        parties=["ES", "PT"],
        date="2020-05-05",
    )
    scores = run(coded(MEETING), late).kinds["all"]
    assert (scores["found"].hits, scores["typed"].hits, scores["full"].hits) == (1, 1, 0)
    visit = late | {"type": "visit"}
    scores = run(coded(MEETING), visit).kinds["all"]
    assert (scores["found"].hits, scores["typed"].hits, scores["full"].hits) == (1, 0, 0)


def test_missed_and_spurious_facts_lower_recall_and_precision():
    wrong = at("The ministers met", kind="instrument", type="protocol", action="signed", title="x")
    right = at(
        "They signed a protocol", kind="instrument", type="protocol", action="signed", title="protocol"
    )
    assert run(coded(MEETING, PROTOCOL), wrong, right).kinds["all"]["found"] == Rate(0.5, 0.5, 0.5, 1, 2, 2)


def test_evidence_elsewhere_is_not_the_same_fact():
    elsewhere = at(
        "Spain thanked Portugal", kind="instrument", type="protocol", action="signed", title="protocol"
    )
    assert run(coded(PROTOCOL), elsewhere).kinds["all"]["found"].hits == 0


def test_each_fact_is_paired_once_and_with_the_one_most_like_it():
    near = at("They signed a protocol.", kind="instrument", type="agreement", action="signed", title="a")
    same = at("signed a protocol", kind="instrument", type="protocol", action="signed", title="protocol")
    assert match([PROTOCOL], [near, same], TEXT) == [(0, 1)]


def test_an_optional_fact_counts_neither_when_read_nor_when_left():
    aside = at("All was well", kind="assessment", polarity="positive", content="All was well")
    thanks = at("Spain thanked Portugal", kind="assessment", polarity="positive", holder=["ES"], content="x")
    for predicted in ([thanks], [thanks, aside]):
        assert run(coded(THANKS, ASIDE), *predicted).kinds["all"]["full"] == Rate(1.0, 1.0, 1.0, 1, 1, 1)


def test_people_are_found_by_name_and_full_with_post_and_party():
    gold = coded(
        people=[{"name": "Ana Reis", "post": "Minister of Defence", "party": "PT"}, {"name": "B. Ruiz"}]
    )
    reis = {"kind": "person", "name": "Reis", "post": "Defence Minister", "party": "ES"}
    scores = run(gold, reis)
    assert scores.person["found"] == Rate(1.0, 0.5, 0.667, 1, 2, 1)
    assert scores.person["full"].hits == 0
    assert scores.properties["person.post"].agree == 1
    assert scores.properties["person.party"].agree == 0
    assert "person.rank" not in scores.properties


def test_differences_name_what_was_missed_spurious_and_not_full():
    spurious = at("All was well", kind="position", content="All was well")
    partly = at("Spain thanked Portugal", kind="assessment", polarity="positive", holder=["PT"], content="x")
    differences = run(coded(MEETING, THANKS), spurious, partly).differences
    assert [d.problem for d in differences] == ["missed", "spurious", "differs"]
    assert differences[0].coded == MEETING


def test_documents_that_nobody_coded_are_left_out_of_account():
    scores = score(coded(), {"other": [dict(PROTOCOL)]}, {})
    assert scores.kinds["all"]["found"].predicted == 0


def test_nothing_coded_and_nothing_found_scores_nought_without_failing():
    assert run(coded()).kinds["all"]["found"] == Rate(0.0, 0.0, 0.0, 0, 0, 0)


def _disturbed(coded_documents, texts, seed):
    """Predictions near the coding: some facts dropped, doubled, moved, with properties changed."""
    chance = random.Random(seed)
    lines = []
    for document in coded_documents:
        text = texts[document.doc_id]
        facts = [f for f in document.facts for _ in range(chance.choice((0, 1, 1, 2)))]
        people = [p | {"kind": "person"} for p in document.people if chance.random() < 0.8]
        chance.shuffle(facts)
        for fact in (*facts, *people):
            line = json.loads(json.dumps(fact)) | {"document": document.doc_id}
            start = chance.randrange(max(1, len(text) - 80))
            if chance.random() < 0.3:
                line["evidence"] = [{"start": start, "end": start + 80, "text": text[start : start + 80]}]
            for prop in [p for p in line if p not in ("kind", "document", "evidence", "name")]:
                if chance.random() < 0.2:
                    line[prop] = chance.choice((None, "2024", ["FR"], "positive"))
            lines.append(line)
    return lines


@pytest.mark.skipif(not GUIDELINES.is_dir(), reason="the guidelines' scorer is not beside this checkout")
@pytest.mark.parametrize("folder", ["lk", "defence", "seeds"])
@pytest.mark.parametrize("seed", range(4))
def test_scores_are_those_of_the_guidelines_own_scorer(folder, seed, tmp_path):
    spec = importlib.util.spec_from_file_location("guidelines_score", GUIDELINES / "score.py")
    theirs = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(theirs)
    texts_folder = GUIDELINES.parent / "corpus" / folder
    documents = load_coded(GUIDELINES / folder)
    texts = {d.doc_id: (texts_folder / f"{d.doc_id}.txt").read_text(encoding="utf-8") for d in documents}
    lines = _disturbed(documents, texts, seed)
    file = tmp_path / "facts.jsonl"
    file.write_text("\n".join(map(json.dumps, lines)))

    expected = theirs.score(GUIDELINES / folder, theirs.load_predictions(file), texts_folder)
    by_document = {d.doc_id: [f for f in lines if f["document"] == d.doc_id] for d in documents}

    assert score(documents, by_document, texts).to_dict() == expected
    assert 0 < expected["all"]["full"]["hits"] < expected["all"]["found"]["hits"]
