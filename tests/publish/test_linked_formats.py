"""Exports of entries, people and judgements, each opened by the library that its users use."""

import io
import json
import zipfile
from datetime import UTC, date, datetime
from hashlib import sha256

import frictionless
import networkx
import pandas
import pytest
import rdflib
import yaml

from servanda.errors import UsageError
from servanda.ledger import Ledger
from servanda.model.document import Document
from servanda.model.facts import (
    Activity,
    Amount,
    Assessment,
    Commitment,
    Engagement,
    Instrument,
    Milestone,
    Person,
    Position,
    Relation,
)
from servanda.publish.cells import text_of
from servanda.publish.formats import FORMATS, writer
from servanda.publish.holdings import holdings
from servanda.query.book import open_book
from servanda.query.filters import EVERYTHING, Filters

UNDER = (Relation(type="under", target="treaty of 1956"),)
TODAY = date(2023, 6, 1)
BOTH = ("JP", "PH")
TEXT = (
    "Prime Minister Fumio Kishida met President Ferdinand Marcos in Tokyo on 9 February 2023. "
    "They signed a memorandum on relief under the treaty of 1956. Japan pledged two ships by 2024. "
    "=They hold that law settles disputes. 'Excellent ties, Kishida said. "
    "Relations are 67 years old. Japan gave 300 million pesos. The World Bank spoke.\u202e"
)
AGAIN = "Mr Marcos and Mr Kishida held talks in Tokyo on February 9."


def add(run, name, text, facts, **known):
    document = Document(name=name, origin=name, text=text, sha256=sha256(text.encode()).hexdigest(), **known)
    made = []
    for kind, quote, properties in facts:
        start = text.index(quote)
        span = document.span(start, start + len(quote))
        made.append(
            kind(
                document=name,
                source=document.id,
                evidence=(span,),
                rule="by hand",
                extractor="rules 1",
                **properties,
            )
        )
    run.add(document, text.encode(), made)
    return [fact.id for fact in made]


@pytest.fixture
def ledger(tmp_path):
    def clock():
        return datetime(2023, 5, 1, tzinfo=UTC)

    with Ledger.open(tmp_path / "ledger.db", create=True, clock=clock) as book:
        run = book.begin_read("rules 1")
        who = {"participants": ("Fumio Kishida", "Ferdinand Marcos"), "parties": BOTH, "status": "held"}
        first = add(
            run,
            "summit",
            TEXT,
            [
                (
                    Engagement,
                    "Prime Minister Fumio Kishida met",
                    {"type": "visit", "date": "2023-02-09", "place": "Tokyo", "country": "JP", **who},
                ),
                (
                    Instrument,
                    "They signed a memorandum",
                    {
                        "type": "memorandum",
                        "action": "signed",
                        "title": "memorandum on relief",
                        "parties": BOTH,
                        "date": "2023-02",
                        "relations": UNDER,
                        "fields": ("disaster-relief",),
                    },
                ),
                (
                    Commitment,
                    "Japan pledged two ships",
                    {
                        "act": "pledge",
                        "content": "two ships",
                        "speaker": ("JP",),
                        "addressee": ("PH",),
                        "due": "2024",
                        "modality": "planned",
                    },
                ),
                (Position, "=They hold", {"content": "=They hold that law settles disputes", "holder": BOTH}),
                (
                    Assessment,
                    "'Excellent ties",
                    {"content": "'Excellent ties", "polarity": "positive", "holder": ("JP",)},
                ),
                (Milestone, "67 years old", {"type": "diplomatic-relations", "number": 67, "parties": BOTH}),
                (
                    Activity,
                    "Japan gave",
                    {
                        "content": "300 million pesos",
                        "provider": ("JP",),
                        "recipient": ("PH", "World Bank"),
                        "amount": Amount(value=3e8, currency="PHP"),
                    },
                ),
                (Person, "Fumio Kishida", {"name": "Fumio Kishida", "post": "Prime Minister", "party": "JP"}),
                (
                    Person,
                    "Ferdinand Marcos",
                    {"name": "Ferdinand Marcos", "post": "President", "party": "PH"},
                ),
                (Person, "The World Bank", {"name": "Ana Berg", "party": "World Bank"}),
            ],
            title='"A <summit>"',
            published="2023-02-10",
            publisher="-Gazette",
            url="https://example.org/a?b=1",
            language="en",
        )
        second = add(
            run,
            "talks",
            AGAIN,
            [
                (
                    Engagement,
                    "held talks",
                    {"type": "meeting", "date": "2023-02-09", "place": "Tokyo", "country": "JP", **who},
                )
            ],
            url="javascript:alert(1)",
        )
        list(book.link())
        made = book.judge("not-same", first[0], second[0], by="Ana Reis", why="a visit and talks")
        book.undo(made.number, by="Bo Lind")
        yield book


