"""A ledger in which everything that a document can say is hostile: every page and call shows it as text."""

import csv
import hashlib
import io
import re

import pytest
from lxml import etree, html
from tests.web.conftest import TODAY, Browser

from servanda.ledger import Ledger
from servanda.model.document import Document, Span
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
from servanda.settings import Settings
from servanda.web import api
from servanda.web.app import handlers, make_app
from servanda.web.desk import Desk

SCRIPT = "<script>alert(1)</script>"
EVIL = (
    f"{SCRIPT}\"'><img src=x onerror=alert(2)>\u202egnp.exe\u2066 "
    '=HYPERLINK("http://e") {{7*7}} {%x%} ${7*7}'
)
BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
FILTERS = ("q", "party", "status", "type", "field", "since", "order", "as_of", "next", "page", "reason")
JSON = ("application/json", "application/problem+json")
LARGE = 10 * 1024 * 1024
LARGEST_PAGE = 4 * 1024 * 1024


def hostile(name, text, **more):
    known = {"title": EVIL, "publisher": EVIL, "author": EVIL, "url": f"javascript:alert('{name}')"} | more
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(
        name=name, origin=f"../../{name}", text=text, sha256=digest, published="2024-05-01", **known
    )


def facts_of(document):
    span = Span.of(document.text, 0, len(EVIL))
    common = {"document": document.name, "source": document.id, "evidence": (span,), "rule": EVIL}
    common |= {"reasons": {"date": EVIL}, "confidence": 0.5}
    both = ("FR", "VN")
    return [
        Engagement(**common, type="visit", status="held", parties=both, participants=(EVIL,), date="2024-04",
                   place=EVIL, country=EVIL, series=EVIL, ordinal=3, within=EVIL),
        Engagement(**common, type="dialogue", status="planned", parties=both, date="2024-12", place=EVIL,
                   modality="planned"),
        Instrument(**common, type="agreement", action="signed", title=EVIL, parties=both, date="2024",
                   fields=(EVIL,), relations=(Relation(type="amends", target=EVIL),)),
        Commitment(**common, act="pledge", content=EVIL, speaker=("FR",), addressee=("VN",), by=EVIL,
                   due="2025"),
        Commitment(**common, act="offer", content=EVIL, speaker=(SCRIPT,), addressee=("VN",), due="2023"),
        Position(**common, content=EVIL, holder=("FR",), by=EVIL),
        Assessment(**common, content=EVIL, polarity="positive", holder=("VN",)),
        Milestone(**common, type="partnership", number=10, parties=both, year=2013),
        Activity(**common, content=EVIL, provider=("FR",), recipient=("VN",), date="2024",
                 amount=Amount(value=5.0, currency="EUR")),
        Person(**common, name=EVIL, rank=EVIL, post=EVIL, party="FR"),
    ]  # fmt: skip


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    """The path of a hostile ledger."""
    path = tmp_path_factory.mktemp("hostile") / "ledger.db"
    with Ledger.open(path, create=True) as ledger:
        run = ledger.begin_read("test 1")
        for name, rest, more in [
            (SCRIPT, " and more", {}),
            ("=cmd|' /C calc'!A0", "x" * LARGE, {"publisher": "@SUM(1)"}),
            ("../../../etc/passwd", BIDI * 1000, {"title": "\u202e" + SCRIPT, "publisher": "+1"}),
        ]:
            document = hostile(name, EVIL + rest, **more)
            run.add(document, document.text.encode(), facts_of(document))
        run.skip(EVIL, EVIL, EVIL)
        run.finish()
        for _ in ledger.link():
            pass
        fact = facts_of(hostile(SCRIPT, EVIL + " and more"))[0].id
        ledger.reviewing.accept(fact, by=EVIL, why=EVIL)
    return path


@pytest.fixture(scope="module")
def desk(path):
    """The browser of one person at a hostile ledger."""
    with (
        Ledger.open(path) as ledger,
        Desk(ledger, Settings(ledger=str(path)), local=True, today=lambda: TODAY) as desk,
        Browser(make_app(desk)) as client,
    ):
        yield client


@pytest.fixture(scope="module")
def addresses(desk):
    """The addresses of all pages, with ids of this ledger in their places."""
    entries = [each["id"] for each in desk.get("/entries.json").json()["entries"]]
    people = [each["person"]["id"] for each in desk.get("/people.json").json()["people"]]
    documents = [each["id"] for each in desk.get("/documents.json").json()["documents"]]
    assert (len(entries) > 5, len(people) > 0, len(documents)) == (True, True, 3)
    found = {"/search?q=script"}
    for handler in handlers():
        for address in handler.paths:
            if "GET" not in handler.http_methods:
                continue
            places = re.findall(r"\{(\w+)(?::\w+)?\}", address)
            if not places:
                found.add(address)
    found |= {f"/entries/{id_}" for id_ in entries} | {f"/people/{id_}" for id_ in people}
    found |= {f"/documents/{id_}" for id_ in documents} | {"/relationships/FR/VN", "/relationships/VN/FR"}
    return sorted(found)


