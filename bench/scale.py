"""Two local workers against one, Ray against two local workers, on the same documents; memory of a worker.

    python bench/scale.py FOLDER... [--rounds 3] [--copies 6]

The documents of the folders are taken several times, as documents of their own. The engines run in turn, so
that whatever else the machine does slows all. A rate is that of the work under way: documents a second from
the moment when two shards are finished, so that loading the model and starting Ray do not count; the whole
time, with all starts, stands beside it. The ratio of a round compares what ran next to each other; the median
of the rounds counts. Memory is the peak of a worker process, as Linux tells it (VmHWM).
Writes bench/results/scale.json and scale.md.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, contextmanager, nullcontext
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
WARM_UP = 2
"""Shards that are finished before a rate is taken."""

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
    ratios = {"two over one": ratio(seen, "two", "one"), "ray over two": ratio(seen, "ray", "two")}
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
    """Documents a second under way, seconds in all, and the peak of a worker."""
    moments: list[tuple[float, int]] = []
    with Peak() as peak:
        began = time.perf_counter()
        folder = Folder(out, label_of(MODEL))
        with engine(corpus) as found:
            moments += [(time.perf_counter(), done.documents) for done in keep(found, folder)]
        whole = time.perf_counter() - began
    under_way = moments[-1][0] - moments[WARM_UP - 1][0]
    documents = sum(number for _, number in moments[WARM_UP:])
    return {"rate": round(documents / under_way, 1), "seconds": round(whole, 1), "peak_mib": peak.mib}


class Peak:
    """Watches the worker processes and keeps the largest peak of memory that one of them had."""

    def __init__(self) -> None:
        self.mib = 0
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._watch)

    def __enter__(self) -> Peak:
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._end.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._end.wait(0.5):
            for process in Path("/proc").glob("[0-9]*"):
                try:
                    if b"servanda.cluster.worker" in (process / "cmdline").read_bytes():
                        status = (process / "status").read_text()
                        peak = status.partition("VmHWM:")[2].split()[0]
                        self.mib = max(self.mib, int(peak) >> 10)
                except (OSError, IndexError, ValueError):
                    continue


def ratio(seen: dict[str, list[dict[str, float]]], one: str, other: str) -> float:
    """The median of the rounds' ratios of one engine's rate to another's."""
    pairs = zip(seen[one], seen[other], strict=True)
    return round(statistics.median(a["rate"] / b["rate"] for a, b in pairs), 2)


def page(report: dict[str, object], ratios: dict[str, float], seen: dict[str, list[dict[str, float]]]) -> str:
    """The report as a page."""
    rows = "\n".join(
        f"| {name} | {number} | {run['rate']} | {run['seconds']} | {run['peak_mib']} |"
        for name, runs in seen.items()
        for number, run in enumerate(runs, 1)
    )
    told = "\n".join(f"- {name.replace('_', ' ')}: {v}" for name, v in report.items() if name != "rounds")
    return (
        "# Scale\n\nOne and two local workers and Ray with two actors read the same documents in turn.\n"
        "A load above the number of processors means that others worked beside, and the ratios are rough.\n"
        "The rate is that of the work under way; the seconds are those of the whole run with all starts.\n\n"
        f"Two workers over one: **{ratios['two over one']}** (wanted: 1.8). "
        f"Ray over two workers: **{ratios['ray over two']}** (wanted: 0.85).\n\n"
        "| engine | round | documents a second | seconds | peak of a worker, MiB |\n"
        f"| --- | --- | --- | --- | --- |\n{rows}\n\n{told}\n"
    )


if __name__ == "__main__":
    main()
