"""The calls: each example of the page is run, roles and scopes hold, writes need a token and JSON."""

import base64
import subprocess
import sys
from pathlib import Path

import pytest

from servanda.ledger.accounts import ROLES, SCOPES
from servanda.web import api
from servanda.web.api.examples import EXAMPLES, filled, kept

ROOT = Path(__file__).resolve().parents[3]
JSON = {"Content-Type": "application/json"}
CALLS = [
    (method, api.PATH + sorted(handler.paths)[0], handler.opt["role"])
    for handler in api.HANDLERS
    for method in sorted(handler.http_methods)
]
WRITES = [(method, path) for method, path, _ in CALLS if method != "GET"]


def test_the_page_of_the_interface_is_current():
    done = subprocess.run([sys.executable, ROOT / "bin" / "reference_api.py", "--check"])
    assert done.returncode == 0, "write it anew with: .venv/bin/python bin/reference_api.py"


def test_every_call_has_an_example():
    assert sorted({handler.handler_name for handler in api.HANDLERS}) == sorted({e.call for e in EXAMPLES})


def test_the_examples_of_the_page_run_in_their_order(desk):
    known = {}
    for example in EXAMPLES:
        body = filled(example.body, known)
        address = api.PATH + filled(example.path, known)
        answer = desk.request(example.method, address, json=body) if body else desk.request(
            example.method, address
        )  # fmt: skip
        assert answer.status_code in (200, 201, 204), (example, answer.text)
        for name, place in example.keeps.items():
            known[name] = kept(answer.json(), place)


@pytest.fixture
def ask(browse, ledger):
    """Asks by a token of an account with a role, with some scopes."""
    client = browse(local=False)
    tokens = {}

    def ask(role, method, path, scopes=SCOPES, **more):
        if (role, scopes) not in tokens:
            tokens[role, scopes] = ledger.accounts.create_token(role, "test", scopes, days=1)[1]
        headers = {"Authorization": f"Bearer {tokens[role, scopes]}", **more.pop("headers", {})}
        address = path.replace("{number:int}", "1").replace(":str}", "}")
        return client.request(method, address, headers=headers, **more)

    return ask


def test_each_role_may_call_what_it_may_and_nothing_else(ask):
    for asking in ROLES:
        for method, path, role in CALLS:
            allowed = ROLES.index(asking) >= ROLES.index(role)
            answer = ask(asking, method, path, headers=JSON)
            assert (answer.status_code == 403) is not allowed, (asking, method, path, answer.text)


def test_a_token_does_no_more_than_its_scopes_whatever_its_account_may(ask):
    for method, path, role in CALLS:
        needed = {"reader": "read", "analyst": "review"}.get(role, "write")
        for scope in SCOPES:
            answer = ask("administrator", method, path, scopes=(scope,), headers=JSON)
            assert (answer.status_code == 403) is (scope != needed), (method, path, scope, answer.text)


@pytest.mark.parametrize(("method", "path", "role"), CALLS)
def test_without_a_token_a_call_of_a_team_is_refused(browse, method, path, role):
    answer = browse(local=False).request(method, path.replace("{number:int}", "1"), headers=JSON)
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "Bearer"
    assert answer.headers["content-type"].startswith("application/problem+json")


def test_a_session_reads_and_changes_nothing(log_in):
    client = log_in("administrator")
    assert client.get("/api/v1/entries").status_code == 200
    for method, path in WRITES:
        answer = client.request(method, path.replace("{number:int}", "1"), headers=JSON, content="{}")
        assert answer.status_code == 403, path
        assert "token" in answer.json()["detail"]


