"""Real sites on this machine, and a way to fetch from them."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from servanda.sources.limits import Limits
from servanda.sources.web.fetch import Fetcher
from servanda.sources.web.manners import Web

Answer = Callable[[BaseHTTPRequestHandler], None]


class Site:
    """A site that answers by path, and remembers what it was asked with which headers."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version: ClassVar[str] = "HTTP/1.1"

            def do_GET(self) -> None:
                site.asked.append((self.path, dict(self.headers)))
                site.answers.get(self.path, Reply(404))(self)

            def log_message(self, *args: object) -> None:
                pass

        class Server(ThreadingHTTPServer):
            daemon_threads: ClassVar[bool] = True

            def handle_error(self, request: object, client_address: object) -> None:
                """The other side hung up: what these tests are about."""

        self.server = Server(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"

    @property
    def paths(self) -> list[str]:
        """What was asked, without robots.txt."""
        return [path for path, _ in self.asked if path != "/robots.txt"]


class Reply:
    """An answer with status, body and headers."""

    def __init__(self, status: int = 200, body: bytes = b"", **headers: str) -> None:
        self.status, self.body = status, body
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}

    def __call__(self, handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(self.status)
        for name, value in {"Content-Length": str(len(self.body)), **self.headers}.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(self.body)


@pytest.fixture
def site() -> Iterator[Site]:
    here = Site()
    thread = threading.Thread(target=here.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield here
    here.server.shutdown()
    here.server.server_close()
    thread.join()


@pytest.fixture
def reply() -> type[Reply]:
    return Reply


Make = Callable[..., Fetcher]


@pytest.fixture
def fetcher() -> Make:
    """Makes one that may ask this machine, by whatever name, and does not wait between two requests."""

    def make(limits: Limits | None = None, **web: object) -> Fetcher:
        manners = Web(**{"private": True, "delay": 0, "max_seconds": 10, **web})  # type: ignore[arg-type]
        return Fetcher(manners, limits or Limits(), lambda host, port: ["127.0.0.1"])

    return make


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """No connection is made; those that would have been."""
    tried: list[str] = []

    def refuse(address: tuple[str, int], *args: object, **more: object) -> socket.socket:
        tried.append(address[0])
        raise ConnectionRefusedError("no network here")

    monkeypatch.setattr(socket, "create_connection", refuse)
    return tried


def resolver(*answers: Sequence[str]) -> Callable[[str, int], Sequence[str]]:
    """A name server that gives these answers, one after the other, and then the last again."""
    left = list(answers)
    return lambda host, port: left.pop(0) if len(left) > 1 else left[0]


@pytest.fixture
def names() -> Callable[..., Callable[[str, int], Sequence[str]]]:
    return resolver
