"""`threads`: what was linked across documents, as JSON."""

import json

import pytest

from servanda.ledger import Ledger, sqlite


def test_threads_are_one_json_document_of_the_form_that_is_scored(servanda, fiji):
    result = servanda("threads", "--ledger", fiji)
    assert result.exit_code == 0, result.stderr
    found = json.loads(result.stdout)
    assert list(found) == ["engagements", "instruments", "people", "fulfilments", "conflicts", "duplicates"]
    assert [len(found[name]) for name in found] == [4, 2, 4, len(found["fulfilments"]), 1, 1]
    assert {(f["earlier"]["document"], f["status"]) for f in found["fulfilments"]} >= {
        ("beehive-back", "kept"), ("home-affairs-plan", "kept"),
    }  # fmt: skip


def test_a_ledger_that_was_read_and_not_linked_is_linked_first(servanda, fiji):
    with Ledger.open(fiji) as ledger:
        assert ledger.unlinked() == 12
    assert servanda("threads", "--ledger", fiji).stdout == servanda("threads", "--ledger", fiji).stdout
    with Ledger.open(fiji) as ledger:
        assert ledger.unlinked() == 0


def test_threads_of_a_day_hold_nothing_that_was_published_later(servanda, fiji):
    found = json.loads(servanda("threads", "--as-of", "2022-03-28", "--ledger", fiji).stdout)
    quoted = {
        m["document"]
        for kind in ("engagements", "instruments", "people")
        for t in found[kind]
        for m in t["mentions"]
    }
    assert quoted == {"beehive-trip"}
    assert found["fulfilments"] == found["conflicts"] == found["duplicates"] == []


def test_a_date_that_cannot_be_compared_is_wrong_usage(servanda, fiji):
    result = servanda("threads", "--as-of", "spring", "--ledger", fiji)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "write 2018, 2018-03 or 2018-03-26" in result.stderr


COMMANDS = [
    ("threads",), ("show",), ("show", "FJ", "NZ"), ("timeline",), ("commitments",), ("instruments",),
    ("people",), ("documents",), ("search", "Duavata"), ("conflicts",), ("due",), ("watch",), ("reads",),
    ("judge", "list"), ("judge", "doubts"), ("export", "--format", "csv", "--out", "facts.csv"),
]  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_read_only_ledger_in_which_nothing_waits_can_be_asked_everything(
    servanda, fiji, monkeypatch, command
):
    with Ledger.open(fiji) as ledger:
        list(ledger.link())
        list(ledger.link(until=0))
    monkeypatch.setattr(sqlite, "is_writable", lambda path: False)
    result = servanda(*command, "--ledger", fiji)
    assert result.exit_code == 0, result.stderr


@pytest.mark.parametrize(
    "command", [("threads",), ("show", "FJ", "NZ"), ("people",), ("due",), ("judge", "doubts")]
)
def test_a_read_only_ledger_in_which_something_waits_says_what_to_do(servanda, fiji, monkeypatch, command):
    monkeypatch.setattr(sqlite, "is_writable", lambda path: False)
    result = servanda(*command, "--ledger", fiji)
    assert (result.exit_code, result.stdout) == (1, "")
    (line,) = result.stderr.splitlines()
    assert f"{fiji}: is read-only" in line
