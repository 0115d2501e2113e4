"""Requests that mean harm: what they ask for is refused, told in one form, and changes nothing."""

import re

import pytest

from servanda.web import api
from servanda.web.access import COOKIE
from servanda.web.app import handlers

PASSWORD = "pacta sunt servanda"  # noqa: S105
INJECTIONS = [
    "'", "' OR '1'='1", "'; DROP TABLE facts; --", "\" OR 1=1 --",
    "%' UNION SELECT password FROM accounts --",
    "1); DELETE FROM accounts; --", "\\", "%", "_", "NEAR(", "a AND b OR NOT c*", '"unclosed',
]  # fmt: skip
HUGE = ["9223372036854775808", "-9223372036854775809", "1e400", "NaN", "0x10", "1" * 5000]
TRAVERSALS = [
    "../../../../etc/passwd", "..%2f..%2f..%2fetc%2fpasswd", "%2e%2e/%2e%2e/pyproject.toml",
    "....//....//etc/passwd",
    "..\\..\\windows\\win.ini", "%252e%252e%252fetc%252fpasswd", "/etc/passwd", "//etc/passwd",
    "desk.js/../../app.py",
]  # fmt: skip
PARAMETERS = (
    "party", "kind", "status", "type", "field", "since", "until", "min_confidence", "person", "q", "order",
    "as_of", "page", "size", "after", "reason", "fact",
)  # fmt: skip


def pages():
    for handler in handlers():
        for path in sorted(handler.paths):
            if "GET" in handler.http_methods:
                yield path


def calls():
    for handler in api.HANDLERS:
        if "GET" in handler.http_methods:
            yield api.PATH + sorted(handler.paths)[0]


ADDRESSES = [re.sub(r"\{format_:str\}", "csv", each) for each in (*pages(), *calls())]


@pytest.fixture
def counted(ledger):
    """How much stands in the ledger now."""

    def counted():
        return len(ledger.reviewing.all()), len(ledger.judgements()), len(ledger.accounts.all())

    return counted


def test_no_filter_of_any_page_or_call_is_a_way_into_the_database(browse, counted):
    client = browse(raising=False)
    before = counted()
    whole = client.get("/entries.json?size=500").json()["total"]
    for address in [each for each in ADDRESSES if "{" not in each]:
        for number, name in enumerate(PARAMETERS):
            given = INJECTIONS[number % len(INJECTIONS)]
            answer = client.get(address, params={name: given})
            assert answer.status_code < 500, (address, name, given, answer.text[:300])
            assert "sqlite" not in answer.text.lower(), (address, name)
    for given in INJECTIONS:
        found = client.get("/entries.json", params={"field": given, "size": 500}).json()
        assert found["total"] < whole, given
        assert client.get("/search.json", params={"q": given}).status_code in (200, 400), given
    assert counted() == before


def test_no_place_in_an_address_is_a_way_into_the_database(browse):
    client = browse(raising=False)
    for address in [each for each in ADDRESSES if "{" in each]:
        for given in (*INJECTIONS, *HUGE, "a" * 5000, "\u202e", "%00", "é"):
            encoded = given if given == "%00" else "".join(f"%{byte:02x}" for byte in given.encode())
            answer = client.get(encoded.join(re.split(r"\{[^}]*\}", address)), follow_redirects=False)
            assert answer.status_code in (303, 400, 401, 404, 405, 422), (
                address,
                given[:40],
                answer.status_code,
            )


def test_no_number_is_too_large(browse):
    client = browse(raising=False)
    for address in [each for each in ADDRESSES if "{" not in each]:
        for name in ("page", "size", "after", "min_confidence"):
            for given in HUGE:
                answer = client.get(address, params={name: given})
                assert answer.status_code < 500, (address, name, given[:40], answer.text[:300])


@pytest.mark.parametrize("given", TRAVERSALS)
def test_no_file_outside_is_given_out(browse, given):
    client = browse(raising=False)
    for base in ("/static/", "/documents/", "/download/", "/feeds/FR/", "/api/v1/exports/", "/"):
        answer = client.get(base + given)
        assert answer.status_code in (400, 404, 405), (base, given, answer.status_code)
        assert "root:" not in answer.text
        assert "Litestar" not in answer.text


