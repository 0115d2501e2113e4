"""Runs an extractor over the texts of a coded set and scores what it finds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from servanda.errors import InputError
from servanda.evaluate.coded import Coded
from servanda.evaluate.compare import PlainFact
from servanda.evaluate.score import Scores, score
from servanda.model.document import Document
from servanda.model.facts import AnyFact


class FactReader(Protocol):
    """What reads facts out of documents; `servanda.extract.pipeline.Extractor` does."""

    def extract_many(self, documents: Iterable[Document]) -> Iterator[tuple[Document, list[AnyFact]]]:
        """Each document with its facts, in order."""
        ...


def texts_of(coded: Sequence[Coded], folder: Path) -> tuple[list[str], list[str]]:
    """The files of `folder` that hold the coded documents, and the doc_ids for which there is none.

    Raises InputError when the folder holds none of them.
    """
    wanted = {document.doc_id for document in coded}
    there = [file for file in sorted(folder.glob("*.*")) if file.is_file() and file.suffix != ".json"]
    files = {file.name.partition(".")[0]: file for file in there}
    files |= {file.stem: file for file in there}
    missing = sorted(wanted - files.keys())
    if len(missing) == len(wanted):
        raise InputError(str(folder), "holds the text of no coded document", "name their folder with --texts")
    return [str(files[name]) for name in sorted(wanted & files.keys())], missing


def evaluate(coded: Sequence[Coded], documents: Iterable[Document], reader: FactReader) -> Scores:
    """Scores of what `reader` finds in the documents; those that nobody coded are passed over."""
    wanted = {document.doc_id for document in coded}
    predicted: dict[str, list[PlainFact]] = {}
    texts: dict[str, str] = {}
    for document, facts in reader.extract_many(d for d in documents if d.name in wanted):
        texts[document.name] = document.text
        predicted[document.name] = [fact.to_dict() for fact in facts]
    return score(coded, predicted, texts)