@pytest.mark.parametrize(
    "type_", ["", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data"]
)
def test_a_body_that_a_page_of_another_site_could_send_is_refused(desk, type_):
    headers = {"Content-Type": type_} if type_ else {}
    for method, path in WRITES:
        if method != "POST":
            continue
        answer = desk.request(
            method, path.replace("{number:int}", "1"), headers=headers, content=b'{"why": ""}'
        )
        assert answer.status_code == 415, path


def test_a_page_of_another_site_gets_no_leave_to_call(desk):
    asked = {"Origin": "https://elsewhere.example", "Access-Control-Request-Method": "POST"}
    answer = desk.options("/api/v1/reviews", headers=asked)
    assert "access-control-allow-origin" not in answer.headers
    answer = desk.get("/api/v1/entries", headers={"Origin": "https://elsewhere.example"})
    assert "access-control-allow-origin" not in answer.headers


def test_lists_come_in_pages_whose_links_lead_through_the_whole(desk):
    whole = desk.get("/api/v1/facts?size=500").json()
    seen, address = [], "/api/v1/facts?size=100"
    while address:
        part = desk.get(address).json()
        seen += [item["id"] for item in part["items"]]
        address = part["links"].get("next")
    assert seen == [item["id"] for item in whole["items"]]
    assert whole["total"] == len(seen) > 100


def test_links_keep_the_filters(desk):
    links = desk.get("/api/v1/entries?kind=engagement&kind=instrument&size=2").json()["links"]
    assert "kind=engagement&kind=instrument" in links["next"]
    following = desk.get(links["next"]).json()
    assert {item["kind"] for item in following["items"]} <= {"engagement", "instrument"}
    assert following["links"]["prev"] == links["first"]


def test_the_filters_of_a_call_find_what_those_of_the_page_find(desk):
    for query in (
        "kind=commitment",
        "status=held&since=2018",
        "party=FR&disputed=true",
        "field=peacekeeping",
    ):
        page = desk.get(f"/entries.json?{query}&size=500").json()
        call = desk.get(f"/api/v1/entries?{query}&size=500").json()
        assert [e["id"] for e in call["items"]] == [e["id"] for e in page["entries"]]


def test_a_misspelt_filter_is_refused_with_the_right_one(desk):
    answer = desk.get("/api/v1/entries?stauts=held")
    assert answer.status_code == 400
    assert "did you mean status?" in answer.json()["detail"]


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/entries/fact-00000000000000000000", 404),
        ("/people/zzz", 404),
        ("/documents/..%2F..%2Fetc%2Fpasswd", 404),
        ("/documents/%00", 400),
        ("/entries?q=%00", 400),
        ("/entries?page=0", 400),
        ("/entries?page=99999999999999999999999999", 400),
        ("/entries?size=501", 400),
        ("/entries?since=soon", 400),
        ("/entries?as_of=2018-13-01", 400),
        ("/entries?min_confidence=nan", 400),
        ("/entries?min_confidence=2", 400),
        ("/facts?party=Atlantis", 400),
        ("/search?q=", 400),
        ("/exports/exe", 400),
        ("/relationships/FR/ZZ", 404),
        ("/facts?person=%FF%FE", 400),
    ],
)
def test_what_makes_no_sense_is_a_problem_that_says_so(desk, address, status):
    answer = desk.get(api.PATH + address)
    assert answer.status_code == status, answer.text
    assert answer.json()["status"] == status
    assert answer.headers["content-type"].startswith("application/problem+json")


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"{", 400),
        (b"[]", 400),
        (b"null", 400),
        (b'{"fact": "\xff"}', 400),
        (b'{"fact": "\\ud800", "verdict": "accepted"}', 400),
        (b'{"fact": "x\\u0000", "verdict": "accepted"}', 400),
        (b'{"fact": "fact-0", "verdict": "accepted", "after": 9223372036854775808}', 400),
        (b'{"fact": "fact-0", "verdict": "accepted", "after": 1e400}', 400),
        (b'{"fact": "fact-0", "verdict": "corrected"}', 400),
        (b'{"fact": "fact-0", "verdict": "accepted"}', 404),
        (b'{"fact": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", 400),
    ],
)
def test_a_body_that_makes_no_sense_is_refused(desk, body, status):
    answer = desk.post("/api/v1/reviews", content=body, headers=JSON)
    assert answer.status_code == status, answer.text[:300]


