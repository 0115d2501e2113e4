"""`programme` and `remind` from the command line."""

import json

import pytest

from servanda.ledger import Ledger
from servanda.ledger.assigning import Details
from servanda.publish import post


@pytest.fixture
def assigned(ledger):
    """The ledger with all promises assigned to somebody with an address, due years ago."""
    with Ledger.open(ledger) as opened:
        list(opened.link())
        promises = [e for e in opened.resolution().entries if e.kind == "commitment"]
        details = Details(office="Policy", person="lan@example.org", due="2020-01-01")
        for entry in promises:
            opened.assigning.assign(entry.mentions[0].id, details, by="lan")
    return ledger


def test_a_programme_is_shown_and_is_json(servanda, ledger):
    shown = servanda("programme", "Portugal", "SE", "--year", "2021", "--ledger", ledger)
    assert shown.exit_code == 0, shown.output
    assert "Plan against done, by side" in shown.stdout
    found = json.loads(
        servanda("programme", "PT", "SE", "--year", "2021", "--json", "--ledger", ledger).stdout
    )
    assert (found["parties"], found["year"]) == (["PT", "SE"], 2021)


def test_two_parties_are_needed(servanda, ledger):
    assert servanda("programme", "PT", "Portugal", "--ledger", ledger).exit_code == 2
    assert servanda("programme", "PT", "Nowhere", "--ledger", ledger).exit_code == 2


def test_without_a_server_reminders_are_shown(servanda, assigned):
    shown = servanda("remind", "--days", "9999", "--ledger", assigned)
    assert shown.exit_code == 0, shown.output
    assert "lan@example.org" in shown.stdout


def test_with_a_server_each_gets_what_is_theirs(servanda, assigned, monkeypatch):
    sent = []
    monkeypatch.setattr(post, "send", lambda letters, mail: sent.extend(letters) or len(sent))
    monkeypatch.setenv("SERVANDA_MAIL_SERVER", "mail.example.org")
    result = servanda("remind", "--days", "9999", "--ledger", assigned)
    assert result.exit_code == 2, "who sends it has to be set"
    monkeypatch.setenv("SERVANDA_MAIL_SENDER", "desk@example.org")
    monkeypatch.setenv("SERVANDA_MAIL_TO", "all@example.org, both@example.org")
    result = servanda("remind", "--days", "9999", "--ledger", assigned)
    assert result.exit_code == 0, result.output
    assert any(letter.to == ("lan@example.org",) for letter in sent)
    assert all(
        letter.to in (("lan@example.org",), ("all@example.org", "both@example.org")) for letter in sent
    )
    assert all("entry-" in letter.text for letter in sent)