@pytest.fixture
def write(ledger):
    def write(format, filters=EVERYTHING):
        out = io.BytesIO()
        number = writer(format)(holdings(ledger, open_book(ledger), TODAY, filters), out)
        assert not out.closed
        return out.getvalue(), number

    return write


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_ledger_gives_the_same_bytes(write, format):
    assert write(format) == write(format)


@pytest.mark.parametrize("format", FORMATS)
def test_nothing_is_written_where_nothing_fits(write, format):
    data, number = write(format, Filters(parties=("NO",)))
    assert number == 0
    assert b"Kishida" not in data


def test_another_format_is_refused():
    with pytest.raises(UsageError, match="formats are jsonld, ftm, gexf, package"):
        writer("xlsx")


class TestLinkedData:
    PREFIXES = (
        "PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX prov: <http://www.w3.org/ns/prov#> "
        "PREFIX sv: <urn:servanda:vocabulary:> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
        "PREFIX dcterms: <http://purl.org/dc/terms/> "
    )

    @pytest.fixture
    def ask(self, write):
        data, _ = write("jsonld")
        graph = rdflib.Graph().parse(data=data, format="json-ld")
        return lambda query: [tuple(map(str, row)) for row in graph.query(self.PREFIXES + query)]

    def test_each_quotation_has_its_words_and_its_place_in_the_document(self, ask, ledger):
        found = ask(
            "SELECT ?doc ?start ?end ?exact WHERE { ?fact a oa:Annotation; oa:hasTarget ?target. "
            "?target oa:hasSource ?doc; oa:hasSelector ?place, ?quote. "
            "?place a oa:TextPositionSelector; oa:start ?start; oa:end ?end. "
            "?quote a oa:TextQuoteSelector; oa:exact ?exact }"
        )
        assert len(found) == 11
        for document, start, end, exact in found:
            text = ledger.document(document.removeprefix("urn:servanda:")).text
            assert text[int(start) : int(end)] == exact

    def test_a_fact_says_what_it_says(self, ask):
        relations = "sv:relations [sv:relation ?how; sv:to ?what]"
        said = f"?fact oa:hasBody [a sv:InstrumentFact; sv:category ?type; {relations}]"
        assert ask(f"SELECT ?type ?how ?what WHERE {{ {said} }}") == [
            ("memorandum", "under", "treaty of 1956")
        ]

    def test_each_fact_tells_what_read_it_from_which_document(self, ask):
        found = ask(
            "SELECT (COUNT(DISTINCT ?fact) AS ?n) ?who WHERE { ?fact prov:wasDerivedFrom ?doc; "
            "prov:wasGeneratedBy [prov:wasAssociatedWith [rdfs:label ?who]; prov:used ?doc] } GROUP BY ?who"
        )
        assert found == [("11", "rules 1")]

    def test_judgements_tell_who_decided_what_and_that_it_was_taken_back(self, ask):
        found = ask(
            "SELECT ?who ?ruling (COUNT(?about) AS ?n) WHERE { ?j a sv:Judgement; sv:ruling ?ruling; "
            "prov:used ?about; prov:wasAssociatedWith [rdfs:label ?who] } GROUP BY ?who ?ruling ORDER BY ?who"
        )
        assert found == [("Ana Reis", "not-same", "2"), ("Bo Lind", "not-same", "2")]
        assert ask("SELECT ?one ?two WHERE { ?one sv:undoes ?two. ?two sv:undoneBy ?one }") == [
            ("urn:servanda:judgement-2", "urn:servanda:judgement-1")
        ]

    def test_an_entry_gathers_its_facts(self, ask):
        found = ask("SELECT ?standing WHERE { ?e a sv:Entry; sv:kind 'commitment'; sv:standing ?standing; "
                    "prov:hadMember [a oa:Annotation] }")  # fmt: skip
        assert found == [("open",)]

    def test_only_an_address_of_the_web_is_a_link(self, ask):
        assert ask("SELECT ?url WHERE { ?doc dcterms:source ?url }") == [("https://example.org/a?b=1",)]


class TestNetwork:
    def test_networkx_reads_parties_people_and_what_is_between_them(self, write):
        data, number = write("gexf")
        graph = networkx.read_gexf(io.BytesIO(data))
        assert graph.number_of_edges() == number
        assert graph.nodes["JP"] == {"kind": "state", "party": "JP", "label": "Japan"}
        assert graph.nodes["World Bank"]["kind"] == "body"
        assert graph.edges["JP", "PH"]["weight"] >= 4
        kishida, marcos = "person JP Fumio Kishida", "person PH Ferdinand Marcos"
        assert graph.edges[kishida, marcos]["relation"] == "met"
        assert graph.edges[kishida, "JP"]["relation"] == "acts for"

    def test_it_is_dated_as_the_ledger_is(self, write):
        assert b'lastmodifieddate="2023-05-01"' in write("gexf")[0]


