"""The shipped samples are what their README says: complete, exactly quoted, and validly coded."""

from __future__ import annotations

import json
import re
import typing
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

from servanda.codebook.fields import fields
from servanda.codebook.places import bodies, countries
from servanda.model import edtf
from servanda.model.document import Span
from servanda.model.facts import (
    KINDS,
    AnyFact,
    Commitment,
    Engagement,
    Fact,
    Instrument,
    Milestone,
    Modality,
    Person,
)

SAMPLES = Path(str(files("servanda.samples")))
DOCUMENT_ENDINGS = {".txt", ".html", ".md", ".eml"}
NO_DOCUMENTS = {"README.md"}
DATED = ("date", "period", "due")
PARTIES = ("parties", "speaker", "addressee", "holder", "provider", "recipient")
FACT_TYPES = {str(cls.__struct_config__.tag): cls for cls in typing.get_args(AnyFact)}

Record = dict[str, Any]


def documents() -> list[Path]:
    found = (p for p in SAMPLES.iterdir() if p.suffix in DOCUMENT_ENDINGS and p.name not in NO_DOCUMENTS)
    return sorted(found)


def text_of(document: str) -> str:
    return (SAMPLES / f"{document}.txt").read_text(encoding="utf-8")


def metadata() -> list[Record]:
    lines = (SAMPLES / "metadata.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def coded() -> list[Record]:
    return [json.loads(p.read_text(encoding="utf-8")) for p in sorted((SAMPLES / "gold").glob("*.json"))]


def threads() -> Record:
    read: Record = json.loads((SAMPLES / "threads.json").read_text(encoding="utf-8"))
    return read


def sentences() -> Record:
    read: Record = yaml.safe_load((SAMPLES / "negatives.yaml").read_text(encoding="utf-8"))
    return read


each_coding = pytest.mark.parametrize("document", coded(), ids=lambda d: d["doc_id"])


def as_model(document: str, fact: Record) -> Fact:
    """The coded fact as an extractor would give it; raises where a value is not in the vocabulary."""
    text = text_of(document)
    spans = [Span.of(text, text.index(quote), text.index(quote) + len(quote)) for quote in fact["evidence"]]
    plain = {k: v for k, v in fact.items() if k not in ("evidence", "optional")}
    plain |= {"document": document, "source": "doc-0", "evidence": msgspec.to_builtins(spans)}
    model: Fact = msgspec.convert(plain, AnyFact)
    return model


class TestDocuments:
    def test_every_document_has_one_line_of_metadata_and_every_line_a_document(self) -> None:
        assert [line["file"] for line in metadata()] == [p.name for p in documents()]

    @pytest.mark.parametrize("line", metadata(), ids=lambda line: line["file"])
    def test_metadata_is_complete(self, line: Record) -> None:
        assert set(line) == {"file", "title", "published", "publisher", "url", "language"}
        assert line["title"]
        assert line["publisher"]
        assert line["language"] == "en"
        assert edtf.is_valid(line["published"])
        assert line["file"].startswith(line["published"]), "the name of a file begins with its day"

    @pytest.mark.parametrize("line", metadata(), ids=lambda line: line["file"])
    def test_title_stands_in_the_document(self, line: Record) -> None:
        assert line["title"] in (SAMPLES / line["file"]).read_text(encoding="utf-8")

    @pytest.mark.parametrize("path", [p for p in documents() if p.suffix == ".txt"], ids=lambda p: p.stem)
    def test_text_is_of_readable_length_and_plain(self, path: Path) -> None:
        text = path.read_bytes().decode("utf-8")
        assert 150 <= len(text.split()) <= 350
        assert "\r" not in text
        assert text.endswith("\n")
        assert not text.endswith("\n\n")

    def test_other_formats_are_there_too(self) -> None:
        assert Counter(p.suffix for p in documents()) == {".txt": 19, ".html": 1, ".md": 1, ".eml": 1}

    def test_syndicated_copy_is_edited_but_alike(self) -> None:
        for first, second in threads()["duplicates"]:
            likeness = SequenceMatcher(None, text_of(first), text_of(second), autojunk=False).ratio()
            assert 0.8 < likeness < 1.0

    def test_no_two_other_documents_are_alike(self) -> None:
        copies = {frozenset(pair) for pair in threads()["duplicates"]}
        names = [p.stem for p in documents() if p.suffix == ".txt"]
        shingles = {n: _shingles(text_of(n)) for n in names}
        for i, a in enumerate(names):
            for b in names[i + 1 :]:
                shared = len(shingles[a] & shingles[b]) / min(len(shingles[a]), len(shingles[b]))
                assert (shared > 0.5) == (frozenset((a, b)) in copies), (a, b, shared)

    def test_readme_says_that_these_are_no_statements_of_institutions(self) -> None:
        readme = (SAMPLES / "README.md").read_text(encoding="utf-8")
        assert "not statements by the institutions" in readme


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i : i + 4]) for i in range(len(words) - 3)}


