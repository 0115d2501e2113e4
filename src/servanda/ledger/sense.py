"""What a fact that a person wrote has to be besides grounded: whole numbers in range, dates, plain text.

An extractor cannot write anything else; a form or a program can, and what has once been stored is shown,
counted and exported for as long as the ledger is kept.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec

from servanda.codebook.fields import fields
from servanda.errors import UsageError
from servanda.model import edtf
from servanda.model.facts import AnyFact

_DATES = ("date", "due")
_LARGEST = 10**15
_LONGEST = 2000
_CONTROL = frozenset({"Cc", "Cs"})


def require_sense(fact: AnyFact) -> None:
    """UsageError where a property of the fact cannot be what it says."""
    for name in _DATES:
        given = getattr(fact, name, None)
        if given is not None and not edtf.is_valid(given):
            raise UsageError(f"{name} {given!r}", "is no date", "write 2018, 2018-03 or 2018-03-26")
    for field in getattr(fact, "fields", ()):
        if field not in known_fields():
            raise UsageError(f"field {field!r}", "is not in the codebook", "see docs/codebook/fields.md")
    if not 0 <= fact.confidence <= 1:
        raise UsageError(f"confidence {fact.confidence}", "is no share", "write a number from 0 to 1")
    for name in fact.__struct_fields__:
        if name != "evidence":  # the words of the document, which are compared with its text
            _check(name, getattr(fact, name))
    for span in fact.evidence:
        _check("evidence", (span.start, span.end))


@cache
def known_fields() -> frozenset[str]:
    """The codes of the fields of cooperation."""
    return frozenset(field.code for field in fields())


def _check(name: str, value: Any) -> None:
    for each in _leaves(value):
        if isinstance(each, int | float) and not -_LARGEST <= each <= _LARGEST:
            raise UsageError(name, "is too large a number", "write the number that the document gives")
        if isinstance(each, str) and len(each) > _LONGEST:
            raise UsageError(name, f"is longer than {_LONGEST} characters", "quote the part that states it")
        if isinstance(each, str) and any(unicodedata.category(c) in _CONTROL for c in each if c != "\n"):
            raise UsageError(name, "holds control characters", "leave them out")


def _leaves(value: Any) -> Iterator[Any]:
    if isinstance(value, msgspec.Struct):
        value = msgspec.structs.asdict(value)
    if isinstance(value, dict):
        value = [*value, *value.values()]
    if isinstance(value, list | tuple):
        for each in value:
            yield from _leaves(each)
    else:
        yield value
