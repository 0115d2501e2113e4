"""Reminders by mail: taken by a server on this machine, and by no other."""

import socket

import pytest
from aiosmtpd.controller import Controller

from servanda.errors import ServandaError
from servanda.publish.post import Letter, address_in, send
from servanda.settings import Mail


class Box:
    """Keeps what is sent."""

    def __init__(self):
        self.letters = []

    async def handle_DATA(self, server, session, envelope):  # noqa: N802  (its name in aiosmtpd)
        self.letters.append(envelope)
        return "250 OK"


@pytest.fixture
def box():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    kept = Box()
    controller = Controller(kept, hostname="127.0.0.1", port=port)
    controller.start()
    kept.mail = Mail(server="127.0.0.1", port=port, tls=False, sender="desk@example.org", max_seconds=5)
    yield kept
    controller.stop()


def test_a_letter_arrives_as_it_was_written(box):
    letter = Letter(to=("lan@example.org",), subject="Servanda: 2 due", text="Thượng khách\nagain\n")
    assert send([letter, letter], box.mail) == 2
    assert [each.rcpt_tos for each in box.letters] == [["lan@example.org"]] * 2
    assert b"Auto-Submitted: auto-generated" in box.letters[0].content
    assert box.letters[0].mail_from == "desk@example.org"


def test_a_server_that_does_not_speak_of_secrets_gets_nothing(box):
    mail = Mail(server=box.mail.server, port=box.mail.port, sender="desk@example.org", max_seconds=5)
    with pytest.raises(ServandaError, match="does not send mail"):
        send([Letter(to=("lan@example.org",), subject="x", text="x")], mail)
    assert box.letters == []


def test_a_server_that_is_not_there_is_named():
    with pytest.raises(ServandaError, match=r"127\.0\.0\.1:1"):
        send([Letter(to=("a@example.org",), subject="x", text="x")], Mail(server="127.0.0.1", port=1))


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("lan@example.org", "lan@example.org"),
        ("Colonel Lan <lan@example.org>", "lan@example.org"),
        ("Colonel Lan, lan@example.org, room 5", "lan@example.org"),
        ("Colonel Lan", None),
        ("", None),
        ("lan@example.org Policy", "lan@example.org"),
        ("lan@example.org\nBcc: all@example.org", "lan@example.org"),
    ],
)
def test_an_address_is_found_in_what_people_write(text, address):
    assert address_in(text) == address
