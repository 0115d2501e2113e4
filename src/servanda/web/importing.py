"""Jobs of reading: one after the other, in a process of their own that keeps the language model.

A document that takes the process down is passed over, and the job goes on with the others in a new one.
"""

from __future__ import annotations

import queue
import secrets
import shutil
import signal
import threading
from collections import Counter, OrderedDict
from datetime import UTC, datetime
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Literal

import msgspec
from anyio import move_on_after, sleep
from msgspec.structs import replace

from servanda.errors import MissingError, ServandaError, UsageError
from servanda.intake.orders import Begun, Careful, Done, Linking, Order, Progress, carry_out, failed
from servanda.intake.taking import Taken
from servanda.ledger import Ledger
from servanda.settings import Settings
from servanda.sources.items import Skipped

State = Literal["waiting", "reading", "linking", "done", "failed"]
_MOST_WAITING, _MOST_KEPT, _MOST_LISTED = 20, 100, 1000
_MOST_CRASHES = 5
_LOOK = 0.05  # seconds between two looks at a job
_SILENCE = 600.0
"""Seconds without a word from the process after which the document in its hands is given up."""


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """How far a job is.

    title    what is read, in words; `by` is who asked for it, `made` when (UTC, ISO)
    now      origin of the document that is being read
    added    numbers of documents by what became of them
    taken, skipped  the first thousand of them; `left_out` are not listed
    problem  why it failed
    """

    id: str
    title: str
    by: str
    made: str
    state: State = "waiting"
    now: str = ""
    added: dict[str, int] = {}
    facts: int = 0
    links: int = 0
    taken: tuple[Taken, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    left_out: int = 0
    problem: str = ""

    @property
    def is_over(self) -> bool:
        """Whether nothing more comes."""
        return self.state in ("done", "failed")


class Job:
    """An order that is carried out some time; `report` tells how far it is."""

    def __init__(self, order: Order, title: str, by: str) -> None:
        self.order = order
        made = datetime.now(UTC).isoformat(timespec="seconds")
        self.report = Report(id=secrets.token_hex(8), title=title, by=by, made=made)
        self._told: set[str] = set()
        self._told_before: set[str] = set()

    async def over(self, seconds: float) -> Report:
        """The report when it is over, or that after so many seconds. Nothing is held up meanwhile."""
        with move_on_after(seconds):
            while not self.report.is_over:
                await sleep(_LOOK)
        return self.report

    def begin(self) -> None:
        """From now on the order is carried out, once more if it was before: what was told then is not told
        again."""
        self._told_before |= self._told

    def note(self, progress: Progress) -> None:
        """Takes down a step."""
        told = self.report
        if isinstance(progress, Taken | Skipped):
            if progress.origin not in self._told_before:
                self._told.add(progress.origin)
                self.report = _with(told, progress)
        elif isinstance(progress, Begun):
            self.report = replace(told, state="reading", now=progress.origin)
        elif isinstance(progress, Linking):
            self.report = replace(told, state="linking", now="")
        else:
            self.report = replace(told, state="done", now="", links=progress.links)

    def fail(self, problem: str) -> None:
        """Ends it; what was read stands."""
        self.report = replace(self.report, state="failed", now="", problem=problem)


class Importer:
    """The jobs of a desk.

    folder  of the server, for files until they have been read
    """

    def __init__(self, settings: Settings, folder: Path) -> None:
        self._settings, self._folder = settings, folder
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._waiting: queue.Queue[Job | None] = queue.Queue()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._reader = _Reader(settings)
        self._closing = False

    def new_folder(self) -> Path:
        """An empty folder for the files of an order; it is removed when they have been read."""
        made = self._folder / f"import-{secrets.token_hex(8)}"
        made.mkdir()
        return made

    def submit(self, order: Order, title: str, by: str) -> Job:
        """Puts an order behind those that wait. UsageError where too many do."""
        if self._waiting.qsize() >= _MOST_WAITING:
            _discard(order)
            raise UsageError(
                "import", f"{_MOST_WAITING} imports wait already", "come back when some are done"
            )
        job = Job(order, title, by)
        with self._lock:
            self._jobs[job.report.id] = job
            while len(self._jobs) > _MOST_KEPT:
                self._jobs.popitem(last=False)
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, daemon=True)
                self._thread.start()
        self._waiting.put(job)
        return job

    def job(self, id_: str) -> Job:
        """The job of this id. MissingError where there is none."""
        found = self._jobs.get(id_)
        if found is None:
            raise MissingError(id_, "no import has this id", "see the list of imports")
        return found

    def reports(self) -> list[Report]:
        """All jobs since the server began, the last one first."""
        with self._lock:
            return [job.report for job in reversed(self._jobs.values())]

    def close(self) -> None:
        """Stops what is being read; what has been read stands."""
        self._closing = True
        self._waiting.put(None)
        self._reader.end()
        if self._thread is not None:
            self._thread.join()

    def _work(self) -> None:
        while (job := self._waiting.get()) is not None and not self._closing:
            try:
                self._carry_out(job)
            finally:
                _discard(job.order)

    def _carry_out(self, job: Job) -> None:
        """Has the order carried out, around the documents on which the process fails."""
        order = job.order
        for _ in range(_MOST_CRASHES):
            job.begin()
            if self._closing or self._reader.read(order, job):
                return
            last = job.report.now
            if last in order.passed:
                break
            if last:
                job.note(failed(last))
                order = replace(order, passed=order.passed | {last})
        job.fail("the reading ended before its time; what was read stands")


