"""PDF to text: lines by their places on the page put together to paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

import msgspec
import pypdfium2
from pypdfium2 import raw

from servanda.errors import InputError
from servanda.sources.metadata import Metadata
from servanda.text.extract import Extract, tidy

_HYPHEN_AT_LINE_END = 0x2
_NEW_LINE = frozenset((0xA, 0xD))
_PAGE_NUMBER = re.compile(r"(?:page\s*)?[-–—]?\s*\d+\s*[-–—]?(?:\s*(?:of|/)\s*\d+)?", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?:;][\"'”’)\]]*$")
_ITEM = re.compile(r"(?:[•▪●*–—-]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s")
# The distance of lines by their height, where they are set single to one and a half.
_USUAL_PITCH = 1.25
_FILE_NAME = re.compile(r"^Microsoft Word|\.(?:docx?|pdf|indd|odt)$", re.IGNORECASE)


class _Line(msgspec.Struct, frozen=True):
    """A line, or several that hyphens join: `top` is its first character's floor, `bottom` its last one's."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    height: float


def read_pdf(data: bytes, subject: str) -> Extract:
    """The text of a PDF, without running heads and page numbers.

    InputError when it is encrypted, damaged, or has images of text only. The date in a PDF's properties
    is that of the file's making and is not taken for a publication date; its title is taken when the
    text shows it.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            raise InputError(subject, "is encrypted", "save it without a password") from None
        raise InputError(subject, "is damaged: no PDF can be read from it", "get the file again") from None
    try:
        pages = [_lines(page) for page in document]
        title = document.get_metadata_dict().get("Title", "").strip()
    except pypdfium2.PdfiumError:
        raise InputError(subject, "is damaged: a page cannot be read", "get the file again") from None
    finally:
        document.close()
    extract = Extract.of((paragraph, None) for paragraph in _joined(_without_heads(pages)))
    if pages and not extract.text:
        raise InputError(subject, "has no text, only images", "run text recognition (OCR) on it first")
    shown = title and not _FILE_NAME.search(title) and tidy(title).lower() in extract.text[:2000].lower()
    return msgspec.structs.replace(extract, metadata=Metadata(title=title)) if shown else extract


def _lines(page: pypdfium2.PdfPage) -> list[_Line]:
    content = page.get_textpage()
    codes = [raw.FPDFText_GetUnicode(content, index) for index in range(content.count_chars())]
    lines, start = [], 0
    for end in range(len(codes) + 1):
        if end == len(codes) or codes[end] in _NEW_LINE:
            inked = [index for index in range(start, end) if codes[index] > 0x20]
            if inked:
                left, top, _, _ = content.get_charbox(inked[0], loose=True)
                _, bottom, right, ceiling = content.get_charbox(inked[-1], loose=True)
                text = _characters(codes[start:end])
                lines.append(_Line(text, left, right, top, bottom, ceiling - bottom))
            start = end + 1
    return lines


def _characters(codes: Sequence[int]) -> str:
    """Code units as text; a hyphen at the end of a line stays where it parts more than a word's syllables."""
    units = []
    for index, code in enumerate(codes):
        if code == _HYPHEN_AT_LINE_END:
            around = (
                chr(codes[index - 1]) if index else "",
                chr(codes[index + 1]) if index + 1 < len(codes) else "",
            )
            units.append("" if all(c.islower() for c in around) else "-")
        elif code >= 0x20:
            units.append(chr(code))
    return "".join(units).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").strip()


def _without_heads(pages: list[list[_Line]]) -> list[list[_Line]]:
    """The pages without page numbers and without first or last lines that most pages share."""

    def key(line: _Line) -> str:
        return re.sub(r"\d+", "#", line.text)

    edges = Counter(edge for lines in pages if lines for edge in {key(lines[0]), key(lines[-1])})
    often = max(2, 0.6 * len(pages))

    def is_head(line: _Line) -> bool:
        return edges[key(line)] >= often or _PAGE_NUMBER.fullmatch(line.text) is not None

    kept = []
    for lines in pages:
        body = lines[1:] if lines and is_head(lines[0]) else lines
        kept.append(body[:-1] if body and is_head(body[-1]) else body)
    return kept


def _joined(pages: Sequence[Sequence[_Line]]) -> Iterator[str]:
    """Paragraphs, each in one line; one that a page's end breaks off is carried on."""
    gaps = [a.bottom - b.top for lines in pages for a, b in pairwise(lines) if a.bottom > b.top]
    pitch = median(gaps) if gaps else 0.0
    paragraph = ""
    for lines in pages:
        right = max((line.right for line in lines), default=0.0)
        for previous, line in zip((None, *lines), lines, strict=False):
            if previous is None:
                goes_on = bool(paragraph) and _is_carried_on(paragraph, line)
            else:
                goes_on = _goes_on(previous, line, pitch, right)
            if not goes_on:
                yield paragraph
            paragraph = f"{paragraph} {line.text}" if goes_on else line.text
    yield paragraph


def _goes_on(previous: _Line, line: _Line, pitch: float, right: float) -> bool:
    """Whether `line` belongs to the paragraph of `previous`."""
    if _is_carried_on(previous.text, line):
        return True
    gap = previous.bottom - line.top
    if gap <= 0 or gap > 1.3 * min(pitch, _USUAL_PITCH * line.height):  # a column's or a paragraph's end
        return False
    if abs(previous.height - line.height) > 0.15 * line.height or _ITEM.match(line.text):
        return False
    indented = line.left > previous.left + 0.8 * line.height
    short = previous.right < right - 0.2 * (right - previous.left)
    return not (_SENTENCE_END.search(previous.text) and (indented or short))


def _is_carried_on(text: str, line: _Line) -> bool:
    """Whether `line` goes on within the sentence at the end of `text`."""
    return not _SENTENCE_END.search(text) and line.text[0].islower()
