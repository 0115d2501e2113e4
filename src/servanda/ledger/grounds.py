"""What may enter the ledger: facts that stand on a quotation of the text, read from the given bytes."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from servanda.model.document import Document, Span
from servanda.model.facts import AnyFact


def grounded(document: Document, data: bytes, found: Sequence[AnyFact]) -> list[AnyFact]:
    """The facts, each once. ValueError where one is not grounded, or the bytes are not the document's."""
    if sha256(data).hexdigest() != document.sha256:
        raise ValueError(f"{document.name}: the hash of the {len(data)} bytes is not that of the document")
    unique = {fact.id: fact for fact in reversed(found)}
    for fact_id, fact in unique.items():
        if fact.source != document.id or fact.document != document.name:
            raise ValueError(f"{fact_id} ({fact.kind}) was read from another document than {document.name}")
        if not fact.evidence:
            raise ValueError(f"{fact_id} ({fact.kind}) has no quotation in {document.name}")
        for span in fact.evidence:
            if not is_grounded(span, document.text):
                place = f"{span.start}:{span.end} of {document.name}"
                raise ValueError(f"{fact_id} ({fact.kind}): {span.text!r} does not stand at {place}")
    return list(reversed(unique.values()))


def is_grounded(span: Span, text: str) -> bool:
    """Whether the quotation stands in the text where the span says."""
    return 0 <= span.start < span.end <= len(text) and text[span.start : span.end] == span.text
