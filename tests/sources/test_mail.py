"""A message is a document, and so is each that is attached to it."""

from __future__ import annotations

import io
from email.message import EmailMessage

import pytest

from servanda.sources import mail
from servanda.sources.expand import expand
from servanda.sources.items import RawItem, Skipped
from servanda.sources.limits import Limits

TEXT = "The two ministers met in Lisbon."


def message(body: str | None = "Please find the readout attached.") -> EmailMessage:
    out = EmailMessage()
    out["Subject"] = "Readout"
    if body is not None:
        out.set_content(body)
    return out


def read(data: bytes | EmailMessage, limits: Limits | None = None) -> list[RawItem | Skipped]:
    raw = data.as_bytes() if isinstance(data, EmailMessage) else data
    return list(expand(io.BytesIO(raw), "a.eml", "a.eml", limits or Limits()))


def test_attachments_are_documents_of_their_own() -> None:
    mail = message()
    mail.add_attachment(TEXT.encode(), maintype="text", subtype="plain", filename="readout.txt")
    mail.add_attachment(b"%PDF-1.4", maintype="application", subtype="octet-stream", filename="report.pdf")
    body, readout, report = read(mail)
    assert isinstance(body, RawItem) and isinstance(readout, RawItem) and isinstance(report, RawItem)
    assert (body.media_type, body.origin) == ("message/rfc822", "a.eml")
    assert (readout.name, readout.origin, readout.data) == ("readout", "a.eml#readout.txt", TEXT.encode())
    assert report.media_type == "application/pdf"


def test_the_type_counts_where_the_name_says_nothing() -> None:
    mail = message()
    mail.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="report")
    assert isinstance(found := read(mail)[1], RawItem) and found.media_type == "application/pdf"


def test_a_message_without_text_is_only_an_envelope() -> None:
    mail = message(None)
    mail.add_attachment(TEXT.encode(), maintype="text", subtype="plain", filename="readout.txt")
    assert [item.origin for item in read(mail)] == ["a.eml#readout.txt"]


def test_a_message_that_was_forwarded_is_one_too_with_its_attachments() -> None:
    inner = message("They met.")
    inner.add_attachment(TEXT.encode(), maintype="text", subtype="plain", filename="readout.txt")
    outer = message("See below.")
    outer.add_attachment(inner)
    assert [item.origin for item in read(outer)] == [
        "a.eml", "a.eml#attachment.eml", "a.eml#attachment.eml#readout.txt",
    ]  # fmt: skip


def test_messages_within_messages_end_at_the_limit() -> None:
    mail = message("They met.")
    for _ in range(6):
        outer = message("See below.")
        outer.add_attachment(mail)
        mail = outer
    assert len(read(mail, Limits(max_depth=2))) == 3


def test_what_is_shown_as_attached_and_cannot_be_read_is_named_pictures_in_the_text_are_not() -> None:
    mail = message()
    mail.add_attachment(b"PK", maintype="application", subtype="x-exe", filename="setup.exe")
    mail.add_attachment(
        b"\x89PNG", maintype="image", subtype="png", filename="logo.png", disposition="inline"
    )
    body, named = read(mail)
    assert isinstance(body, RawItem)
    assert isinstance(named, Skipped) and named.origin == "a.eml#setup.exe" and ".exe" in named.reason


@pytest.mark.parametrize("name", ["../../etc/readout.txt", "..\\..\\readout.txt", "/etc/readout.txt"])
def test_a_name_with_folders_loses_them(name: str) -> None:
    mail = message()
    mail.add_attachment(TEXT.encode(), maintype="text", subtype="plain", filename=name)
    assert isinstance(found := read(mail)[1], RawItem)
    assert (found.name, found.origin) == ("readout", "a.eml#readout.txt")


def test_a_large_message_is_taken_apart_in_a_process_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    letter = message()
    letter.add_attachment(TEXT.encode() * 40_000, maintype="text", subtype="plain", filename="readout.txt")
    monkeypatch.setattr(mail, "parts", mail.parts)
    data = letter.as_bytes()
    assert len(data) > mail._LARGE
    assert [item.origin for item in read(data)] == ["a.eml", "a.eml#readout.txt"]


def test_parts_within_parts_without_end_do_no_harm() -> None:
    head = b"Content-Type: multipart/mixed; boundary=b\n\n--b\n"
    assert [item.origin for item in read(b"Subject: x\n" + head * 3000)] == ["a.eml"]
