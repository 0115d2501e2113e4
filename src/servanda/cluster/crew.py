"""Processes on this machine that read facts, each with limits of time and memory.

A document on which a process takes too long, needs too much or dies is set aside, and a new process goes
on with the others: neither the run nor a server ends.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from itertools import islice
from types import TracebackType
from typing import IO, Self, cast

import msgspec

from servanda.cluster import worker
from servanda.cluster.work import Job, Outcome
from servanda.cluster.worker import read_frame, write_frame
from servanda.errors import ServandaError, UsageError
from servanda.model.document import Document
from servanda.model.facts import AnyFact
from servanda.sources.items import Skipped
from servanda.sources.limits import Limits

_START_SECONDS = 300.0
_SPARE = 5.0
"""Seconds beside the limit for an answer to come over."""
_TRIES = 3
_AT_ONCE = 16
"""Documents of one job where only facts are wanted."""
_AHEAD = 2
"""Jobs in hand for each process."""
_ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}


class Crew:
    """So many processes that read facts with `model`; an engine, and the hands of all others.

    `label` is the extractor's name and version. Close it, or use it in a `with`. UsageError when the model
    is not installed.
    """

    def __init__(self, model: str, limits: Limits, workers: int = 1) -> None:
        self._command = [
            sys.executable,
            "-P",
            "-m",
            worker.__name__,
            model,
            msgspec.json.encode(limits).decode(),
        ]
        self._limits, self._workers, self._model = limits, workers, model
        self._idle: deque[_Process] = deque()
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="crew")
        first = self._start()
        self.label = first.label
        self._idle.append(first)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the processes."""
        self._threads.shutdown(wait=True, cancel_futures=True)
        while self._idle:
            self._idle.pop().end()

    def extract_many(
        self, documents: Iterable[Document]
    ) -> Iterator[tuple[Document, list[AnyFact] | Skipped]]:
        """The facts of each document, in order, or why there are none."""
        given = iter(documents)
        jobs = (Job(documents=batch) for batch in iter(lambda: list(islice(given, _AT_ONCE)), []))
        for job, outcomes in self.run(jobs):
            for document, outcome in zip(job.documents, outcomes, strict=True):
                yield document, outcome.skipped or outcome.facts

    def run(self, jobs: Iterable[Job]) -> Iterator[tuple[Job, list[Outcome]]]:
        """The outcomes of each job, in order of the jobs; a few jobs are in hand at a time."""
        going: deque[tuple[Job, Future[list[Outcome]]]] = deque()
        try:
            for job in jobs:
                going.append((job, self._threads.submit(self.do, job)))
                if len(going) >= _AHEAD * self._workers:
                    first, future = going.popleft()
                    yield first, future.result()
            while going:
                first, future = going.popleft()
                yield first, future.result()
        finally:
            for _, future in going:
                future.cancel()

    def do(self, job: Job) -> list[Outcome]:
        """The outcome of each input of a job, in order. What a process failed on is tried once more by
        itself, to tell which document it was."""
        found = self._try(job)
        for index in range(len(job)):
            if index not in found:
                alone = self._try(job.one(index))
                if 0 in alone:
                    found[index] = msgspec.structs.replace(alone[0], index=index)
                else:
                    found[index] = Outcome(index, skipped=self._poison(job.origin(index)))
        return [found[index] for index in range(len(job))]

    def _try(self, job: Job) -> dict[int, Outcome]:
        """The outcomes that one process gives before it has done all, or fails."""
        try:
            process = self._idle.pop()
        except IndexError:
            process = self._start()
        found = process.ask(job, 2 * self._limits.max_seconds + _SPARE)
        if len(found) == len(job):
            self._idle.append(process)
        else:
            process.kill()
        return found

    def _poison(self, origin: str) -> Skipped:
        seconds, size = self._limits.max_seconds, self._limits.max_memory >> 20
        problem = (
            f"takes longer than {seconds:g} seconds or more than {size} MiB to read, or crashes the reader"
        )
        return Skipped(origin, problem, "split it, or raise the limits in the settings")

    def _start(self) -> _Process:
        """A new process; one that is killed while it starts is not the last."""
        for _ in range(_TRIES - 1):
            with suppress(_StartError):
                return _Process(self._command, self._model)
        return _Process(self._command, self._model)


class _StartError(ServandaError):
    """A process ended before it had said a word."""


class _Process:
    """One process. Each wait for it has an end: then it is killed, which ends the wait."""

    def __init__(self, command: list[str], model: str) -> None:
        self._process = subprocess.Popen(  # noqa: S603
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, **_ONE_THREAD},
            start_new_session=True,
        )
        self._ask, self._answers = cast(IO[bytes], self._process.stdin), cast(IO[bytes], self._process.stdout)
        said = deque[bytes](maxlen=20)
        self._listener = threading.Thread(target=said.extend, args=(self._process.stderr,), daemon=True)
        self._listener.start()
        hello = self._answer(_START_SECONDS)
        if hello is None:
            self.kill()
            last = b"".join(said).decode(errors="replace").strip().rpartition("\n")[2]
            if "is not installed" in last:
                raise UsageError(
                    f"model {model!r}", "is not installed", "install its package, or set SERVANDA_MODEL"
                )
            raise _StartError("the reader of facts", f"does not start ({last})", "raise limits.max_memory")
        self.label: str = msgspec.msgpack.decode(hello, type=str)

    def ask(self, job: Job, seconds: float) -> dict[int, Outcome]:
        """The outcomes by their places; fewer than asked for when the process dies, or is silent for so
        many seconds."""
        found: dict[int, Outcome] = {}
        try:
            write_frame(self._ask, job)
        except OSError:  # it is dead already
            return found
        while len(found) < len(job) and (answer := self._answer(seconds)) is not None:
            outcome = msgspec.msgpack.decode(answer, type=Outcome)
            found[outcome.index] = outcome
        return found

    def end(self) -> None:
        """Let it come to its end."""
        self._ask.close()
        self._process.wait()
        self._close()

    def kill(self) -> None:
        """End it, whatever it does."""
        self._process.kill()
        self._process.wait()
        self._close()

    def _answer(self, seconds: float) -> bytes | None:
        timer = threading.Timer(seconds, self._process.kill)
        timer.start()
        try:
            return read_frame(self._answers)
        finally:
            timer.cancel()

    def _close(self) -> None:
        self._listener.join()
        for stream in (self._ask, self._answers, self._process.stderr):
            if stream is not None:
                with suppress(OSError):
                    stream.close()
