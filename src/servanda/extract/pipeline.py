"""A document to facts: the shared parse, then one module a kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import msgspec
from spacy.tokens import Doc

from servanda import __version__
from servanda.extract.activities import activities
from servanda.extract.actors import Actors
from servanda.extract.analysis import Analysis
from servanda.extract.assessments import assessments
from servanda.extract.commitments import commitments
from servanda.extract.confidence import confidence_of
from servanda.extract.engagements import engagements
from servanda.extract.facts import Draft
from servanda.extract.instruments import instruments
from servanda.extract.milestones import milestones
from servanda.extract.parse import DEFAULT_MODEL, load_parser
from servanda.extract.positions import positions
from servanda.extract.settle import settle
from servanda.model.document import Document, Span
from servanda.model.facts import AnyFact, Fact, Person

Reader = Callable[[Analysis, Actors], list[Draft[Fact]]]

READERS: tuple[Callable[[Analysis, Actors], list], ...] = (  # type: ignore[type-arg]
    engagements, instruments, commitments, positions, assessments, milestones, activities,
)  # fmt: skip
"""Engagements come first: they tell who sits at the table, which the others ask."""


class Extractor:
    """Reads facts out of documents by rules over one parse. Its name and version stay on each fact."""

    name = "servanda-rules"

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        self.model = model
        self.version = f"{__version__}+{model}"
        self._nlp = load_parser(model)

    @property
    def label(self) -> str:
        """Name and version as they stand on a fact."""
        return f"{self.name}/{self.version}"

    def extract(self, document: Document) -> list[AnyFact]:
        """All facts and people of one document, in order of the text."""
        return self._facts(document, self._nlp(document.text))

    def extract_many(self, documents: Iterable[Document]) -> Iterator[tuple[Document, list[AnyFact]]]:
        """The same for many, in order, with the parse in batches; memory holds one batch."""
        pairs = ((d.text, d) for d in documents)
        for doc, document in self._nlp.pipe(pairs, as_tuples=True, batch_size=16):
            yield document, self._facts(document, doc)

    def _facts(self, document: Document, doc: Doc) -> list[AnyFact]:
        analysis = Analysis(document, doc)
        actors = Actors(analysis)
        drafts: list[Draft[Fact]] = [draft for reader in READERS for draft in reader(analysis, actors)]
        source = document.id
        facts = [self._sign(d.fact, source) for d in settle(drafts)]
        return [*facts, *self._people(analysis, source)]

    def _sign(self, fact: Fact, source: str) -> AnyFact:
        signed = msgspec.structs.replace(
            fact, source=source, extractor=self.label, confidence=confidence_of(fact)
        )
        return signed  # type: ignore[return-value]

    def _people(self, analysis: Analysis, source: str) -> list[AnyFact]:
        out: list[AnyFact] = []
        for person in analysis.people:
            spans = tuple(
                Span.of(analysis.text, m.whole_start, m.whole_end) for m in person.mentions[:1]
            )
            out.append(
                Person(
                    document=analysis.document.name, source=source, evidence=spans, name=person.name,
                    rank=person.rank, post=person.post, party=person.party, extractor=self.label,
                    confidence=0.9, rule="person",
                )  # fmt: skip
            )
        return out
