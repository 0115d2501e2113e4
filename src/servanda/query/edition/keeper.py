"""Keeps an edition of a ledger at hand: the one that stands until a newer one is printed.

A small ledger is printed at once when it has changed. A large one takes a minute; it is printed by a process
of its own while the last edition goes on answering, which says of itself that it is behind.
"""

from __future__ import annotations

import logging
import os
import threading
from collections import OrderedDict, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from functools import cache
from itertools import count
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from sqlalchemy import Select, create_engine, func, select

from servanda.ledger import Ledger
from servanda.ledger.lineage import current_readings
from servanda.ledger.tables import assignments, erasures, facts, judgements, readings, reviews, sightings
from servanda.query.book import open_book
from servanda.query.edition import schema
from servanda.query.edition.edition import Edition
from servanda.query.edition.make import make

Pair = tuple[str, str]
Stamp = tuple[int, ...]
"""How far the ledger has got, as far as an edition depends on it."""
Written = tuple[int | None, ...]
"""How far it has got with what no edition holds: reviews that change no list, and assignments."""

_seen: ContextVar[tuple[object, Stamp, Written] | None] = ContextVar("seen", default=None)

SMALL = 4_000
"""So many facts are printed in about a second."""
_PATIENT = 10
"""How far the printing of a large edition stands back behind the answers that are given meanwhile (nice)."""
_log = logging.getLogger("servanda.editions")
_KEPT = 16
"""Editions of earlier days that are kept, those last asked for."""
_WRITTEN = 2
_RETIRED = 20
"""Editions that were replaced and whose files are not yet removed."""


class Keeper:
    """The editions of one ledger, in files of `folder`, which are its own to write and remove.

    address  of the ledger, for a process of its own
    today    gives the day as of which statuses are told
    """

    def __init__(
        self, ledger: Ledger, address: str, folder: Path, today: Callable[[], date] = date.today
    ) -> None:
        self._ledger, self._address, self._folder, self._today = ledger, address, folder, today
        self._lock = threading.Lock()
        self._numbers = count(1)
        self._current: tuple[Stamp, date, Edition] | None = None
        self._retired: deque[Edition] = deque()
        self._counted: tuple[Stamp, int] = (), 0
        self._printing: threading.Thread | None = None
        self._earlier: OrderedDict[tuple[Stamp, date, Pair | None], Edition] = OrderedDict()
        self._earlier_lock = threading.Lock()  # of its own: meanwhile the edition that stands goes on

    def edition(self) -> Edition:
        """The edition of the ledger as it stands, or of a large one that has just changed, the last one."""
        with self._lock:
            stamp, day = self.stamp(), self._today()
            if self._current is not None and self._current[:2] == (stamp, day):
                return self._current[2]
            if self._is_small(stamp) or self._current is None:
                self._end_moment()
                return self._replace(self.stamp(), day, Edition(self._print(day, None)))
            self._start_printing(stamp, day)
            return self._current[2]

    def as_of(self, day: date, pair: Pair | None = None) -> Edition:
        """The edition of what was known on `day`. With the codes of two parties, of what has to do with them:
        what lies between them is as in the whole, which takes much longer to print."""
        with self._earlier_lock:
            key = self.stamp(), day, (min(pair), max(pair)) if pair else None
            if key not in self._earlier:
                self._end_moment()
                self._earlier[key] = Edition(self._print(self._today(), day, key[2]))
                if len(self._earlier) > _KEPT:
                    self._retire(self._earlier.popitem(last=False)[1])
            self._earlier.move_to_end(key)
            return self._earlier[key]

    @property
    def is_behind(self) -> bool:
        """Whether the ledger has changed since the edition that stands was printed."""
        return self._current is None or self._is_behind(self.stamp(), self._today())

    @property
    def is_large(self) -> bool:
        """Whether the ledger is so large that another process prints it."""
        return self._counted[1] > SMALL

    @contextmanager
    def moment(self) -> Iterator[None]:
        """Within it the ledger is looked at once, in this thread: all that is asked of it, and of how far it
        has got, is as it stood at the beginning."""
        with self._ledger.moment():
            before = _seen.set((self, *self._look()))
            try:
                yield
            finally:
                _seen.reset(before)

    def state(self) -> tuple[object, ...]:
        """What all answers depend on: the ledger with reviews and assignments, the day, the edition."""
        current = self._current
        return *self._look(), self._today(), current[:2] if current else None

    def stamp(self) -> Stamp:
        """How far the ledger has got. What has not been linked is linked before it is printed."""
        return self._look()[0]

    def _look(self) -> tuple[Stamp, Written]:
        seen = _seen.get()
        if seen is not None and seen[0] is self:
            return seen[1:]
        with self._ledger.reading() as connection:
            counted = tuple(connection.execute(_counted()).one())
        return counted[:-_WRITTEN], counted[-_WRITTEN:]

    def _end_moment(self) -> None:
        """What is printed is of the ledger as it stands now."""
        self._ledger.end_moment()
        _seen.set(None)

    def close(self) -> None:
        """Waits for what is being printed, and gives the files back."""
        if self._printing is not None:
            self._printing.join()
        with self._lock, self._earlier_lock:
            standing = self._current[2] if self._current else None
            for each in [standing, *self._earlier.values(), *self._retired]:
                if each is not None:
                    each.close()

    def _replace(self, stamp: Stamp, day: date, edition: Edition) -> Edition:
        if self._current is not None:
            self._retire(self._current[2])
        self._current = stamp, day, edition
        return edition

    def _retire(self, edition: Edition) -> None:
        """Removes the file of an edition some others after it was replaced: who asks it now goes on to."""
        self._retired.append(edition)
        while len(self._retired) > _RETIRED:
            old = self._retired.popleft()
            old.close()
            old.path.unlink(missing_ok=True)

    def _is_behind(self, stamp: Stamp, day: date) -> bool:
        return self._current is None or self._current[:2] != (stamp, day)

    def _is_small(self, stamp: Stamp) -> bool:
        # A large ledger is not counted at every change: that alone takes longer than most answers.
        if self._counted[0] != stamp and not (self._current and self._counted[1] > SMALL):
            query = select(func.count()).select_from(facts).where(facts.c.reading_id.in_(current_readings()))
            with self._ledger.reading() as connection:
                self._counted = stamp, connection.execute(query).scalar_one()
        return self._counted[1] <= SMALL

    def _path(self) -> Path:
        return self._folder / f"edition-{next(self._numbers)}.db"

    def _print(self, today: date, as_of: date | None, pair: Pair | None = None) -> Path:
        path = self._path()
        print_edition(self._ledger, path, today, as_of, pair)
        return path

    def _start_printing(self, stamp: Stamp, day: date) -> None:
        if self._printing is None or not self._printing.is_alive():
            self._printing = threading.Thread(target=self._print_elsewhere, args=(stamp, day), daemon=True)
            self._printing.start()

    def _print_elsewhere(self, stamp: Stamp, day: date) -> None:
        path = self._path()
        process = get_context("spawn").Process(
            target=_print_in_process, args=(self._address, path, day), daemon=True
        )
        process.start()
        process.join()
        if process.exitcode == 0:
            with self._lock:
                self._replace(stamp, day, Edition(path))
        else:  # the edition that stands goes on, and the next question has another one printed
            _log.error("printing an edition ended with status %s", process.exitcode)


