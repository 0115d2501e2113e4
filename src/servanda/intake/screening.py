"""What of a corpus would be parsed, as the cheap screen sees it before any parse."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Iterator

import msgspec

from servanda.extract.screen import Glance, glance
from servanda.sources.items import Skipped
from servanda.text.load import Loaded

_SENTENCE = re.compile(r"\S(?:[^.!?\n]|[.!?](?!\s|$))*[.!?]*")


class Survey(msgspec.Struct):
    """Counts so far. `relevant` are the documents that can hold facts, with the sentences in them, which are
    parsed, and those among these that name a party; `seconds` are those of the screen alone, without reading
    the documents."""

    documents: int = 0
    characters: int = 0
    bytes: int = 0
    sentences: int = 0
    relevant: int = 0
    relevant_sentences: int = 0
    naming_sentences: int = 0
    seconds: float = 0.0
    skipped: int = 0


class Screened(msgspec.Struct, frozen=True):
    """One document, and whether it can hold a fact."""

    name: str
    origin: str
    may_hold_facts: bool


def screen(loaded: Iterable[Loaded], survey: Survey) -> Iterator[Screened | Skipped]:
    """Each document as the screen sees it, added to the survey; what cannot be read as Skipped."""
    for one in loaded:
        if isinstance(one, Skipped):
            survey.skipped += 1
            yield one
            continue
        item, document = one
        began = time.perf_counter()
        seen = glance(document)
        survey.seconds += time.perf_counter() - began
        survey.documents += 1
        survey.characters += len(document.text)
        survey.bytes += len(item.data)
        _count(document.text, seen, survey)
        yield Screened(document.name, item.origin, seen.may_hold_facts)


def _count(text: str, seen: Glance, survey: Survey) -> None:
    found = [sentence.span() for sentence in _SENTENCE.finditer(text)]
    survey.sentences += len(found)
    if seen.may_hold_facts:
        survey.relevant += 1
        survey.relevant_sentences += len(found)
        places = [mention.start for mention in seen.parties]
        survey.naming_sentences += sum(any(start <= at < end for at in places) for start, end in found)
