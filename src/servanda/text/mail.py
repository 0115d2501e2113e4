"""E-mail (.eml) to text: the message's own body."""

from __future__ import annotations

import email
import email.policy
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart
from email.utils import parsedate_to_datetime

import msgspec

from servanda.errors import InputError
from servanda.sources.encoding import decode
from servanda.sources.metadata import Metadata
from servanda.text.extract import Extract, stable
from servanda.text.html import read_html

_FAULTS = (
    MessageError, ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError
)  # fmt: skip
"""What the parser raises on headers that break their grammar, nest without end or count too far."""

_ENCRYPTED = frozenset(("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"))


def read_mail(data: bytes, subject: str) -> Extract:
    """The plain body of a message, else its HTML body; subject, date and sender as metadata.

    InputError when it is encrypted or has no text of its own. Attachments are not read.
    """
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        if message.get_content_type() in _ENCRYPTED:
            raise InputError(subject, "is encrypted", "save the decrypted message")
        body = message.get_body(("plain", "html"))
        if body is None:
            raise InputError(subject, "has no text of its own", "save its attachments as files")
        extract = _body(body, subject)
        return msgspec.structs.replace(extract, metadata=_metadata(message).over(extract.metadata))
    # the parser forgives much, but headers that break their grammar raise what they like
    except _FAULTS as error:
        raise InputError(subject, "is damaged: no message can be read from it", "save it again") from error


def _body(part: MIMEPart, subject: str) -> Extract:
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes):
        raise InputError(subject, "is damaged: its body cannot be decoded", "save it again")
    charset = part.get_content_charset()
    if part.get_content_subtype() == "html":
        return read_html(content, subject, charset)
    return Extract(text=stable(decode(content, subject, charset)))


def _metadata(message: EmailMessage) -> Metadata:
    title = message.get("Subject")
    sender = message.get("From")
    addresses = getattr(sender, "addresses", ())
    author = next((address.display_name or address.addr_spec for address in addresses), None)
    return Metadata(
        title=stable(str(title)).strip() or None if title else None,
        published=_day(message),
        author=stable(author) if author else None,
    )


def _day(message: EmailMessage) -> str | None:
    try:
        return parsedate_to_datetime(str(message.get("Date", ""))).date().isoformat()
    except (ValueError, OverflowError):  # a header is parsed as it is asked for
        return None
