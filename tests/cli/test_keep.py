"""`servanda copy`: a ledger moves, and the command says what became of it."""

import json

import pytest

from postgres_server import PASSWORD
from servanda.ledger import Ledger
from servanda.query.documents import documents


def test_a_ledger_is_copied(servanda, ledger, tmp_path):
    done = servanda("copy", ledger, tmp_path / "copy.db")
    assert done.exit_code == 0, done.output
    assert "both hold the same" in done.stdout
    with Ledger.open(tmp_path / "copy.db") as copy, Ledger.open(ledger) as book:
        assert documents(copy) == documents(book)


def test_a_copy_onto_a_ledger_is_refused(servanda, ledger):
    done = servanda("copy", ledger, ledger)
    assert done.exit_code == 1
    assert "not empty" in done.stderr


def test_a_ledger_that_is_not_there_is_not_made(servanda, tmp_path):
    done = servanda("copy", tmp_path / "no.db", tmp_path / "copy.db")
    assert done.exit_code == 1
    assert "no ledger here" in done.stderr
    assert list(tmp_path.glob("*.db")) == []


@pytest.mark.only("postgresql")
def test_no_command_prints_the_password(servanda, ledger, tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text("France and Fiji signed an agreement on 4 May 2021.")
    runs = [
        servanda("copy", ledger, tmp_path / "copy.db", "--json"),
        servanda("copy", tmp_path / "copy.db", ledger),
        servanda("documents", "--ledger", ledger.replace("ledger_", "absent_")),
        servanda("read", tmp_path / "a.txt", "--ledger", ledger),
        servanda("read", tmp_path / "a.txt", "--ledger", ledger, "--json"),
    ]
    monkeypatch.setenv("SERVANDA_LEDGER", ledger)
    runs += [servanda("settings"), servanda("settings", "--json")]
    assert [run.exit_code for run in runs] == [0, 1, 1, 0, 0, 0, 0]
    printed = " ".join(run.output for run in runs)
    assert PASSWORD not in printed
    assert "sesame" not in printed
    assert json.loads(runs[0].stdout)["from"].startswith("postgresql://archivist@127.0.0.1:")
