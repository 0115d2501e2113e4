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
    for part in asking:
        if kind == "engagement":
            fits = type_ in part.types
        else:
            fits = kind in part.kinds or not set(fields).isdisjoint(part.fields)
            fits = fits or (bool(part.words) and says(text, part.words))
        if fits:
            return part
    return rest
