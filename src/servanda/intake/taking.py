"""What was loaded comes into the ledger, a transaction a document; each step is told as it is done.

A surface begins a read, goes through `take_in` and finishes it:

    run = ledger.begin_read(engine.label)
    for step in take_in(run, load(items), engine):
        ...
    run.finish()
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

import msgspec

from servanda.ledger.reading import Added, ReadRun
from servanda.model.document import Document
from servanda.model.facts import AnyFact
from servanda.sources.items import RawItem, Skipped
from servanda.text.load import Loaded


class Taken(msgspec.Struct, frozen=True):
    """A document that stands in the ledger: its id and origin, what adding it changed, how many facts were
    read in it (none where it was known)."""

    document: str
    origin: str
    added: Added
    facts: int


Step = Taken | Skipped
"""What became of one input."""

Extracted = tuple[Document, Sequence[AnyFact] | Skipped]
"""The facts of a document, or why none could be read."""


class Engine(Protocol):
    """What reads facts: `label` is its name and version, as they stand on a fact."""

    @property
    def label(self) -> str: ...

    def extract_many(self, documents: Iterable[Document]) -> Iterator[Extracted]: ...


def take_in(run: ReadRun, loaded: Iterable[Loaded], engine: Engine) -> Iterator[Step]:
    """Add what is loaded to the ledger, and yield what became of each input, in order.

    Documents that this engine has read before are passed over; what is skipped is recorded.
    """
    waiting: deque[RawItem] = deque()
    passed: list[Step] = []

    def unread() -> Iterator[Document]:
        for one in loaded:
            if isinstance(one, Skipped):
                passed.append(_skip(run, one))
            elif why := run.erased(one[1]):
                passed.append(_skip(run, Skipped(one[0].origin, why, "leave it out")))
            elif run.knows(one[1].id):
                passed.append(Taken(one[1].id, one[0].origin, Added.KNOWN, 0))
            else:
                waiting.append(one[0])
                yield one[1]

    for document, read in engine.extract_many(unread()):
        yield from passed
        passed.clear()
        item = waiting.popleft()
        if isinstance(read, Skipped):
            yield _skip(run, read)
        else:
            yield Taken(document.id, item.origin, run.add(document, item.data, read), len(read))
    yield from passed


def _skip(run: ReadRun, skipped: Skipped) -> Skipped:
    run.skip(skipped.origin, skipped.reason, skipped.mend)
    return skipped
