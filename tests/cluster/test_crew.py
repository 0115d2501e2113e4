"""Processes read what one would read; what one of them cannot bear is set aside."""

from __future__ import annotations

import os
import signal
from typing import Any

import pytest

from servanda.cluster.crew import Crew
from servanda.cluster.work import Job
from servanda.errors import UsageError
from servanda.extract.pipeline import Extractor
from servanda.settings import Settings
from servanda.sources.items import RawItem, Skipped
from servanda.sources.limits import Limits
from servanda.text.load import read_document

MODEL = Settings().model
# One sentence of so many words needs more memory than is given here.
HEAVY = ("France and Portugal agreed and " * 30_000).encode()


def raw(name: str, data: bytes) -> RawItem:
    return RawItem(name=name, origin=f"{name}.txt", media_type="text/plain", data=data)


def test_the_facts_are_those_of_one_process_in_the_order_of_the_documents(
    crew: Crew, items: list[RawItem]
) -> None:
    documents = [read_document(item) for item in items]
    expected = list(Extractor(MODEL).extract_many(documents))
    assert list(crew.extract_many(documents)) == expected
    assert crew.label == Extractor(MODEL).label


def test_texts_are_read_there_too_and_what_has_none_is_named(crew: Crew, items: list[RawItem]) -> None:
    job = Job(items=[items[0], raw("empty", b""), items[1]])
    ((same, (first, empty, last)),) = crew.run([job])
    assert same is job
    assert first.document == read_document(items[0]) and first.facts
    assert empty.skipped == Skipped("empty.txt", "is empty")
    assert last.document == read_document(items[1])


def test_jobs_come_back_in_order_and_only_a_few_are_taken_ahead(crew: Crew, items: list[RawItem]) -> None:
    taken: list[int] = []

    def jobs() -> Any:
        for number, item in enumerate(items):
            taken.append(number)
            yield Job(items=[item])

    going = crew.run(jobs())
    assert [next(going)[0].items[0].name, len(taken)] == ["d0", 4]
    assert [job.items[0].name for job, _ in going] == [item.name for item in items[1:]]


def test_a_document_that_needs_too_much_is_set_aside_and_the_others_are_read(items: list[RawItem]) -> None:
    job = Job(items=[items[0], raw("heavy", HEAVY), items[1]])
    with Crew(MODEL, Limits(max_memory=450 << 20)) as small:
        first, heavy, last = small.do(job)
    assert first.facts and last.facts
    assert heavy.skipped is not None and "450 MiB" in heavy.skipped.reason


def test_a_document_that_takes_too_long_is_set_aside(items: list[RawItem], monkeypatch: Any) -> None:
    from servanda.cluster import crew as module

    monkeypatch.setattr(module, "_SPARE", 0.0)
    documents = [read_document(raw("long", b"Portugal and Sweden met and signed. " * 25_000))]
    with Crew(MODEL, Limits(max_seconds=0.1)) as hasty:
        ((_, found),) = hasty.extract_many(documents)
    assert isinstance(found, Skipped) and "0.1 seconds" in found.reason


def test_a_process_that_is_killed_loses_nothing(items: list[RawItem]) -> None:
    with Crew(MODEL, Limits()) as one:
        pid = one._idle[0]._process.pid
        going = one.run(Job(items=[item]) for item in items[:6])
        names = [next(going)[0].items[0].name]
        os.kill(pid, signal.SIGKILL)
        names += [job.items[0].name for job, outcomes in going if outcomes[0].document is not None]
    assert names == [item.name for item in items[:6]]


def test_no_process_is_left(items: list[RawItem]) -> None:
    with Crew(MODEL, Limits()) as one:
        pid = one._idle[0]._process.pid
        going = one.run(Job(items=[item]) for item in items)
        next(going)
        going.close()  # type: ignore[attr-defined]
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_a_model_that_is_not_installed_is_named() -> None:
    with pytest.raises(UsageError, match="'no_such_model': is not installed"):
        Crew("no_such_model", Limits())


def test_limits_too_narrow_to_start_are_named() -> None:
    from servanda.errors import ServandaError

    with pytest.raises(ServandaError, match=r"does not start.*max_memory"):
        Crew(MODEL, Limits(max_memory=60 << 20))
