"""Facts that were read before, elsewhere: a folder made by `servanda extract --out`, as an engine.

What stands there is checked as it is taken in: that ids are those of what they stand for, that the bytes have
their hash, that each quotation stands in the text. A file that somebody changed adds nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from servanda.cluster.dataset import Entry, entries, read_manifest
from servanda.model.document import Document
from servanda.model.facts import AnyFact
from servanda.sources.items import Skipped
from servanda.text.load import Loaded

_AGAIN = "run servanda extract again"


class Kept:
    """The documents of a folder and their facts; `label` is the extractor that read them."""

    def __init__(self, folder: Path) -> None:
        self.label = read_manifest(folder)[0].extractor
        self._folder, self._facts = folder, dict[str, list[AnyFact]]()

    def load(self) -> Iterator[Loaded]:
        """The documents in order, and what was skipped when they were read."""
        for entry in entries(self._folder):
            if isinstance(entry, Skipped):
                yield entry
            elif problem := _problem(entry, self.label):
                yield Skipped(f"{self._folder}#{entry.document.name}", problem, _AGAIN)
            else:
                self._facts[entry.document.id] = entry.facts
                yield entry.item, entry.document
                self._facts.pop(entry.document.id, None)

    def extract_many(self, documents: Iterable[Document]) -> Iterator[tuple[Document, list[AnyFact]]]:
        """The facts of documents that `load` gave, each before the next is asked for."""
        for document in documents:
            yield document, self._facts[document.id]


def _problem(entry: Entry, label: str) -> str:
    """What is not as it was read; empty when all is."""
    document, text = entry.document, entry.document.text
    if sha256(entry.item.data).hexdigest() != document.sha256:
        return "has other bytes than those that were read"
    if entry.ids != [document.id, *(fact.id for fact in entry.facts)]:
        return "was changed since it was read: an id is not that of what it stands for"
    for fact in entry.facts:
        if fact.source != document.id or fact.extractor != label:
            return f"holds the fact {fact.id}, which is of another document or extractor"
        if not fact.evidence or any(text[span.start : span.end] != span.text for span in fact.evidence):
            return f"holds the fact {fact.id}, whose quotation does not stand in the text"
    return ""