@pytest.mark.parametrize("number", ["0", "-1", "9223372036854775808", "1e3", "x", "1" * 400])
def test_a_number_that_no_review_has_is_refused(desk, number):
    answer = desk.post(f"/api/v1/reviews/{number}/undo", json={})
    assert answer.status_code in (400, 404)


def test_two_people_at_once_do_not_overrule_each_other_unseen(ask):
    fact = ask("reader", "GET", "/api/v1/facts?kind=engagement").json()["items"][0]["id"]
    body = {"fact": fact, "verdict": "accepted", "after": 0}
    assert ask("analyst", "POST", "/api/v1/reviews", json=body).status_code == 201
    late = ask("editor", "POST", "/api/v1/reviews", json=body | {"verdict": "rejected"})
    assert late.status_code == 409
    (made,) = ask("reader", "GET", f"/api/v1/reviews?fact={fact}").json()["items"]
    assert (made["verdict"], made["by"]) == ("accepted", "analyst")


def test_a_document_comes_as_a_file_in_base64_and_is_read_once(desk):
    page = b"<html><body><p>Ministers of France and Japan met in Tokyo on 3 May 2022.</p></body></html>"
    body = {"name": "talks.html", "data": base64.b64encode(page).decode(), "published": "2022-05-04"}
    first = desk.post("/api/v1/documents", json=body).json()
    assert first["taken"][0]["added"] == "new"
    assert first["taken"][0]["facts"] > 0
    again = desk.post("/api/v1/documents", json=body).json()
    assert again["taken"][0]["added"] == "already known"


def test_a_document_that_cannot_be_read_is_named_with_the_reason(desk):
    answer = desk.post("/api/v1/documents", json={"name": "x.pdf", "data": "bm90IGEgcGRm"}).json()
    assert answer["taken"] == []
    assert answer["skipped"][0]["reason"]


@pytest.mark.parametrize(
    "body",
    [
        {"name": "x"},
        {"name": "x", "text": "a", "data": "YQ=="},
        {"name": "../../x", "text": "a"},
        {"name": "x", "data": "no base64!"},
        {"name": "x", "text": "a\x00b"},
        {"name": "x", "text": "France met Japan.", "published": "2022-13-45"},
        {"name": "x", "text": "France met Japan.", "title": "two\r\nlines"},
    ],
)
def test_what_is_no_document_is_refused(desk, body):
    assert desk.post("/api/v1/documents", json=body).status_code == 400


def test_a_correction_keeps_both_and_is_undone(desk):
    given = desk.get("/api/v1/facts?kind=engagement").json()["items"][0]
    better = given["fact"] | {"place": "Elsewhere"}
    made = desk.post(
        "/api/v1/reviews", json={"fact": given["id"], "verdict": "corrected", "replacement": better}
    ).json()
    assert desk.get(f"/api/v1/facts/{made['replacement']}").json()["fact"]["fact"]["place"] == "Elsewhere"
    assert desk.post(f"/api/v1/reviews/{made['number']}/undo", json={}).status_code == 201
    assert desk.get(f"/api/v1/facts/{given['id']}").json()["fact"]["current"]


@pytest.mark.parametrize(
    "change",
    [
        {"date": "soon"},
        {"date": "2018-02-30"},
        {"confidence": 7},
        {"ordinal": 10**30},
        {"ordinal": 2**63},
        {"place": "Han\x00oi"},
        {"participants": ["x\x1b[31m"]},
        {"evidence": []},
        {"evidence": [{"start": 0, "end": 10**30, "text": "x"}]},
        {"evidence": [{"start": 0, "end": 5, "text": "not what stands there"}]},
    ],
)
def test_a_correction_that_makes_no_sense_is_refused_and_changes_nothing(desk, change):
    given = desk.get("/api/v1/facts?kind=engagement").json()["items"][0]
    body = {"fact": given["id"], "verdict": "corrected", "replacement": given["fact"] | change}
    answer = desk.post("/api/v1/reviews", json=body)
    assert answer.status_code in (400, 422), answer.text
    assert desk.get(f"/api/v1/reviews?fact={given['id']}").json()["total"] == 0
    assert desk.get("/api/v1/entries").status_code == 200
