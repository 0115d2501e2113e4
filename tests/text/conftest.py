"""Makes the documents that the readers are tried on."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

Line = tuple[int, int, int, str]
"""Left, floor and size in points, and the words."""

MakePdf = Callable[[Sequence[Sequence[Line]]], bytes]


@pytest.fixture
def make_pdf() -> MakePdf:
    """A PDF with each page's lines at their places."""
    return _pdf


def _pdf(pages: Sequence[Sequence[Line]]) -> bytes:
    objects = [b"", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
    kids = []
    for lines in pages:
        shown = b"".join(
            b"/F1 %d Tf 1 0 0 1 %d %d Tm (%s) Tj " % (size, left, floor, _escaped(words))
            for left, floor, size, words in lines
        )
        objects.append(b"<< /Length %d >>\nstream\nBT %sET\nendstream" % (len(shown) + 5, shown))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
    return _file(objects)


def _escaped(words: str) -> bytes:
    return words.encode("cp1252").replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")


def _file(objects: Sequence[bytes]) -> bytes:
    content, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return content + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF"
        % (len(objects) + 1, table, len(objects) + 1, len(content))
    )
