"""An order is carried out to its end, whatever its documents do."""

import hashlib
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from servanda.intake.orders import Begun, Careful, Done, Linking, Order, carry_out
from servanda.intake.taking import Taken
from servanda.ledger import Ledger
from servanda.settings import Settings
from servanda.sources.items import RawItem, Skipped
from servanda.sources.metadata import Metadata
from servanda.sources.web.manners import Web


@pytest.fixture
def carry(tmp_path):
    """Carries out orders with an extractor that finds nothing and fails on the word "poison"."""

    def extract(document):
        if "poison" in document.text:
            raise RecursionError("too deep")
        return []

    told = []

    def carry(order, settings=None):
        with Ledger.open(tmp_path / "ledger.db", create=True) as ledger:
            carry_out(order, ledger, Careful(extract, "none 1"), settings or Settings(), told.append)
            return told, [ledger.document(each.document) for each in told if isinstance(each, Taken)]

    return carry


def note(name, text):
    return RawItem(name=name, origin=f"notes/{name}", media_type="text/plain", data=text.encode())


def test_a_document_on_which_reading_fails_is_skipped_and_the_next_is_read(carry):
    told, read = carry(
        Order(notes=(note("bad", "A poison pill of a sentence."), note("good", "The ministers met.")))
    )
    assert [type(each) for each in told] == [Begun, Skipped, Begun, Taken, Linking, Done]
    assert told[1].origin == "notes/bad"
    assert "failed" in told[1].reason
    assert [document.name for document in read] == ["good"]


def test_what_was_passed_is_not_read_again(carry):
    told, read = carry(
        Order(notes=(note("deadly", "The ministers met."),), passed=frozenset({"notes/deadly"}))
    )
    assert [type(each) for each in told] == [Skipped, Linking, Done]
    assert read == []


def test_files_stand_under_the_origin_of_their_order_and_not_under_a_folder_of_the_server(carry, tmp_path):
    folder = tmp_path / "incoming"
    folder.mkdir()
    (folder / "a.txt").write_text("The ministers met in Suva.")
    (folder / "b.txt").write_text("")
    told, read = carry(Order(folder=str(folder), origin="uploads/today/lan"))
    assert [document.origin for document in read] == ["uploads/today/lan/a.txt"]
    assert [each.origin for each in told if isinstance(each, Skipped)] == ["uploads/today/lan/b.txt"]
    assert read[0].sha256 == hashlib.sha256(b"The ministers met in Suva.").hexdigest()


def test_what_is_known_of_all_gives_way_to_what_is_known_of_one(carry):
    one = RawItem(
        name="one",
        origin="one",
        media_type="text/plain",
        data=b"The ministers met in Suva.",
        metadata=Metadata(publisher="Gazette"),
    )
    order = Order(notes=(one,), about=Metadata(publisher="Ministry", published="2024-05-01"))
    _, read = carry(order)
    assert (read[0].publisher, read[0].published) == ("Gazette", "2024-05-01")


FEED = """<rss version="2.0"><channel><title>Gazette</title>
<item><guid>1</guid><title>Talks in Suva</title><pubDate>Tue, 14 May 2024 10:00:00 GMT</pubDate>
<link>http://127.0.0.1:{port}/talks</link></item></channel></rss>"""


class Site(BaseHTTPRequestHandler):
    """A feed with one entry, and its page."""

    def do_GET(self):
        pages = {
            "/feed": ("application/rss+xml", FEED.format(port=self.server.server_port)),
            "/talks": ("text/html", "<html><body><p>The ministers met in Suva on Tuesday.</p></body></html>"),
        }
        kind, body = pages.get(self.path, ("text/plain", ""))
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *args):
        pass


@pytest.fixture
def site():
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_the_entries_of_a_feed_are_read_with_what_it_tells_of_them(carry, site):
    order = Order(feeds=(f"{site}/feed",), addresses=(f"{site}/nothing",))
    told, read = carry(order, Settings(web=Web(private=True, delay=0)))
    assert [(d.title, d.published, d.url) for d in read] == [("Talks in Suva", "2024-05-14", f"{site}/talks")]
    assert [each.origin for each in told if isinstance(each, Skipped)] == [f"{site}/nothing"]


def test_private_addresses_are_refused_unless_the_settings_allow_them(carry, site):
    told, read = carry(Order(feeds=(f"{site}/feed",), addresses=(f"{site}/talks",)))
    assert read == []
    assert [each.origin for each in told if isinstance(each, Skipped)] == [f"{site}/talks", f"{site}/feed"]
