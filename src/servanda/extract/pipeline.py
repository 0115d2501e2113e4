"""A document to facts: the screen, the shared parse, then one module a kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

import msgspec

from servanda import __version__
from servanda.extract.activities import activities
from servanda.extract.actors import Actors
from servanda.extract.analysis import Analysis
from servanda.extract.assessment import assessments
from servanda.extract.commitment import commitments
from servanda.extract.confidence import confidence_of
from servanda.extract.engagement import engagements
from servanda.extract.facts import Draft
from servanda.extract.instruments import instruments
from servanda.extract.mentions import PersonInText
from servanda.extract.milestones import milestones
from servanda.extract.parse import DEFAULT_MODEL, load_parser
from servanda.extract.people import find_people
from servanda.extract.position import positions
from servanda.extract.screen import first_told, glance
from servanda.extract.settle import settle
from servanda.extract.sketch import Sketcher, can_sketch
from servanda.extract.whole import to_parse
from servanda.model.document import Document, Span
from servanda.model.facts import AnyFact, Person

Reader = Callable[[Analysis, Actors], Sequence[Draft[AnyFact]]]

READERS: tuple[Reader, ...] = (
    engagements, instruments, commitments, positions, assessments, milestones, activities,
)  # fmt: skip
"""Engagements come first: they tell who sits at the table, which the others ask."""


RULES = 20
"""Goes up by one whenever the rules read something else in the same words, so that a ledger reads its
documents anew."""
_PARSED_AT_ONCE = 16
_AT_ONCE = {"parser": {"batch_size": 4 * _PARSED_AT_ONCE}}
"""The parser reads a quarter of what it is given at once."""
_HELD_AT_ONCE = 256
"""Documents that wait for others to be parsed with them."""


class _Screened(NamedTuple):
    """A document as the screen leaves it: whether it can hold facts, and then where what can begins; and
    its people, where they are read already."""

    document: Document
    may_hold_facts: bool
    begins: int = 0
    people: list[PersonInText] | None = None


def label_of(model: str) -> str:
    """The label of the extractor with that model, which need not be loaded."""
    return f"{Extractor.name}/{_version(model)}"


class Extractor:
    """Reads facts out of documents by rules over one parse. Its name and version stay on each fact."""

    name = "servanda-rules"

    def __init__(self, model: str = DEFAULT_MODEL, *, screen: bool = True) -> None:
        """Load `model`. Without `screen` each document is parsed, also those that can hold no fact."""
        self.model = model
        self.version = _version(model)
        self._nlp = load_parser(model)
        self._sketch = Sketcher(self._nlp) if screen and can_sketch(self._nlp) else None

    @property
    def label(self) -> str:
        """Name and version as they stand on a fact."""
        return f"{self.name}/{self.version}"

    def extract(self, document: Document) -> list[AnyFact]:
        """All facts and people of one document, in order of the text."""
        return next(self.extract_many([document]))[1]

    def extract_many(self, documents: Iterable[Document]) -> Iterator[tuple[Document, list[AnyFact]]]:
        """The same for many, in order, with the parse in batches; memory holds one batch."""
        batch: list[_Screened] = []
        passed = 0
        for document in documents:
            batch.append(self._screened(document))
            passed += batch[-1].may_hold_facts
            if passed == _PARSED_AT_ONCE or len(batch) == _HELD_AT_ONCE:
                yield from self._read(batch)
                batch, passed = [], 0
        yield from self._read(batch)

    def _screened(self, document: Document) -> _Screened:
        """The document as the screen sees it, with its people where no parse or that of its end will do."""
        if self._sketch is None:
            return _Screened(document, may_hold_facts=True)
        text, seen = document.text, glance(document)
        if seen.may_hold_facts and not first_told(text, seen, ()):
            return _Screened(document, may_hold_facts=True)
        people = find_people(self._sketch(text), seen.parties, regions=document.regions, home=seen.home)
        return _Screened(document, seen.may_hold_facts, first_told(text, seen, people), people)

    def _read(self, batch: list[_Screened]) -> Iterator[tuple[Document, list[AnyFact]]]:
        texts = (waiting.document.text[waiting.begins :] for waiting in batch if waiting.may_hold_facts)
        docs = (to_parse(self._nlp, text) for text in texts)
        parses = self._nlp.pipe(docs, batch_size=_PARSED_AT_ONCE, component_cfg=_AT_ONCE)
        for document, may_hold_facts, _, people in batch:
            if may_hold_facts:
                analysis = Analysis(document, next(parses), people)
                yield document, [*self._facts(analysis), *self._people(document, analysis.people)]
            else:
                yield document, self._people(document, people or ())

    def _facts(self, analysis: Analysis) -> list[AnyFact]:
        actors = Actors(analysis)
        drafts: list[Draft[AnyFact]] = [draft for reader in READERS for draft in reader(analysis, actors)]
        return [self._sign(draft.fact, analysis.document.id) for draft in settle(drafts)]

    def _sign(self, fact: AnyFact, source: str) -> AnyFact:
        confidence = confidence_of(fact)
        return msgspec.structs.replace(fact, source=source, extractor=self.label, confidence=confidence)

    def _people(self, document: Document, people: Iterable[PersonInText]) -> list[AnyFact]:
        out: list[AnyFact] = []
        for person in people:
            first = person.mentions[0]
            span = Span.of(document.text, first.whole_start, first.whole_end)
            out.append(
                Person(
                    document=document.name,
                    source=document.id,
                    evidence=(span,),
                    name=person.name,
                    rank=person.rank,
                    post=person.post,
                    party=person.party,
                    extractor=self.label,
                    confidence=0.9,
                    rule="person",
                )
            )
        return out


def _version(model: str) -> str:
    return f"{__version__}.rules{RULES}+{model}"
