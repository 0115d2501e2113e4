"""Connections that go to the very address that was checked, and end when their time is over."""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterable
from typing import Any

import httpcore

from servanda.sources.web.addresses import Resolve

_Options = Iterable[Any]


class Deadline:
    """A moment at which all that waits for the net gives up."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """The seconds until then; httpcore.ReadTimeout when there are none."""
        seconds = self._end - time.monotonic()
        if seconds <= 0:
            raise httpcore.ReadTimeout("the time is over")
        return seconds


class Backend(httpcore.NetworkBackend):
    """The network, in which a host is looked up once, by `resolve`, and the connection goes to what that
    said. A name that is looked up to be checked and again to be connected to could change in between.

    TLS still asks for the certificate of the name: httpcore hands the host of the address to `start_tls`.
    """

    def __init__(self, resolve: Resolve, deadline: Deadline) -> None:
        self._net, self._resolve, self._deadline = httpcore.SyncBackend(), resolve, deadline

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: _Options | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of `host` that answers. The deadline takes the place of `timeout`."""
        try:
            addresses = self._resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError("its host is not known") from error
        failure: Exception = httpcore.ConnectError("its host has no address")
        for address in addresses:
            try:
                stream = self._net.connect_tcp(
                    address, port, self._deadline.left(), local_address, socket_options
                )
            except httpcore.ConnectError as error:
                failure = error
            else:
                return _Timed(stream, self._deadline)
        raise failure


class _Timed(httpcore.NetworkStream):
    """A connection of which no read or write, of however few bytes, goes beyond the deadline."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _Timed(
            self._stream.start_tls(ssl_context, server_hostname, self._deadline.left()), self._deadline
        )

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
