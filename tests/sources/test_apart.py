"""Work apart has an end in time and memory; what happens there stays there."""

from __future__ import annotations

import os
import time

import pytest

from servanda.errors import InputError
from servanda.sources.apart import call_apart
from servanda.sources.limits import Limits


def count(data: bytes, argument: str) -> int:
    return data.count(argument.encode())


def sleep(data: bytes, argument: str) -> None:
    time.sleep(60)


def fill(data: bytes, argument: str) -> int:
    return len(bytearray(int(argument)))


def crash(data: bytes, argument: str) -> None:
    os.abort()


def refuse(data: bytes, argument: str) -> None:
    raise InputError("there", "is a riddle", "solve it")


@pytest.fixture(autouse=True)
def _found_there(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Lets the process apart import this file, as it would a module of the program."""
    monkeypatch.setenv(
        "PYTHONPATH", os.pathsep.join((str(request.path.parent), os.environ.get("PYTHONPATH", "")))
    )
    for work in (count, sleep, fill, crash, refuse):
        monkeypatch.setattr(work, "__module__", request.path.stem)


def test_gives_what_the_work_gives() -> None:
    assert call_apart(count, b"abcabc", "b", "a.txt", Limits()) == 2


def test_an_error_names_the_input() -> None:
    with pytest.raises(InputError, match=r"a\.txt: is a riddle; solve it"):
        call_apart(refuse, b"", "", "a.txt", Limits())


def test_takes_no_longer_than_allowed() -> None:
    with pytest.raises(InputError, match=r"takes longer than 0\.5 seconds"):
        call_apart(sleep, b"", "", "a.txt", Limits(max_seconds=0.5))


def test_takes_no_more_memory_than_allowed() -> None:
    limits = Limits(max_memory=300 << 20)
    assert call_apart(fill, b"", str(10 << 20), "a.txt", limits) == 10 << 20
    with pytest.raises(InputError, match="needs more than 300 MiB"):
        call_apart(fill, b"", str(400 << 20), "a.txt", limits)


def test_a_crash_is_an_input_that_cannot_be_read() -> None:
    with pytest.raises(InputError, match="its reader failed"):
        call_apart(crash, b"", "", "a.txt", Limits())
