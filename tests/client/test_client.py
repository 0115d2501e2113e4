"""`servanda.open`: the queries as data frames."""

import importlib.util
import subprocess
import sys
from datetime import date
from hashlib import sha256

import pandas
import pytest

import servanda
from servanda.errors import LedgerError, ServandaError, UsageError
from servanda.ledger import Ledger
from servanda.model.document import Document
from servanda.model.facts import Commitment, Engagement, Instrument, Person, Relation

TODAY = date(2023, 6, 1)
BOTH = ("JP", "PH")
UNDER = (Relation(type="under", target="treaty of 1956"),)
SUMMIT = (
    "Prime Minister Fumio Kishida met President Ferdinand Marcos in Tokyo on 9 February 2023. "
    "They signed a memorandum on relief for 2023 to 2027, under the treaty of 1956. "
    "Japan pledged two ships by the end of 2022. Norway was thanked in the year 1012."
)
PAPER = (
    "The memorandum on relief, for 2023 to 2028, was signed on 9 February 2023, said Defence Minister Hamada."
)


def add(run, name, text, facts, **known):
    document = Document(name=name, origin=name, text=text, sha256=sha256(text.encode()).hexdigest(), **known)
    made = []
    for kind, quote, properties in facts:
        start = text.index(quote)
        span = document.span(start, start + len(quote))
        made.append(kind(document=name, source=document.id, evidence=(span,), confidence=0.9, **properties))
    run.add(document, text.encode(), made)


@pytest.fixture
def path(place):
    address = place()
    memorandum = {"type": "memorandum", "action": "signed", "title": "memorandum on relief", "parties": BOTH}
    with Ledger.open(address, create=True) as book:
        run = book.begin_read("rules 1")
        met = {"participants": ("Fumio Kishida", "Ferdinand Marcos"), "parties": BOTH, "ordinal": 3}
        under = {
            "relations": (Relation(type="under", target="treaty of 1956"),),
            "fields": ("disaster-relief",),
        }
        add(
            run,
            "summit",
            SUMMIT,
            [
                (
                    Engagement,
                    "Prime Minister Fumio Kishida met",
                    {"type": "meeting", "status": "held", "date": "2023-02-09", "place": "Tokyo"} | met,
                ),
                (
                    Instrument,
                    "They signed a memorandum on relief",
                    memorandum | under | {"period": "2023/2027", "date": "2023-02-09"},
                ),
                (
                    Commitment,
                    "Japan pledged two ships",
                    {"act": "pledge", "content": "two ships", "speaker": ("JP",), "addressee": ("PH",)}
                    | {"due": "2022", "modality": "planned"},
                ),
                (
                    Engagement,
                    "Norway was thanked",
                    {"type": "ceremony", "status": "held", "parties": ("NO",), "date": "1012"},
                ),
                (Person, "Fumio Kishida", {"name": "Fumio Kishida", "post": "Prime Minister", "party": "JP"}),
            ],
            title="A summit",
            published="2023-02-10",
            publisher="Gazette",
        )
        add(
            run,
            "paper",
            PAPER,
            [
                (Instrument, "The memorandum", memorandum | {"period": "2023/2028", "date": "2023-02-09"}),
                (Person, "Hamada", {"name": "Hamada", "post": "Defence Minister", "party": "JP"}),
            ],
            published="2023-02-11",
            publisher="Courier",
        )
    return address


@pytest.fixture
def client(path):
    with servanda.open(path, as_of=TODAY) as opened:
        yield opened


LISTS = (
    "entries", "engagements", "instruments", "commitments", "facts", "people", "organisations",
    "conflicts", "due",
)  # fmt: skip


def test_an_entry_stands_once_with_what_is_behind_it(client):
    (text,) = client.instruments().to_dict("records")
    assert (text["title"], text["status"], text["sources"]) == ("memorandum on relief", "signed", 2)
    assert text["documents"] == ["summit", "paper"]
    assert text["conflicts"] == ["period"]
    assert text["relations"] == [{"type": "under", "target": "treaty of 1956"}]
    assert text["quotation"] == "They signed a memorandum on relief"


def test_columns_have_types(client):
    entries = client.entries()
    types = {name: str(dtype) for name, dtype in entries.dtypes.items()}
    assert (types["label"], types["sources"], types["first_day"]) == ("string", "Int64", "datetime64[s]")
    assert str(client.facts()["confidence"].dtype) == "Float64"
    assert str(client.due()["overdue"].dtype) == "boolean"


