"""The fields of cooperation: their codes, what belongs to each, and the phrases that name it."""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec

from servanda.codebook.load import load_data


class Field(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A field of cooperation (data/fields.yaml, which explains the notation of `terms` and `unless`)."""

    code: str
    group: Literal["defence", "civil"]
    definition: str
    example: str
    borderline: tuple[str, ...]
    terms: tuple[str, ...]
    unless: tuple[str, ...] = ()


@cache
def fields() -> tuple[Field, ...]:
    """All fields, those of defence first."""
    return tuple(load_data("fields.yaml", list[Field]))
