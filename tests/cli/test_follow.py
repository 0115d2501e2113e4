"""`follow` reads the new entries of feeds into the ledger, round after round."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from servanda.cli import follow
from servanda.ledger import Ledger
from servanda.query.documents import documents

TEXT = (
    "The Minister of Defence of Portugal, Ana Reis, met her Swedish counterpart in Lisbon on 4 May 2021. "
    "Portugal and Sweden signed an agreement on rescue at sea. "
)


@pytest.fixture
def feed(monkeypatch):
    """The entries of a feed on this machine, which can be added to, and its address."""
    monkeypatch.setenv("SERVANDA_WEB_PRIVATE", "true")
    monkeypatch.setenv("SERVANDA_WEB_DELAY", "0")
    entries = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            items = "".join(
                f"<item><guid>{n}</guid><link>/{n}</link><content:encoded>{text}</content:encoded></item>"
                for n, text in enumerate(entries)
            )
            data = (
                '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
                f"<title>Ministry</title>{items}</channel></rss>"
            ).encode()
            self.send_response(200 if self.path == "/feed" else 404)
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *args):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield entries, f"http://127.0.0.1:{server.server_port}/feed"
        server.shutdown()


def names(path):
    with Ledger.open(path) as book:
        return sorted(document.name for document in documents(book))


def test_new_entries_come_into_the_ledger_once(servanda, feed, tmp_path):
    entries, url = feed
    entries.append(TEXT * 5)
    result = servanda("follow", url, "--once", "--ledger", "l.db")
    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith("Documents: 1 new. Facts added: ")
    assert (tmp_path / "l.db.feeds.json").exists()
    again = servanda("follow", url, "--once", "--ledger", "l.db")
    assert (again.stdout, again.stderr) == ("", "nothing new\n")
    entries.append(TEXT * 6)
    assert json.loads(servanda("follow", url, "--once", "--ledger", "l.db", "--json").stdout)[
        "documents"
    ] == {"new": 1}
    assert names(tmp_path / "l.db") == ["0", "1"]


def test_goes_on_asking_until_it_is_stopped(servanda, feed, tmp_path, monkeypatch):
    entries, url = feed
    slept = []

    def sleep(seconds):
        slept.append(seconds)
        entries.append(TEXT * (5 + len(slept)))
        if len(slept) == 3:
            raise KeyboardInterrupt

    monkeypatch.setattr(follow, "sleep", sleep)
    result = servanda("follow", url, "--every", "5", "--state", "state.json")
    assert result.exit_code == 130
    assert slept == [300, 300, 300]
    assert names(tmp_path / "servanda.db") == ["0", "1"]
    assert (tmp_path / "state.json").exists()


def test_what_cannot_be_read_is_named_and_the_rest_is_read(servanda, feed, tmp_path):
    entries, url = feed
    entries += [TEXT * 5, "They met."]
    result = servanda("follow", f"{url}/none", url, "--once")
    assert result.exit_code == 3
    assert "404 Not Found" in result.stderr and f"{url[:-5]}/1" in result.stderr
    assert names(tmp_path / "servanda.db") == ["0"]


def test_a_private_address_is_refused(servanda, feed, monkeypatch):
    monkeypatch.delenv("SERVANDA_WEB_PRIVATE")
    result = servanda("follow", feed[1], "--once")
    assert result.exit_code == 3
    assert "no public address" in result.stderr
