"""The program that drives an extraction is killed in the midst of it; the same command goes on from there."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from servanda.cluster.dataset import MANIFEST, Entry, entries

REPORT = "Portugal and Sweden signed an agreement on rescue at sea in Lisbon on {} May 2021.\n"
DOCUMENTS = 200
"""Four shards."""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    here = tmp_path / "corpus"
    here.mkdir()
    for number in range(DOCUMENTS):
        (here / f"d{number:03}.txt").write_text(REPORT.format(number % 30 + 1) + f"\nNumber {number}.\n")
    return here


def extract(corpus: Path, out: Path) -> subprocess.Popen[bytes]:
    """The real program."""
    command = [sys.executable, "-c", "from servanda.cli.main import run; run()", "extract", str(corpus)]
    command += ["--out", str(out), "--workers", "2"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def finish(corpus: Path, out: Path) -> None:
    with extract(corpus, out) as process:
        _, said = process.communicate(timeout=240)
    assert process.returncode == 0, said.decode()


def shards(out: Path) -> list[dict[str, object]]:
    """The shards that are finished, as the manifest tells."""
    lines = (out / MANIFEST).read_bytes().splitlines(keepends=True) if (out / MANIFEST).exists() else []
    told = [json.loads(line) for line in lines if line.endswith(b"\n")]
    return [line for line in told if line["type"] == "shard"]


def facts(out: Path) -> list[tuple[str, list[str]]]:
    """The documents with the ids of their facts, as they are kept."""
    return [(each.document.name, each.ids) for each in entries(out) if isinstance(each, Entry)]


def status(pid: int) -> tuple[str, int]:
    """The state of a process and the number of its parent; "Z" for one that has ended."""
    try:
        state, parent = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[:2]
    except OSError:
        return "Z", 0
    return state, int(parent)


def children(pid: int) -> list[int]:
    pids = (int(place.name) for place in Path("/proc").glob("[0-9]*"))
    return [child for child in pids if status(child)[1] == pid]


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs the processes as Linux tells them")
def test_a_driver_that_is_killed_leaves_no_fact_out_and_none_twice(corpus: Path, tmp_path: Path) -> None:
    whole, killed = tmp_path / "whole", tmp_path / "killed"
    with extract(corpus, killed) as process:
        deadline = time.monotonic() + 120
        while not shards(killed) and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.002)
        workers = children(process.pid)
        os.kill(process.pid, signal.SIGKILL)
    before = shards(killed)
    assert 0 < len(before) < 4, "the kill came in the midst of the work"
    assert len(workers) == 2
    while any(status(pid)[0] != "Z" for pid in workers) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert [pid for pid in workers if status(pid)[0] != "Z"] == [], "no process outlives its driver"

    finish(corpus, killed)
    finish(corpus, whole)
    assert facts(killed) == facts(whole)
    assert len(facts(killed)) == DOCUMENTS
    assert shards(killed)[: len(before)] == before, "what was finished was not done again"
    ids = [id_ for _, of_one in facts(killed) for id_ in of_one]
    assert len(ids) == len(set(ids)) > DOCUMENTS
