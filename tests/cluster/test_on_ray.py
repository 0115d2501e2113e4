"""On Ray the same facts come of the same corpus, to the last id, whatever dies on the way."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("ray")

from servanda.cluster.corpus import Corpus
from servanda.cluster.crew import Crew
from servanda.cluster.dataset import Entry, Folder, entries
from servanda.cluster.on_ray import connected, run_on_ray
from servanda.cluster.run import keep, run_here
from servanda.errors import UsageError
from servanda.settings import Settings
from servanda.sources.items import RawItem
from servanda.sources.limits import Limits

MODEL = Settings().model
HEAVY = "France and Portugal agreed and " * 30_000


@pytest.fixture(scope="module")
def ray() -> Iterator[None]:
    with connected(None, 2):
        yield


@pytest.fixture
def corpus(tmp_path: Path, items: list[RawItem]) -> Corpus:
    """Two hundred and ten reports, of which one is more than a process may bear."""
    here = tmp_path / "corpus"
    here.mkdir()
    for item in items:
        for copy in range(7):
            (here / f"{item.name}-{copy}.txt").write_bytes(item.data)
    (here / "heavy.txt").write_text(HEAVY)
    return Corpus(paths=(str(here),), limits=Limits(max_memory=450 << 20))


def found(out: Path) -> list[object]:
    return [
        (each.document.id, [fact.id for fact in each.facts]) if isinstance(each, Entry) else each
        for each in entries(out)
    ]


def workers_of_ray() -> list[int]:
    """The processes that read facts for the actors."""
    pids = []
    for entry in Path("/proc").iterdir():
        try:
            command = (entry / "cmdline").read_bytes()
            parent = (entry / "stat").read_text().rpartition(")")[2].split()[1]
            if (
                b"servanda.cluster.worker" in command
                and b"ray::" in Path(f"/proc/{parent}/cmdline").read_bytes()
            ):
                pids.append(int(entry.name))
        except (OSError, ValueError):
            continue
    return pids


@pytest.mark.usefixtures("ray")
def test_the_facts_are_those_of_the_local_engine_though_a_reader_is_killed(
    corpus: Corpus, tmp_path: Path
) -> None:
    local, spread = tmp_path / "local.parquet", tmp_path / "ray.parquet"
    with Crew(MODEL, corpus.limits) as crew:
        folder = Folder(local, crew.label)
        list(keep(run_here(crew, corpus, folder.finished), folder))

    def kill_one() -> None:
        for _ in range(600):
            if pids := workers_of_ray():
                os.kill(pids[0], signal.SIGKILL)
                return
            time.sleep(0.05)

    killer = threading.Thread(target=kill_one)
    killer.start()
    folder = Folder(spread, crew.label)
    list(keep(run_on_ray(corpus, MODEL, 2, folder.finished), folder))
    killer.join()
    assert found(spread) == found(local)
    assert len(found(local)) == 211
    poison = folder.skipped
    assert [each.origin.rpartition("/")[2] for each in poison] == ["heavy.txt"]


@pytest.mark.usefixtures("ray")
def test_a_run_that_was_stopped_goes_on_on_another_engine(corpus: Corpus, tmp_path: Path) -> None:
    out = tmp_path / "facts.parquet"
    with Crew(MODEL, corpus.limits) as crew:
        folder = Folder(out, crew.label)
        going = keep(run_here(crew, corpus, folder.finished), folder)
        first = next(going).number
        going.close()  # type: ignore[attr-defined]
    folder = Folder(out, crew.label)
    done = [done.number for done in keep(run_on_ray(corpus, MODEL, 2, folder.finished), folder)]
    assert sorted([first, *done]) == [0, 1, 2, 3]


@pytest.mark.usefixtures("ray")
def test_actors_for_which_there_is_no_room_are_not_waited_for(items: list[RawItem], tmp_path: Path) -> None:
    for item in items[:3]:
        (tmp_path / f"{item.name}.txt").write_bytes(item.data)
    (done,) = run_on_ray(Corpus(paths=(str(tmp_path),)), MODEL, 4, frozenset())
    assert [outcome.skipped for outcome in done[1]] == [None] * 3


def test_a_cluster_that_is_not_there_is_named() -> None:
    with pytest.raises(UsageError, match="leads to no Ray cluster"), connected("127.0.0.1:1", 1):
        pass
