"""What a ledger holds after its process was killed at random moments: nothing lost, nothing doubled.

    python bench/faults.py [KILLS]

On each database KILLS times (100) a process that reads, links, migrates or judges is ended by kill -9 at a
random moment of its work. After each kill the ledger is opened and verified, and holds all that the process
had confirmed. Then the work goes on where it was, and in the end the ledger holds what one that nobody
disturbed holds. Writes bench/results/faults.json and faults.md.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import select

from corpus import generate
from postgres_server import Server, binaries
from record import environment, write_results
from servanda.ledger import Ledger, schema
from servanda.ledger.tables import facts, judgements, links, metadata
from servanda.settings import Settings

SEED, DOCUMENTS, RULINGS = 11, 24, 40
DATABASES = ("sqlite", "postgresql")
Tell = Callable[[str], None]


class Work(NamedTuple):
    """What is done, and to what: `prepare` makes the ledger on which `do` works, and `done` says what of it
    is there. `do` tells each step that it has finished, as `done` names it."""

    prepare: Callable[[str], None]
    do: Callable[[str, Tell], None]
    done: Callable[[Ledger], set[str]]


class Count(NamedTuple):
    """Kills that came in the midst of work, and what they did."""

    kills: int
    lost: int
    doubled: int
    unsound: int


def read(address: str, tell: Tell) -> None:
    """Adds the documents that are not there yet."""
    with Ledger.open(address, create=True) as ledger:
        run = ledger.begin_read("generated/1")
        for each in generate(DOCUMENTS, SEED, "dense"):
            if not run.knows(each.document.id):
                run.add(each.document, each.data, each.facts)
                tell(each.document.id)
        run.finish()


def link(address: str, tell: Tell) -> None:
    """Links what waits; what is there already is not told."""
    with Ledger.open(address) as ledger:
        for _ in ledger.link():
            tell(str(DOCUMENTS - ledger.unlinked()))


def migrate(address: str, tell: Tell) -> None:
    """Brings the ledger up to date."""
    Ledger.open(address).close()
    tell(schema.REVISION)


def judge(address: str, tell: Tell) -> None:
    """Passes the rulings that are not there yet."""
    with Ledger.open(address) as ledger:
        with ledger.reading() as connection:
            ids = sorted(connection.execute(select(facts.c.id)).scalars())
        known = _rulings(ledger)
        for number in range(RULINGS):
            if str(number) not in known:
                ledger.judge("same", ids[number], ids[-1 - number], by="Lan", why=str(number))
                tell(str(number))


def read_first(address: str) -> None:
    """A ledger of all documents, not linked."""
    read(address, lambda step: None)


def older(address: str) -> None:
    """The same in the first shape."""
    from alembic import command
    from alembic.config import Config

    read_first(address)
    with Ledger.open(address) as ledger, ledger._database.writing() as connection:
        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", str(schema._STEPS))
        config.set_main_option("path_separator", "os")
        command.downgrade(config, "0001")


def _documents(ledger: Ledger) -> set[str]:
    with ledger.reading() as connection:
        return set(connection.execute(select(metadata.tables["versions"].c.id)).scalars())


def _linked(ledger: Ledger) -> set[str]:
    return {str(number) for number in range(1, DOCUMENTS - ledger.unlinked() + 1)}


def _rulings(ledger: Ledger) -> set[str]:
    return {judgement.why for judgement in ledger.judgements()}


WORKS = {
    "read": Work(lambda address: Ledger.open(address, create=True).close(), read, _documents),
    "link": Work(read_first, link, _linked),
    "migrate": Work(older, migrate, lambda ledger: {schema.REVISION}),
    "judge": Work(read_first, judge, _rulings),
}


class Places:
    """Where ledgers are made, and copied from one that was prepared."""

    def __init__(self, folder: Path, server: Server | None) -> None:
        self._folder, self._server, self._made = folder, server, 0

    def new(self) -> str:
        """An address where there is nothing."""
        if self._server:
            return self._server.address(self._server.make())
        self._made += 1
        return str(self._folder / f"{self._made}.db")

    def copy(self, address: str) -> str:
        """The address of a copy."""
        if self._server:
            return self._server.address(self._server.make(address.rpartition("/")[2]))
        return shutil.copy(address, self.new())

    def drop(self, address: str) -> None:
        """Removes it."""
        if self._server:
            self._server.drop(address.rpartition("/")[2])
        else:
            for path in self._folder.glob(f"{Path(address).name}*"):
                path.unlink()


def disturb(work: Work, places: Places, kills: int, draw: random.Random) -> Count:
    """Kills the work so often in its midst, and counts what that did."""
    prepared, whole = places.new(), None
    work.prepare(prepared)
    undisturbed = places.copy(prepared)
    started = time.perf_counter()
    _run(work, undisturbed, None)
    lasts = time.perf_counter() - started
    whole = said(undisturbed)
    count = Count(0, 0, 0, 0)
    address = places.copy(prepared)
    while count.kills < kills:
        confirmed, killed = _run(work, address, draw.uniform(0, lasts))
        with Ledger.open(address, create=True) as ledger:
            unsound = bool(ledger.check())
            lost = len(confirmed - work.done(ledger))
        count = Count(count.kills + killed, count.lost + lost, count.doubled, count.unsound + unsound)
        if not killed:
            now = said(address)
            more, less = now - whole, whole - now
            count = count._replace(lost=count.lost + less.total(), doubled=count.doubled + more.total())
            places.drop(address)
            address = places.copy(prepared)
    _run(work, address, None)
    now = said(address)
    more, less = (now - whole).total(), (whole - now).total()
    for one in (address, undisturbed, prepared):
        places.drop(one)
    return count._replace(lost=count.lost + less, doubled=count.doubled + more)


def said(address: str) -> Counter[tuple[Any, ...]]:
    """What the ledger says, less numbers and times; each as often as it stands there."""
    with Ledger.open(address) as ledger, ledger.reading() as connection:
        wanted = (
            select(facts.c.id, facts.c.content),
            select(links.c.a, links.c.b, links.c.rule, links.c.score),
            select(judgements.c.a, judgements.c.b, judgements.c.why),
            *(
                select(*(c for c in metadata.tables[name].c if c.name not in ("fact", "document_id")))
                for name in ("fact_spans", "fact_parties", "fact_people", "texts", "blobs", "versions")
            ),
        )
        return Counter((at, *row) for at, query in enumerate(wanted) for row in connection.execute(query))


def _run(work: Work, address: str, seconds: float | None) -> tuple[set[str], bool]:
    """Does the work in a process of its own, which is killed after so many seconds: the steps that it
    confirmed, and whether it was killed before its end."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        status = 1
        try:
            work.do(address, lambda step: _write(writing, step))
            status = 0
        finally:
            os._exit(status)
    os.close(writing)
    if seconds is not None:
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
    with os.fdopen(reading) as steps:
        confirmed = {line.strip() for line in steps}
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status) and os.waitstatus_to_exitcode(status) != 0:
        raise RuntimeError(f"the work on {Path(address).name} failed by itself")
    return confirmed, os.WIFSIGNALED(status)


