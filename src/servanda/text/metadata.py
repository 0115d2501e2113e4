"""What a text says of itself: its title, the day in its dateline, who reported and who translated it."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from servanda.model.document import Region
from servanda.text import datelines
from servanda.text.lines import byline, credit
from servanda.text.units import split_units


class TextMetadata(msgspec.Struct, frozen=True, kw_only=True):
    """What stands in the text; None where it does not. `published` is a full day, never less."""

    title: str | None = None
    published: str | None = None
    author: str | None = None
    translator: str | None = None


def metadata_in(text: str, regions: Sequence[Region]) -> TextMetadata:
    """Read the metadata out of the `regions` of `text`."""
    title = published = author = translator = None
    for region in regions:
        content = text[region.start : region.end]
        if region.kind == "title" and title is None:
            title = re.sub(r"^#+\s+|\s+", lambda found: "" if "#" in found.group() else " ", content)
        elif region.kind == "dateline" and published is None:
            published = _day(text, region)
        elif region.kind == "byline" and author is None:
            author = byline(split_units(content)[0])
        elif region.kind == "credit" and translator is None:
            found = credit(content)
            translator = found.name if found and found.is_translator else None
    return TextMetadata(title=title, published=published, author=author, translator=translator)


def _day(text: str, region: Region) -> str | None:
    line = datelines.full_line(text[region.start : region.end])
    found = line or datelines.prefix(text[region.start : region.end + 40])
    return found.day if found else None
