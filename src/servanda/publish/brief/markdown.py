"""A briefing as Markdown (CommonMark with the tables of GitHub), for plain text and for converters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from servanda.publish.brief.parts import Block, Brief, Note, Piece, Reference, Statement, Table
from servanda.publish.brief.timeline import caption
from servanda.publish.charts.plan import Plan
from servanda.publish.dates import day_in_words, in_words

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>&|~$^#]")
_ADDRESS = re.compile(r"https?://[!-~]+", re.ASCII)
_SIGNS = {"done": "●", "planned": "○", "unknown": "◌", "off": "×"}
_LEGEND = "● held, signed or kept; ○ planned or open; ◌ past its day without a report; × called off"


def to_markdown(brief: Brief) -> bytes:
    """The briefing in UTF-8. The timeline is a list by year, since a text has no place for a picture."""
    return ("\n\n".join(_paragraphs(brief)) + "\n").encode()


def _paragraphs(brief: Brief) -> Iterator[str]:
    yield f"# {_text(brief.title)}"
    yield _text(brief.subtitle)
    for number, section in enumerate(brief.sections):
        yield f"## {_text(section.title)}"
        yield from _blocks(section.blocks)
        if number == 0 and brief.timeline is not None:
            yield from _timeline(brief.timeline)
    yield "## References"
    yield "\n".join(f"{each.number}. {_reference(each)}" for each in brief.references)


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    items: list[str] = []
    for block in blocks:
        if isinstance(block, Statement):
            items.append(f"- {''.join(map(_piece, block.pieces))}{_refs(block.refs)}")
            continue
        if items:
            yield "\n".join(items)
        items = []
        yield f"*{_text(block.text)}*" if isinstance(block, Note) else _table(block)
    if items:
        yield "\n".join(items)


def _piece(piece: Piece) -> str:
    text = _text(piece.text)
    if piece.kind == "strong":
        return f"**{text}**"
    return f"“{text}”" if piece.kind == "words" else text


def _table(table: Table) -> str:
    columns = (*table.columns, *(("source",) if _has_refs(table) else ()))
    lines = [columns, tuple("---" for _ in columns)]
    for row in table.rows:
        refs = (_refs(row.refs).strip(),) if _has_refs(table) else ()
        lines.append((*map(_text, row.cells), *refs))
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _has_refs(table: Table) -> bool:
    return any(row.refs for row in table.rows)


def _timeline(timeline: Plan) -> Iterator[str]:
    yield f"### Timeline, {timeline.first.year} to {timeline.last.year}"
    lines = []
    for year in range(timeline.first.year, timeline.last.year + 1):
        marks = [mark for mark in timeline.marks if mark.first.year == year]
        if marks:
            told = "; ".join(
                f"{_SIGNS[mark.item.state]} {_text(mark.item.label)}{_until(mark.last.year, year)}"
                for mark in marks
            )
            lines.append(f"- {year}: {told}")
    yield "\n".join(lines)
    told = f"As of {day_in_words(timeline.today)}: " if timeline.today else ""
    yield f"*{_LEGEND}. {told}{_text(caption(timeline))}*"


def _until(last: int, first: int) -> str:
    return f" (to {last})" if last != first else ""


def _reference(reference: Reference) -> str:
    told = [f"*{_text(reference.title or reference.document)}*"]
    told += [_text(reference.publisher)] if reference.publisher else []
    told.append(in_words(reference.published) if reference.published else "no date")
    cut = " […]" if reference.cut else ""
    address = f" <{reference.url}>" if reference.url and _ADDRESS.fullmatch(reference.url) else ""
    return f"{', '.join(told)}: “{_text(reference.quotation)}{cut}”{address}"


def _refs(numbers: Iterable[int]) -> str:
    told = ", ".join(map(str, numbers))
    return f" \\[{told}\\]" if told else ""


def _text(text: str) -> str:
    """With nothing left that Markdown or HTML would take for markup."""
    return _SPECIAL.sub(lambda found: f"\\{found[0]}", text)