class TestCodings:
    def test_every_text_is_coded_with_the_day_of_its_metadata(self) -> None:
        published = {Path(m["file"]).stem: m["published"] for m in metadata() if m["file"].endswith(".txt")}
        assert {c["doc_id"]: c["published"] for c in coded()} == published

    def test_all_seven_kinds_and_the_harder_values_are_covered(self) -> None:
        facts = [fact for document in coded() for fact in document["facts"]]
        assert {f["kind"] for f in facts} == set(KINDS)
        assert {f["act"] for f in facts if f["kind"] == "commitment"} == {
            "pledge", "offer", "request", "propose", "agree", "invite",
        }  # fmt: skip
        assert {f["action"] for f in facts if f["kind"] == "instrument"} >= {
            "signed", "planned", "proposed", "existing", "ratified",
        }  # fmt: skip
        assert {f["status"] for f in facts if f["kind"] == "engagement"} == {"held", "planned"}

    @each_coding
    def test_quotations_stand_once_and_exactly_in_the_text(self, document: Record) -> None:
        text = text_of(document["doc_id"])
        for fact in document["facts"]:
            assert fact["evidence"], fact
            for quote in fact["evidence"]:
                assert text.count(quote) == 1, quote
            assert fact.get("content", "") in text

    @each_coding
    def test_properties_and_codes_are_those_of_the_model(self, document: Record) -> None:
        for fact in document["facts"]:
            model = as_model(document["doc_id"], fact)
            assert model.kind == fact["kind"]
            assert set(fact) <= set(model.__struct_fields__) | {"kind", "optional"}, fact
            assert all(value not in (None, "", []) for value in fact.values()), "leave out what is not stated"

    @each_coding
    def test_parties_fields_and_dates_are_valid(self, document: Record) -> None:
        parties = {c.code for c in countries()} | {b.code for b in bodies()}
        for fact in document["facts"]:
            assert {code for name in PARTIES for code in fact.get(name, [])} <= parties, fact
            assert set(fact.get("fields", [])) <= {field.code for field in fields()}, fact
            assert all(edtf.is_valid(fact[name]) for name in DATED if name in fact), fact

    @each_coding
    def test_whoever_takes_part_or_speaks_is_among_the_people(self, document: Record) -> None:
        names = {person["name"] for person in document["people"]}
        for fact in document["facts"]:
            assert {*fact.get("participants", []), fact.get("by", "")} <= names | {""}, fact

    @each_coding
    def test_nothing_done_has_begun_after_the_report_of_it(self, document: Record) -> None:
        report = edtf.bounds(document["published"])
        assert report is not None
        for fact in document["facts"]:
            done = fact.get("status") == "held" or fact.get("action") in ("signed", "ratified", "existing")
            when = edtf.bounds(fact["date"]) if done and "date" in fact else None
            assert when is None or when[0] <= report[1], fact

    @each_coding
    def test_people_are_named_in_the_text_once_each(self, document: Record) -> None:
        text = text_of(document["doc_id"])
        names = [person["name"] for person in document["people"]]
        assert len(names) == len(set(names))
        for person in document["people"]:
            assert set(person) <= {"name", "rank", "post", "party"}
            assert all(person[key] in text for key in ("name", "rank", "post") if key in person)
            msgspec.convert(
                person | {"kind": "person", "document": "d", "source": "s", "evidence": []}, Person
            )

    @each_coding
    def test_no_fact_is_coded_twice(self, document: Record) -> None:
        said = [json.dumps(fact, sort_keys=True) for fact in document["facts"]]
        assert len(said) == len(set(said))


