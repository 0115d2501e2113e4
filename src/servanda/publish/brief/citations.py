"""Numbered references, made as they are used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from servanda.model.document import Span
from servanda.model.facts import Activity, AnyFact, Assessment, Commitment, Position
from servanda.publish.brief.parts import Reference
from servanda.publish.plain import plain
from servanda.query.views import DocumentView

_LONGEST = 220
"""Characters of a quotation: three lines of a column. What is cut off stands in the document."""


class Citations:
    """The references of one briefing. A quotation that is used again keeps its number."""

    def __init__(self, documents: Mapping[str, DocumentView]) -> None:
        self._documents = documents
        self._made: dict[tuple[str, int, int], Reference] = {}

    @property
    def references(self) -> tuple[Reference, ...]:
        """Those made so far, in the order of their numbers."""
        return tuple(self._made.values())

    def cite(self, facts: Iterable[AnyFact]) -> tuple[int, ...]:
        """The numbers of the quotations that state the facts, each once, in ascending order."""
        return tuple(sorted({self.quote(fact, _telling(fact)) for fact in facts}))

    def quote(self, fact: AnyFact, span: Span) -> int:
        """The number of a quotation of the fact."""
        key = (fact.source, span.start, span.end)
        if key not in self._made:
            self._made[key] = self._reference(fact, span)
        return self._made[key].number

    def _reference(self, fact: AnyFact, span: Span) -> Reference:
        known = self._documents.get(fact.source)
        whole = plain(span.text)
        shown = whole if len(whole) <= _LONGEST else whole[:_LONGEST].rsplit(" ", 1)[0]
        return Reference(
            number=len(self._made) + 1,
            document=plain(fact.document),
            quotation=shown,
            start=span.start,
            end=span.end,
            cut=shown != whole,
            title=_known(known.title) if known else None,
            publisher=_known(known.publisher) if known else None,
            published=known.published if known else None,
            url=known.url if known else None,
        )


def _telling(fact: AnyFact) -> Span:
    """The piece of evidence in which the content stands, else the one that states the fact most fully."""
    if isinstance(fact, Commitment | Position | Assessment | Activity):
        return next((span for span in fact.evidence if fact.content in span.text), fact.evidence[0])
    return fact.evidence[0]


def _known(text: str | None) -> str | None:
    return (plain(text) or None) if text else None
