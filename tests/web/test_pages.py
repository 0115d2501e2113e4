"""Every page shows what the ledger holds, leads to its quotations, and is JSON and CSV at one address."""

import csv
import io
import json

import pytest

PAGES = [
    "/", "/relationships", "/entries", "/due", "/conflicts", "/people", "/organisations", "/documents",
    "/fields", "/years", "/search?q=signed", "/series", "/exports", "/charts/timeline", "/charts/activity",
]  # fmt: skip


def data_of(address, ending):
    path, mark, query = address.partition("?")
    return f"{'/index' if path == '/' else path}.{ending}{mark}{query}"


@pytest.fixture
def pair(desk):
    (first, *_) = desk.get("/relationships.json").json()["relationships"]
    return first["parties"]


@pytest.mark.parametrize("address", PAGES)
def test_each_page_is_also_json_and_csv(desk, address):
    page = desk.get(address)
    assert page.status_code == 200
    assert page.headers["content-type"].startswith("text/html")
    assert data_of(address, "json").partition("?")[0] in page.text
    assert desk.get(data_of(address, "json")).headers["content-type"].startswith("application/json")
    table = desk.get(data_of(address, "csv"))
    assert table.headers["content-type"].startswith("text/csv")
    assert list(csv.DictReader(io.StringIO(table.text))) != [] or address == "/due"


def test_a_relationship_shows_its_entries_and_of_many_the_latest_with_a_link_to_all(desk, pair):
    found = desk.get(f"/relationships/{pair[0]}/{pair[1]}.json").json()
    page = desk.get(f"/relationships/{pair[0]}/{pair[1]}").text
    assert found["total"] == len(found["entries"]) > 10
    for kind in ("engagement", "instrument", "position", "milestone"):
        entries = [e for e in found["entries"] if e["kind"] == kind]
        shown = [e for e in entries if f"/entries/{e['id']}" in page]
        assert len(shown) == len(entries) or f">All {len(entries)}</a>" in page
        assert len(shown) >= min(len(entries), 15)


def test_a_relationship_is_found_by_the_names_of_its_parties_in_any_order(desk, pair):
    one = desk.get(f"/relationships/{pair[0]}/{pair[1]}.json").json()
    other = desk.get(f"/relationships/{pair[1].lower()}/{pair[0]}.json").json()
    assert one == other


def test_a_relationship_as_of_an_early_day_is_empty(desk, pair):
    assert desk.get(f"/relationships/{pair[0]}/{pair[1]}?as_of=1950-01-01").status_code in (200, 404)
    late = desk.get(f"/relationships/{pair[0]}/{pair[1]}.json?as_of=2100-01-01").json()
    assert late["total"] == desk.get(f"/relationships/{pair[0]}/{pair[1]}.json").json()["total"]


def test_every_entry_leads_to_its_quotations_in_one_step_and_to_its_documents_in_two(desk):
    found = desk.get("/entries.json?size=500").json()["entries"]
    for entry in found[:25]:
        told = desk.get(f"/entries/{entry['id']}.json").json()
        page = desk.get(f"/entries/{entry['id']}").text
        assert {each["fact"]["id"] for each in told["facts"]} == set(entry["facts"])
        for each in told["facts"]:
            assert each["quotations"]
            assert f"/documents/{each['document']['id']}#{each['fact']['id']}" in page
    document = desk.get(f"/documents/{told['facts'][0]['document']['id']}").text
    assert f'id="{told["facts"][0]["fact"]["id"]}"' in document


def test_the_id_of_any_fact_names_its_entry(desk):
    entry = next(e for e in desk.get("/entries.json?size=500").json()["entries"] if len(e["facts"]) > 1)
    for fact in entry["facts"]:
        assert desk.get(f"/entries/{fact}.json").json()["entry"]["id"] == entry["id"]


def test_filters_stand_in_the_address_and_hold_together(desk):
    held = desk.get("/entries.json?kind=engagement&status=held&size=500").json()
    assert held["total"] > 0
    assert {(e["kind"], e["status"]) for e in held["entries"]} == {("engagement", "held")}
    page = desk.get("/entries?kind=engagement&status=held").text
    assert 'value="engagement" selected' in page
    assert "entries.json?kind=engagement&amp;status=held" in page


def test_a_list_is_cut_into_pages_that_together_are_the_whole(desk):
    whole = [e["id"] for e in desk.get("/entries.json?size=500").json()["entries"]]
    parts = []
    for page in range(1, len(whole) // 10 + 2):
        parts += [e["id"] for e in desk.get(f"/entries.json?size=10&page={page}").json()["entries"]]
    assert parts == whole


def test_a_page_beyond_all_numbers_is_empty(desk):
    assert desk.get(f"/entries.json?page={10**30}").json()["entries"] == []


def test_a_search_finds_facts_documents_and_people(desk):
    name = desk.get("/people.json").json()["people"][0]["person"]["name"]
    found = desk.get("/search.json", params={"q": name}).json()
    assert found["people"][0]["person"]["name"] == name
    assert found["documents"]


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/entries/zzz", 404),
        ("/entries/fact-00000000000000000000", 404),
        ("/people/form-00000000000000000000", 404),
        ("/organisations/organisation-00000000000000000000", 404),
        ("/organisations/zzz", 404),
        ("/documents/doc-0", 404),
        ("/relationships/FR/ZZ", 404),
        ("/entries?since=soon", 400),
        ("/entries?as_of=soon", 400),
        ("/entries?order=random", 400),
        ("/entries?min_confidence=much", 400),
        ("/entries?page=first", 400),
        ("/nowhere", 404),
    ],
)
def test_what_makes_no_sense_is_told_as_a_page_or_as_problem_details(desk, address, status):
    page = desk.get(address)
    assert page.status_code == status
    assert 'role="alert"' in page.text
    problem = desk.get(data_of(address, "json"))
    assert problem.status_code == status
    assert problem.headers["content-type"].startswith("application/problem+json")
    assert {"type", "title", "status", "detail"} <= json.loads(problem.text).keys()


def test_each_answer_forbids_what_comes_from_elsewhere(desk):
    for address in ("/", "/entries.json", "/static/style.css", "/nowhere"):
        headers = desk.get(address).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"


def test_no_page_has_script_or_style_inline_or_from_elsewhere(desk, pair):
    for address in (*PAGES, f"/relationships/{pair[0]}/{pair[1]}"):
        page = desk.get(address).text
        assert "<style" not in page
        assert " style=" not in page
        assert "onclick" not in page
        assert 'src="http' not in page


def test_browsers_find_the_icon_beside_data_too(desk):
    assert desk.get("/favicon.ico").headers["content-type"].startswith("image/svg+xml")
