"""E-mail: the message's own words, with its subject, day and sender."""

from __future__ import annotations

from contextlib import suppress
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servanda.errors import InputError
from servanda.sources.metadata import Metadata
from servanda.text.mail import read_mail


def message(**headers: str) -> EmailMessage:
    made = EmailMessage()
    for name, value in headers.items():
        made[name] = value
    return made


def test_subject_day_and_sender() -> None:
    mail = message(
        Subject="Visit of the Élysée’s envoy",
        From="Press Office <press@example.org>",
        Date="Mon, 3 May 2021 23:30:00 +0700",
    )
    mail.set_content("The ministers met – in Lisbon.\n")
    extract = read_mail(mail.as_bytes(), "a.eml")
    assert extract.text == "The ministers met – in Lisbon.\n"
    assert extract.metadata == Metadata(
        title="Visit of the Élysée’s envoy", published="2021-05-03", author="Press Office"
    )


def test_plain_text_is_preferred_to_html_and_attachments_are_left_out() -> None:
    mail = message(Subject="Visit")
    mail.set_content("The plain one.")
    mail.add_alternative("<p>The other one.</p>", subtype="html")
    mail.add_attachment(b"They met.", maintype="application", subtype="pdf", filename="a.pdf")
    assert read_mail(mail.as_bytes(), "a.eml").text.strip() == "The plain one."


def test_html_alone_is_read_as_a_page() -> None:
    mail = message(Subject="Visit")
    mail.set_content("<html><body><p>The ministers met in Lisbon.</p></body></html>", subtype="html")
    assert read_mail(mail.as_bytes(), "a.eml").text == "The ministers met in Lisbon."


def test_a_declared_encoding_is_used() -> None:
    data = b"Subject: x\nContent-Type: text/plain; charset=windows-1250\nContent-Transfer-Encoding: 8bit\n\n"
    assert read_mail(data + "W Łodzi".encode("cp1250"), "a.eml").text == "W Łodzi"


@pytest.mark.parametrize("kind", ["multipart/encrypted; boundary=x", "application/pkcs7-mime"])
def test_an_encrypted_message_says_so(kind: str) -> None:
    with pytest.raises(InputError, match="is encrypted"):
        read_mail(f"Subject: x\nContent-Type: {kind}\n\nabc".encode(), "a.eml")


def test_a_message_of_attachments_says_so() -> None:
    with pytest.raises(InputError, match="no text of its own"):
        read_mail(b"Subject: x\nContent-Type: application/pdf\n\n%PDF", "a.eml")


@pytest.mark.parametrize("day", ["", "yesterday", "Mon, 32 May 2021 08:00:00 +0000"])
def test_a_bad_date_is_none(day: str) -> None:
    assert read_mail(f"Date: {day}\nSubject: x\n\nThey met.".encode(), "a.eml").metadata.published is None


HEADERS = [
    b"From: ",
    b"Date: ",
    b"Subject: ",
    b"Content-Type: ",
    b"multipart/mixed; boundary=",
    b"text/plain; charset=",
]


@given(
    st.lists(st.sampled_from(HEADERS) | st.binary(max_size=12) | st.just(b"\n"), max_size=12).map(b"".join)
)
def test_no_headers_stop_the_run(data: bytes) -> None:
    with suppress(InputError):
        read_mail(data, "a.eml")


@pytest.mark.parametrize(
    "day", ["Tue, 4 May 99999999999999999999 09:00:00 +0000", "4 May 2021 09:00 +99999999999999"]
)
def test_a_date_that_counts_too_far_is_none(day: str) -> None:
    extract = read_mail(f"Date: {day}\nSubject: x\n\nThey met.".encode(), "a.eml")
    assert extract.metadata.published is None
    assert extract.text.strip() == "They met."


def test_an_address_that_nests_without_end_is_damage() -> None:
    with pytest.raises(InputError, match="damaged"):
        read_mail(b"From: <a@b" + b"(" * 5000 + b"\nSubject: x\n\nThey met.", "a.eml")
