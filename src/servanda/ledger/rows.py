"""Facts as rows: the columns that queries filter by, beside the whole fact as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from servanda.ledger.tables import fact_fields, fact_parties, fact_people, fact_spans
from servanda.model import edtf
from servanda.model.facts import (
    PARTY_ROLES,
    Activity,
    AnyFact,
    Commitment,
    Engagement,
    Fact,
    Instrument,
    Milestone,
)
from servanda.model.fold import fold_name

Row = dict[str, object]

_PARTY_ROLES = (*PARTY_ROLES, "party")
_PEOPLE_ROLES = ("participants", "by", "name")
_NOT_SAID = frozenset(field.name for field in msgspec.structs.fields(Fact))


def encode(fact: AnyFact) -> str:
    """The whole fact, canonical: the same fact gives the same string."""
    return msgspec.json.encode(fact, order="sorted").decode()


def decode(content: str) -> AnyFact:
    """The fact that `encode` wrote."""
    return _decoder.decode(content)


_decoder: msgspec.json.Decoder[AnyFact] = msgspec.json.Decoder(AnyFact)


def fact_row(fact: AnyFact, reading: int) -> Row:
    """The row of `facts`, without its number."""
    dated = date_of(fact)
    first, last = day_bounds(dated)
    return {
        "reading_id": reading,
        "id": fact.id,
        "kind": fact.kind,
        "status": _status(fact),
        "act": fact.act if isinstance(fact, Commitment) else None,
        "confidence": fact.confidence,
        "dated": dated,
        "first_day": first,
        "last_day": last,
        "content": encode(fact),
    }


def day_bounds(date: str | None) -> tuple[str, str] | tuple[None, None]:
    """First and last day (ISO) that an EDTF date can mean; None where its year is not given."""
    bounds = edtf.bounds(date) if date else None
    return (bounds[0].isoformat(), bounds[1].isoformat()) if bounds else (None, None)


def date_of(fact: AnyFact) -> str | None:
    """When it is, was or is due (EDTF): a milestone's is the year of the anniversary, where that is known."""
    if isinstance(fact, Engagement | Instrument | Activity):
        return fact.date
    if isinstance(fact, Commitment):
        return fact.due
    if isinstance(fact, Milestone) and fact.year is not None:
        return f"{fact.year + (fact.number or 0):04}"
    return None


def party_rows(fact: AnyFact, number: int) -> list[Row]:
    """Rows of `fact_parties`: each party once in each of its roles."""
    return [
        {"fact": number, "role": role, "party": party} for role, party in _values(fact, _PARTY_ROLES) if party
    ]


def people_rows(fact: AnyFact, number: int) -> list[Row]:
    """Rows of `fact_people`: who takes part, speaks, or is the person."""
    return [
        {"fact": number, "role": role, "name": name, "folded": fold_name(name)}
        for role, name in _values(fact, _PEOPLE_ROLES)
    ]


def field_rows(fact: AnyFact, number: int) -> list[Row]:
    """Rows of `fact_fields`."""
    return [{"fact": number, "field": field} for _, field in _values(fact, ("fields",))]


def span_rows(fact: AnyFact, number: int) -> list[Row]:
    """Rows of `fact_spans`: the evidence in its order."""
    return [
        {"fact": number, "position": position, "start": span.start, "end": span.end, "text": span.text}
        for position, span in enumerate(fact.evidence)
    ]


def words_of(fact: AnyFact) -> str:
    """What the fact is found by in full-text search: its quotations and all that its properties say."""
    said = {k: v for k, v in fact.to_dict().items() if k not in _NOT_SAID}
    return "\n".join([*dict.fromkeys(span.text for span in fact.evidence), *_strings(said)])


def _status(fact: AnyFact) -> str | None:
    if isinstance(fact, Engagement):
        return fact.status
    return fact.action if isinstance(fact, Instrument) else None


def _values(fact: AnyFact, names: Sequence[str]) -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for name in names:
        value: str | tuple[str, ...] | None = getattr(fact, name, None)
        values = (value,) if isinstance(value, str) else value or ()
        pairs += [(name, each) for each in values]
    return list(dict.fromkeys(pairs))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _strings(each)


CHILDREN = (
    (fact_parties, party_rows),
    (fact_people, people_rows),
    (fact_fields, field_rows),
    (fact_spans, span_rows),
)
"""The tables that hang on a fact, and what makes their rows of it."""
