"""Health, metrics and the log: for who keeps the desk running, and telling nobody else anything."""

import io
import json
import logging

import pytest
from litestar.testing import TestClient
from prometheus_client.parser import text_string_to_metric_families

from servanda.errors import LedgerError
from servanda.settings import DeskSettings, Settings
from servanda.web.app import make_app
from servanda.web.desk import Desk
from servanda.web.record import Lines, start_logging

PASSWORD = "pacta sunt servanda"  # noqa: S105


def test_health_needs_no_login_and_says_nothing_more(browse):
    answer = browse(local=False).get("/health")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


def test_health_says_when_the_ledger_does_not_answer(browse, ledger, monkeypatch):
    client = browse()

    def gone():
        raise LedgerError("/secret/place/ledger.db", "is gone")

    monkeypatch.setattr(type(ledger), "reading", lambda self: gone())
    answer = client.get("/health")
    assert answer.status_code == 503
    assert "secret" not in answer.text


def metrics_of(text):
    return {family.name: family for family in text_string_to_metric_families(text)}


def test_metrics_are_for_administrators_and_their_tokens(log_in, ledger):
    client = log_in("editor")
    assert client.get("/metrics").status_code == 403
    client = log_in("administrator")
    client.get("/entries")
    found = metrics_of(client.get("/metrics").text)
    routes = {sample.labels["route"] for sample in found["servanda_requests"].samples}
    assert "/entries" in routes
    assert found["servanda_sessions"].samples[0].value == 2
    client.cookies.clear()
    assert client.get("/metrics", follow_redirects=False).status_code in (303, 401)
    _, token = ledger.accounts.create_token("administrator", "prometheus", ("read", "review", "write"), 1)
    assert client.get("/metrics", headers={"Authorization": f"Bearer {token}"}).status_code == 200


def test_metrics_name_routes_and_not_what_was_asked_for(browse):
    client = browse()
    client.get("/entries/fact-who-looked-for-this")
    client.get("/no-such-page-of-mine")
    client.request("FROBNICATE", "/entries")
    text = client.get("/metrics").text
    assert "who-looked" not in text
    assert "no-such-page" not in text
    assert "FROBNICATE" not in text
    assert 'route="/entries/{given' in text


@pytest.fixture
def open_desk(ledger, ledger_path):
    """A team's desk whose metrics are open on this machine, asked from an address."""
    ledger.accounts.create("lan", "reader", PASSWORD)
    settings = Settings(ledger=str(ledger_path), desk=DeskSettings(open_metrics=True, calls_a_minute=3))
    with Desk(ledger, settings, local=False) as desk:
        yield lambda address: TestClient(as_from(address, make_app(desk)), base_url="http://localhost")


def as_from(address, app):
    """The application, asked from an address."""

    async def asked(scope, receive, send):
        await app(scope | {"client": (address, 50_000)}, receive, send)

    return asked


def test_open_metrics_are_open_on_this_machine_only_and_not_through_a_proxy(open_desk):
    assert open_desk("127.0.0.1").get("/metrics").status_code == 200
    assert open_desk("192.0.2.7").get("/metrics", follow_redirects=False).status_code in (303, 401)
    through = {"X-Forwarded-For": "192.0.2.7"}
    answer = open_desk("127.0.0.1").get("/metrics", headers=through, follow_redirects=False)
    assert answer.status_code in (303, 401)


def test_calls_beyond_the_limit_of_a_minute_have_to_wait(open_desk, ledger):
    _, token = ledger.accounts.create_token("lan", "x", ("read",), 1)
    client = open_desk("127.0.0.1")
    answers = [client.get("/api/v1/queue", headers={"Authorization": f"Bearer {token}"}) for _ in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert answers[-1].headers["content-type"].startswith("application/problem+json")
    assert client.get("/health").status_code == 200


@pytest.fixture
def logged():
    """What the log holds, a line for each record."""
    logger = logging.getLogger("servanda")
    before = logger.handlers, logger.level, logger.propagate
    start_logging("json")
    out = io.StringIO()
    logger.handlers[0].setStream(out)
    yield lambda: [json.loads(line) for line in out.getvalue().splitlines()]
    logger.handlers, logger.level, logger.propagate = before


def test_each_request_is_a_line_with_who_what_and_how_long_but_no_query(log_in, logged):
    client = log_in("reader")
    answer = client.get("/search?q=what-somebody-looks-for")
    line = logged()[-1]
    assert line["request"] == answer.headers["x-request-id"]
    assert (line["user"], line["method"], line["path"], line["status"]) == ("reader", "GET", "/search", 200)
    assert line["ms"] > 0
    assert "looks-for" not in json.dumps(logged())
    assert PASSWORD not in json.dumps(logged())


def test_nobody_writes_lines_of_their_own_into_the_log(desk, logged):
    desk.get("/entries/%0a%7b%22user%22%3a%22lan%22%7d%e2%80%ae")
    line = logged()[-1]
    assert line["status"] == 404
    assert "\u202e" not in line["path"]


def test_what_fails_inside_is_a_line_with_its_trace(browse, logged, monkeypatch):
    client = browse(raising=False)
    monkeypatch.setattr("servanda.web.pages.fields.fields", lambda: 1 / 0)
    assert client.get("/fields").status_code == 500
    assert "ZeroDivisionError" in next(line["error"] for line in logged() if line["level"] == "error")


def test_a_line_is_one_line_whatever_stands_in_it():
    record = logging.LogRecord("servanda", logging.INFO, "", 0, "a\nb %s", ("\u2028c",), None)
    assert "\n" not in Lines().format(record)
