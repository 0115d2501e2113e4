"""A ledger is moved, backed up, verified and erased from, and the command says what became of it."""

import json

import pytest

from postgres_server import PASSWORD
from servanda.ledger import Ledger
from servanda.ledger.tables import finishes
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


def test_a_sound_ledger_is_verified_with_its_head(servanda, ledger):
    done = servanda("verify", "--ledger", ledger)
    assert done.exit_code == 0
    head = servanda("verify", "--head", "--ledger", ledger).stdout.strip()
    assert done.stdout.strip().endswith(head)
    assert head == json.loads(servanda("verify", "--json", "--ledger", ledger).stdout)["head"]
    assert servanda("verify", "--expect", head, "--ledger", ledger).exit_code == 0


def test_what_was_changed_is_named_with_exit_status_1(servanda, ledger):
    head = servanda("verify", "--head", "--ledger", ledger).stdout.strip()
    with Ledger.open(ledger) as book, book._database.writing() as connection:
        connection.execute(finishes.update().values(facts=1))
    for options in ((), ("--head",), ("--json",), ("--expect", head)):
        done = servanda("verify", *options, "--ledger", ledger)
        assert done.exit_code == 1
        assert "finishes 1" in done.stdout


def test_a_head_that_is_not_in_the_chain_is_told(servanda, ledger):
    done = servanda("verify", "--expect", "3:" + "0" * 64, "--ledger", ledger)
    assert done.exit_code == 1
    assert "does not go through 3:" in done.stdout


@pytest.mark.parametrize("head", ["", "7", "seven:00", ":", "-1:00", "99999999999:00"])
def test_what_is_no_head_is_wrong_usage(servanda, ledger, head):
    done = servanda("verify", f"--expect={head}", "--ledger", ledger)
    assert done.exit_code == (0 if not head else 2)


def test_a_backup_is_made_and_restored(servanda, ledger, place, tmp_path):
    done = servanda("backup", tmp_path / "b.db", "--ledger", ledger)
    assert done.exit_code == 0, done.output
    again = place("again")
    done = servanda("restore", tmp_path / "b.db", "--ledger", again)
    assert done.exit_code == 0, done.output
    heads = [
        servanda("verify", "--head", "--ledger", one).stdout for one in (ledger, again, tmp_path / "b.db")
    ]
    assert len(set(heads)) == 1
    refused = servanda("restore", tmp_path / "b.db", "--ledger", again)
    assert refused.exit_code == 1
    assert servanda("restore", tmp_path / "b.db", "--ledger", again, "--replace").exit_code == 0


def test_a_document_is_erased_only_when_told_twice(servanda, ledger):
    shown = servanda("erase", "talks", "--why", "on request", "--ledger", ledger)
    assert shown.exit_code == 0
    assert "talks" in shown.stdout
    assert "nothing was erased yet" in shown.stderr
    assert "talks" in servanda("documents", "--ledger", ledger).stdout
    done = servanda("erase", "talks", "--why", "on request", "--yes", "--ledger", ledger)
    assert "Erased 1 documents with 8 facts" in done.stdout
    assert "talks" not in servanda("documents", "--ledger", ledger).stdout
    assert servanda("verify", "--ledger", ledger).exit_code == 0


@pytest.mark.parametrize("person", ["Ana Reis", "reis ana", "Lisbon on 4 May"])
def test_all_documents_that_name_a_person_are_erased(servanda, ledger, person):
    done = servanda("erase", person, "--why", "on request", "--by", "Lan", "--yes", "--ledger", ledger)
    assert done.exit_code == 0, done.output
    with Ledger.open(ledger) as book:
        assert [d.name for d in documents(book)] == ["stance"]


@pytest.mark.parametrize("unknown", ["Nobody Known", "nobody", "fact-0", "%"])
def test_who_is_unknown_is_named(servanda, ledger, unknown):
    done = servanda("erase", unknown, "--why", "on request", "--yes", "--ledger", ledger)
    assert done.exit_code in (1, 2)
    assert unknown in done.stderr
    assert servanda("verify", "--head", "--ledger", ledger).exit_code == 0


def test_what_was_erased_is_skipped_when_it_is_read_again(servanda, tmp_path):
    (tmp_path / "a.txt").write_text("France and Fiji signed an agreement on 4 May 2021.")
    assert servanda("read", tmp_path / "a.txt").exit_code == 0
    assert servanda("erase", "a", "--why", "withdrawn", "--yes").exit_code == 0
    again = servanda("read", tmp_path / "a.txt")
    assert again.exit_code == 3
    assert "withdrawn" in again.stderr
