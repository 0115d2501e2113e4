"""Reading that hostile input could stop or crash, apart (`sources/apart.py`)."""

from __future__ import annotations

import msgspec

from servanda.errors import InputError
from servanda.sources.apart import call_apart
from servanda.sources.items import RawItem
from servanda.sources.limits import Limits
from servanda.text.extract import Extract


class _Task(msgspec.Struct, frozen=True):
    """What is to be read beside the bytes."""

    media_type: str
    charset: str | None
    limits: Limits


def read_apart(item: RawItem, limits: Limits) -> Extract:
    """The text of `item`; InputError when reading it takes too long or too much memory, or crashes."""
    task = msgspec.json.encode(_Task(item.media_type, item.charset, limits)).decode()
    return call_apart(read, item.data, task, item.origin, limits)


def read(data: bytes, task: str) -> Extract:
    """The text of `data`, no longer than the limits allow. Runs in the process apart."""
    wanted = msgspec.json.decode(task, type=_Task)
    extract = _read(data, wanted)
    if len(extract.text) > wanted.limits.max_characters:
        raise too_long("", wanted.limits)
    return extract


def too_long(subject: str, limits: Limits) -> InputError:
    """The error for a document of too much text."""
    return InputError(subject, f"has more than {limits.max_characters:,} characters of text", "split it")


def _read(data: bytes, task: _Task) -> Extract:
    # A process reads one document, and loading all the readers takes longer than that.
    if task.media_type == "application/pdf":
        from servanda.text.pdf import read_pdf

        return read_pdf(data, "")
    if task.media_type == "text/html":
        from servanda.text.html import read_html

        return read_html(data, "", task.charset)
    if task.media_type == "message/rfc822":
        from servanda.text.mail import read_mail

        return read_mail(data, "")
    from servanda.text.word import read_word

    return read_word(data, "", task.limits)
