"""The parts of a text that are no running text: title, sub-headlines, dateline, credits, captions.

Extraction passes over most of these, so a paragraph of sentences that is wrongly marked is lost: in
doubt nothing is marked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import takewhile

from servanda.model.document import Region, RegionKind
from servanda.text import datelines
from servanda.text.furniture import furniture
from servanda.text.lines import (
    agency_tail,
    byline,
    credit,
    is_boilerplate,
    is_caption,
    is_label,
    is_unfinished,
)
from servanda.text.units import Unit, split_units

_LONGEST_HEADLINE = 250
_LONGEST_SUBHEADLINE = 150
_LONGEST_FRONT = 14
_LONGEST_DATELINE = 120
_LARGEST_FRONT_SHARE = 0.5
_RESEMBLING = 0.85
_NUMBERED = re.compile(r"(?:\d{1,2}|[IVX]{1,4}|[A-H])[.)]\s+\S")
_SUB_NUMBERED = re.compile(r"\(\w{1,3}\)\s|[a-z][.)]\s")
_MARKDOWN = re.compile(r"#{1,6}\s+\S")
_HEADING_WORDS = 10
_QUOTES = "“\"‘'"
_GUESSED: tuple[RegionKind, ...] = ("title", "heading", "caption")


def find_regions(text: str, title: str | None = None, marked: Sequence[Region] = ()) -> tuple[Region, ...]:
    """The regions of `text`, in order and not overlapping.

    `title` is the title if it is known: the line that equals or resembles it is taken for it even where
    it does not look like a headline. `marked` are regions that the document's format tells.
    """
    units = split_units(text)
    marks = {unit: kind for unit in units if (kind := _mark(unit, marked))}
    front = list(_front(units, title, marks))
    regions = [Region(unit.start, unit.end, kind) for unit, kind in zip(units, front, strict=False)]
    body = units[len(front) :]
    if body and body[0] not in marks and (found := datelines.prefix(body[0].text)):
        regions.append(Region(body[0].start, body[0].start + found.length, "dateline"))
    for index, unit in enumerate(body, start=len(front)):
        if unit in marks:
            regions.append(Region(unit.start, unit.end, marks[unit]))
        else:
            before = units[index - 1] if index else None
            after = units[index + 1] if index + 1 < len(units) else None
            regions += _in_body(unit, before, after)
    return tuple(sorted(regions))


def _mark(unit: Unit, marked: Sequence[Region]) -> RegionKind | None:
    return next((r.kind for r in marked if r.start <= unit.start and unit.end <= r.end), None)


def _front(
    units: Sequence[Unit], title: str | None, marks: Mapping[Unit, RegionKind]
) -> Iterator[RegionKind]:
    """What the lines before the first paragraph are; ends where running text begins.

    When no running text follows, or these lines are most of the text, then they are the text: only what
    is sure is marked.
    """
    kinds: list[RegionKind] = []
    sure: list[bool] = []
    for index, unit in enumerate(units[:_LONGEST_FRONT]):
        kind: RegionKind | None
        if "title" not in kinds and _resembles(unit, title):
            kind = "title"
        elif unit in marks:
            kind = marks[unit]
        elif "title" in kinds and _quotes_for(unit, units[index + 1 : index + 2]):
            kind = "heading"
        else:
            kind = _front_kind(unit, "title" in kinds)
        if kind is None:
            break
        kinds.append(kind)
        sure.append(unit in marks or kind not in _GUESSED or (kind == "title" and _resembles(unit, title)))
    size = sum(len(unit.text) for unit in units[: len(kinds)])
    is_front = size <= _LARGEST_FRONT_SHARE * sum(len(unit.text) for unit in units)
    if is_front and any(unit.is_running for unit in units[len(kinds) :]):
        yield from kinds
    else:
        yield from (kind for kind, _ in takewhile(lambda pair: pair[1], zip(kinds, sure, strict=True)))


def _front_kind(unit: Unit, has_title: bool) -> RegionKind | None:
    """What a line before the first paragraph is by its own words; None for running text."""
    if kind := _named_kind(unit):
        return kind
    if has_title and unit.alone and is_caption(unit):
        return "caption"
    if _MARKDOWN.match(unit.text):
        return "heading" if has_title else "title"
    if unit.bullet:
        return "heading" if has_title and len(unit.text) <= _LONGEST_HEADLINE else None
    if not _is_headline(unit):
        return None
    if has_title:
        return "heading" if len(unit.text) <= _LONGEST_SUBHEADLINE or unit.text[0] in _QUOTES else None
    return "title" if unit.gap_after else None


def _named_kind(unit: Unit) -> RegionKind | None:
    """What a line says that it is: a date, a label, a byline, a credit, a part of the page's frame."""
    if len(unit.text) <= _LONGEST_DATELINE and datelines.full_line(unit.text):
        return "dateline"
    if is_label(unit):
        return "heading"
    if byline(unit):
        return "byline"
    if (found := credit(unit.text)) and found.start == 0:
        return "credit"
    return "boilerplate" if is_boilerplate(unit) else None


