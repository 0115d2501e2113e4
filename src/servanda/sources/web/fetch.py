"""One address of the web to the bytes behind it, within bounds of size, time and manners."""

from __future__ import annotations

import io
import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from functools import cached_property
from time import monotonic, sleep
from typing import NamedTuple

import httpcore
import httpx

from servanda import __version__
from servanda.errors import InputError
from servanda.sources.limits import Limits
from servanda.sources.streams import read_all, too_large, unpack
from servanda.sources.web.addresses import PRIVATE, Resolve, is_public, look_up, public_only
from servanda.sources.web.connect import Backend, Deadline
from servanda.sources.web.manners import Web
from servanda.sources.web.robots import NAME, Robots

_DEFAULT_WEB, _DEFAULT_LIMITS = Web(), Limits()
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_PACKINGS: Mapping[str, tuple[str, ...]] = {"": (), "identity": (), "gzip": (".gz",), "x-gzip": (".gz",)}
_ACCEPT = "text/html, application/xhtml+xml, application/pdf, text/plain;q=0.9, */*;q=0.5"
_LATER = "try again later"


class Answer(NamedTuple):
    """What a site answered: the address in the end, status, headers, and the body, unpacked as it is read."""

    url: str
    status: int
    headers: httpx.Headers
    body: io.BufferedReader


class Fetcher:
    """Fetches addresses one after the other; remembers what sites allow and when each was asked.

    InputError says what is wrong with an address: that it may not be asked, does not answer, takes too
    long or leads in circles.
    """

    def __init__(
        self, web: Web = _DEFAULT_WEB, limits: Limits = _DEFAULT_LIMITS, resolve: Resolve = look_up
    ) -> None:
        self._web, self._limits = web, limits
        self._resolve = resolve if web.private or web.proxy else public_only(resolve)
        self._robots = Robots(self._robots_text)
        self._asked: dict[str, float] = {}

    def open(self, url: str, headers: Mapping[str, str] | None = None) -> AbstractContextManager[Answer]:
        """Ask `url` and what it redirects to, each hop checked as the first; the last one's answer."""
        return self._follow(url, headers or {}, self._ask_leave)

    def get(self, url: str, limit: int, headers: Mapping[str, str] | None = None) -> tuple[Answer, bytes]:
        """The answer of `url` with all of its body, of at most `limit` bytes."""
        with self.open(url, headers) as answer:
            return answer, read_all(answer.body, limit, answer.url)

    def check(self, url: str) -> str:
        """The address, if its form and its host may be asked. InputError says why not."""
        at = self._checked(url)
        with _explained(url, self._web.max_seconds):
            try:
                self._resolve(at.host, at.port or 443)
            except (OSError, UnicodeError) as error:
                raise InputError(url, "its host is not known", "check the address") from error
        return str(at)

    def post(self, url: str, body: bytes, headers: Mapping[str, str]) -> int:
        """Send `body` to `url`; the status of the answer, of which nothing is read. A redirect is an answer
        like others: what is told to one address is not told to another."""
        with self._ask(self._checked(url), headers, body) as answer:
            return answer.status

    @contextmanager
    def _follow(
        self, url: str, headers: Mapping[str, str], before: Callable[[httpx.URL], None]
    ) -> Iterator[Answer]:
        at = self._checked(url)
        for _ in range(self._web.max_redirects + 1):
            before(at)
            with self._ask(at, headers) as answer:
                target = answer.headers.get("Location")
                if answer.status not in _REDIRECTS or not target:
                    yield answer
                    return
            at = self._redirected(at, target)
        raise InputError(url, f"redirects more than {self._web.max_redirects} times")

    @contextmanager
    def _ask(
        self, url: httpx.URL, headers: Mapping[str, str], content: bytes | None = None
    ) -> Iterator[Answer]:
        """One request, without its redirects, on a connection of its own; with content, a POST."""
        deadline = Deadline(self._web.max_seconds)
        proxy = httpcore.Proxy(self._web.proxy) if self._web.proxy else None
        sent = {
            "Host": url.netloc.decode("ascii"),
            "User-Agent": f"{NAME}/{__version__}" + (f" ({self._web.contact})" if self._web.contact else ""),
            "Accept": _ACCEPT,
            "Accept-Encoding": "gzip",
            "Connection": "close",
            **({"Content-Length": str(len(content))} if content is not None else {}),
            **headers,
        }
        method = "GET" if content is None else "POST"
        with (
            _explained(str(url), self._web.max_seconds),
            httpcore.ConnectionPool(
                ssl_context=self._certificates, proxy=proxy, network_backend=Backend(self._resolve, deadline)
            ) as pool,
            pool.stream(method, str(url), headers=httpx.Headers(sent).raw, content=content) as response,
        ):
            known = httpx.Headers(response.headers)
            packing = known.get("Content-Encoding", "").strip().lower()
            if packing not in _PACKINGS:
                raise InputError(str(url), f"is packed in an unknown way ({packing})")
            body = _Body(response.iter_stream(), self._limits.max_decompressed, str(url))
            unpacked = unpack(io.BufferedReader(body), _PACKINGS[packing], self._limits, str(url))
            yield Answer(str(url), response.status, known, unpacked)

    def _checked(self, url: str) -> httpx.URL:
        """The address without its fragment, if it is one that may be asked."""
        try:
            at = httpx.URL(url.strip()).copy_with(fragment=None)
        except httpx.InvalidURL as error:
            raise InputError(url, f"is no address ({error})") from None
        if at.scheme not in ("http", "https") or not at.host:
            raise InputError(url, "is no address of a web page", "give one that begins with http or https")
        if at.userinfo:
            raise InputError(url, "holds a user's name or password", "leave it out: addresses are recorded")
        if self._web.proxy and not self._web.private and _is_literal(at.host) and not is_public(at.host):
            raise InputError(url, "is no public address", PRIVATE)
        return at

    def _redirected(self, at: httpx.URL, target: str) -> httpx.URL:
        try:
            return self._checked(str(at.join(target)))
        except (httpx.InvalidURL, InputError) as error:
            problem = error.problem if isinstance(error, InputError) else "is no address"
            raise InputError(str(at), f"redirects to {target!r}, which {problem}") from None

    def _ask_leave(self, url: httpx.URL) -> None:
        """Sleep until the host of `url` may be asked again; InputError when it never may."""
        self._robots.check(str(url))
        pause = max(self._web.delay, self._robots.delay(str(url)))
        since = monotonic() - self._asked.get(url.host, float("-inf"))
        if since < pause:
            sleep(pause - since)
        self._asked[url.host] = monotonic()

    def _robots_text(self, url: str) -> tuple[int, str]:
        with self._follow(url, {}, lambda _: None) as answer:
            return answer.status, answer.body.read(self._robots.MOST).decode("utf-8", errors="replace")

    @cached_property
    def _certificates(self) -> ssl.SSLContext:
        return httpx.create_ssl_context()