class TestPackage:
    @pytest.fixture
    def package(self, write, tmp_path):
        path = tmp_path / "ledger.zip"
        path.write_bytes(write("package")[0])
        return path

    def table(self, package, name):
        with zipfile.ZipFile(package) as archive:
            return pandas.read_csv(archive.open(f"{name}.csv"), dtype=str, keep_default_na=False)

    def test_frictionless_finds_it_valid(self, package):
        report = frictionless.validate(package)
        assert report.valid, report.flatten(["type", "message"])
        assert report.stats["tasks"] == 6

    def test_each_column_is_described_and_kinds_are_those_of_the_codebook(self, package):
        with zipfile.ZipFile(package) as archive:
            described = json.loads(archive.read("datapackage.json"))
        for resource in described["resources"]:
            columns = list(self.table(package, resource["name"]).columns)
            assert [field["name"] for field in resource["schema"]["fields"]] == columns
            assert all(field["description"] for field in resource["schema"]["fields"])
        kinds = described["resources"][0]["schema"]["fields"][1]["constraints"]["enum"]
        assert "engagement" in kinds

    def test_a_quotation_that_looks_like_a_formula_can_be_had_back(self, package, ledger):
        quotations = self.table(package, "quotations")
        guarded = [text for text in quotations["text"] if text.startswith("'")]
        assert sorted(guarded) == ["''Excellent ties", "'=They hold"]
        assert not quotations["text"].str.startswith(("=", "+", "-", "@", "\t")).any()
        for row in quotations.to_dict("records"):
            text = ledger.document(row["document"]).text
            assert text[int(row["start"]) : int(row["end"])] == text_of(row["text"])

    def test_facts_lead_to_their_entry_and_document(self, package):
        facts, entries = self.table(package, "facts"), self.table(package, "entries")
        assert set(facts[facts["kind"] != "person"]["entry"]) == set(entries["id"])
        assert json.loads(facts.set_index("kind").loc["commitment", "properties"])["act"] == "pledge"

    def test_its_citation_is_of_the_citation_file_format(self, package):
        with zipfile.ZipFile(package) as archive:
            citation = yaml.safe_load(archive.read("CITATION.cff"))
        assert {"cff-version", "message", "title", "authors"} <= set(citation)
        assert (citation["type"], citation["version"]) == ("dataset", "2023-05-01")


class TestFollowTheMoney:
    """With the library where it is there; it needs PyICU, which has to be built."""

    @pytest.fixture
    def entities(self, write):
        return [json.loads(line) for line in write("ftm")[0].splitlines()]

    def of(self, entities, schema):
        return [entity for entity in entities if entity["schema"] == schema]

    def test_each_entity_is_valid_and_none_loses_a_value(self, entities):
        model = pytest.importorskip("followthemoney").model
        for entity in entities:
            model.get(entity["schema"]).validate(entity)
            read = model.get_proxy(entity, cleaned=False).to_dict()
            assert {k: sorted(v) for k, v in read["properties"].items()} == {
                k: sorted(v) for k, v in entity["properties"].items()
            }

    def test_every_reference_is_to_an_entity_of_the_file(self, entities):
        ids = {entity["id"] for entity in entities}
        assert len(ids) == len(entities)
        links = {
            "document",
            "entity",
            "involved",
            "member",
            "organization",
            "participant",
            "project",
            "proof",
        }
        for entity in entities:
            for name in links & set(entity["properties"]):
                assert set(entity["properties"][name]) <= ids, entity

    def test_a_visit_is_an_event_with_those_involved(self, entities):
        events = [e for e in self.of(entities, "Event") if "Tokyo" in e["properties"].get("location", ())]
        people = {e["id"] for e in self.of(entities, "Person")}
        for event in events:
            involved = event["properties"]["involved"]
            assert {"party-JP", "party-PH"} <= set(involved)
            assert len(people & set(involved)) == 2

    def test_a_quotation_is_documentation_of_its_entity(self, entities):
        said = {e["properties"]["summary"][0] for e in self.of(entities, "Documentation")}
        assert "Japan pledged two ships" in said

    def test_dates_are_told_as_finely_as_they_are_known(self, entities):
        dates = {date for e in self.of(entities, "Event") for date in e["properties"].get("date", ())}
        assert {"2023-02-09", "2023-02"} <= dates
