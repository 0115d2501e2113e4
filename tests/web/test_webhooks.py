"""Webhooks: told of each read that concerns them, signed, again where it fails; no private address is."""

import json
import threading
from hashlib import sha256
from hmac import compare_digest
from hmac import new as keyed
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from sqlalchemy import select
from tests.web.conftest import TODAY

from servanda.errors import InputError
from servanda.ledger.deliveries import HELD
from servanda.ledger.tables import versions
from servanda.model.document import Document
from servanda.model.facts import Instrument
from servanda.settings import Settings
from servanda.sources.web.fetch import Fetcher
from servanda.sources.web.manners import Web
from servanda.web.desk import Desk
from servanda.web.messenger import BACKOFF, Messenger, signature

NEWS = "Japan and the Philippines signed a memorandum on cyber defence in Manila on 3 May 2024."


class Site:
    """What answers at the addresses of webhooks."""

    def __init__(self, *statuses):
        self.statuses, self.got = list(statuses), []

    def post(self, url, body, headers):
        self.got.append((url, body, headers))
        status = self.statuses.pop(0) if self.statuses else 200
        if status == 0:
            raise InputError(url, "cannot be fetched")
        return status


class Time:
    now = 1_700_000_000.0

    def __call__(self):
        return self.now


@pytest.fixture
def site():
    """A real site on this machine that takes what is posted to it."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            server.posted.append((self.path, body, dict(self.headers)))
            self.send_response(302 if self.path == "/moved" else 200)
            self.send_header("Location", "/elsewhere")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    server.posted, server.url = [], f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def messenger(ledger, ledger_path):
    """Makes a messenger that sends to a site."""
    desks = []

    def make(site, clock=None):
        desks.append(Desk(ledger, Settings(ledger=str(ledger_path)), local=True, today=lambda: TODAY))
        return Messenger(desks[-1], site.post, clock or Time())

    yield make
    for desk in desks:
        desk.close()


def read_news(ledger):
    """A document that tells of a memorandum comes into the ledger, as any program may read it."""
    known = {"name": "news", "origin": "news", "text": NEWS, "published": "2024-05-04"}
    document = Document(**known, sha256=sha256(NEWS.encode()).hexdigest())
    fact = Instrument(
        document="news",
        source=document.id,
        evidence=(document.span(0, len(NEWS)),),
        type="memorandum",
        action="signed",
        title="memorandum on cyber defence",
        parties=("JP", "PH"),
    )
    run = ledger.begin_read("test 1")
    run.add(document, NEWS.encode(), [fact])
    run.finish()


def erased_id(ledger):
    """The id of the document of the news."""
    with ledger.reading() as connection:
        return connection.execute(select(versions.c.id).where(versions.c.name == "news")).scalar_one()


def test_a_read_is_told_once_and_signed(ledger, messenger):
    site = Site()
    hook = ledger.webhooks.register("lan", "https://example.org/told", ("JP", "PH"))
    told = messenger(site)
    assert (told.look(), told.send()) == (0, 0), "nothing was read since"
    read_news(ledger)
    assert (told.look(), told.send()) == (1, 1)
    assert (told.look(), told.send()) == (0, 0)
    ((url, body, headers),) = site.got
    assert url == "https://example.org/told"
    message = json.loads(body)
    assert message["event"] == "ledger.read"
    assert any("memorandum" in entry["label"].lower() for entry in message["entries"])
    at, _, made = headers["Servanda-Signature"].removeprefix("t=").partition(",v1=")
    expected = keyed(hook.secret.encode(), f"{at}.".encode() + body, sha256).hexdigest()
    assert compare_digest(made, expected)


def test_a_webhook_of_other_parties_is_told_nothing(ledger, messenger):
    site = Site()
    ledger.webhooks.register("lan", "https://example.org/told", ("FR", "VN"))
    told = messenger(site)
    read_news(ledger)
    assert told.look() == 0
    assert told.send() == 0


@pytest.mark.parametrize("failure", [0, 301, 404, 500])
def test_what_does_not_arrive_is_sent_again_later_and_later_then_given_up(ledger, messenger, failure):
    site, clock = Site(*[failure] * 20), Time()
    ledger.webhooks.register("lan", "https://example.org/told")
    told = messenger(site, clock)
    read_news(ledger)
    told.look()
    told.send()
    for number, pause in enumerate(BACKOFF, start=1):
        clock.now += pause - 1
        told.send()
        assert len(site.got) == number, "not before its time"
        clock.now += 1
        told.send()
        assert len(site.got) == number + 1
    clock.now += 10 * BACKOFF[-1]
    assert told.send() == 0
    assert len(site.got) == len(BACKOFF) + 1
    assert len({headers["Servanda-Delivery"] for _, _, headers in site.got}) == 1, "one message, many tries"


def test_a_second_try_that_arrives_is_the_last(ledger, messenger):
    site, clock = Site(503), Time()
    ledger.webhooks.register("lan", "https://example.org/told")
    told = messenger(site, clock)
    read_news(ledger)
    told.look()
    assert told.send() == 0
    clock.now += BACKOFF[0]
    assert told.send() == 1
    clock.now += BACKOFF[-1]
    assert told.send() == 0


def test_what_waits_outlives_a_restart_and_keeps_its_times(ledger, messenger):
    site, clock = Site(503, 503), Time()
    ledger.webhooks.register("lan", "https://example.org/told")
    told = messenger(site, clock)
    read_news(ledger)
    assert (told.look(), told.send()) == (1, 0)
    told = messenger(site, clock)
    assert (told.look(), told.send()) == (0, 0), "not told anew, and not before its time"
    clock.now += BACKOFF[0]
    assert told.send() == 0
    told = messenger(site, clock)
    clock.now += BACKOFF[1] - 1
    assert told.send() == 0
    assert len(site.got) == 2
    clock.now += 1
    assert told.send() == 1
    assert messenger(site, clock).send() == 0
    assert len({headers["Servanda-Delivery"] for _, _, headers in site.got}) == 1


def test_what_was_read_while_the_desk_was_down_is_told_when_it_is_up(ledger, messenger):
    site = Site()
    ledger.webhooks.register("lan", "https://example.org/told")
    read_news(ledger)
    told = messenger(site)
    assert (told.look(), told.send()) == (1, 1)
    assert (messenger(site).look(), messenger(site).send()) == (0, 0)


def test_a_desk_that_dies_while_it_sends_sends_the_same_message_again(ledger, messenger):
    class Dies(Site):
        def post(self, url, body, headers):
            super().post(url, body, headers)
            raise SystemExit

    dying, site, clock = Dies(), Site(), Time()
    ledger.webhooks.register("lan", "https://example.org/told")
    read_news(ledger)
    told = messenger(dying, clock)
    told.look()
    with pytest.raises(SystemExit):
        told.send()
    told = messenger(site, clock)
    assert told.send() == 0, "another desk may have it under way"
    clock.now += HELD
    assert told.send() == 1
    assert dying.got[0][2]["Servanda-Delivery"] == site.got[0][2]["Servanda-Delivery"]
    assert dying.got[0][1] == site.got[0][1]


def test_a_message_whose_document_was_erased_is_not_sent(ledger, messenger):
    site, clock = Site(503), Time()
    ledger.webhooks.register("lan", "https://example.org/told")
    read_news(ledger)
    told = messenger(site, clock)
    told.look()
    told.send()
    ledger.erase([erased_id(ledger)], by="lan", why="request")
    told = messenger(site, clock)
    clock.now += BACKOFF[0]
    assert told.send() == 0
    assert len(site.got) == 1
    assert ledger.deliveries.counts()["dropped"] == 1


def test_what_was_given_up_is_counted_where_it_is_looked_for(desk, ledger, messenger):
    hook = ledger.webhooks.register("local", "https://1.1.1.1/told")
    read_news(ledger)
    clock = Time()
    told = messenger(Site(*[500] * 20), clock)
    told.look()
    for _ in range(len(BACKOFF) + 1):
        assert ledger.webhooks.all()[0].webhook.waiting == 1
        told.send()
        clock.now += BACKOFF[-1]
    (listed,) = ledger.webhooks.of(hook.webhook.account)
    assert (listed.waiting, listed.given_up) == (0, 1)
    assert 'servanda_webhook_messages{outcome="given up"} 1.0' in desk.get("/metrics").text


def test_a_signature_changes_with_body_time_and_secret():
    made = {signature(s, t, b) for s in ("a", "b") for t in (1, 2) for b in (b"x", b"y")}
    assert len(made) == 8


def test_a_message_arrives_at_a_real_site_and_no_redirect_is_followed(site):
    here = Fetcher(Web(private=True))
    assert here.post(f"{site.url}/told", b'{"a": 1}', {"Content-Type": "application/json"}) == 200
    ((path, body, headers),) = site.posted
    assert (path, body) == ("/told", b'{"a": 1}')
    assert headers["Content-Type"] == "application/json"
    assert here.post(f"{site.url}/moved", b"{}", {}) == 302
    assert [path for path, *_ in site.posted] == ["/told", "/moved"]


def test_a_private_address_is_told_nothing(site):
    with pytest.raises(InputError, match="no public address"):
        Fetcher(Web()).post(f"{site.url}/told", b"{}", {})
    assert site.posted == []


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/x",
        "http://localhost:9/x",
        "http://[::1]/",
        "http://169.254.169.254/",
        "http://0x7f000001/",
    ],
)
def test_a_private_address_is_refused_when_it_is_registered(desk, url):
    answer = desk.post("/api/v1/webhooks", json={"url": url})
    assert answer.status_code == 422
    assert desk.get("/api/v1/webhooks").json()["total"] == 0


@pytest.mark.parametrize(
    "url", ["ftp://1.1.1.1/", "javascript:alert(1)", "https://a:b@1.1.1.1/", "https://", "x"]
)
def test_what_is_no_address_of_the_web_is_refused(desk, url):
    assert desk.post("/api/v1/webhooks", json={"url": url}).status_code in (400, 422)


def test_the_secret_is_shown_once_and_webhooks_are_ones_own(desk, ledger):
    mine = desk.post("/api/v1/webhooks", json={"url": "https://1.1.1.1/", "parties": ["Japan"]}).json()
    other = ledger.webhooks.register("somebody", "https://1.1.1.1/other")
    listed = desk.get("/api/v1/webhooks")
    assert mine["secret"] not in listed.text
    assert [each["parties"] for each in listed.json()["items"]] == [["JP"]]
    assert desk.delete(f"/api/v1/webhooks/{other.webhook.id}").status_code == 404
    assert desk.delete(f"/api/v1/webhooks/{mine['webhook']['id']}").status_code == 204
    assert desk.get("/api/v1/webhooks").json()["total"] == 0