@cache
def _counted() -> Select[Any]:
    """The stamp, and behind it what no edition depends on."""
    counted = (readings.c.id, sightings.c.id, judgements.c.number, erasures.c.number)
    columns = [select(func.coalesce(func.max(each), 0)).scalar_subquery() for each in counted]
    # A fact that has only ever been accepted stands as it stood: nothing has to be printed for that.
    changed = select(reviews.c.fact).where(reviews.c.verdict != "accepted")
    last = select(func.coalesce(func.max(reviews.c.number), 0)).where(reviews.c.fact.in_(changed))
    written = [select(func.max(each)).scalar_subquery() for each in (reviews.c.number, assignments.c.number)]
    return select(*columns, last.scalar_subquery(), *written)


def print_edition(
    ledger: Ledger, path: Path, today: date, as_of: date | None = None, pair: Pair | None = None
) -> None:
    """Writes an edition of the ledger to `path`, linking what has not been linked.

    today  the day as of which statuses are told, unless `as_of` is given: what was known on that day
    pair   codes of two parties, where only what has to do with them is wanted
    """
    for _ in ledger.link():
        pass
    made = create_engine(f"sqlite:///{path}")
    try:
        with made.begin() as connection:
            # A file that is lost is printed again: nothing here needs to survive a loss of power.
            schema.metadata.create_all(connection)
            make(ledger, open_book(ledger, as_of, pair), today, connection)
    finally:
        made.dispose()


def _print_in_process(address: str, path: Path, today: date) -> None:
    os.nice(_PATIENT)
    with Ledger.open(address) as ledger:
        print_edition(ledger, path, today)