def _write(file: int, step: str) -> None:
    os.write(file, f"{step}\n".encode())


@contextmanager
def places_on(database: str) -> Iterator[Places]:
    """Places on one of the databases, which are gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        if database == "sqlite":
            yield Places(Path(folder), None)
            return
        programs = binaries()
        if programs is None:
            raise SystemExit("no PostgreSQL server is installed (Debian: apt-get install postgresql)")
        with Server(programs) as server:
            yield Places(Path(folder), server)


def main() -> None:
    """Disturb all works on both databases, print and record."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    found: dict[str, dict[str, Any]] = {}
    for database in DATABASES:
        with places_on(database) as places:
            for name, work in WORKS.items():
                share = kills // len(WORKS)
                count = disturb(work, places, share, random.Random(f"{SEED} {name}"))  # noqa: S311
                print(f"{database:<11}{name:<8} {count}", flush=True)
                found.setdefault(database, {})[name] = count._asdict()
    report = environment(Settings().model) | {"documents": DOCUMENTS, "faults": found}
    write_results("faults", report, markdown(found))
    if any(count[bad] for works in found.values() for count in works.values() for bad in Count._fields[1:]):
        raise SystemExit(1)


def markdown(found: dict[str, dict[str, Any]]) -> str:
    """The figures as a page."""
    lines = [
        "# Faults",
        "",
        f"`python bench/faults.py`: a process that works on a ledger ({DOCUMENTS} documents, {RULINGS}",
        "rulings, their facts to link, its migration from the first shape) is ended by kill -9 at random",
        "moments. After each the ledger is opened and verified, holds what was confirmed, and in the end",
        "what one holds that nobody disturbed.",
        "",
        "| database | work | killed | lost | doubled | did not verify |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for database, works in found.items():
        for name, count in works.items():
            figures = " | ".join(str(figure) for figure in count.values())
            lines.append(f"| {database} | {name} | {figures} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