def _in_body(unit: Unit, before: Unit | None, after: Unit | None) -> Iterator[Region]:
    """What a unit of the body is, or the credit that is glued to its end."""
    kind = _body_kind(unit, before, after)
    if kind:
        yield Region(unit.start, unit.end, kind)
    elif found := credit(unit.text):
        yield Region(unit.start + found.start, unit.end, "credit")
    elif (start := agency_tail(unit.text)) is not None:
        yield Region(unit.start + start, unit.end, "byline")


def _body_kind(unit: Unit, before: Unit | None, after: Unit | None) -> RegionKind | None:
    if is_boilerplate(unit) and unit.gap_before:
        return "boilerplate"
    if byline(unit) and unit.alone:
        return "byline"
    if _is_heading(unit, before, after):
        return "heading"
    among_text = any(other is not None and other.is_running for other in (before, after))
    whole_credit = (found := credit(unit.text)) is not None and found.start == 0
    return "caption" if unit.alone and among_text and not whole_credit and is_caption(unit) else None


def _is_heading(unit: Unit, before: Unit | None, after: Unit | None) -> bool:
    """A numbered or marked line over running text, or a short line alone between two paragraphs."""
    if _MARKDOWN.match(unit.text):
        return True
    if after is None or not unit.gap_before or len(unit.words) > _HEADING_WORDS or not _is_headline(unit):
        return False
    if _is_clause(unit) or unit.bullet or is_caption(unit):
        return False
    if _NUMBERED.match(unit.text):
        return _SUB_NUMBERED.match(after.text) is not None or (
            after.is_running and not _NUMBERED.match(after.text)
        )
    return unit.alone and after.is_running and before is not None and before.is_running


def _is_headline(unit: Unit) -> bool:
    """Whether a line looks like a headline: short, no full stop, not broken off."""
    text = unit.text.lstrip("“\"‘'([•▪●*–—- ")
    return (
        len(unit.text) <= _LONGEST_HEADLINE
        and bool(text)
        and (text[0].isupper() or text[0].isdigit())
        and any(c.isalpha() for c in text)
        and not _ends_in_stop(unit)
        and not is_unfinished(unit)
    )


def _ends_in_stop(unit: Unit) -> bool:
    """Whether a line ends in a full stop that is not that of an abbreviation ("U.S.")."""
    return re.search(r"[.…][\"'”’)\]]*$", unit.text) is not None and not re.search(r"\b[A-Z]\.$", unit.text)


def _is_clause(unit: Unit) -> bool:
    return not furniture().finite.isdisjoint(word.strip(",.“”\"'").lower() for word in unit.words)


def _quotes_for(unit: Unit, following: Sequence[Unit]) -> bool:
    """Whether a line quotes what the next one ascribes ("“We will build it.”" over "– President")."""
    return (
        unit.text[0] in _QUOTES
        and unit.text.rstrip()[-1] in "”\"’'"
        and any(after.bullet.strip() in ("–", "—", "-") and len(after.words) <= 8 for after in following)
    )


def _resembles(unit: Unit, title: str | None) -> bool:
    """Whether a line is the known title, up to case, punctuation and small changes."""
    if not title or len(unit.text) > 2 * _LONGEST_HEADLINE:
        return False
    ours, theirs = (" ".join(re.findall(r"\w+", text.lower())) for text in (unit.text, title))
    if not ours or not theirs:
        return False
    return ours == theirs or (
        min(len(ours), len(theirs)) > 15 and SequenceMatcher(None, ours, theirs).ratio() >= _RESEMBLING
    )
