"""Mail to whoever sees to things: by a server that is named in the settings."""

from __future__ import annotations

import re
import smtplib
import ssl
from collections.abc import Iterable
from email.message import EmailMessage

import msgspec

from servanda.errors import ServandaError
from servanda.settings import Mail

_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,190}")


class Letter(msgspec.Struct, frozen=True, kw_only=True):
    """A message of plain text."""

    to: tuple[str, ...]
    subject: str
    text: str


def address_in(text: str) -> str | None:
    """The mail address that stands in a text as people write it; None where there is none."""
    found = _ADDRESS.search(text)
    return found[0] if found else None


def send(letters: Iterable[Letter], mail: Mail) -> int:
    """Sends the letters; how many. ServandaError where the server does not take them."""
    sent = 0
    try:
        with _connected(mail) as server:
            if mail.user:
                server.login(mail.user, mail.password)
            for letter in letters:
                server.send_message(_message(letter, mail))
                sent += 1
    except (OSError, smtplib.SMTPException) as error:
        raise ServandaError(
            f"{mail.server}:{mail.port}",
            f"does not send mail ({error}); {sent} were sent before",
            "see the settings of mail, then remind again",
        ) from error
    return sent


def _connected(mail: Mail) -> smtplib.SMTP:
    secure = ssl.create_default_context()
    if mail.tls and mail.port == smtplib.SMTP_SSL_PORT:
        return smtplib.SMTP_SSL(mail.server, mail.port, timeout=mail.max_seconds, context=secure)
    server = smtplib.SMTP(mail.server, mail.port, timeout=mail.max_seconds)
    try:
        if mail.tls:
            server.starttls(context=secure)
    except (OSError, smtplib.SMTPException):
        server.close()
        raise
    return server


def _message(letter: Letter, mail: Mail) -> EmailMessage:
    message = EmailMessage()
    message["From"] = mail.sender
    message["To"] = ", ".join(letter.to)
    message["Subject"] = letter.subject
    message["Auto-Submitted"] = "auto-generated"  # so that nobody's absence is answered (RFC 3834)
    message.set_content(letter.text)
    return message
