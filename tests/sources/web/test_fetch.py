"""Addresses are fetched from real servers, within bounds, and nothing is asked that may not be."""

from __future__ import annotations

import gzip
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Callable, Sequence
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest

from servanda.errors import InputError
from servanda.sources.limits import Limits
from servanda.sources.web.fetch import Fetcher
from servanda.sources.web.manners import Web

Names = Callable[..., Callable[[str, int], Sequence[str]]]


def body(fetcher: Fetcher, url: str) -> bytes:
    return fetcher.get(url, 1 << 20)[1]


def test_gives_the_bytes_and_says_who_asks(site: Any, reply: Any, fetcher: Any) -> None:
    site.answers["/a"] = reply(200, b"They met.")
    assert body(fetcher(contact="desk@example.org"), f"{site.url}/a#top") == b"They met."
    sent = dict(site.asked)["/a"]
    assert sent["User-Agent"].startswith("Servanda/") and "(desk@example.org)" in sent["User-Agent"]
    assert sent["Host"] == site.url.removeprefix("http://")


def test_a_packed_body_is_unpacked(site: Any, reply: Any, fetcher: Any) -> None:
    site.answers["/a"] = reply(200, gzip.compress(b"They met."), Content_Encoding="gzip")
    assert body(fetcher(), f"{site.url}/a") == b"They met."


def test_a_body_in_chunks_is_whole(site: Any, fetcher: Any) -> None:
    def chunks(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        handler.wfile.write(b"4\r\nThey\r\n5\r\n met.\r\n0\r\n\r\n")

    site.answers["/a"] = chunks
    assert body(fetcher(), f"{site.url}/a") == b"They met."


def test_a_redirect_leads_to_the_page_and_its_own_address(site: Any, reply: Any, fetcher: Any) -> None:
    site.answers |= {"/a": reply(302, Location="b?x=1"), "/b?x=1": reply(200, b"They met.")}
    answer, data = fetcher().get(f"{site.url}/a", 100)
    assert (answer.url, data) == (f"{site.url}/b?x=1", b"They met.")


def test_a_circle_of_redirects_ends(site: Any, reply: Any, fetcher: Any) -> None:
    site.answers["/a"] = reply(301, Location="/a")
    with pytest.raises(InputError, match="redirects more than 3 times"):
        body(fetcher(max_redirects=3), f"{site.url}/a")
    assert site.paths == ["/a"] * 4


@pytest.mark.parametrize("target", ["file:///etc/passwd", "gopher://example.org/", "javascript:1"])
def test_a_redirect_to_what_is_no_web_page_is_refused(
    site: Any, reply: Any, fetcher: Any, target: str
) -> None:
    site.answers["/a"] = reply(302, Location=target)
    with pytest.raises(InputError, match="redirects to"):
        body(fetcher(), f"{site.url}/a")


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/a",
        "http:///a",
        "example.org",
        "http://[::1",
        "http://0177.0.0.1/",
        "http://a:b@x.example/",
    ],
)
def test_what_is_no_address_is_refused(fetcher: Any, no_network: list[str], url: str) -> None:
    with pytest.raises(InputError):
        body(fetcher(), url)
    assert no_network == []


# --- private addresses


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "localhost", "2130706433", "0x7f.1", "127.1", "[::1]", "10.0.0.1",
        "169.254.169.254", "[::ffff:169.254.169.254]", "[2002:7f00:1::]", "[64:ff9b::7f00:1]",
        "0.0.0.0", "[::]",
    ],
)  # fmt: skip
def test_private_hosts_are_never_connected_to(host: str, no_network: list[str]) -> None:
    with pytest.raises(InputError, match="no public address"):
        body(Fetcher(Web(delay=0)), f"http://{host}:8080/a")
    assert no_network == []


def test_a_name_that_leads_to_a_private_address_is_refused(names: Names, no_network: list[str]) -> None:
    fetcher = Fetcher(Web(delay=0), Limits(), names(["192.168.0.7"]))
    with pytest.raises(InputError, match=r"leads to 192\.168\.0\.7"):
        body(fetcher, "https://inside.example/a")
    assert no_network == []


def test_the_connection_goes_to_the_address_that_was_checked(names: Names, no_network: list[str]) -> None:
    fetcher = Fetcher(Web(delay=0), Limits(), names(["8.8.8.8"], ["127.0.0.1"]))
    with pytest.raises(InputError, match="cannot be fetched"):
        body(fetcher, "http://rebound.example/a")
    assert no_network == ["8.8.8.8"]


