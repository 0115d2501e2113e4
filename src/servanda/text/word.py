"""Word (.docx) to text: paragraphs and tables in order, styles as what they say."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections.abc import Iterator

import docx
from docx.document import Document as WordDocument
from docx.opc.exceptions import PackageNotFoundError
from docx.text.paragraph import Paragraph
from lxml import etree

from servanda.errors import InputError
from servanda.model.document import RegionKind
from servanda.sources.limits import Limits
from servanda.sources.streams import DAMAGED
from servanda.text.extract import Block, Extract

# An encrypted .docx and an old .doc are both this kind of container.
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# What zipfile, lxml and python-docx raise on parts that are damaged or contradict each other.
_FAULTS = (
    *DAMAGED,
    PackageNotFoundError,
    etree.LxmlError,
    ArithmeticError,
    AttributeError,
    LookupError,
    NotImplementedError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
    struct.error,
)
_STYLES: tuple[tuple[re.Pattern[str], RegionKind], ...] = (
    (re.compile(r"title", re.IGNORECASE), "title"),
    (re.compile(r"caption", re.IGNORECASE), "caption"),
    (re.compile(r"subtitle|heading \d", re.IGNORECASE), "heading"),
)


def read_word(data: bytes, subject: str, limits: Limits) -> Extract:
    """The text of a Word document; paragraphs styled as title, heading or caption are marked so.

    Properties of the file (its author is an account, its title often a template's) are not taken.
    InputError when it is encrypted, damaged or unpacks to too much.
    """
    if data.startswith(_OLE):
        raise InputError(
            subject, "is encrypted, or in the old Word format", "save it as .docx, with no password"
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            size = sum(part.file_size for part in package.infolist())
        if size > limits.max_decompressed:
            raise InputError(subject, f"unpacks to more than {limits.max_decompressed >> 20} MiB")
        document = docx.Document(io.BytesIO(data))
        return Extract.of(_blocks(document))
    except _FAULTS as error:
        raise InputError(
            subject, "is damaged: no Word document can be read from it", "save it again"
        ) from error


def _blocks(document: WordDocument) -> Iterator[Block]:
    for part in document.iter_inner_content():
        if isinstance(part, Paragraph):
            yield part.text, _kind(part)
        else:
            for row in part.rows:
                # a merged cell is given once for each column that it spans
                yield "\n".join(dict.fromkeys(cell.text for cell in row.cells)), None


def _kind(paragraph: Paragraph) -> RegionKind | None:
    style = paragraph.style.name if paragraph.style else None
    return next((kind for pattern, kind in _STYLES if style and pattern.fullmatch(style)), None)
