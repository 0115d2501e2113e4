"""Reviewed facts as a coded set: one JSON file a document in the form of the coding guidelines, with the
texts on which they stand. `servanda evaluate` measures an extractor against it."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import msgspec

from servanda.errors import UsageError
from servanda.model.facts import AnyFact, Person
from servanda.publish.lines import fact_line
from servanda.query.reviewed import Finished

_SAID = frozenset({"asserted", "planned"})
_LEFT_OUT = frozenset({"id", "document", "confidence", "extractor", "modality"})
_OF_PEOPLE = ("name", "rank", "post", "party")
_KNOWN = ("title", "published", "publisher", "url", "language", "author")
_FILE_NAME = re.compile(r"[^\W_][^/\\]{0,150}")


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """What was written, and the names of documents that can be no file beside the others."""

    documents: int
    facts: int
    people: int
    not_written: tuple[str, ...] = ()


def write_coded(finished: list[Finished], folder: Path) -> Written:
    """Writes the documents into `folder`, which must hold nothing: NAME.json each, their texts under texts/,
    and metadata.jsonl with what is known of them."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(str(folder), "is there and not empty", "name a new folder")
    names = Counter(each.document.name.casefold() for each in finished)
    written = [each for each in finished if names[each.document.name.casefold()] == 1 and _is_file_name(each)]
    texts = folder / "texts"
    texts.mkdir(parents=True)
    for each in written:
        name = each.document.name
        (folder / f"{name}.json").write_bytes(_json(coded_document(each), indent=1))
        (texts / f"{name}.txt").write_bytes(each.document.text.encode())
    lines = [_json(_metadata(each)) for each in written]
    (folder / "metadata.jsonl").write_bytes(b"".join(line + b"\n" for line in lines))
    people = sum(isinstance(fact, Person) for each in written for fact in each.facts)
    return Written(
        documents=len(written),
        facts=sum(len(each.facts) for each in written) - people,
        people=people,
        not_written=tuple(each.document.name for each in finished if each not in written),
    )


def coded_document(finished: Finished) -> dict[str, object]:
    """One document as coders write it."""
    return {
        "doc_id": finished.document.name,
        "published": finished.document.published,
        "facts": [coded_fact(fact) for fact in finished.facts if not isinstance(fact, Person)],
        "people": [
            {name: getattr(fact, name) for name in _OF_PEOPLE if getattr(fact, name)}
            for fact in finished.facts
            if isinstance(fact, Person)
        ],
    }


def coded_fact(fact: AnyFact) -> dict[str, object]:
    """One fact by the names of the guidelines, which have none for what is denied or supposed: that stands
    under `modality`. Quotations have their places, as one of a few words can stand twice in a text."""
    said = {name: value for name, value in fact_line(fact).items() if name not in _LEFT_OUT}
    return said if fact.modality in _SAID else said | {"modality": fact.modality}


def _metadata(finished: Finished) -> dict[str, object]:
    known = {name: getattr(finished.document, name) for name in _KNOWN}
    file = {"file": f"{finished.document.name}.txt"}
    return file | {name: value for name, value in known.items() if value}


def _is_file_name(finished: Finished) -> bool:
    name = finished.document.name
    return _FILE_NAME.fullmatch(name) is not None and name.isprintable() and len(name.encode()) < 200


def _json(value: object, indent: int = 0) -> bytes:
    encoded = msgspec.json.encode(value)
    return msgspec.json.format(encoded, indent=indent) if indent else encoded