def test_a_redirect_from_a_public_host_into_this_machine_is_refused(
    site: Any, reply: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The public host is played by the site, to which connections to its public address are led."""
    connect = socket.create_connection
    port = site.server.server_port

    def divert(address: tuple[str, int], *args: Any, **more: Any) -> socket.socket:
        assert address[0] == "93.184.215.14"
        return connect(("127.0.0.1", port), *args, **more)

    monkeypatch.setattr(socket, "create_connection", divert)
    hosts = {"public.example": "93.184.215.14", "inside.example": "127.0.0.1"}
    fetcher = Fetcher(Web(delay=0), Limits(), lambda host, port: [hosts.get(host, host)])
    for target in (f"http://127.0.0.1:{port}/secret", "http://inside.example/secret"):
        site.answers["/a"] = reply(302, Location=target)
        with pytest.raises(InputError, match="no public address"):
            body(fetcher, "http://public.example/a")
    assert "/secret" not in site.paths


def test_proxies_of_the_environment_are_not_used(
    site: Any, reply: Any, fetcher: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.answers["/a"] = reply(200, b"They met.")
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert body(fetcher(), f"{site.url}/a") == b"They met."


def test_a_proxy_that_was_set_is_asked_but_not_for_private_addresses(site: Any, reply: Any) -> None:
    site.answers["http://far.example/a"] = reply(200, b"They met.")
    fetcher = Fetcher(Web(delay=0, proxy=site.url))
    assert body(fetcher, "http://far.example/a") == b"They met."
    for host in ("127.0.0.1", "localhost", "2130706433", "[::1]", "0x7f000001"):
        with pytest.raises(InputError, match="no public address"):
            body(fetcher, f"http://{host}/a")


# --- size and time


def test_a_body_that_is_too_large_is_refused(site: Any, reply: Any, fetcher: Any) -> None:
    site.answers["/a"] = reply(200, bytes(2000))
    with pytest.raises(InputError, match="larger than 1000 bytes"):
        fetcher().get(f"{site.url}/a", 1000)


def test_a_body_that_unpacks_to_too_much_is_refused(site: Any, reply: Any, fetcher: Any) -> None:
    site.answers["/a"] = reply(200, gzip.compress(bytes(50 << 20)), Content_Encoding="gzip")
    with pytest.raises(InputError, match="larger than 1 MiB"):
        fetcher().get(f"{site.url}/a", 1 << 20)


def test_a_body_without_end_is_refused(site: Any, fetcher: Any) -> None:
    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        while True:
            handler.wfile.write(bytes(1 << 16))

    site.answers["/a"] = endless
    with pytest.raises(InputError, match="larger than 1 MiB"):
        body(fetcher(Limits(max_decompressed=1 << 20)), f"{site.url}/a")


@pytest.mark.parametrize("head", [b"", b"HTTP/1.1 200 OK\r\nX: ", b"HTTP/1.1 200 OK\r\n\r\n"])
def test_a_site_that_gives_a_byte_at_a_time_does_not_hold_the_run(
    site: Any, fetcher: Any, head: bytes
) -> None:
    def trickle(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(head)
        for _ in range(100):
            handler.wfile.write(b"a")
            handler.wfile.flush()
            time.sleep(0.05)

    site.answers["/a"] = trickle
    with pytest.raises(InputError, match=r"takes longer than 0\.4 seconds"):
        body(fetcher(max_seconds=0.4), f"{site.url}/a")


def test_heads_without_end_are_refused(site: Any, fetcher: Any) -> None:
    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
        while True:
            handler.wfile.write(b"X-Y: " + b"z" * 1000 + b"\r\n")

    site.answers["/a"] = endless
    with pytest.raises(InputError, match="cannot be fetched"):
        body(fetcher(), f"{site.url}/a")


def test_a_body_that_breaks_off_is_no_page(site: Any, reply: Any, fetcher: Any) -> None:
    site.answers["/a"] = reply(200, b"They", Content_Length="100", Connection="close")
    with pytest.raises(InputError, match=r"cannot be fetched|takes longer"):
        body(fetcher(max_seconds=1), f"{site.url}/a")


def test_an_unknown_packing_is_named(site: Any, reply: Any, fetcher: Any) -> None:
    site.answers["/a"] = reply(200, b"x", Content_Encoding="br")
    with pytest.raises(InputError, match=r"unknown way \(br\)"):
        body(fetcher(), f"{site.url}/a")


# --- certificates


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("tls") / "both.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
         "-subj", "/CN=right.example", "-addext", "subjectAltName=DNS:right.example",
         "-keyout", str(path), "-out", str(path.with_suffix(".crt"))],
        check=True, capture_output=True,
    )  # fmt: skip
    path.write_bytes(path.read_bytes() + path.with_suffix(".crt").read_bytes())
    return path


def test_the_certificate_has_to_be_that_of_the_name(
    certificate: Path, fetcher: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    asked: list[str | None] = []
    context.sni_callback = lambda connection, name, _: asked.append(name)
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                raw, _ = listener.accept()
            except OSError:
                return
            try:
                with context.wrap_socket(raw, server_side=True) as connection:
                    connection.recv(4096)
                    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nThey met.")
            except OSError:
                continue

    threading.Thread(target=serve, daemon=True).start()
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate.with_suffix(".crt")))
    port = listener.getsockname()[1]
    assert body(fetcher(), f"https://right.example:{port}/a") == b"They met."
    assert asked == ["right.example", "right.example"]  # its robots.txt, then the page
    with pytest.raises(InputError, match=r"(?i)certificate"):
        body(fetcher(), f"https://wrong.example:{port}/a")
    listener.close()
