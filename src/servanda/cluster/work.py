"""A piece of work and what came of it: documents go to a process, and come back with their facts."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

import msgspec

from servanda.model.document import Document
from servanda.model.facts import AnyFact
from servanda.sources.items import RawItem, Skipped

MOST_ITEMS = 64
MOST_BYTES = 8 << 20
"""How much is handed over at once: enough to parse in batches, little enough to hold a few in memory."""


class Outcome(msgspec.Struct, frozen=True):
    """What became of one input of a job, by its place there: the document, where the job held only its
    bytes, with its facts; or why there is none."""

    index: int
    document: Document | None = None
    facts: list[AnyFact] = []
    skipped: Skipped | None = None


class Job(msgspec.Struct, frozen=True):
    """Inputs that are read together, so that any engine parses them in the same batches.

    Either `items`, whose texts are read first, or `documents`, of which only the facts are wanted.
    """

    items: list[RawItem] = []
    documents: list[Document] = []

    def __len__(self) -> int:
        return len(self.items) + len(self.documents)

    def one(self, index: int) -> Job:
        """The input at that place as a job of its own."""
        return Job(self.items[index : index + 1], self.documents[index : index + 1])

    def origin(self, index: int) -> str:
        """Where an input stands."""
        return self.items[index].origin if self.items else self.documents[index].origin


class Shard(msgspec.Struct, frozen=True):
    """A job of a corpus, with what was skipped on the way to it; `number` is its place."""

    number: int
    items: list[RawItem]
    skipped: list[Skipped]

    @property
    def key(self) -> str:
        """Hash of all that the shard consists of: the same inputs at the same place have the same key."""
        content = hashlib.sha256(msgspec.json.encode([self.number, self.skipped]))
        for item in self.items:
            told = msgspec.json.encode(msgspec.structs.replace(item, data=b""))
            content.update(told + hashlib.sha256(item.data).digest())
        return content.hexdigest()[:32]


def shards(inputs: Iterable[RawItem | Skipped]) -> Iterator[Shard]:
    """The inputs in pieces, in order; one in memory at a time."""
    items: list[RawItem] = []
    skipped: list[Skipped] = []
    number = size = 0
    for one in inputs:
        if isinstance(one, Skipped):
            skipped.append(one)
            continue
        items.append(one)
        size += len(one.data)
        if len(items) == MOST_ITEMS or size >= MOST_BYTES:
            yield Shard(number, items, skipped)
            items, skipped, size, number = [], [], 0, number + 1
    if items or skipped:
        yield Shard(number, items, skipped)
