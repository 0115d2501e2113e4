"""Accounts and tokens: who may do what, proved by secrets that the ledger itself does not hold."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from servanda.errors import LedgerError
from servanda.ledger import Ledger
from servanda.ledger.tables import accounts, tokens

PASSWORD = "pacta sunt servanda"  # noqa: S105


@pytest.fixture
def lan(ledger):
    return ledger.accounts.create("lan", "analyst", PASSWORD)


def test_each_role_may_what_those_before_it_may(lan):
    assert lan.may("reader")
    assert lan.may("analyst")
    assert not lan.may("editor")
    assert not lan.may("administrator")


def test_name_and_password_together_prove_who_it_is(ledger, lan):
    assert ledger.accounts.authenticate("lan", PASSWORD) == lan
    assert ledger.accounts.authenticate("lan", PASSWORD + "x") is None
    assert ledger.accounts.authenticate("nobody", PASSWORD) is None
    assert ledger.accounts.authenticate("lan", "x" * 100_000) is None


def test_the_ledger_holds_neither_password_nor_secret(ledger, lan):
    _, secret = ledger.accounts.create_token("lan", "notebook", ("read",), days=1)
    with ledger.reading() as connection:
        (row,) = connection.execute(select(accounts)).all()
        (token,) = connection.execute(select(tokens)).all()
    assert row.password.startswith("$argon2id$")
    assert PASSWORD not in row.password
    assert secret.rpartition("_")[2] not in str(token)


@pytest.mark.parametrize("name", ["", "a b", "../lan", "x" * 65, "lan\n"])
def test_a_name_is_a_plain_word(ledger, name):
    with pytest.raises(LedgerError, match="no name"):
        ledger.accounts.create(name, "reader", PASSWORD)


def test_a_short_password_and_a_taken_name_are_refused(ledger, lan):
    with pytest.raises(LedgerError, match="12 characters"):
        ledger.accounts.create("vinh", "reader", "short")
    with pytest.raises(LedgerError, match="has an account"):
        ledger.accounts.create("lan", "reader", PASSWORD)


def test_a_disabled_account_and_its_tokens_are_shut_until_it_is_opened_again(ledger, lan):
    _, secret = ledger.accounts.create_token("lan", "notebook", ("read",), days=1)
    ledger.accounts.disable("lan")
    assert ledger.accounts.authenticate("lan", PASSWORD) is None
    assert ledger.accounts.bearer(secret) is None
    ledger.accounts.disable("lan", again=True)
    assert ledger.accounts.bearer(secret) is not None


def test_role_and_password_can_be_changed(ledger, lan):
    ledger.accounts.change("lan", role="editor", password="another long password")  # noqa: S106
    assert ledger.accounts.authenticate("lan", PASSWORD) is None
    found = ledger.accounts.authenticate("lan", "another long password")
    assert found is not None
    assert found.role == "editor"


def test_a_token_names_its_account_and_scopes(ledger, lan):
    token, secret = ledger.accounts.create_token("lan", "notebook", ("read", "review"), days=30)
    assert ledger.accounts.bearer(secret) == (lan, token)
    assert token.scopes == ("read", "review")


def test_a_revoked_token_is_no_good(ledger, lan):
    token, secret = ledger.accounts.create_token("lan", "notebook", ("read",), days=1)
    ledger.accounts.revoke("lan", token.id)
    assert ledger.accounts.bearer(secret) is None
    with pytest.raises(LedgerError, match="no token"):
        ledger.accounts.revoke("lan", token.id)


def test_nobody_revokes_the_token_of_another(ledger, lan):
    ledger.accounts.create("vinh", "administrator", PASSWORD)
    token, secret = ledger.accounts.create_token("lan", "notebook", ("read",), days=1)
    with pytest.raises(LedgerError, match="no token"):
        ledger.accounts.revoke("vinh", token.id)
    assert ledger.accounts.bearer(secret) is not None


def test_a_token_ends_with_its_day(tmp_path):
    now = datetime(2024, 5, 1, tzinfo=UTC)
    with Ledger.open(tmp_path / "ledger.db", create=True, clock=lambda: now) as ledger:
        ledger.accounts.create("lan", "reader", PASSWORD)
        _, secret = ledger.accounts.create_token("lan", "notebook", ("read",), days=1)
        now += timedelta(hours=23)
        assert ledger.accounts.bearer(secret) is not None
        now += timedelta(hours=1)
        assert ledger.accounts.bearer(secret) is None


@pytest.mark.parametrize(
    "given", ["", "srv_", "srv_x", "srv_x_y", "Bearer", "srv_%_%", "srv_0000000000000000_"]
)
def test_what_is_no_token_is_nobodys(ledger, lan, given):
    assert ledger.accounts.bearer(given) is None


@pytest.mark.parametrize(
    ("scopes", "days"), [((), 1), (("everything",), 1), (("read",), 0), (("read",), 400)]
)
def test_a_token_has_known_scopes_and_a_term(ledger, lan, scopes, days):
    with pytest.raises(LedgerError):
        ledger.accounts.create_token("lan", "notebook", scopes, days=days)
