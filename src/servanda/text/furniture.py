"""The words by which the parts of a page beside its running text are told (page_furniture.yaml)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

import msgspec

from servanda.codebook.load import load_data


class CaptionWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How captions of pictures begin and what they show; see the comments in the data file."""

    positions: tuple[str, ...]
    openers: tuple[str, ...]
    people: tuple[str, ...]
    doing: tuple[str, ...]
    verbs: dict[str, str]
    subjects: frozenset[str]


class Furniture(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Closed classes of words and lines; see the comments in the data file."""

    agencies: tuple[str, ...]
    translators: tuple[str, ...]
    credits: tuple[str, ...]
    credits_with_colon: tuple[str, ...]
    labels: frozenset[str]
    published: tuple[str, ...]
    frame_lines: frozenset[str]
    frame_openers: tuple[str, ...]
    caption: CaptionWords
    finite: frozenset[str]
    unfinished: frozenset[str]


@cache
def furniture() -> Furniture:
    """The words, read once."""
    return load_data("page_furniture.yaml", Furniture)


def any_of(phrases: Iterable[str]) -> str:
    """A regular expression for any of `phrases`, the longest first; a blank stands for any white space."""
    ordered = sorted(phrases, key=len, reverse=True)
    return (
        "(?:" + "|".join(r"\s+".join(re.escape(word) for word in phrase.split()) for phrase in ordered) + ")"
    )