class _Reader:
    """The process that reads, begun when there is something to read."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._lock = threading.Lock()
        self._ended = False
        self._connection: Connection | None = None

    def read(self, order: Order, job: Job) -> bool:
        """Has the order carried out and noted in the job; whether the process lived to the end of it."""
        try:
            connection = self._started()
            connection.send(order)
            while connection.poll(_SILENCE):
                told = connection.recv()
                if isinstance(told, str):
                    job.fail(told)
                    return True
                job.note(told)
                if isinstance(told, Done):
                    return True
        except (EOFError, OSError):
            pass  # the process has gone: the caller sees to what it had in its hands
        self._stop()
        return False

    def end(self) -> None:
        """Ends the process for good; who is waiting for a word from it learns so by its silence."""
        with self._lock:
            self._ended = True
            if self._connection is not None:
                self._process.kill()
                self._process.join()

    def _started(self) -> Connection:
        with self._lock:
            if self._ended:
                raise EOFError
            if self._connection is None:
                context = get_context("spawn")
                self._connection, theirs = context.Pipe()
                self._process = context.Process(target=_serve, args=(theirs, self._settings), daemon=True)
                self._process.start()
                theirs.close()
            return self._connection

    def _stop(self) -> None:
        with self._lock:
            if self._connection is not None:
                self._process.kill()
                self._process.join()
                self._connection.close()
                self._connection = None


def _serve(connection: Connection, settings: Settings) -> None:
    """The process: carries out one order after the other until nobody is at the other end. Of an order that
    fails it says why, as a string."""
    from servanda.extract.pipeline import Extractor

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who stops the server with Ctrl+C ends this through it
    engine: Careful | None = None
    while True:
        try:
            order = connection.recv()
            try:
                if engine is None:
                    extractor = Extractor(settings.model)
                    engine = Careful(extractor.extract, extractor.label)
                with Ledger.open(settings.ledger) as ledger:
                    carry_out(order, ledger, engine, settings, connection.send)
            except ServandaError as error:
                connection.send(str(error))
        except (EOFError, BrokenPipeError):
            return


def _with(report: Report, step: Taken | Skipped) -> Report:
    added = Counter(report.added)
    added["skipped" if isinstance(step, Skipped) else str(step.added)] += 1
    report = replace(report, added=dict(added), now="")
    if isinstance(step, Taken):
        report = replace(report, facts=report.facts + step.facts)
    listed = report.skipped if isinstance(step, Skipped) else report.taken
    if len(listed) >= _MOST_LISTED:
        return replace(report, left_out=report.left_out + 1)
    if isinstance(step, Skipped):
        return replace(report, skipped=(*report.skipped, step))
    return replace(report, taken=(*report.taken, step))


def _discard(order: Order) -> None:
    if order.folder:
        shutil.rmtree(order.folder, ignore_errors=True)
