"""Two local workers against one, Ray against two local workers, on the same documents; memory of a worker.

    python bench/scale.py FOLDER... [--rounds 3] [--copies 6]

The documents of the folders are taken several times, as documents of their own. The engines run in turn, so
that whatever else the machine does slows all. Three things are told apart. The start: seconds until the first
shard is finished, with all imports and the model. The steady rate: documents a second from the moment when
each of two workers can have finished two shards until two are left, so that all workers have work throughout.
The whole: seconds with start and end. Ratios are of the steady rate; the ratio of a round compares what ran
next to each other, and the median of the rounds counts. Beside it stands the ratio of the processor time that
an engine's processes, Ray's own among them, took for the same steady work: what else runs hardly changes it,
and where the processors are full, it is what the rate comes to. Memory is the peak of a worker process, as
Linux tells it (VmHWM). Writes bench/results/scale.json and scale.md.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from pathlib import Path
from typing import Any

from record import environment, write_results
from servanda.cluster.corpus import Corpus
from servanda.cluster.crew import Crew
from servanda.cluster.dataset import Entry, Folder, entries
from servanda.cluster.on_ray import connected, run_on_ray
from servanda.cluster.run import Found, keep, run_here
from servanda.extract.pipeline import label_of
from servanda.settings import Settings

MODEL = Settings().model
WARM_UP, TAIL = 4, 2
"""Shards that are finished before a rate is taken, and those that are left after it."""
_TICK = os.sysconf("SC_CLK_TCK")

Engine = Callable[[Corpus], AbstractContextManager[Found]]


def main() -> None:
    """Measure, print and record."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("folders", type=Path, nargs="+", help="the documents to be read")
    cli.add_argument("--rounds", type=int, default=3)
    cli.add_argument("--copies", type=int, default=6)
    given = cli.parse_args()
    engines: dict[str, Engine] = {"one": local(1), "two": local(2), "ray": on_ray(2)}
    seen: dict[str, list[dict[str, float]]] = {name: [] for name in engines}
    facts: dict[str, list[str]] = {}
    with tempfile.TemporaryDirectory() as place:
        corpus = copied(given.folders, Path(place) / "corpus", given.copies)
        for number in range(given.rounds):
            for name in list(engines) if number % 2 else list(reversed(engines)):
                out = Path(place) / f"{name}-{number}"
                seen[name].append(timed(engines[name], corpus, out))
                facts[name] = [id_ for each in entries(out) if isinstance(each, Entry) for id_ in each.ids]
                print(name, seen[name][-1], flush=True)
    ratios = {
        "two over one": ratio(seen, "two", "one"),
        "ray over two": ratio(seen, "ray", "two"),
        "ray over two by processor time": ratio(seen, "two", "ray", of="cpu_a_hundred"),
    }
    report: dict[str, object] = environment(MODEL) | {
        "load_of_the_machine": os.getloadavg()[2],
        "documents": len({id_ for id_ in facts["one"] if id_.startswith("doc")}),
        "same_facts": facts["one"] == facts["two"] == facts["ray"],
        "peak_of_a_worker_mib": max(run["peak_mib"] for runs in seen.values() for run in runs),
        "ratios": ratios,
        "rounds": seen,
    }
    write_results("scale", report, page(report, ratios, seen))


def copied(folders: list[Path], place: Path, copies: int) -> Corpus:
    """The text files of the folders, so many times under other names."""
    place.mkdir()
    for folder in folders:
        for file in sorted(folder.glob("*.txt")):
            for copy in range(copies):
                (place / f"{file.stem}-{copy}.txt").write_bytes(file.read_bytes())
    return Corpus(paths=(str(place),))


def local(workers: int) -> Engine:
    """So many processes of this machine."""

    @contextmanager
    def run(corpus: Corpus) -> Any:
        with Crew(MODEL, corpus.limits, workers) as crew:
            yield run_here(crew, corpus, frozenset())

    return run


def on_ray(workers: int) -> Engine:
    """A Ray of this machine's own, started anew."""

    @contextmanager
    def run(corpus: Corpus) -> Any:
        with connected(None, workers), nullcontext(run_on_ray(corpus, MODEL, workers, frozenset())) as found:
            yield found

    return run