def test_no_page_has_script_or_marks_of_a_document_in_it(desk, addresses):
    seen = 0
    for address in addresses:
        answer = desk.get(address)
        assert answer.status_code in (200, 400, 404), (address, answer.text[:500])
        assert len(answer.content) < LARGEST_PAGE, address
        if not answer.headers["content-type"].startswith("text/html"):
            continue
        page = html.fromstring(answer.text)
        assert {each.get("src") for each in page.iter("script")} <= {"/static/desk.js"} | _own(page), address
        assert not page.xpath("//img[@src='x']"), address
        assert not [name for each in page.iter() for name in each.attrib if name.startswith("on")], address
        assert not page.xpath("//@href[starts-with(., 'javascript:')]"), address
        assert not set(BIDI) & set(answer.text), address
        assert " 49 " not in " ".join(page.text_content().split()), f"{address} worked out a template"
        seen += SCRIPT in page.text_content()
    assert seen > 10, "the hostile words are shown, as text"


def _own(page):
    """Scripts of the desk itself."""
    return {src for each in page.iter("script") if (src := each.get("src") or "").startswith("/static/")}


def test_each_page_as_data_is_data(desk, addresses):
    for address in addresses:
        if address.startswith("/download/") or address in ("/metrics", "/favicon.ico"):
            continue
        path, mark, query = address.partition("?")
        ending = "/index" if path == "/" else path
        told = desk.get(f"{ending}.json{mark}{query}")
        assert told.headers["content-type"].startswith(("application/json", "application/problem+json")), (
            address
        )
        assert told.headers["x-content-type-options"] == "nosniff"


def test_no_cell_of_a_table_begins_a_formula(desk, addresses):
    for address in addresses:
        path, mark, query = address.partition("?")
        table = desk.get(f"{'/index' if path == '/' else path}.csv{mark}{query}")
        if table.status_code != 200 or not table.headers["content-type"].startswith("text/csv"):
            continue
        assert "filename=" in table.headers["content-disposition"]
        _check_cells(table.text, address)


@pytest.mark.parametrize("format_", ["csv", "plover", "cameo", "dcad"])
def test_no_cell_of_an_export_begins_a_formula(desk, format_):
    _check_cells(desk.get(f"/api/v1/exports/{format_}").text, format_)


def _check_cells(text, where):
    csv.field_size_limit(2**31 - 1)
    for row in csv.reader(io.StringIO(text.removeprefix("\ufeff"))):
        for cell in row:
            number = re.fullmatch(r"[+-]?[0-9.]+(e[+-]?[0-9]+)?", cell)
            assert number or not cell.startswith(("=", "+", "-", "@", "\t", "\r")), (where, cell[:80])


def test_every_call_answers_with_data(desk):
    ids = {
        "given": desk.get("/api/v1/facts").json()["items"][0]["id"],
        "version": desk.get("/api/v1/documents").json()["items"][0]["id"],
        "a": "FR", "b": "VN", "format_": "jsonl",
    }  # fmt: skip
    for handler in api.HANDLERS:
        if "GET" not in handler.http_methods or "{job" in sorted(handler.paths)[0]:
            continue
        address = api.PATH + re.sub(r"\{(\w+):\w+\}", lambda m: ids[m[1]], sorted(handler.paths)[0])
        for no_entries in ("people", "organisations"):  # they have ids of their own
            address = address.replace(f"/{no_entries}/{ids['given']}", f"/{no_entries}")
        answer = desk.get(address, params={"q": "script"} if address.endswith("search") else None)
        assert answer.status_code == 200, (address, answer.text[:300])
        assert not answer.headers["content-type"].startswith("text/html"), address


def test_the_feeds_hold_it_as_text(desk):
    feed = desk.get("/feeds/FR/VN.atom")
    assert feed.status_code == 200
    parsed = etree.fromstring(feed.content, etree.XMLParser(resolve_entities=False))
    assert not parsed.findall(".//{*}script")
    assert SCRIPT in "".join(parsed.itertext())
    assert not set(BIDI) & set(feed.text)
    calendar = desk.get("/feeds/FR/VN.ics").text
    assert not set(BIDI) & set(calendar)
    assert all(re.match(r"[A-Z-]+[:;]| ", line) for line in calendar.split("\r\n") if line)


def test_what_a_query_asks_comes_back_as_text(desk):
    for address in ("/search", "/entries", "/people", "/relationships", "/due", "/conflicts", "/login", "/x"):
        for name in FILTERS:
            answer = desk.get(address, params={name: EVIL})
            assert answer.status_code in (200, 400, 404), (address, name, answer.status_code)
            if answer.headers["content-type"].startswith("text/html"):
                assert SCRIPT not in answer.text, (address, name)
                assert "<img src=x" not in answer.text, (address, name)
                assert " 49 " not in " ".join(html.fromstring(answer.text).text_content().split())