class _Body(io.RawIOBase):
    """The body of an answer as it comes, of at most `limit` bytes."""

    def __init__(self, pieces: Iterator[bytes], limit: int, url: str) -> None:
        self._pieces, self._limit, self._url = pieces, limit, url
        self._rest, self._read = b"", 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while not self._rest:
            piece = next(self._pieces, None)
            if piece is None:
                return 0
            self._rest = piece
        taken, self._rest = self._rest[: len(buffer)], self._rest[len(buffer) :]
        buffer[: len(taken)] = taken
        self._read += len(taken)
        if self._read > self._limit:
            raise too_large(self._url, self._limit)
        return len(taken)


@contextmanager
def _explained(url: str, seconds: float) -> Iterator[None]:
    """What the network raises, as InputError."""
    try:
        yield
    except httpcore.TimeoutException:
        problem = f"takes longer than {seconds:g} seconds"
        raise InputError(url, problem, "try again later, or raise web.max_seconds in the settings") from None
    except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.ProxyError) as error:
        raise InputError(url, f"cannot be fetched ({error or type(error).__name__})", _LATER) from None


def _is_literal(host: str) -> bool:
    """Whether a host is written as a number, in whatever notation, or is this machine's own name."""
    last = host.rstrip(".").rpartition(".")[2]
    return ":" in host or last.isdigit() or last.startswith("0x") or last == "localhost"
