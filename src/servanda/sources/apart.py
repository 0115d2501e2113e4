"""Work on hostile bytes in a process of its own, with limits of time and memory.

A parser written in C cannot be stopped from within, and one that crashes takes its process along. Run as a
module, this reads bytes from standard input, does one piece of work on them and writes what came out, or
the error that a user can mend, to standard output. Whatever else goes wrong there ends that process only.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from typing import TypeVar, get_type_hints

import msgspec

from servanda.errors import InputError
from servanda.sources.limits import Limits

try:
    import resource
except ImportError:  # not a POSIX system: the parent's clock remains
    resource = None  # type: ignore[assignment]

T = TypeVar("T")
Work = Callable[[bytes, str], T]
"""A function of a module: bytes and an argument to anything that msgspec can write."""

_RAISE = "split it, or raise the limit in the settings"


class _Fault(msgspec.Struct):
    problem: str
    mend: str


class _Answer(msgspec.Struct):
    fault: _Fault | None = None
    result: msgspec.Raw = msgspec.Raw(b"null")


def call_apart(work: Work[T], data: bytes, argument: str, subject: str, limits: Limits) -> T:
    """What `work(data, argument)` returns; InputError when it takes too long or too much, or crashes."""
    named = f"{work.__module__}:{work.__qualname__}"
    command = [sys.executable, "-P", "-m", __name__, named, argument, msgspec.json.encode(limits).decode()]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=limits.max_seconds)  # noqa: S603
    except subprocess.TimeoutExpired:
        raise InputError(
            subject, f"takes longer than {limits.max_seconds:g} seconds to read", _RAISE
        ) from None
    if done.returncode:
        raise InputError(
            subject, "is damaged: its reader failed on it", "get the file again, or save it anew"
        )
    answer = msgspec.json.decode(done.stdout, type=_Answer)
    if answer.fault is not None:
        raise InputError(subject, answer.fault.problem, answer.fault.mend)
    result: T = msgspec.json.decode(answer.result, type=get_type_hints(work)["return"])
    return result


def main(named: str, argument: str, bounds: str) -> None:
    """Do one piece of work on standard input; the answer goes to standard output."""
    limits = msgspec.json.decode(bounds, type=Limits)
    confine(limits)
    try:
        module, _, function = named.partition(":")
        result = getattr(import_module(module), function)(sys.stdin.buffer.read(), argument)
        answer = _Answer(result=msgspec.Raw(msgspec.json.encode(result)))
    except InputError as error:
        answer = _Answer(fault=_Fault(error.problem, error.mend))
    except MemoryError:
        answer = _Answer(fault=_Fault(f"needs more than {limits.max_memory >> 20} MiB to be read", _RAISE))
    sys.stdout.buffer.write(msgspec.json.encode(answer))


def confine(limits: Limits) -> None:
    """Bind this process to the limits, where the system knows such bounds."""
    confine_memory(limits)
    bound_processor_time(limits.max_seconds)


def confine_memory(limits: Limits) -> None:
    """Bind the memory of this process, and of those that it starts, each by itself."""
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_DATA, (limits.max_memory, limits.max_memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def bound_processor_time(seconds: float) -> None:
    """End this process when it has worked for so many seconds in all: an orphan, whose parent was killed,
    ends as well."""
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 1, resource.RLIM_INFINITY))


if __name__ == "__main__":
    main(*sys.argv[1:])