def timed(engine: Engine, corpus: Corpus, out: Path) -> dict[str, float]:
    """Documents a second under way and the processor time of a hundred; seconds until the first shard and in
    all; the peak of a worker."""
    moments: list[tuple[float, float, int]] = []
    with Watch() as watch:
        began = time.perf_counter()
        folder = Folder(out, label_of(MODEL))
        with engine(corpus) as found:
            moments += [(time.perf_counter(), watch.cpu(), done.documents) for done in keep(found, folder)]
        whole = time.perf_counter() - began
    steady = moments[WARM_UP - 1 : -TAIL]
    if len(steady) < 2 * WARM_UP:
        sys.exit(f"{len(moments)} shards are too few for a steady rate: give more --copies")
    documents = sum(number for *_, number in steady[1:])
    seconds, cpu = (steady[-1][at] - steady[0][at] for at in (0, 1))
    return {
        "rate": round(documents / seconds, 1),
        "cpu_a_hundred": round(100 * cpu / documents, 2),
        "start": round(moments[0][0] - began, 1),
        "seconds": round(whole, 1),
        "peak_mib": watch.peak_mib,
    }


class Watch:
    """Watches this process and all that descend from it: their processor time, and the largest peak of memory
    that a worker had."""

    def __init__(self) -> None:
        self.peak_mib = 0
        self._ticks: dict[int, int] = {os.getpid(): 0}
        self._end, self._lock = threading.Event(), threading.Lock()
        self._thread = threading.Thread(target=self._watch)

    def __enter__(self) -> Watch:
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._end.set()
        self._thread.join()

    def cpu(self) -> float:
        """Seconds of processor time until now; of what has ended, as it was last seen."""
        with self._lock:
            parents: dict[int, int] = {}
            ticks: dict[int, int] = {}
            for process in Path("/proc").glob("[0-9]*"):
                with suppress(OSError, IndexError, ValueError):
                    told = (process / "stat").read_text().rpartition(")")[2].split()
                    parents[int(process.name)] = int(told[1])
                    ticks[int(process.name)] = int(told[11]) + int(told[12])
            ours = {one for one in parents if self._is_ours(one, parents)}
            self._ticks |= {one: ticks[one] for one in ours}
            return sum(self._ticks.values()) / _TICK

    def _is_ours(self, process: int, parents: dict[int, int]) -> bool:
        while process in parents:
            if process in self._ticks:
                return True
            process = parents[process]
        return False

    def _watch(self) -> None:
        while not self._end.wait(0.5):
            self.cpu()
            for number in list(self._ticks):
                process = Path("/proc") / str(number)
                with suppress(OSError, IndexError, ValueError):
                    if b"servanda.cluster.worker" in (process / "cmdline").read_bytes():
                        status = (process / "status").read_text()
                        peak = status.partition("VmHWM:")[2].split()[0]
                        self.peak_mib = max(self.peak_mib, int(peak) >> 10)


def ratio(seen: dict[str, list[dict[str, float]]], one: str, other: str, of: str = "rate") -> float:
    """The median of the rounds' ratios of what one engine has to what another has."""
    pairs = zip(seen[one], seen[other], strict=True)
    return round(statistics.median(a[of] / b[of] for a, b in pairs), 2)


def page(report: dict[str, object], ratios: dict[str, float], seen: dict[str, list[dict[str, float]]]) -> str:
    """The report as a page."""
    rows = "\n".join(
        f"| {name} | {number} | {run['rate']} | {run['cpu_a_hundred']} | {run['start']} | {run['seconds']} "
        f"| {run['peak_mib']} |"
        for name, runs in seen.items()
        for number, run in enumerate(runs, 1)
    )
    told = "\n".join(f"- {name.replace('_', ' ')}: {v}" for name, v in report.items() if name != "rounds")
    return (
        "# Scale\n\nOne and two local workers and Ray with two actors read the same documents in turn.\n"
        "A load above the number of processors means that others worked beside, and the ratios are rough.\n"
        "The rate is the steady one, while all workers have work; the start is the time until the first\n"
        "shard is finished, and the seconds are those of the whole run. Processor time is that of all\n"
        "processes of the engine for a hundred documents at the steady rate.\n\n"
        f"Two workers over one: **{ratios['two over one']}** (wanted: 1.8). "
        f"Ray over two workers: **{ratios['ray over two']}** (wanted: 0.85), and "
        f"{ratios['ray over two by processor time']} by processor time.\n\n"
        "| engine | round | documents a second | processor s | start s | whole s | peak of a worker, MiB |\n"
        f"| --- | --- | --- | --- | --- | --- | --- |\n{rows}\n\n{told}\n"
    )


if __name__ == "__main__":
    main()
