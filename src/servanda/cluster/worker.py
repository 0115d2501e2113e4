"""A process that loads the language model once and reads facts for whoever started it.

Run as a module. Frames of msgpack, each after its length in four bytes: the first that comes out is the
extractor's label, then for each job an outcome for each input, in order, as soon as it is known. The process
has limits of memory; that it takes too long, or dies, is noticed by the other side (`crew.py`). It ends when
its standard input does.
"""

from __future__ import annotations

import os
import struct
import sys
from collections import deque
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING

import msgspec

from servanda.cluster.work import Job, Outcome
from servanda.errors import InputError
from servanda.model.document import Document
from servanda.sources.apart import confine_memory
from servanda.sources.items import Skipped
from servanda.sources.limits import Limits
from servanda.text.load import read_document

if TYPE_CHECKING:
    from servanda.extract.pipeline import Extractor

_LENGTH = struct.Struct(">I")


def write_frame(stream: IO[bytes], value: object) -> None:
    """Send a value."""
    data = msgspec.msgpack.encode(value)
    stream.write(_LENGTH.pack(len(data)) + data)
    stream.flush()


def read_frame(stream: IO[bytes]) -> bytes | None:
    """The next value as it was sent; None when the other side has ended."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    data = stream.read(length)
    return data if len(data) == length else None


def main(model: str, bounds: str) -> None:
    """Answer jobs until there are none."""
    # What others print must not come between the frames.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    limits = msgspec.json.decode(bounds, type=Limits)
    confine_memory(limits)
    from servanda.extract.pipeline import Extractor

    extractor = Extractor(model)
    write_frame(answers, extractor.label)
    while (job := read_frame(sys.stdin.buffer)) is not None:
        for outcome in outcomes(msgspec.msgpack.decode(job, type=Job), extractor, limits):
            write_frame(answers, outcome)


def outcomes(job: Job, extractor: Extractor, limits: Limits) -> Iterator[Outcome]:
    """What becomes of each input; in whatever order."""
    indices: deque[int] = deque()
    skipped: list[Outcome] = []

    def documents() -> Iterator[Document]:
        for index in range(len(job)):
            try:
                document = (
                    job.documents[index] if job.documents else read_document(job.items[index], limits=limits)
                )
            except InputError as error:
                fault = Skipped(job.origin(index), error.problem, error.mend)
                skipped.append(Outcome(index, skipped=fault))
            else:
                indices.append(index)
                yield document

    for document, facts in extractor.extract_many(documents()):
        yield Outcome(indices.popleft(), document if job.items else None, facts)
    yield from skipped


if __name__ == "__main__":
    main(*sys.argv[1:])
