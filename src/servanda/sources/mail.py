"""E-mail as a container: its attachments, each a document of its own."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from email.errors import MessageError
from email.message import EmailMessage, Message
from io import BytesIO

import msgspec

from servanda.errors import InputError
from servanda.sources.apart import call_apart
from servanda.sources.items import Member, Skipped
from servanda.sources.limits import Limits
from servanda.sources.media import ENDINGS, READABLE
from servanda.sources.streams import FileName

_FAULTS = (
    MessageError, ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError
)  # fmt: skip
_LARGE = 1 << 20
"""Bytes of a message that is taken apart in a process of its own."""


class Part(msgspec.Struct, frozen=True):
    """An attachment: its name, without any folder, its bytes, and whether the sender shows it as one."""

    name: str
    data: bytes
    is_shown: bool


class Parts(msgspec.Struct, frozen=True):
    """What a message consists of: whether it has a text of its own, and its attachments."""

    has_text: bool
    attachments: list[Part]


def take_apart(data: bytes, origin: str, limits: Limits) -> Parts:
    """The attachments of a message. One that cannot be parsed has none: its reader will say why."""
    try:
        return call_apart(parts, data, "", origin, limits) if len(data) > _LARGE else parts(data, "")
    except InputError:
        return Parts(True, [])


def members(found: Parts, origin: str, limits: Limits) -> Iterator[Member | Skipped]:
    """The attachments that can be read; others that are shown as attachments are named."""
    for number, part in enumerate(found.attachments, start=1):
        where = f"{origin}#{part.name or number}"
        if number > limits.max_members:
            yield Skipped(origin, f"holds more than {limits.max_members} attachments")
            return
        if FileName.of(part.name).ending in READABLE:
            yield Member(part.name, where, BytesIO(part.data))
        elif part.is_shown:
            ending = FileName.of(part.name).ending or "that has no name"
            yield Skipped(where, f"is an attachment of the unsupported type {ending}", "save it by itself")


def parts(data: bytes, argument: str) -> Parts:
    """What the message in `data` consists of; `argument` is not used. May run in a process apart."""
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        has_text = isinstance(message, EmailMessage) and message.get_body(("plain", "html")) is not None
        return Parts(has_text, [_part(part) for part in _leaves(message) if _is_attached(part)])
    # the parser forgives much, but headers that break their grammar raise what they like
    except _FAULTS as error:
        raise InputError("", "is damaged: no message can be read from it", "save it again") from error


def _leaves(message: Message) -> Iterator[Message]:
    """The parts that hold no others; a message that was forwarded is one."""
    for part in message.get_payload() if message.is_multipart() else ():
        if isinstance(part, Message):
            if part.is_multipart() and part.get_content_type() != "message/rfc822":
                yield from _leaves(part)
            else:
                yield part


def _is_attached(part: Message) -> bool:
    shown = part.get_content_disposition() == "attachment" or part.get_content_type() == "message/rfc822"
    return shown or part.get_filename() is not None


def _part(part: Message) -> Part:
    type_ = part.get_content_type()
    if type_ == "message/rfc822":
        inner = part.get_payload(0)
        data: object = inner.as_bytes() if isinstance(inner, Message) else b""
    else:
        data = part.get_payload(decode=True)
    name = (part.get_filename() or "").replace("\\", "/").rpartition("/")[2]
    if FileName.of(name).ending not in READABLE and type_ in ENDINGS:
        name = (FileName.of(name).stem or "attachment") + ENDINGS[type_]
    shown = part.get_content_disposition() == "attachment" or type_ == "message/rfc822"
    return Part(name, data if isinstance(data, bytes) else b"", shown)
