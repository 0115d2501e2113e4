"""Processes that make the pages of a large ledger beside the server, so that more than one core works at
them. A small ledger needs none."""

from __future__ import annotations

import logging
import threading
from multiprocessing import get_context
from multiprocessing.connection import Connection
from queue import Empty, SimpleQueue
from typing import Any, NamedTuple

from servanda.settings import Settings
from servanda.web.helping import READY, Answer, Work, help_with

_MOST_LOST = 10
"""After so many that ended by themselves no new one is started: the server makes all pages itself."""
_PATIENCE = 60.0
"""Seconds after which one that does not answer is ended."""
_BUSY = 0.5
"""Seconds for which a page waits for one that is free, before the server makes it."""
_log = logging.getLogger("servanda.helpers")


class _Helper(NamedTuple):
    process: Any
    connection: Connection

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.connection.close()


class Helpers:
    """Starts them when they are first asked for; until they are there, and while all are busy for long, they
    answer nothing.

    number  of them
    local   whether the desk is that of one person without an account
    """

    def __init__(self, number: int, settings: Settings, *, local: bool) -> None:
        self._number, self._settings, self._local = number, settings, local
        self._free: SimpleQueue[_Helper] = SimpleQueue()
        self._lock = threading.Lock()
        self._all: list[_Helper] = []
        self._ready = self._lost = 0
        self._closed = self._started = False

    def answer(self, work: Work) -> Answer | None:
        """The page, None where none of them made one: the server then makes it, or says what is wrong."""
        if not self._started:
            self._start_all()
        try:
            # One that is busy is free soon; what the server makes itself meanwhile holds all others up.
            helper = self._free.get(timeout=_BUSY if self._ready else 0)
        except Empty:
            return None
        try:
            helper.connection.send(work)
            if not helper.connection.poll(_PATIENCE):
                raise EOFError
            answer: Answer | None = helper.connection.recv()
        except (EOFError, OSError):
            with self._lock:
                self._ready -= 1
            self._lose(helper)
            return None
        self._free.put(helper)
        return answer

    def close(self) -> None:
        """Ends them."""
        with self._lock:
            self._closed = self._started = True
            while self._all:
                self._all.pop().end()

    def _start_all(self) -> None:
        with self._lock:
            if self._started:
                return
            self._started = True
        for _ in range(self._number):
            threading.Thread(target=self._start, daemon=True).start()

    def _start(self) -> None:
        context = get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(
            target=help_with, args=(theirs, self._settings, self._local), daemon=True, name="servanda-helper"
        )
        helper = _Helper(process, ours)
        with self._lock:
            if self._closed:
                return
            process.start()
            theirs.close()
            self._all.append(helper)
        try:
            ready = ours.recv() == READY
        except (EOFError, OSError):
            ready = False
        if not ready:
            self._lose(helper)
            return
        with self._lock:
            self._ready += 1
        self._free.put(helper)

    def _lose(self, helper: _Helper) -> None:
        with self._lock:
            if self._closed:
                return
            self._all.remove(helper)
            helper.end()
            self._lost += 1
            again = self._lost <= _MOST_LOST
        _log.error("a helper ended with status %s", helper.process.exitcode)
        if again:
            threading.Thread(target=self._start, daemon=True).start()
