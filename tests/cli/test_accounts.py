"""`accounts`: kept from the command line, with passwords that never stand on it."""

import json
import sys

import pytest

from servanda.ledger import Ledger

PASSWORD = "pacta sunt servanda"  # noqa: S105


@pytest.fixture
def accounts(servanda, tmp_path):
    """The program, on a ledger of its own."""
    path = str(tmp_path / "desk.db")

    def run(*args, input=None):
        return servanda("accounts", *args, "--ledger", path, input=input)

    run.path = path
    run("add", "lan", "--role", "editor", "--password-file", "-", input=f"{PASSWORD}\n")
    return run


def of(accounts, ask):
    with Ledger.open(accounts.path) as ledger:
        return ask(ledger.accounts)


def test_the_first_account_makes_the_ledger_where_there_is_none(accounts):
    assert of(accounts, lambda kept: kept.authenticate("lan", PASSWORD)).role == "editor"
    assert json.loads(accounts("list", "--json").stdout)[0]["name"] == "lan"


def test_the_password_comes_from_the_first_line_of_a_file(accounts, tmp_path):
    file = tmp_path / "password"
    file.write_bytes(b"another long password\r\nsecond line\n")
    assert accounts("change", "lan", "--password-file", str(file)).exit_code == 0
    assert of(accounts, lambda kept: kept.authenticate("lan", "another long password"))


def test_a_password_is_typed_twice_without_being_shown(accounts, monkeypatch):
    monkeypatch.setattr("servanda.cli.accounts.sys", type("Terminal", (), {"stdin": _Terminal()}))
    result = accounts("add", "mai", input=f"{PASSWORD}\n{PASSWORD}\n")
    assert result.exit_code == 0, result.output
    assert PASSWORD not in result.output
    assert of(accounts, lambda kept: kept.authenticate("mai", PASSWORD)).role == "reader"


class _Terminal:
    def isatty(self):
        return True


def test_without_a_terminal_the_password_is_not_waited_for(accounts):
    assert sys.stdin is None or not sys.stdin.isatty()
    result = accounts("add", "mai")
    assert result.exit_code == 2
    assert "--password-file" in result.stderr


def test_role_disabling_and_enabling(accounts):
    assert accounts("change", "lan", "--role", "reader").stdout == "lan: reader\n"
    assert accounts("disable", "lan").exit_code == 0
    assert of(accounts, lambda kept: kept.authenticate("lan", PASSWORD)) is None
    assert "disabled" not in accounts("enable", "lan").stdout
    assert of(accounts, lambda kept: kept.authenticate("lan", PASSWORD))


def test_a_token_is_printed_once_alone_on_standard_output(accounts):
    made = accounts("token", "make", "lan", "--for", "notebook", "--scope", "read", "--scope", "review")
    secret = made.stdout.strip()
    assert of(accounts, lambda kept: kept.bearer(secret))[1].scopes == ("read", "review")
    listed = accounts("token", "list", "lan", "--json").stdout
    assert secret not in listed
    (token,) = json.loads(listed)
    assert accounts("token", "revoke", "lan", token["id"]).exit_code == 0
    assert of(accounts, lambda kept: kept.bearer(secret)) is None


@pytest.mark.parametrize(
    ("args", "problem"),
    [
        (("add", "mai", "--role", "king", "--password-file", "-"), "is no role"),
        (("add", "lan", "--password-file", "-"), "has an account"),
        (("add", "a b", "--password-file", "-"), "no name of an account"),
        (("change", "lan"), "nothing is to be changed"),
        (("change", "nobody", "--role", "reader"), "has no account"),
        (("add", "mai", "--password-file", "/nowhere/at/all"), "cannot be read"),
        (("token", "make", "lan", "--scope", "all"), "is no scope"),
        (("token", "make", "nobody"), "has no account"),
        (("token", "revoke", "lan", "ffff"), "is no token"),
        (("disable", "nobody"), "has no account"),
    ],
)
def test_what_cannot_be_done_is_told(accounts, args, problem):
    result = accounts(*args, input=f"{PASSWORD}\n")
    assert result.exit_code in (1, 2)
    assert problem in result.stderr


def test_a_short_password_is_refused(accounts):
    result = accounts("add", "mai", "--password-file", "-", input="short\n")
    assert result.exit_code == 1
    assert "12 characters" in result.stderr
