"""Bytes to characters: which encoding a text is in, and whether it is text at all."""

from __future__ import annotations

import codecs

from charset_normalizer import from_bytes

from servanda.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WESTERN = "cp1252"
# English with accented names and curly quotes stays far below this share of bytes outside ASCII.
_WESTERN_SHARE = 0.15
_SAMPLE = 1 << 20
_CONTROL_SHARE = 0.01
_HARMLESS_CONTROLS = frozenset("\t\n\r\f\v\x1a\x85")


def decode(data: bytes, subject: str, declared: str | None = None) -> str:
    """The text of `data`, without a byte order mark.

    Tried in order: byte order mark, UTF-8, the `declared` encoding, Windows-1252 where nearly all is
    ASCII (a statistical guess takes one accented name for Big5), then a statistical guess.
    InputError when it is no text.
    """
    text = _decode(data, subject, declared)
    if not is_text(text):
        raise not_text(subject)
    return text


def detect(sample: bytes) -> str | None:
    """The encoding of a text that begins with `sample`, or None when there is none that fits."""
    for mark, name in _MARKS:
        if sample.startswith(mark):
            return name
    if b"\0" in sample:
        return None
    if _is_utf8(sample):
        return "utf-8"
    if sum(byte > 0x7F for byte in sample[:_SAMPLE]) < _WESTERN_SHARE * len(sample[:_SAMPLE]):
        return _WESTERN
    best = from_bytes(sample[:_SAMPLE]).best()
    return best.encoding if best else None


def is_text(text: str) -> bool:
    """Whether `text` can have been written for people: no null, hardly any control characters."""
    controls = sum((c < " " or "\x7f" <= c <= "\x9f") and c not in _HARMLESS_CONTROLS for c in text)
    return "\0" not in text and controls <= _CONTROL_SHARE * len(text)


def not_text(subject: str) -> InputError:
    """The error for bytes that are no text."""
    return InputError(subject, "is not text", "give the document as text, HTML, PDF, Word or e-mail")


def _decode(data: bytes, subject: str, declared: str | None) -> str:
    if declared and not _is_utf8(data):
        try:
            return data.decode(declared)
        except (LookupError, UnicodeError):
            pass  # a wrong declaration is common; what the bytes say counts then
    encoding = detect(data)
    if encoding is None:
        raise not_text(subject)
    try:
        return data.decode(encoding, errors="replace" if encoding == _WESTERN else "strict")
    except UnicodeError as error:
        problem = f"is damaged: its {encoding.upper()} text breaks off or has bytes that do not belong there"
        raise InputError(subject, problem, "get the file again") from error


def _is_utf8(sample: bytes) -> bool:
    """Whether `sample` is UTF-8, perhaps cut within its last character."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample, final=False)
    except UnicodeDecodeError:
        return False
    return True