class TestThreads:
    def test_form(self) -> None:
        assert set(threads()) == {
            "engagements", "instruments", "people", "fulfilments", "conflicts", "duplicates",
        }  # fmt: skip

    def test_quotations_stand_once_in_their_texts_and_share_words_with_a_coded_fact(self) -> None:
        evidence = {c["doc_id"]: [q for f in c["facts"] for q in f["evidence"]] for c in coded()}
        for mention in _mentions(threads()):
            document, quote = mention["document"], mention["evidence"]
            assert text_of(document).count(quote) == 1, mention
            assert any(quote in q or q in quote for q in evidence[document]), mention

    def test_clusters_join_at_least_two_documents(self) -> None:
        read = threads()
        for cluster in (*read["engagements"], *read["instruments"], *read["people"]):
            assert len({m["document"] for m in cluster["mentions"]}) > 1, cluster

    def test_people_of_the_threads_are_those_of_the_codings(self) -> None:
        coded_names = {(c["doc_id"], p["name"]) for c in coded() for p in c["people"]}
        named = {(m["document"], m["name"]) for p in threads()["people"] for m in p["mentions"]}
        assert named <= coded_names

    def test_nothing_is_fulfilled_before_it_was_promised(self) -> None:
        for link in threads()["fulfilments"]:
            assert link["status"] in ("kept", "partly")
            assert link["earlier"]["document"][:10] <= link["later"]["document"][:10]

    def test_sources_of_a_conflict_differ_and_two_of_them_are_independent(self) -> None:
        copies = {frozenset(pair) for pair in threads()["duplicates"]}
        for conflict in threads()["conflicts"]:
            by_value: dict[str, set[str]] = {}
            for value in conflict["values"]:
                by_value.setdefault(value["value"], set()).add(value["document"])
            assert len(by_value) == 2
            first, second = by_value.values()
            assert any(frozenset((a, b)) not in copies for a in first for b in second)


def _mentions(node: object) -> Iterator[Record]:
    if isinstance(node, dict):
        if "evidence" in node:
            yield node
        for value in node.values():
            yield from _mentions(value)
    elif isinstance(node, list):
        for value in node:
            yield from _mentions(value)


class TestSentences:
    def test_there_are_enough_and_none_twice(self) -> None:
        read = sentences()
        assert len(read["negatives"]) >= 48
        assert len(read["positives"]) >= 24
        texts = [s["text"] for s in (*read["negatives"], *read["positives"])]
        assert len(texts) == len(set(texts))

    @pytest.mark.parametrize("sentence", sentences()["negatives"], ids=lambda s: s["text"][:40])
    def test_a_negative_says_what_it_looks_like_and_why_it_is_none(self, sentence: Record) -> None:
        assert set(sentence) == {"text", "class", "why"}
        assert all(isinstance(value, str) and value for value in sentence.values())

    @pytest.mark.parametrize("sentence", sentences()["positives"], ids=lambda s: s["text"][:40])
    def test_a_positive_is_a_neighbour_and_expects_one_fact_of_the_model(self, sentence: Record) -> None:
        assert set(sentence) == {"text", "near", "why", "expect"}
        assert sentence["near"] in {s["class"] for s in sentences()["negatives"]}
        expected = dict(sentence["expect"])
        kind = FACT_TYPES[expected.pop("kind")]
        hints = typing.get_type_hints(kind)
        for name, value in expected.items():
            assert value in typing.get_args(hints[name]), (name, value)

    @pytest.mark.parametrize("kind", [Engagement, Instrument, Commitment, Milestone])
    def test_positives_cover_the_kinds_that_negatives_imitate(self, kind: type[Fact]) -> None:
        tag = str(kind.__struct_config__.tag)
        assert any(s["expect"]["kind"] == tag for s in sentences()["positives"])

    def test_modality_of_positives_is_never_that_of_a_negative(self) -> None:
        stated = {s["expect"].get("modality", "asserted") for s in sentences()["positives"]}
        assert stated <= set(typing.get_args(Modality)) - {"negated", "hypothetical"}
