"""A fact as one line of JSON: the form of `servanda extract` and of the export."""

from __future__ import annotations

import msgspec

from servanda.model.facts import AnyFact, Fact

_BASE = frozenset(field.name for field in msgspec.structs.fields(Fact))


def fact_line(fact: AnyFact) -> dict[str, object]:
    """The fact in plain types, `kind` first: id, document, the properties of the guidelines by their names,
    evidence (start, end, text), confidence, modality, extractor. What is not stated is left out."""
    properties = {name: _plain(getattr(fact, name)) for name in properties_of(type(fact))}
    line = {
        "kind": fact.kind,
        "id": fact.id,
        "document": fact.document,
        **properties,
        "evidence": [msgspec.to_builtins(span) for span in fact.evidence],
        "confidence": fact.confidence,
        "modality": fact.modality,
        "extractor": fact.extractor,
    }
    return {name: value for name, value in line.items() if value not in (None, "", [], {})}


def properties_of(kind: type[Fact]) -> list[str]:
    """Names of the properties that the guidelines give this kind of fact, in their order."""
    return [field.name for field in msgspec.structs.fields(kind) if field.name not in _BASE]


def _plain(value: object) -> object:
    plain = msgspec.to_builtins(value)
    if isinstance(plain, dict):  # an amount: 300000000 rather than 300000000.0
        return {k: int(v) if isinstance(v, float) and v.is_integer() else v for k, v in plain.items()}
    return list(plain) if isinstance(plain, tuple) else plain
