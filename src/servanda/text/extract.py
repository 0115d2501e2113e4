"""What a reader of one format gives: stable text, and what the format itself says of its parts."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from servanda.model.document import Region, RegionKind
from servanda.sources.metadata import Metadata

Block = tuple[str, RegionKind | None]
"""One paragraph, and what it is when the format marks it as no running text."""


class Extract(msgspec.Struct, frozen=True, kw_only=True):
    """Text, and the regions and metadata that the format marks (a caption, a date of publication)."""

    text: str
    regions: tuple[Region, ...] = ()
    metadata: Metadata = Metadata()

    @classmethod
    def of(cls, blocks: Iterable[Block], metadata: Metadata | None = None) -> Extract:
        """The blocks as paragraphs with an empty line between them; empty blocks are left out."""
        text, regions = "", []
        for raw, kind in blocks:
            paragraph = tidy(raw)
            if not paragraph:
                continue
            text += "\n\n" if text else ""
            if kind:
                regions.append(Region(len(text), len(text) + len(paragraph), kind))
            text += paragraph
        return cls(text=text, regions=tuple(regions), metadata=metadata or Metadata())


def stable(text: str) -> str:
    """Line ends as a single newline, unpaired surrogates as a question mark; nothing else is touched."""
    return text.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8", "replace").decode("utf-8")


def tidy(paragraph: str) -> str:
    """A paragraph of a format with layout: runs of blanks as one, no blanks at the ends of its lines."""
    lines = (re.sub(r"[^\S\n]+", " ", line).strip() for line in stable(paragraph).split("\n"))
    return "\n".join(line for line in lines if line)
