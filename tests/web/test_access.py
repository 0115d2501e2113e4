"""Who may do what: each route by each role, sessions, tokens, and requests that come from elsewhere."""

import re

import pytest

from servanda.ledger.accounts import ROLES
from servanda.web.access import COOKIE, Sessions
from servanda.web.app import handlers

PASSWORD = "pacta sunt servanda"  # noqa: S105
SAFE = ("GET", "HEAD", "OPTIONS")


def routes():
    for handler in handlers():
        for method in sorted(handler.http_methods):
            yield method, sorted(handler.paths)[0], handler.opt.get("role")


ROUTES = list(routes())


def test_there_are_routes():
    assert len(ROUTES) > 10


@pytest.mark.parametrize(("method", "path", "role"), ROUTES)
def test_each_route_names_the_role_that_it_needs(method, path, role):
    assert role in ("nobody", *ROLES)
    if method not in SAFE and path not in ("/login", "/logout") and not path.startswith("/account/"):
        assert role in ROLES[1:], "what changes something is nothing for readers"


def ask(client, method, path):
    address = re.sub(r"\{[^}]*\}", "x", path)
    token = re.search(r'name="_csrf_token" value="([^"]+)"', client.get("/login").text)
    headers = {"x-csrftoken": token[1]} if token else {}
    return client.request(method, address, headers=headers, follow_redirects=False)


def test_each_role_is_let_in_where_it_may_and_nowhere_else(log_in):
    for asking in ROLES:
        client = log_in(asking)
        for method, path, role in ROUTES:
            if path in ("/login", "/logout"):
                continue
            answer = ask(client, method, path)
            allowed = role == "nobody" or ROLES.index(asking) >= ROLES.index(role)
            assert (answer.status_code == 403) is not allowed, (asking, method, path, answer.status_code)
            assert answer.status_code != 401


def test_nobody_gets_further_than_the_login(browse):
    client = browse(local=False)
    for method, path, role in ROUTES:
        if role == "nobody":
            continue
        answer = ask(client, method, path)
        assert answer.status_code in (303, 401), (method, path)
        if answer.status_code == 303:
            assert answer.headers["location"].startswith("/login")
    assert client.get("/entries.json").status_code == 401


def test_a_desk_of_one_person_needs_no_login(desk):
    assert desk.get("/entries").status_code == 200


@pytest.mark.parametrize("name", ["reader", "nobody", "", "'; drop table accounts; --"])
def test_a_wrong_password_and_a_wrong_name_are_told_in_the_same_words(browse, name):
    client = browse(local=False)
    answer = client.submit("/login", name=name, password="wrong" * 4)
    assert answer.status_code == 403
    assert "Name or password is wrong." in answer.text
    assert COOKIE not in answer.cookies


def test_guessing_ends_after_ten_wrong_passwords(browse):
    client = browse(local=False)
    answers = [client.submit("/login", name="reader", password=f"guess {n} guess") for n in range(11)]
    assert [a.status_code for a in answers] == [403] * 10 + [429]
    assert answers[-1].headers["retry-after"] == "900"
    assert client.submit("/login", name="reader", password=PASSWORD).status_code == 429


def test_a_session_is_made_at_login_and_never_taken_from_the_request(browse):
    client = browse(local=False)
    client.cookies.set(COOKIE, "chosen-by-somebody-else")
    answer = client.submit("/login", name="reader", password=PASSWORD)
    assert answer.cookies[COOKIE] != "chosen-by-somebody-else"
    cookie = next(c for c in answer.headers.get_list("set-cookie") if c.startswith(COOKIE))
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    client.cookies.clear()
    client.cookies.set(COOKIE, "chosen-by-somebody-else")
    assert client.get("/entries.json").status_code == 401


def test_logging_out_ends_the_session_itself(log_in):
    client = log_in("reader")
    session = client.cookies[COOKIE]
    assert client.submit("/entries", "/logout").status_code == 303
    client.cookies.set(COOKIE, session)
    assert client.get("/entries.json").status_code == 401


def test_a_disabled_account_is_out_at_once(log_in, ledger):
    client = log_in("reader")
    ledger.accounts.disable("reader")
    assert client.get("/entries.json").status_code == 401


def test_the_login_leads_nowhere_else(browse):
    client = browse(local=False)
    for address in ("https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "/a\r\nb"):
        answer = client.submit("/login", name="reader", password=PASSWORD, next=address)
        assert answer.headers["location"] == "/"
    answer = client.submit("/login", name="reader", password=PASSWORD, next="/entries")
    assert answer.headers["location"] == "/entries"


def test_a_form_without_its_token_is_refused(log_in):
    client = log_in("administrator")
    for values in ({}, {"_csrf_token": "x" * 128}):
        assert client.post("/logout", data=values).status_code == 403


def test_a_request_from_a_page_of_another_site_is_refused(browse):
    client = browse(local=False)
    token = re.search(r'name="_csrf_token" value="([^"]+)"', client.get("/login").text)[1]
    values = {"name": "reader", "password": PASSWORD, "_csrf_token": token}
    answer = client.post("/login", data=values, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403


def test_the_desk_does_not_answer_under_another_name(desk):
    answer = desk.get("/", headers={"Host": "rebound.example"})
    assert answer.status_code == 400
    assert "Servanda" not in answer.text


def test_a_token_reads_what_its_scopes_and_its_account_may(browse, ledger):
    client = browse(local=False)
    _, secret = ledger.accounts.create_token("reader", "notebook", ("read", "write"), days=1)
    bearer = {"Authorization": f"Bearer {secret}"}
    assert client.get("/entries.json", headers=bearer).status_code == 200
    for given in ("", "Bearer", "Bearer x", f"Basic {secret}", f"Bearer {secret}x"):
        assert client.get("/entries.json", headers={"Authorization": given}).status_code == 401


def test_sessions_end_with_their_time():
    now = 0.0
    sessions = Sessions(lambda: now)
    session = sessions.open("lan")
    now = 12 * 3600 - 1
    assert sessions.account(session) == "lan"
    now += 2
    assert sessions.account(session) is None