@pytest.mark.parametrize("name", LISTS)
def test_with_nothing_found_columns_and_types_are_the_same(client, name):
    empty, full = getattr(client, name)(party="CL"), getattr(client, name)()
    assert len(empty) == 0 < len(full)
    assert empty.dtypes.to_dict() == full.dtypes.to_dict()


def test_a_day_of_long_ago_is_a_day(client):
    (thanks,) = client.engagements(party="Norway").to_dict("records")
    assert (thanks["first_day"].year, thanks["last_day"].month) == (1012, 12)


def test_filters_are_those_of_the_command_line(client):
    assert len(client.entries(kind=["engagement", "instrument"], party=["Japan", "ph"])) == 2
    assert list(client.entries(status="held", person="Marcos")["type"]) == ["meeting"]
    assert list(client.commitments(status="overdue", act="pledge")["speaker"]) == [["JP"]]
    assert len(client.facts(document="paper")) == 2
    assert len(client.facts(kind="engagement", until="1500")) == 1


def test_an_unknown_party_is_named_with_what_comes_near(client):
    with pytest.raises(UsageError, match="did you mean Japan"):
        client.entries(party="Japn")


def test_a_fact_leads_to_its_words_and_its_entry(client):
    documents = client.documents().set_index("name")
    entries = client.entries().set_index("id")
    for fact in client.facts().to_dict("records"):
        text = client.text(documents.loc[fact["document"], "id"])
        assert text[fact["start"] : fact["end"]] == fact["quotation"]
        if fact["kind"] != "person":
            assert fact["id"] in entries.loc[fact["entry"], "facts"]


def test_what_is_between_two_parties(client):
    assert sorted(client.between("Japan", "PH")["kind"]) == ["commitment", "engagement", "instrument"]


def test_what_is_due_is_told_as_of_the_day_of_opening(client, path):
    (ships,) = client.due().to_dict("records")
    assert (ships["due_by"].date(), ships["overdue"]) == (date(2022, 12, 31), True)
    assert len(client.due(until="2021")) == 0
    with servanda.open(path, as_of="2023-02-10") as earlier:
        assert list(earlier.instruments()["sources"]) == [1]


def test_conflicts_have_a_row_for_each_document(client):
    found = client.conflicts()
    assert list(found["value"]) == ["2023/2027", "2023/2028"]
    assert set(found["entry"]) == set(client.instruments()["id"])


def test_people_and_search(client):
    assert client.people()[["name", "party", "posts"]].to_dict("records") == [
        {"name": "Fumio Kishida", "party": "JP", "posts": ["Prime Minister"]},
        {"name": "Hamada", "party": "JP", "posts": ["Defence Minister"]},
    ]
    found = client.search("relief", limit=5)
    assert set(found["found"]) == {"document", "instrument"}


def test_organisations_have_their_people(client):
    (defence,) = client.organisations(party="Japan").to_dict("records")
    assert (defence["name"], defence["named"], defence["people"]) == ("Defence", False, ["Hamada"])
    assert (defence["first"], defence["last"]) == ("2023-02-11", "2023-02-11")
    assert len(client.organisations(party="PH")) == 0


def test_a_chart_shows_itself_in_a_notebook(client):
    chart = client.chart("timeline", "JP", "PH", first="2020")
    assert chart._repr_svg_() == chart.svg
    assert set(pandas.DataFrame(chart.rows)["kind"]) == {"engagement", "instrument", "commitment"}
    with pytest.raises(UsageError, match="name two"):
        client.chart("timeline", "JP")


@pytest.mark.parametrize("as_of", ["soon", "XXXX-12"])
def test_a_day_has_a_year(path, as_of):
    with pytest.raises(UsageError, match="is no date"):
        servanda.open(path, as_of=as_of)


def test_where_there_is_no_ledger_it_says_so(tmp_path):
    with pytest.raises(LedgerError):
        servanda.open(tmp_path / "none.db")


def test_without_pandas_it_says_what_to_install(path, monkeypatch):
    found = importlib.util.find_spec
    monkeypatch.setattr(
        "servanda.client.frames.find_spec", lambda name: None if name == "pandas" else found(name)
    )
    with pytest.raises(ServandaError, match=r"pip install 'servanda\[pandas\]'"):
        servanda.open(path)


def test_importing_the_package_loads_none_of_what_the_client_needs():
    command = "import sys, servanda; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", command], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert not {"pandas", "numpy", "sqlalchemy", "msgspec", "servanda.client"} & loaded
