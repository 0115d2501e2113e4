"""The parts of a year's programme (data/programme.yaml)."""

from __future__ import annotations

from functools import cache

import msgspec

from servanda.codebook.following import Phrases, says
from servanda.codebook.load import load_data


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A part of the programme; see the data file."""

    code: str
    name: str
    types: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    words: Phrases = ()


@cache
def parts() -> tuple[Part, ...]:
    """All parts, in their order."""
    return tuple(load_data("programme.yaml", list[Part]))


def part_of(kind: str, type_: str | None, fields: tuple[str, ...], text: str) -> Part:
    """The part to which a thing of this kind belongs."""
    *asking, rest = parts()
    by_kind = next((part for part in asking if kind in part.kinds), None)
    if by_kind is not None:
        return by_kind
    if kind == "engagement":
        return next((part for part in asking if type_ in part.types), rest)
    for part in asking:
        if not set(fields).isdisjoint(part.fields) or (part.words and says(text, part.words)):
            return part
    return rest