def test_no_header_of_an_answer_is_written_by_the_request(browse):
    client = browse(local=False, raising=False)
    for address in (
        "/login?next=/%0d%0aSet-Cookie:%20a=b",
        "/entries/%0d%0aSet-Cookie:%20a=b",
        "/%0d%0aX:%20y",
    ):
        answer = client.get(address, follow_redirects=False)
        assert "a=b" not in answer.headers.get("set-cookie", "")
        assert "\n" not in answer.headers.get("location", "")
        assert "x" not in answer.headers


def test_the_login_page_of_a_request_that_was_refused_leads_back_inside_only(browse):
    client = browse(local=False)
    for address in ("//elsewhere.example/", "/\\elsewhere.example", "/entries"):
        answer = client.get(address, follow_redirects=False)
        if answer.status_code == 303:
            assert answer.headers["location"].startswith("/login?next=%2F")
            page = client.get(answer.headers["location"]).text
            (following,) = re.findall(r'name="next" value="([^"]*)"', page)
            assert following in ("/", "/entries")


def test_as_much_work_is_done_for_a_name_without_account_as_for_one_with(browse, monkeypatch):
    client = browse(local=False)
    from servanda.ledger import accounts

    verified = []
    real = accounts._verified
    monkeypatch.setattr(
        accounts, "_verified", lambda hashed, given: verified.append(given) or real(hashed, given)
    )
    for name in ("reader", "nobody"):
        client.submit("/login", name=name, password="wrong" * 4)
    assert verified == ["wrong" * 4] * 2


def test_guesses_from_one_address_end_whatever_names_they_try(browse):
    client = browse(local=False)
    answers = [client.submit("/login", name=f"name{n}", password="x" * 12).status_code for n in range(11)]
    assert answers == [403] * 10 + [429]


def test_guesses_at_tokens_find_nothing(browse, ledger):
    client = browse(local=False)
    made, secret = ledger.accounts.create_token("reader", "x", ("read",), 1)
    for given in (
        f"srv_{made.id}_",
        f"srv_{made.id}_{'x' * 43}",
        secret[:-1],
        secret.upper(),
        "srv__",
        made.id,
    ):
        assert client.get("/api/v1/entries", headers={"Authorization": f"Bearer {given}"}).status_code == 401


def test_a_session_of_before_the_login_is_worth_nothing_after_it(browse):
    client = browse(local=False)
    client.submit("/login", name="reader", password=PASSWORD)
    first = client.cookies[COOKIE]
    client.submit("/login", name="administrator", password=PASSWORD)
    assert client.cookies[COOKIE] != first
    client.cookies.set(COOKIE, first)
    assert client.get("/entries.json").status_code == 401


def test_a_token_in_the_address_reads_feeds_and_nothing_else(browse, ledger):
    client = browse(local=False)
    _, read = ledger.accounts.create_token("administrator", "reader of feeds", ("read",), 1)
    _, more = ledger.accounts.create_token("administrator", "x", ("read", "review"), 1)
    pair = "/".join(
        client.get("/relationships.json", headers=_bearer(read)).json()["relationships"][0]["parties"]
    )
    assert client.get(f"/feeds/{pair}.atom?token={read}").status_code == 200
    assert client.get(f"/feeds/{pair}.ics?token={read}").status_code == 200
    assert client.get(f"/feeds/{pair}.atom?token={more}", follow_redirects=False).status_code in (303, 401)
    assert client.get(f"/feeds/{pair}.atom?token=x", follow_redirects=False).status_code in (303, 401)
    for address in ("/entries.json", "/api/v1/entries", "/account.json", "/index.json"):
        answer = client.get(f"{address}?token={read}", follow_redirects=False)
        assert answer.status_code in (303, 400, 401), address


def _bearer(token):
    return {"Authorization": f"Bearer {token}"}


def test_no_answer_tells_what_went_wrong_inside(browse, monkeypatch):
    client = browse(raising=False)
    monkeypatch.setattr("servanda.web.pages.search.found_for", _fails)
    answer = client.get("/search?q=x")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "Traceback" not in answer.text


def _fails(*_, **__):
    raise RuntimeError("a secret of the house")


def test_methods_that_a_page_does_not_have_are_refused(browse):
    client = browse(raising=False)
    for method in ("PUT", "PATCH", "DELETE", "TRACE", "PROPFIND"):
        assert client.request(method, "/entries").status_code in (403, 404, 405)
